"""The index of the five seeds against rank-bm25, with the real questions asked about them."""

import pytest
from rank_bm25 import BM25Okapi


@pytest.fixture(scope="module")
def documents(index):
    return [analysis.keys for analysis in index.analyses]


@pytest.fixture(scope="module")
def oracle(index, documents):
    return BM25Okapi(documents, k1=index.bm25.k1, b=index.bm25.b)


@pytest.fixture(scope="module")
def queries(index, questions):
    assert len(questions) >= 100
    return [index.analyser.analyse(question).keys for question in questions]


def test_every_real_question_scores_every_sentence_alike(index, oracle, queries):
    for query in queries:
        assert (index.bm25.get_scores(query) == oracle.get_scores(query)).all(), query


def test_terms_are_added_in_the_order_of_the_query(index, oracle, queries):
    """Floating-point sums depend on it: backwards, some scores differ in their last bit."""
    backwards = [query[::-1] for query in queries]
    for query in backwards:
        assert (index.bm25.get_scores(query) == oracle.get_scores(query)).all(), query
    assert any(
        (index.bm25.get_scores(one) != index.bm25.get_scores(other)).any()
        for one, other in zip(queries, backwards, strict=True)
    )


def test_every_real_question_finds_the_sentences_in_the_same_order(
    index, oracle, queries, documents
):
    for query in queries:
        scores = oracle.get_scores(query)
        ranked = sorted(range(len(documents)), key=lambda at: (-scores[at], at))
        holding = [at for at in ranked if not set(query).isdisjoint(documents[at])]
        for limit in (1, 10, len(documents)):
            hits = index.search(query, limit)
            assert [hit.position for hit in hits] == holding[:limit], query
            assert [hit.score for hit in hits] == [scores[at] for at in holding[:limit]]


def test_hits_are_sentences_of_the_corpus_that_hold_a_term(index, queries):
    for query in queries:
        for hit in index.search(query, 10):
            assert hit.sentence is index.sentences[hit.position]
            assert set(query) & set(index.analyses[hit.position].keys)


def test_only_quotable_sentences_are_indexed(index):
    assert index.sentences == index.corpus.sentences
    assert all(sentence.kind.quotable for sentence in index.sentences)


def test_rarer_terms_weigh_more_and_none_weighs_less_than_nothing(index):
    terms = {key for analysis in index.analyses for key in analysis.keys}
    by_frequency = sorted(terms, key=index.bm25.frequency)
    weights = [index.weight(key) for key in by_frequency]
    assert weights == sorted(weights, reverse=True)
    assert weights[-1] > 0
    assert index.weight("never-there") > weights[0]
