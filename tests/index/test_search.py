"""Every way to search gives what sorting all of rank-bm25's scores gives."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from bot.index.bm25 import PostingsBM25
from bot.index.inverted import inverted
from bot.index.kept import Kept
from bot.index.pruned import PrunedSearch
from bot.index.small import SmallSearch
from bot.index.weighing import weigh

K1, B, EPSILON = 0.9, 0.4, 0.25


def where_terms_meet(weighed):
    return SmallSearch(weighed, merged=10**9, each=10**9).top_k


def as_dicts(weighed):
    small = SmallSearch(weighed, merged=10**9, each=10**9)
    everything = np.ones(len(weighed.postings.lengths), np.bool_)

    def top_k(query, k, within=None):
        # Where some may be left out it does not look for where terms meet.
        return small.top_k(query, k, everything if within is None else within)

    return top_k


def as_arrays(weighed):
    return by_rows(weighed, PrunedSearch(weighed, many=10**9))


def by_maxscore(weighed):
    return by_rows(weighed, PrunedSearch(weighed, many=-1))


def in_machine_code(weighed):
    pytest.importorskip("numba")
    from bot.index.compiled import CompiledSearch

    return by_rows(weighed, CompiledSearch(weighed, few=-1))


def added_up_in_machine_code(weighed):
    pytest.importorskip("numba")
    from bot.index.compiled import CompiledSearch

    return by_rows(weighed, CompiledSearch(weighed, few=10**9))


def by_rows(weighed, search):
    rows = weighed.postings.vocabulary
    return lambda query, k, within=None: search.top_k([rows[word] for word in query], k, within)


ways = pytest.mark.parametrize(
    "way",
    [
        where_terms_meet,
        as_dicts,
        as_arrays,
        by_maxscore,
        in_machine_code,
        added_up_in_machine_code,
    ],
)
# Enough documents without any of the words that every word weighs more than nothing.
words = st.sampled_from("abcdefgh")
corpora = st.lists(st.lists(words, min_size=1, max_size=9), min_size=1, max_size=12)
queries = st.lists(words, min_size=1, max_size=7)
OTHERS = [["other"], ["other", "still"]] * 13


def expected(corpus, query, k, within=None):
    scores = BM25Okapi(corpus, k1=K1, b=B, epsilon=EPSILON).get_scores(query)
    holding = [at for at, document in enumerate(corpus) if set(document) & set(query)]
    inside = [at for at in holding if within is None or within[at]]
    ranked = sorted(inside, key=lambda at: (-scores[at], at))
    return [(at, scores[at]) for at in ranked[:k]]


@ways
@settings(deadline=None)  # the first search in machine code is compiled
@given(corpora, queries, st.integers(1, 12), st.data())
def test_the_best_are_found_to_the_last_bit(way, corpus, query, k, data):
    corpus = corpus + OTHERS
    weighed = weigh(inverted(corpus), K1, B, EPSILON)
    rows = weighed.postings.vocabulary
    query = [term for term in query if term in rows and weighed.bounds[rows[term]] > 0]
    if not query:
        return
    top_k = way(weighed)
    assert top_k(query, k) == expected(corpus, query, k)
    within = np.array(
        data.draw(st.lists(st.booleans(), min_size=len(corpus), max_size=len(corpus)))
    )
    assert top_k(query, k, within) == expected(corpus, query, k, within)
    # Nothing of a search is left behind for the next one.
    assert top_k(query, k) == expected(corpus, query, k)


@ways
def test_equal_ones_come_in_their_order_whichever_term_they_hold(way):
    corpus = [["a"], ["b"], ["b", "c"], ["a", "c"], *OTHERS]
    found = way(weigh(inverted(corpus), K1, B, EPSILON))(["b", "a"], 4)
    assert [at for at, _ in found] == [0, 1, 2, 3]
    corpus = [["a", "long", "one"], ["b"], ["b"], ["a"], ["a"], ["b", "long", "one"], *OTHERS]
    top_k = way(weigh(inverted(corpus), K1, B, EPSILON))
    assert [[at for at, _ in top_k(["a", "b"], k)] for k in (1, 2, 3)] == [[1], [1, 2], [1, 2, 3]]


@ways
@pytest.mark.parametrize("length", [253, 254, 255, 256, 600])
def test_long_documents_are_told_apart_by_their_length(way, length):
    long = [["a", *["filler"] * length], ["a", "b", *["filler"] * (length - 1)]]
    corpus = [["a", "b"], ["b", "b"], *long, *OTHERS]
    top_k = way(weigh(inverted(corpus), K1, B, EPSILON))
    for query in (["a", "b"], ["b", "a", "still"]):
        assert top_k(query, 6) == expected(corpus, query, 6)


@pytest.fixture(scope="module")
def large():
    """Documents by Zipf's law, so that rare and common terms meet in a query."""
    chance = np.random.default_rng(5)
    common = chance.zipf(1.3, (3000, 12)) % 4000
    return [[f"w{n}" for n in row] for row in common.tolist()]


