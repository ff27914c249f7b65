from hypothesis import given
from hypothesis import strategies as st

from bot.index.inverted import inverted
from bot.index.postings import Postings

KEYS = st.sampled_from(["a", "b", "c", "d"])
DOCUMENTS = st.lists(st.lists(KEYS, max_size=4), max_size=8)


@given(documents=DOCUMENTS, key=KEYS)
def test_a_key_is_held_by_the_documents_that_contain_it(documents, key):
    wanted = frozenset(range(0, len(documents), 2))
    held = Postings(inverted(documents)).holding(key, wanted)
    assert held == {at for at in wanted if key in documents[at]}


@given(documents=DOCUMENTS, keys=st.lists(KEYS, max_size=3))
def test_one_of_several_keys_is_enough(documents, keys):
    postings, everywhere = Postings(inverted(documents)), frozenset(range(len(documents)))
    held = {at for at in everywhere if set(keys) & set(documents[at])}
    assert postings.holding_any(keys, everywhere) == postings.holders(keys) == held


def test_no_document_stands_before_the_first():
    assert Postings(inverted([["a"]])).holding("a", frozenset({-1, 0})) == {0}
    assert Postings(inverted([])).holding("a", frozenset({-1})) == frozenset()
