"""A loaded corpus: its articles, what the manifest tells of them, and the report on it."""

from datetime import date
from pathlib import Path

import pytest

from bot.corpus.article import Corpus
from bot.corpus.loading import load
from bot.corpus.report import report
from tests.corpus.folders import STORY, entry, write

FIELDS = {
    "id": '"light-2023"',
    "title": '"Council agrees to mend the harbour bridge"',
    "authors": '["Wilf Sander", "Bo Lane"]',
    "published": "2023-02-16",
    "published_range": "[2023-02-15, 2023-02-17]",
    "published_basis": '"inferred"',
    "published_note": '"a note"',
    "via": '"The Wire"',
    "url": '"https://harbour.example/bridge"',
}


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    manifest = entry("zebra.txt", **FIELDS) + entry("adder.txt", outlet='"The Tideline"')
    return load(write(tmp_path, manifest, zebra_txt=STORY, adder_txt=STORY + "\nPhoto: Me\n"))


def test_what_the_manifest_tells_is_kept(corpus: Corpus) -> None:
    article = corpus.by_id["light-2023"]
    assert (article.file, article.outlet, article.via) == (
        "zebra.txt",
        "The Harbour Light",
        "The Wire",
    )
    assert article.authors == ("Wilf Sander", "Bo Lane")
    assert article.published == date(2023, 2, 16)
    assert article.published_range == (date(2023, 2, 15), date(2023, 2, 17))
    assert (article.published_basis, article.published_note) == ("inferred", "a note")
    assert article.url == "https://harbour.example/bridge"
    assert article.text == STORY


def test_what_the_manifest_does_not_tell_is_unknown(corpus: Corpus) -> None:
    article = corpus.by_id["adder"]
    assert article.authors == ()
    assert article.published is article.published_range is article.published_basis is None
    assert article.via is article.url is None


def test_articles_stand_in_the_manifest_s_order(corpus: Corpus) -> None:
    assert [article.id for article in corpus.articles] == ["light-2023", "adder"]
    assert corpus.outlets == ("The Harbour Light", "The Tideline")
    assert [s.article for s in corpus.sentences] == ["light-2023"] * 4 + ["adder"] * 4


def test_each_article_counts_its_own_sentences(corpus: Corpus) -> None:
    assert [s.number for s in corpus.sentences] == [1, 2, 3, 4, 1, 2, 3, 4]
    assert [s.paragraph for s in corpus.sentences] == [1, 2, 2, 3, 1, 2, 2, 3]


def test_the_report_counts_kinds_and_tells_what_was_left_out(corpus: Corpus) -> None:
    first, second = report(corpus).articles
    assert {kind.value: count for kind, count in first.kinds.items()} == {"headline": 1, "body": 3}
    assert first.left_out == ()
    assert {kind.value: count for kind, count in second.kinds.items()} == {
        "headline": 1,
        "body": 3,
        "caption": 1,
    }
    assert [sentence.text for sentence in second.left_out] == ["Photo: Me"]
    assert report(corpus).quotable == len(corpus.sentences) == 8
    assert report(corpus).warnings == corpus.warnings


def test_nothing_of_a_corpus_can_be_changed(corpus: Corpus) -> None:
    for thing, name in (
        (corpus, "articles"),
        (corpus.articles[0], "packed"),
        (corpus.sentences[0], "start"),
    ):
        with pytest.raises(AttributeError):
            setattr(thing, name, None)
    with pytest.raises(TypeError):
        corpus.by_id["new"] = corpus.articles[0]  # type: ignore[index]


def test_loading_twice_gives_the_same(corpus: Corpus) -> None:
    assert load(corpus.folder).articles == corpus.articles