@ways
def test_common_terms_change_nothing(way, large):
    weighed = weigh(inverted(large), K1, B, EPSILON)
    top_k, oracle = way(weighed), BM25Okapi(large, k1=K1, b=B, epsilon=EPSILON)
    chance = np.random.default_rng(6)
    for _ in range(25):
        document = large[chance.integers(len(large))]
        query = chance.permutation(document)[: chance.integers(1, 9)].tolist()
        scores = oracle.get_scores(query)
        order = np.lexsort((np.arange(len(scores)), -scores))[:10]
        best = [(int(at), float(scores[at])) for at in order if scores[at] > 0]
        assert top_k(query, 10) == best


@given(corpora, corpora)
def test_more_documents_give_what_all_at_once_give(first, more):
    once, later = inverted(first + more), inverted(first).with_more(more)
    assert list(once.vocabulary.items()) == list(later.vocabulary.items())
    for name in ("starts", "documents", "counts", "lengths"):
        assert (getattr(once, name) == getattr(later, name)).all()
    frequencies = BM25Okapi(first + more).doc_freqs
    assert PostingsBM25(first + more).doc_freqs == frequencies


def test_a_word_too_common_or_without_weight_is_for_another_search():
    weighed = weigh(inverted([["rare", "all"], ["all"], ["all"]]), K1, B, EPSILON)
    small = SmallSearch(weighed)
    assert small.top_k(["rare"], 3) == expected([["rare", "all"], ["all"], ["all"]], ["rare"], 3)
    assert small.top_k(["unheard"], 3) == []
    assert small.top_k(["rare", "all"], 3) is None
    assert SmallSearch(weighed, each=0).top_k(["rare"], 3) is None


def test_what_is_kept_is_forgotten_once_it_takes_too_much_room():
    kept = Kept[str](5)
    kept.put("one", "first", 3)
    kept.put("two", "second", 2)
    assert kept == {"one": "first", "two": "second"}
    kept.put("three", "third", 4)
    kept.put("four", "fourth", 1)
    assert kept == {"three": "third", "four": "fourth"}
    kept.put("five", "fifth", 9)
    assert kept == {"five": "fifth"}


@ways
def test_searches_that_go_on_at_once_keep_out_of_each_others_way(way):
    chance = np.random.default_rng(7)
    documents = [[f"w{n}" for n in chance.zipf(1.3, 12) % 300] for _ in range(3_000)]
    weighed = weigh(inverted(documents), K1, B, EPSILON)
    top_k = way(weighed)
    known = list(weighed.postings.vocabulary)
    asked = [[known[n] for n in chance.integers(0, len(known), 5)] for _ in range(60)]
    alone = [top_k(query, 10) for query in asked]
    with ThreadPoolExecutor(4) as pool:
        for _ in range(3):
            assert list(pool.map(lambda query: top_k(query, 10), asked)) == alone
