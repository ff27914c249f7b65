"""Documents turned round: for each term the documents that hold it, in plain arrays."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

import numpy as np
from numpy.typing import NDArray

# Documents counted at a time, so that building takes little more memory than what is built.
_BATCH = 100_000


@dataclass(frozen=True, slots=True, eq=False)
class Inverted:
    """Postings of `len(lengths)` documents, term after term.

    `vocabulary` gives a term's row, in the order in which terms first occur. The postings of a
    row are `documents[starts[row]:starts[row + 1]]`, ascending, and `counts` alike: how often
    the term stands in each. `lengths` holds the documents' lengths in terms.
    """

    vocabulary: dict[str, int]
    starts: NDArray[np.int64]
    documents: NDArray[np.int32]
    counts: NDArray[np.int32]
    lengths: NDArray[np.int32]

    def with_more(self, documents: Iterable[Sequence[str]]) -> "Inverted":
        """Return the postings of these documents and more, as if all had been there at once."""
        more = iter(documents)
        result = self
        while batch := list(islice(more, _BATCH)):
            result = _joined(result, batch)
        return result


def inverted(documents: Iterable[Sequence[str]]) -> Inverted:
    """Return the postings of documents, which are lists of terms."""
    none = np.zeros(0, np.int32)
    return Inverted({}, np.zeros(1, np.int64), none, none, none).with_more(documents)


def _joined(old: Inverted, documents: Sequence[Sequence[str]]) -> Inverted:
    """Return the postings with those of later documents behind them, term by term."""
    vocabulary = dict(old.vocabulary)
    lengths = np.fromiter(map(len, documents), np.int64, len(documents))
    rows = np.fromiter(_rows(documents, vocabulary), np.int64, int(lengths.sum()))
    # One number for a term in a document; sorted, equal ones stand together.
    keys = rows * len(documents) + np.repeat(np.arange(len(documents)), lengths)
    keys.sort()
    firsts = np.flatnonzero(np.diff(keys, prepend=-1))
    counts = np.diff(firsts, append=len(keys))
    held, found = np.divmod(keys[firsts], max(len(documents), 1))
    here = np.bincount(held, minlength=len(vocabulary))
    before = np.zeros(len(vocabulary), np.int64)
    before[: len(old.starts) - 1] = np.diff(old.starts)
    starts = np.concatenate(([0], np.cumsum(before + here)))
    # Where the old postings of each term go, then where its new ones go.
    moved = np.repeat(starts[:-1] - _starts(before), before) + np.arange(before.sum())
    added = np.repeat(starts[:-1] + before - _starts(here), here) + np.arange(len(found))
    return Inverted(
        vocabulary,
        starts,
        _merged((moved, old.documents), (added, found + len(old.lengths))),
        _merged((moved, old.counts), (added, counts)),
        np.concatenate((old.lengths, lengths)).astype(np.int32),
    )


def _rows(documents: Sequence[Sequence[str]], vocabulary: dict[str, int]) -> Iterator[int]:
    """Yield the row of every term, after giving new terms their rows."""
    for term in chain.from_iterable(documents):
        if term not in vocabulary:
            vocabulary[term] = len(vocabulary)
        yield vocabulary[term]


def _starts(sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.cumsum(sizes) - sizes


def _merged(
    *parts: tuple[NDArray[np.int64], NDArray[np.int32] | NDArray[np.int64]],
) -> NDArray[np.int32]:
    result = np.empty(sum(len(places) for places, _ in parts), np.int32)
    for places, values in parts:
        result[places] = values
    return result
