"""An index that was kept is the index that would be built."""

import shutil
from dataclasses import replace

import pytest

from bot.corpus.loading import load
from bot.corpus.saved import kept_fingerprints
from bot.index import building
from bot.index.index import SentenceIndex
from bot.settings import shipped_seeds


@pytest.fixture(scope="module")
def corpus():
    return load(shipped_seeds())


@pytest.fixture
def analysed(monkeypatch):
    """The positions of the sentences that are analysed for an index."""
    found = []
    whole = building.extended

    def noted(built, articles, *others):
        articles = tuple(articles)
        found.append(sum(len(article.quotable) for article in articles))
        return whole(built, articles, *others)

    monkeypatch.setattr("bot.index.keeping.extended", noted)
    return found


def parts(index):
    """All that an index consists of, to compare."""
    for bm25 in (index.bm25, index.paragraphs):
        weighed, postings = bm25.weighed, bm25.weighed.postings
        yield list(postings.vocabulary.items())
        for array in (postings.starts, postings.documents, postings.counts, postings.lengths):
            yield array.tolist()
        for array in (weighed.weights, weighed.bounds, weighed.idf):
            yield array.tobytes()
    yield index.paragraph_of.tolist()
    yield index.vocabulary


def test_the_second_start_analyses_nothing_and_finds_the_same(corpus, tmp_path, analysed):
    built = SentenceIndex(corpus)
    first, second = (SentenceIndex(corpus, kept=tmp_path) for _ in range(2))
    assert list(parts(built)) == list(parts(first)) == list(parts(second))
    # Without a folder, and once with it.
    assert analysed == [len(corpus.sentences)] * 2


@pytest.mark.parametrize("known", [0, 1, 4])
def test_articles_added_are_all_that_is_analysed(corpus, tmp_path, analysed, known):
    fewer = replace(corpus, articles=corpus.articles[:known])
    same_names = SentenceIndex(fewer, kept=tmp_path).names == SentenceIndex(corpus).names
    analysed.clear()
    grown = SentenceIndex(corpus, kept=tmp_path)
    more = len(corpus.sentences) - len(fewer.sentences)
    # A new outlet is a new name, and names may stand in the articles there were.
    assert analysed == [more if same_names else len(corpus.sentences)]
    assert list(parts(grown)) == list(parts(SentenceIndex(corpus)))


def test_articles_of_known_outlets_are_added_to_what_is_kept(corpus, tmp_path, analysed):
    again = [replace(article, id=f"{article.id} again") for article in corpus.articles[:2]]
    grown = replace(corpus, articles=(*corpus.articles, *again))
    SentenceIndex(corpus, kept=tmp_path)
    analysed.clear()
    added = SentenceIndex(grown, kept=tmp_path)
    assert analysed == [sum(len(article.quotable) for article in again)]
    assert list(parts(added)) == list(parts(SentenceIndex(grown)))


def test_a_changed_text_or_name_is_not_answered_from_what_was_kept(corpus, tmp_path, analysed):
    SentenceIndex(corpus, kept=tmp_path)
    one, *others = corpus.articles
    fewer = replace(one, sentences=one.sentences[:-3])
    names = replace(corpus.names, entries=corpus.names.entries[1:])
    for changed in (
        replace(corpus, articles=(fewer, *others)),
        replace(corpus, articles=(*others, one)),
        replace(corpus, names=names),
    ):
        analysed.clear()
        SentenceIndex(changed, kept=tmp_path)
        assert analysed == [len(changed.sentences)]


def test_what_is_kept_may_be_damaged_or_out_of_reach(corpus, tmp_path):
    expected = list(parts(SentenceIndex(corpus, kept=tmp_path)))
    for path in tmp_path.rglob("*.npy"):
        path.write_bytes(b"?")
    assert list(parts(SentenceIndex(corpus, kept=tmp_path))) == expected
    shutil.rmtree(tmp_path)
    tmp_path.write_bytes(b"a file where the folder should be")
    assert list(parts(SentenceIndex(corpus, kept=tmp_path))) == expected
    tmp_path.unlink()


def test_two_corpora_are_kept_side_by_side(corpus, tmp_path, analysed):
    other = replace(corpus, articles=corpus.articles[1:])
    for _ in range(3):
        SentenceIndex(corpus, kept=tmp_path)
        SentenceIndex(other, kept=tmp_path)
    assert len(analysed) == len(kept_fingerprints(tmp_path)) == 2
