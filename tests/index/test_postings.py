"""Postings: which documents hold a key, against looking into each document."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.index.postings import Postings

keys = st.sampled_from("abcde")
corpora = st.lists(st.lists(keys, max_size=6), max_size=12)


def array(positions):
    return np.array(positions, dtype=np.int64)


@given(corpora, keys, st.data())
def test_positions_that_hold_a_key(corpus, key, data):
    positions = data.draw(st.lists(st.integers(-1, len(corpus) - 1), max_size=10))
    flags = Postings(corpus).holding(key, array(positions))
    assert flags.tolist() == [at >= 0 and key in corpus[at] for at in positions]


@given(corpora, st.lists(st.sampled_from("abcdexyz"), max_size=4), st.data())
def test_positions_that_hold_one_of_the_keys(corpus, wanted, data):
    positions = data.draw(st.lists(st.integers(-1, len(corpus) - 1), max_size=10))
    flags = Postings(corpus).holding_any(wanted, array(positions))
    assert flags.tolist() == [at >= 0 and bool(set(wanted) & set(corpus[at])) for at in positions]


@given(corpora, keys)
def test_a_key_is_in_the_postings_where_a_document_holds_it(corpus, key):
    assert (key in Postings(corpus)) == any(key in document for document in corpus)


@pytest.mark.parametrize("corpus", [[], [[]], [[], []]])
def test_nothing_holds_nothing(corpus):
    postings = Postings(corpus)
    positions = array(range(-1, len(corpus)))
    assert "a" not in postings
    assert not postings.holding("a", positions).any()
    assert not postings.holding_any([], positions).any()
