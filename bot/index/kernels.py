"""The loops of compiled search, all in one file, by which numba knows when to compile anew."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from bot.index.small import SLACK, Mask

Documents = NDArray[np.int32]
Numbers = NDArray[np.float64]
# Where so many postings are left, a few documents are scored whole to see if they are needed.
_MUCH = 32_000
AHEAD = 4
# Up to so many postings, adding up all is faster than finding out which can be left out.
FEW = 500_000


@njit(cache=True, nogil=True)
def _place(documents: Documents, start: int, wanted: int) -> int:
    """Return the first place from a start on whose document is not before the wanted one.

    In leaps that double, as the next wanted one is mostly near.
    """
    size = len(documents)
    leap = 1
    end = start
    while end < size and documents[end] < wanted:
        start = end + 1
        end += leap
        leap *= 2
    end = min(end, size)
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
def _merge(
    documents: Documents,
    weights: Numbers,
    time: float,
    within: Mask,
    least: float,
    old: Documents,
    scores: Numbers,
    count: int,
    new: Documents,
    sums: Numbers,
) -> int:
    """Add a term to the documents met, which ascend; return how many have at least a score."""
    kept = n = p = 0
    size = len(documents)
    while n < count or p < size:
        if p == size or (n < count and old[n] < documents[p]):
            document, score = old[n], scores[n]
            n += 1
        else:
            document, score = documents[p], weights[p] * time
            p += 1
            if n < count and old[n] == document:
                score += scores[n]
                n += 1
            elif len(within) and not within[document]:
                continue
        if score >= least:
            new[kept], sums[kept] = document, score
            kept += 1
    return kept


@njit(cache=True, nogil=True)
def _look_up(
    documents: Documents,
    weights: Numbers,
    time: float,
    least: float,
    met: Documents,
    scores: Numbers,
    count: int,
) -> int:
    """Add a term to those documents alone that have been met; return how many are kept."""
    kept = p = 0
    for n in range(count):
        document, score = met[n], scores[n]
        p = _place(documents, p, document)
        if p < len(documents) and documents[p] == document:
            score += weights[p] * time
        if score >= least:
            met[kept], scores[kept] = document, score
            kept += 1
    return kept


@njit(cache=True, nogil=True)
def _promising(
    met: Documents, scores: Numbers, count: int, heap: Numbers, some: Documents, sums: Numbers
) -> int:
    """Fill in the documents with the highest scores so far; return how many there are."""
    least = _floor(scores[:count], heap, len(some))
    kept = 0
    for n in range(count):
        if scores[n] >= least and kept < len(some):
            some[kept], sums[kept] = met[n], scores[n]
            kept += 1
    return kept


@njit(cache=True, nogil=True)
def _insert(
    document: int, total: float, size: int, k: int, best: Documents, totals: Numbers
) -> int:
    """Put a document among the best k, ties in the documents' order; return how many there are."""
    at = size
    while at > 0 and (
        totals[at - 1] < total or (totals[at - 1] == total and best[at - 1] > document)
    ):
        at -= 1
    if at == k:
        return size
    size = min(size + 1, k)
    for later in range(size - 1, at, -1):
        best[later], totals[later] = best[later - 1], totals[later - 1]
    best[at], totals[at] = document, total
    return size


@njit(cache=True, nogil=True)
def _add_up(
    rows: NDArray[np.int64],
    k: int,
    within: Mask,
    starts: NDArray[np.int64],
    documents: Documents,
    weights: Numbers,
    met: Documents,
    sums: Numbers,
    best: Documents,
    totals: Numbers,
) -> int:
    """Fill in the best documents by adding up all postings; `sums` are zero before and after."""
    count = size = 0
    least = 0.0
    for row in rows:
        for p in range(starts[row], starts[row + 1]):
            document = documents[p]
            score = sums[document]
            # Written each time and counted where it is new: a branch would be guessed wrongly.
            met[count] = document
            count += score == 0.0
            sums[document] = score + weights[p]
    for n in range(count):
        document = met[n]
        total, sums[document] = sums[document], 0.0
        if total < least or (len(within) and not within[document]):
            continue
        size = _insert(document, total, size, k, best, totals)
        if size == k:
            least = totals[k - 1]
    return size


@njit(cache=True, nogil=True)
def search(
    rows: NDArray[np.int64],
    k: int,
    few: int,
    within: Mask,
    starts: NDArray[np.int64],
    documents: Documents,
    weights: Numbers,
    bounds: Numbers,
    places: Documents,
    sums: Numbers,
    best: Documents,
    totals: Numbers,
) -> int:
    """Fill `best` and the first row of `totals` with the best documents; return how many.

    Few arguments, since each costs as much as a dozen postings: `places` are two rows longer than
    the corpus, `sums` three as long, the last of zeros, `totals` two as long as `best`.
    """
    met, other, scores, others, heap = places[0], places[1], sums[0], sums[1], totals[1]
    totals = totals[0]
    postings = 0
    for row in rows:
        postings += starts[row + 1] - starts[row]
    if postings <= few:
        return _add_up(rows, k, within, starts, documents, weights, met, sums[2], best, totals)
    terms, times = np.empty(len(rows), np.int64), np.empty(len(rows))
    size = _by_bound(rows, bounds, terms, times)
    left, later = 0.0, 0
    for n in range(size):
        left += bounds[terms[n]] * times[n]
        later += starts[terms[n] + 1] - starts[terms[n]]
    floor, count = 0.0, 0
    for n in range(size):
        start, end = starts[terms[n]], starts[terms[n] + 1]
        held, adding = documents[start:end], weights[start:end]
        needed = left >= floor * (1 - SLACK)
        left -= bounds[terms[n]] * times[n]
        later -= end - start
        least = floor * (1 - SLACK) - left
        if needed:
            count = _merge(held, adding, times[n], within, least, met, scores, count, other, others)
            met, scores, other, others = other, others, met, scores
        else:
            count = _look_up(held, adding, times[n], least, met, scores, count)
        floor = max(floor, _floor(scores[:count], heap, k))
        if needed and later > _MUCH and left >= floor * (1 - SLACK):
            some = _promising(met, scores, count, heap, best, totals)
            for m in range(n + 1, size):
                start, end = starts[terms[m]], starts[terms[m] + 1]
                held, adding = documents[start:end], weights[start:end]
                _look_up(held, adding, times[m], 0.0, best, totals, some)
            floor = max(floor, _floor(totals[:some], heap, k))
    # The exact sums of those left, in the order of the query's terms.
    kept = 0
    for n in range(count):
        if scores[n] >= floor * (1 - SLACK):
            met[kept], scores[kept] = met[n], 0.0
            kept += 1
    for row in rows:
        start, end = starts[row], starts[row + 1]
        _look_up(documents[start:end], weights[start:end], 1.0, 0.0, met, scores, kept)
    size = 0
    for n in range(kept):
        size = _insert(met[n], scores[n], size, k, best, totals)
    return size
