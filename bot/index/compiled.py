"""Search in machine code, for large corpora; needs numba, the extra "speed"."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.index.kernels import AHEAD, FEW, search
from bot.index.small import Mask
from bot.index.weighing import Weighed

_EVERYTHING = np.zeros(0, np.bool_)


class CompiledSearch:
    """Exact top k in machine code: of up to `few` postings all, else after MaxScore, by terms."""

    def __init__(self, weighed: Weighed, few: int = FEW) -> None:
        self._few = few
        postings = weighed.postings
        self._arrays = (postings.starts, postings.documents, weighed.weights, weighed.bounds)
        self._size = len(postings.lengths)
        # Used in turn: there are as many as searches have ever gone on at once.
        self._free: list[Buffers] = []

    def top_k(
        self, rows: Sequence[int], k: int, within: Mask | None = None
    ) -> list[tuple[int, float]]:
        """Return the best documents of terms that all weigh more than nothing.

        `rows` are the terms in the query's order; `within` keeps documents out.
        """
        k = min(k, self._size)
        try:
            held = self._free.pop()
        except IndexError:
            held = _buffers(self._size, k)
        if held.most < k:
            held = _buffers(self._size, k)
        mask = _EVERYTHING if within is None else within
        size = search(np.array(rows), k, self._few, mask, *self._arrays, *held.arrays)
        best, totals = held.best[:size].tolist(), held.totals[:size].tolist()
        self._free.append(held)
        # `strict` would be a tenth of all that a small search costs.
        return list(zip(best, totals))  # noqa: B905


class Buffers(NamedTuple):
    """One search's arrays for so many best at most, and views of those that it fills."""

    most: int
    arrays: tuple[NDArray[Any], ...]
    best: memoryview
    totals: memoryview


def _buffers(size: int, k: int) -> Buffers:
    best, totals = np.empty(AHEAD * k, np.int32), np.empty((2, AHEAD * k))
    arrays = (np.empty((2, size + 1), np.int32), np.zeros((3, size)), best, totals)
    return Buffers(k, arrays, best.data, totals[0].data)
