"""The same search as a compiled loop, for large corpora; needs numba, the extra "speed"."""

from collections.abc import Sequence
from threading import local
from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from bot.index.pruned import SLACK, Mask
from bot.index.weighing import Weighed

Documents = NDArray[np.int32]
Numbers = NDArray[np.float64]
# Where so many postings are left, a few documents are scored whole to see if they are needed.
_MUCH = 2000
_AHEAD = 4
_EVERYTHING = np.zeros(0, np.bool_)


@njit(cache=True, nogil=True)
def _place(documents: Documents, wanted: int) -> int:
    """Return the first place whose document is not before the wanted one."""
    start, end = 0, len(documents)
    while start < end:
        middle = (start + end) >> 1
        if documents[middle] < wanted:
            start = middle + 1
        else:
            end = middle
    return start


@njit(cache=True, nogil=True)
def _enter(heap: Numbers, size: int, k: int, score: float) -> int:
    """Put a score among the k best, the least of which stands first; return how many there are."""
    if size < k:
        at = size
        size += 1
        while at > 0 and heap[(at - 1) >> 1] > score:
            heap[at] = heap[(at - 1) >> 1]
            at = (at - 1) >> 1
        heap[at] = score
        return size
    at = 0
    while True:
        child = 2 * at + 1
        if child >= size:
            break
        if child + 1 < size and heap[child + 1] < heap[child]:
            child += 1
        if heap[child] >= score:
            break
        heap[at] = heap[child]
        at = child
    heap[at] = score
    return size


@njit(cache=True, nogil=True)
def _floor(found: Numbers, heap: Numbers, k: int) -> float:
    """Return the k-th best score, or 0.0 where there are fewer."""
    size = 0
    for score in found:
        if size < k or score > heap[0]:
            size = _enter(heap, size, k, score)
    return heap[0] if size == k else 0.0


@njit(cache=True, nogil=True)
def _by_bound(
    rows: NDArray[np.int64], bounds: Numbers, terms: NDArray[np.int64], times: Numbers
) -> int:
    """Fill in the terms, each once and those that may add most first; return how many."""
    size = 0
    for row in rows:
        at = 0
        while at < size and terms[at] != row:
            at += 1
        if at == size:
            terms[at], times[at] = row, 0.0
            size += 1
        times[at] += 1.0
    for n in range(1, size):
        term, time = terms[n], times[n]
        at = n
        while at > 0 and bounds[terms[at - 1]] * times[at - 1] < bounds[term] * time:
            terms[at], times[at] = terms[at - 1], times[at - 1]
            at -= 1
        terms[at], times[at] = term, time
    return size


@njit(cache=True, nogil=True)
def _add(
    documents: Documents,
    weights: Numbers,
    time: float,
    within: Mask,
    scores: Numbers,
    touched: Documents,
    count: int,
) -> int:
    """Add one term's weights to the scores; return how many documents have been touched."""
    for p in range(len(documents)):
        document = documents[p]
        if len(within) and not within[document]:
            continue
        if scores[document] == 0.0:
            touched[count] = document
            count += 1
        scores[document] += weights[p] * time
    return count


@njit(cache=True, nogil=True)
def _look_up(
    documents: Documents, weights: Numbers, time: float, touched: Documents, found: Numbers
) -> None:
    """Add one term's weights to those documents alone that have been touched."""
    for n in range(len(touched)):
        p = _place(documents, touched[n])
        if p < len(documents) and documents[p] == touched[n]:
            found[n] += weights[p] * time


@njit(cache=True, nogil=True)
def _keep(touched: Documents, found: Numbers, count: int, least: float) -> int:
    """Move the documents that have at least a score to the front; return how many."""
    kept = 0
    for n in range(count):
        if found[n] >= least:
            touched[kept], found[kept] = touched[n], found[n]
            kept += 1
    return kept


@njit(cache=True, nogil=True)
def _promising(
    touched: Documents,
    found: Numbers,
    count: int,
    heap: Numbers,
    best: Documents,
    totals: Numbers,
) -> int:
    """Fill in the documents with the highest scores so far; return how many there are."""
    least = _floor(found[:count], heap, len(best))
    some = 0
    for n in range(count):
        if found[n] >= least and some < len(best):
            best[some], totals[some] = touched[n], found[n]
            some += 1
    return some


