import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import bot.index.groups as groups
from bot.index.groups import holding_most
from bot.index.inverted import inverted
from bot.index.postings import Postings

KEYS = st.sampled_from(["a", "b", "c", "d", "e"])
DOCUMENTS = st.lists(st.lists(KEYS, max_size=4), max_size=10)
# Weights whose sums are the same in any order.
WEIGHTS = st.sampled_from([0.25, 0.5, 1.0, 2.0])
GROUPS = st.lists(st.tuples(st.frozensets(KEYS, max_size=3), WEIGHTS), max_size=4)


@pytest.mark.parametrize("small", [10**9, -1])
@example(
    documents=[["a", "b"], ["c"]],
    given_groups=[(frozenset("ab"), 1.0), (frozenset("c"), 1.5)],
    limit=1,
    every=1,
)
@example(
    documents=[["c"], ["a"]],
    given_groups=[(frozenset("a"), 1.0), (frozenset("c"), 1.0)],
    limit=2,
    every=1,
)
@given(documents=DOCUMENTS, given_groups=GROUPS, limit=st.integers(0, 5), every=st.integers(1, 3))
def test_the_heaviest_groups_come_first_then_the_order_of_the_documents(
    small, documents, given_groups, limit, every
):
    totals = [sum(w for keys, w in given_groups if keys & set(words)) for words in documents]
    within = [at % every == 0 for at in range(len(documents))]
    held = [at for at, total in enumerate(totals) if total and within[at]]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(groups, "_SMALL", small)
        found = holding_most(
            Postings(inverted(documents)),
            len(documents),
            given_groups,
            limit,
            np.array(within, np.bool_),
        )
    assert found == sorted(held, key=lambda at: -totals[at])[:limit]


def test_words_that_stand_everywhere_single_no_document_out():
    documents = [["a"]] * (groups._COMMON + 1) + [["b"]]
    found = holding_most(
        Postings(inverted(documents)), len(documents), [(["a"], 2.0), (["b"], 1.0)], 3
    )
    assert found == [groups._COMMON + 1]
