"""PostingsBM25 against rank-bm25 itself: the same scores to the last bit, the same order."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from bot.index.bm25 import PostingsBM25

# Few different words, so that documents share them and queries hit.
words = st.sampled_from([*"abcdefgh", "kim", "putin", "vladivostok"])
documents = st.lists(words, max_size=12)
corpora = st.lists(documents, min_size=1, max_size=25).filter(any)
queries = st.lists(st.one_of(words, st.just("never-there")), max_size=10)
# rank-bm25 divides nothing by nothing for k1=0, and for b=1 in empty documents: see the traps.
saturation = st.one_of(
    st.sampled_from([0.6, 0.9, 1, 1.2, 1.5, 2.0]), st.floats(0.001, 10, allow_nan=False)
)
lengths = st.one_of(st.sampled_from([0, 0.0, 0.4, 0.75, 0.99]), st.floats(0, 0.999))
floors = st.sampled_from([0.25, 0.0, 0.5, 1.0])


def bits(scores):
    """Every bit, but that of the sign of zero."""
    return (np.asarray(scores, dtype=np.float64) + 0.0).tobytes()


def best_by_sorting(oracle, corpus, query, k):
    """Sort all scores, ties in the documents' order, and keep those that hold a term."""
    scores = oracle.get_scores(query)
    ranked = sorted(range(len(corpus)), key=lambda at: (-scores[at], at))
    return [(at, scores[at]) for at in ranked if set(corpus[at]) & set(query)][:k]


@given(corpora, queries, saturation, lengths, floors)
def test_scores_are_those_of_rank_bm25_to_the_last_bit(corpus, query, k1, b, epsilon):
    ours = PostingsBM25(corpus, k1, b, epsilon).get_scores(query)
    theirs = BM25Okapi(corpus, k1=k1, b=b, epsilon=epsilon).get_scores(query)
    assert (ours == theirs).all()
    assert bits(ours) == bits(theirs)


@given(corpora, queries, saturation, lengths, st.integers(1, 30))
def test_top_k_is_the_sorted_scores_of_the_documents_that_hold_a_term(corpus, query, k1, b, k):
    found = PostingsBM25(corpus, k1, b).top_k(query, k)
    assert found == best_by_sorting(BM25Okapi(corpus, k1=k1, b=b), corpus, query, k)


@given(st.lists(documents, min_size=1, max_size=2).filter(any), queries, saturation, lengths)
def test_one_or_two_documents_score_alike(corpus, query, k1, b):
    ours, theirs = PostingsBM25(corpus, k1, b), BM25Okapi(corpus, k1=k1, b=b)
    assert bits(ours.get_scores(query)) == bits(theirs.get_scores(query))
    assert ours.top_k(query, 2) == best_by_sorting(theirs, corpus, query, 2)


@given(corpora, words, st.integers(2, 5))
def test_a_repeated_query_term_counts_each_time(corpus, term, times):
    query = [term] * times
    ours = PostingsBM25(corpus).get_scores(query)
    assert bits(ours) == bits(BM25Okapi(corpus, k1=0.9, b=0.4).get_scores(query))


@given(corpora, queries, st.data())
def test_batch_scores_are_those_of_rank_bm25(corpus, query, data):
    positions = data.draw(st.lists(st.integers(0, len(corpus) - 1), min_size=1, max_size=8))
    ours = PostingsBM25(corpus, 1.5, 0.75).get_batch_scores(query, positions)
    theirs = BM25Okapi(corpus).get_batch_scores(query, positions)
    assert bits(ours) == bits(theirs)


@given(corpora, words)
def test_frequency_counts_the_documents_that_hold_a_term(corpus, term):
    held = sum(term in document for document in corpus)
    assert PostingsBM25(corpus).frequency(term) == held


@given(corpora)
def test_statistics_are_those_of_rank_bm25(corpus):
    ours, theirs = PostingsBM25(corpus, 1.5, 0.75), BM25Okapi(corpus)
    assert ours.idf == theirs.idf
    assert ours.doc_len == theirs.doc_len
    assert (ours.corpus_size, ours.avgdl) == (theirs.corpus_size, theirs.avgdl)


@given(corpora, queries, saturation, lengths, st.integers(1, 30))
def test_scores_asked_for_before_change_nothing(corpus, query, k1, b, k):
    ours, theirs = PostingsBM25(corpus, k1, b), BM25Okapi(corpus, k1=k1, b=b)
    everything = list(range(len(corpus)))
    for _ in range(2):
        assert bits(ours.get_batch_scores(query, everything)) == bits(theirs.get_scores(query))
        assert ours.top_k(query, k) == best_by_sorting(theirs, corpus, query, k)