@njit(cache=True, nogil=True)
def _sort(
    touched: Documents, found: Numbers, count: int, k: int, best: Documents, totals: Numbers
) -> int:
    """Fill in the best k, ties in the documents' order; return how many there are."""
    size = 0
    for n in range(count):
        document, total = touched[n], found[n]
        at = size
        while at > 0 and (
            totals[at - 1] < total or (totals[at - 1] == total and best[at - 1] > document)
        ):
            at -= 1
        if at == k:
            continue
        size = min(size + 1, k)
        for later in range(size - 1, at, -1):
            best[later], totals[later] = best[later - 1], totals[later - 1]
        best[at], totals[at] = document, total
    return size


@njit(cache=True, nogil=True)
def _search(
    rows: NDArray[np.int64],
    k: int,
    within: Mask,
    starts: NDArray[np.int64],
    documents: Documents,
    weights: Numbers,
    bounds: Numbers,
    scores: Numbers,
    touched: Documents,
    found: Numbers,
    heap: Numbers,
    best: Documents,
    totals: Numbers,
) -> int:
    """Fill `best` and `totals` with the best documents and their scores; return how many."""
    terms, times = np.empty(len(rows), np.int64), np.empty(len(rows))
    size = _by_bound(rows, bounds, terms, times)
    left = 0.0
    for n in range(size):
        left += bounds[terms[n]] * times[n]
    floor, count, used = 0.0, 0, 0
    while used < size and left >= floor * (1 - SLACK):
        start, end = starts[terms[used]], starts[terms[used] + 1]
        held, adding = documents[start:end], weights[start:end]
        count = _add(held, adding, times[used], within, scores, touched, count)
        left -= bounds[terms[used]] * times[used]
        used += 1
        for n in range(count):
            found[n] = scores[touched[n]]
        floor = max(floor, _floor(found[:count], heap, k))
        later = 0
        for n in range(used, size):
            later += starts[terms[n] + 1] - starts[terms[n]]
        if later > _MUCH and left >= floor * (1 - SLACK):
            some = _promising(touched, found, count, heap, best, totals)
            for n in range(used, size):
                start, end = starts[terms[n]], starts[terms[n] + 1]
                held, adding = documents[start:end], weights[start:end]
                _look_up(held, adding, times[n], best[:some], totals)
            floor = max(floor, _floor(totals[:some], heap, k))
    for n in range(count):
        scores[touched[n]] = 0.0
    count = _keep(touched, found, count, floor * (1 - SLACK) - left)
    for n in range(used, size):
        start, end = starts[terms[n]], starts[terms[n] + 1]
        held, adding = documents[start:end], weights[start:end]
        _look_up(held, adding, times[n], touched[:count], found)
        left -= bounds[terms[n]] * times[n]
        floor = max(floor, _floor(found[:count], heap, k))
        count = _keep(touched, found, count, floor * (1 - SLACK) - left)
    # The exact sums, in the order of the query's terms.
    found[:count] = 0.0
    for row in rows:
        start, end = starts[row], starts[row + 1]
        _look_up(documents[start:end], weights[start:end], 1.0, touched[:count], found)
    return _sort(touched, found, count, k, best, totals)


class CompiledSearch:
    """Exact top k after MaxScore, term by term, in machine code."""

    def __init__(self, weighed: Weighed) -> None:
        postings = weighed.postings
        self._arrays = (postings.starts, postings.documents, weighed.weights, weighed.bounds)
        self._size = len(postings.lengths)
        self._local = local()

    def top_k(
        self, rows: Sequence[int], k: int, within: Mask | None = None
    ) -> list[tuple[int, float]]:
        """Return the best documents of terms that all weigh more than nothing.

        `rows` are the terms in the query's order; `within` keeps documents out.
        """
        k = min(k, self._size)
        buffers = self._buffers(k)
        best, totals = buffers[-2:]
        mask = _EVERYTHING if within is None else within
        size = _search(np.array(rows), k, mask, *self._arrays, *buffers)
        return list(zip(best[:size].tolist(), totals[:size].tolist(), strict=True))

    def _buffers(self, k: int) -> tuple[NDArray[Any], ...]:
        """Return the thread's own arrays, in which all scores are zero between two searches."""
        buffers: tuple[NDArray[Any], ...] | None = getattr(self._local, "buffers", None)
        if buffers is None or len(buffers[-1]) < _AHEAD * k:
            size, k = self._size, _AHEAD * k
            buffers = self._local.buffers = (
                np.zeros(size),
                np.empty(size, np.int32),
                np.empty(size),
                np.empty(k),
                np.empty(k, np.int32),
                np.empty(k),
            )
        return buffers
