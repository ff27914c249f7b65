"""Corpora and queries that rank-bm25 stumbles over."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from bot.index.bm25 import PostingsBM25

EMPTY = [[], [[]], [[], [], []]]


def test_the_empty_corpus_is_a_trap_indeed():
    with pytest.raises(ZeroDivisionError):
        BM25Okapi([])
    with pytest.raises(ZeroDivisionError):
        BM25Okapi([[], []])


@pytest.mark.parametrize("corpus", EMPTY)
def test_a_corpus_without_any_term_scores_nothing(corpus):
    bm25 = PostingsBM25(corpus)
    assert bm25.get_scores(["kim"]).tolist() == [0.0] * len(corpus)
    assert bm25.get_batch_scores(["kim"], range(len(corpus))) == [0.0] * len(corpus)
    assert bm25.top_k(["kim"], 5) == []
    assert bm25.get_top_n(["kim"], corpus) == []
    assert bm25.frequency("kim") == 0


def test_empty_documents_among_others_score_zero_and_are_not_found():
    bm25 = PostingsBM25([[], ["kim", "putin"], [], ["kim"], ["trump"]])
    assert bm25.get_scores(["kim"])[[0, 2]].tolist() == [0.0, 0.0]
    assert {at for at, _ in bm25.top_k(["kim", "trump"], 9)} == {1, 3, 4}


def test_a_single_document_is_found_though_its_terms_weigh_less_than_nothing():
    bm25 = PostingsBM25([["kim", "putin"]])
    [(at, score)] = bm25.top_k(["kim"], 3)
    assert at == 0
    assert score < 0


def test_a_term_in_one_of_two_documents_weighs_nothing_and_is_found():
    bm25 = PostingsBM25([["putin"], ["kim"]])
    assert bm25.idf["kim"] == 0
    assert bm25.top_k(["kim"], 3) == [(1, 0.0)]


def test_a_term_in_half_of_the_documents_is_found():
    corpus = [["kim", "a"], ["b"], ["kim", "c"], ["d"]]
    assert [at for at, _ in PostingsBM25(corpus).top_k(["kim"], 9)] == [0, 2]


def test_a_term_in_every_document_is_found_everywhere():
    corpus = [["kim", "a"], ["kim", "b"], ["kim"]]
    assert {at for at, _ in PostingsBM25(corpus).top_k(["kim"], 9)} == {0, 1, 2}


def test_documents_with_negative_scores_come_before_none_without_the_term():
    """Sorting all scores would put the documents that hold nothing first."""
    corpus = [["kim"], ["kim", "kim"], ["kim", "x"]]
    bm25 = PostingsBM25([*corpus, []])
    assert bm25.get_scores(["kim"]).max() == 0
    assert {at for at, _ in bm25.top_k(["kim"], 2)} <= {0, 1, 2}


def test_get_top_n_returns_no_document_without_a_term_of_the_query():
    corpus = [["kim"], ["putin"], ["trump"], ["peskov"], ["lavrov"]]
    names = ["Kim", "Putin", "Trump", "Peskov", "Lavrov"]
    assert len(BM25Okapi(corpus).get_top_n(["kim"], names, 5)) == 5
    assert PostingsBM25(corpus).get_top_n(["kim"], names, 5) == ["Kim"]
    assert PostingsBM25(corpus).get_top_n(["nobody"], names, 5) == []


def test_get_top_n_breaks_ties_in_the_documents_order():
    corpus = [["x"], ["kim"], ["y"], ["kim"], ["z"], ["kim"], ["w"]]
    assert PostingsBM25(corpus).get_top_n(["kim"], list("ABCDEFG"), 2) == ["B", "D"]


def test_get_top_n_refuses_documents_that_are_not_those_indexed():
    with pytest.raises(ValueError, match="1 documents given, 2 indexed"):
        PostingsBM25([["a"], ["b"]]).get_top_n(["a"], ["only one"])


@pytest.mark.parametrize("method", ["get_scores", "top_k", "get_top_n", "get_batch_scores"])
def test_a_bare_string_is_refused_as_a_query(method):
    """It would be taken letter by letter, and find "a" and "i" in anything."""
    more = {"top_k": (3,), "get_top_n": (["x", "y"],), "get_batch_scores": ([0],)}
    bm25 = PostingsBM25([["a", "i"], ["m"]])
    with pytest.raises(TypeError, match="list of terms"):
        getattr(bm25, method)("aim", *more.get(method, ()))


@pytest.mark.parametrize("k", [0, -1])
def test_no_documents_are_asked_for(k):
    assert PostingsBM25([["a"], ["b"], ["c"]]).top_k(["a"], k) == []


def test_an_empty_query_finds_nothing():
    bm25 = PostingsBM25([["a"], ["b"], ["c"]])
    assert bm25.top_k([], 5) == []
    assert bm25.get_scores([]).tolist() == [0.0, 0.0, 0.0]


@given(
    st.lists(st.lists(st.sampled_from("abc"), max_size=4), max_size=6),
    st.lists(st.sampled_from("abcd"), max_size=4),
    st.sampled_from([0, 0.0, 1.2]),
    st.sampled_from([0, 0.4, 1, 1.0]),
)
def test_scores_are_numbers_for_every_corpus_and_parameter(corpus, query, k1, b):
    """rank-bm25 gives not-a-number where it divides nothing by nothing; warnings are errors here."""
    scores = PostingsBM25(corpus, k1, b).get_scores(query)
    assert np.isfinite(scores).all()
    assert len(scores) == len(corpus)
