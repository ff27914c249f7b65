"""The benchmark that sets the index beside its peers, on the smallest size."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from tests.benchmarks.chart import chart
from tests.benchmarks.drawn import questions
from tests.benchmarks.folder_questions import questions_on
from tests.benchmarks.footprint import footprint
from tests.benchmarks.made_up import sentences_like
from tests.benchmarks.peers import FTS5, PEERS, Ours, OursNumba, RankBM25, Tantivy, installed
from tests.benchmarks.speed import measured
from tests.benchmarks.tables import tables, write_between
from tests.benchmarks.texts import Texts, texts

SIZE = 150


@pytest.fixture(scope="module")
def held():
    return texts(SIZE, 1)


@pytest.fixture(scope="module")
def found(held):
    asked = questions(held, 5, 1)
    return measured(held, asked, [Ours, RankBM25, FTS5], 2, quick=True)


def test_the_same_seed_draws_the_same_texts_and_another_seed_others(held):
    assert texts(SIZE, 1).fingerprint() == held.fingerprint()
    assert texts(SIZE, 2).fingerprint() != held.fingerprint()
    assert len(held.documents()) == SIZE


def test_fewer_sentences_are_the_beginning_of_more(held):
    assert texts(300, 1).first(SIZE).documents() == held.documents()
    few, many = (sentences_like(held.terms, held.ends, held.vocabulary, n, 1) for n in (70, 90))
    assert np.array_equal(many[0][: len(few[0])], few[0])
    assert np.array_equal(many[1][:70], few[1])


def test_made_up_sentences_keep_bringing_new_words(held):
    flat, lengths, vocabulary = sentences_like(held.terms, held.ends, held.vocabulary, 2000, 1)
    assert len(lengths) == 2000
    assert lengths.sum() == len(flat)
    first, second = set(flat[: len(flat) // 2].tolist()), set(flat[len(flat) // 2 :].tolist())
    assert len(second - first) > 20
    assert max(second) < len(vocabulary) == len(set(vocabulary))


def test_texts_survive_the_file_between_two_processes(held, tmp_path):
    held.save(tmp_path / "texts.npz")
    again = Texts.read(tmp_path / "texts.npz")
    assert again.documents() == held.documents()


def test_questions_stand_in_the_texts_and_are_as_long_as_told(held):
    drawn = questions(held, 20, 1)
    known = [set(sentence) for sentence in held.documents()]
    assert all(2 <= len(asked) <= 4 for asked in drawn.content)
    assert all(any(known_ >= set(asked) for known_ in known) for asked in drawn.content)
    assert all(8 <= len(asked) <= 12 for asked in drawn.natural)
    asked = drawn.content[0]
    assert drawn.touched(asked) == sum(term in known_ for known_ in known for term in set(asked))


@pytest.mark.parametrize("kind", PEERS, ids=lambda kind: kind.name)
def test_every_peer_finds_a_sentence_by_its_own_words(kind, held, tmp_path):
    if not installed(kind):
        pytest.skip(f"{kind.name} is not installed")
    if "numba" in kind.needs:
        pytest.skip(f"{kind.name} takes longer to compile than a test may")
    documents = held.documents()
    peer = kind()
    peer.build(documents, tmp_path)
    peer.save(tmp_path)
    if kind.keeps:
        peer = kind()
        peer.open(tmp_path)
    for at in (0, SIZE // 2, SIZE - 1):
        hits = peer.search(documents[at])
        assert documents[hits[0][0]] == documents[at]
        assert len(hits) == 10
        assert [score for _, score in hits] == sorted((s for _, s in hits), reverse=True)


def test_our_top_ten_is_that_of_rank_bm25_to_the_last_bit(found):
    assert found.agreed[Ours.name].exact == [True] * 10
    assert found.agreed[Ours.name].as_good == [1] * 10
    assert [len(times) for times in found.times["natural"].values()] == [5] * 3


def test_tables_and_chart_show_what_was_measured(found):
    slow = replace(found, times={kind: dict(times) for kind, times in found.times.items()})
    slow.times["content"] |= {FTS5.name: [40.0] * 5, Tantivy.name: [50.0] * 5}
    slow.times["content"] |= {Ours.name: [60.0] * 5}
    assert slow.best_rival("content") == (FTS5.name, 40)
    shown = tables([slow])
    assert f"| {Ours.name} | 60 (60) |" in shown
    assert f"| {Ours.name} | 1.50 × {FTS5.name} |" in shown
    larger = replace(slow, size=1_000, touched=1e6)
    drawn = chart([slow, larger], 1e9, 12)
    ET.fromstring(drawn)
    assert f"{Ours.name}: 60.0 µs at 150 sentences" in drawn
    assert OursNumba.name not in drawn


def test_what_stands_around_the_tables_is_kept(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- speed -->\nold\n<!-- /speed -->\nafter\n")
    write_between(page, "speed", r"new \1")
    assert page.read_text() == "before\n<!-- speed -->\nnew \\1\n<!-- /speed -->\nafter\n"
    with pytest.raises(ValueError, match="<!-- whole -->"):
        write_between(page, "whole", "new")


def test_a_saved_index_is_measured_in_processes_of_its_own(held, tmp_path):
    held.save(tmp_path / "texts.npz")
    (tmp_path / "index").mkdir()
    cost = footprint(FTS5, tmp_path / "texts.npz", tmp_path / "index")
    assert cost.build > 0
    assert cost.disk > 0
    assert cost.load > 0


def test_questions_on_articles_are_all_different_and_reproducible(tmp_path):
    asked = questions_on(None, 400)
    assert len(set(asked)) == 400
    assert asked == questions_on(None, 400)
    text = "The ferry to the old island harbour will sail twice a day from March on. " * 2
    (tmp_path / "a.txt").write_text(text)
    drawn = questions_on(tmp_path, 5)
    words = set(text.replace(".", "").split())
    assert all(set(question.rstrip("?").split()[4:]) <= words for question in drawn)


def test_a_folder_without_enough_text_is_refused(tmp_path):
    with pytest.raises(SystemExit, match="no articles"):
        questions_on(tmp_path, 5)
    (tmp_path / "a.txt").write_text("Too short.")
    with pytest.raises(SystemExit, match="too little text"):
        questions_on(tmp_path, 5)
