"""The best documents, without a look at those that can't be among them."""

from collections.abc import Mapping, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from bot.index.meeting import Found
from bot.index.small import SLACK, Mask
from bot.index.weighing import Weighed

# From so many on, leaving some out saves more than finding out which.
_MANY = 4096
# Times as many documents as asked for are scored whole to see which terms are needed.
_AHEAD = 4


class PrunedSearch:
    """Exact top k over arrays: all documents of rare terms, then MaxScore term by term.

    Once the terms left can't lift another document into the best, they are only looked up for
    those met already. Fewer than `many` postings are all added up.
    """

    def __init__(self, weighed: Weighed, many: int = _MANY) -> None:
        self._many_postings = many
        self._starts, self._documents = weighed.postings.starts, weighed.postings.documents
        self._weights, self._bounds = weighed.weights, weighed.bounds
        self._size = len(weighed.postings.lengths)
        # Scores of one search at a time, all zero between two: as many as ever went on at once.
        self._free: list[NDArray[np.float64]] = []

    def top_k(self, rows: Sequence[int], k: int, within: Mask | None = None) -> Found:
        """Return the best documents of terms that all weigh more than nothing.

        `rows` are the terms in the query's order; `within` keeps documents out.
        """
        spans = {row: (self._starts.item(row), self._starts.item(row + 1)) for row in rows}
        # Put back only when all zero again, which an interrupted search does not leave it.
        try:
            scores = self._free.pop()
        except IndexError:
            scores = np.zeros(self._size)
        postings = sum([end - start for start, end in spans.values()])
        search = self._all if postings <= self._many_postings else self._pruned
        found = search(rows, spans, scores, k, within)
        self._free.append(scores)
        return found

    def _all(
        self,
        rows: Sequence[int],
        spans: Mapping[int, tuple[int, int]],
        scores: NDArray[np.float64],
        k: int,
        within: Mask | None,
    ) -> Found:
        for row in rows:
            start, end = spans[row]
            scores[self._documents[start:end]] += self._weights[start:end]
        touched = np.concatenate([self._documents[start:end] for start, end in spans.values()])
        found = scores[touched]
        scores[touched] = 0.0
        if within is not None:
            inside = within[touched]
            touched, found = touched[inside], found[inside]
        return _best(touched, found, k, len(spans))

    def _pruned(
        self,
        rows: Sequence[int],
        spans: Mapping[int, tuple[int, int]],
        scores: NDArray[np.float64],
        k: int,
        within: Mask | None,
    ) -> Found:
        most = {row: self._bounds.item(row) * rows.count(row) for row in spans}
        order = sorted(spans, key=lambda row: -most[row])
        left = sum(most.values())
        floor = 0.0
        parts: list[NDArray[np.int32]] = []
        for row in order:
            if left < floor * (1 - SLACK):
                break
            start, end = spans[row]
            held, weights = self._documents[start:end], self._weights[start:end]
            if within is not None:
                inside = within[held]
                held, weights = held[inside], weights[inside]
            scores[held] += weights * rows.count(row)
            left -= most[row]
            parts.append(held)
            rest = order[len(parts) :]
            if rest:
                floor = max(floor, self._reached(held, scores[held], rest, spans, rows, k))
        copies = len(parts)
        touched = np.concatenate(parts)
        found = scores[touched]
        scores[touched] = 0.0
        keep = found + left >= floor * (1 - SLACK)
        touched, found = touched[keep], found[keep]
        for row in islice(order, copies, None):
            found += self._looked_up(touched, spans[row]) * rows.count(row)
            left -= most[row]
            floor = max(floor, _floor(found, k * copies))
            keep = found + left >= floor * (1 - SLACK)
            touched, found = touched[keep], found[keep]
        exact = np.zeros(len(touched))
        for row in rows:
            exact += self._looked_up(touched, spans[row])
        return _best(touched, exact, k, copies)

    def _reached(
        self,
        held: NDArray[np.int32],
        scores: NDArray[np.float64],
        rest: Sequence[int],
        spans: Mapping[int, tuple[int, int]],
        rows: Sequence[int],
        k: int,
    ) -> float:
        """Return a score that k documents reach, found by scoring the best so far whole."""
        best = scores >= _floor(scores, _AHEAD * k)
        held, scores = held[best][: 2 * _AHEAD * k], scores[best][: 2 * _AHEAD * k]
        for row in rest:
            scores = scores + self._looked_up(held, spans[row]) * rows.count(row)
        return _floor(scores, k)

    def _looked_up(self, wanted: NDArray[np.int32], span: tuple[int, int]) -> NDArray[np.float64]:
        """Return what a term adds to each of the documents."""
        return looked_up(wanted, self._documents[slice(*span)], self._weights[slice(*span)])


def looked_up(
    wanted: NDArray[np.int32], held: NDArray[np.int32], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the weights of the wanted documents among those held, which ascend; 0.0 for others."""
    places = held.searchsorted(wanted)
    places[places == len(held)] = 0
    return np.where(held[places] == wanted, weights[places], 0.0)


def _floor(scores: NDArray[np.float64], rank: int) -> float:
    """Return the score that stands at a rank, or 0.0 where there are fewer."""
    if len(scores) < rank:
        return 0.0
    return float(np.partition(scores, len(scores) - rank)[len(scores) - rank])


def _best(documents: NDArray[np.int32], scores: NDArray[np.float64], k: int, copies: int) -> Found:
    """Return the best of documents that stand there up to so many times, each once."""
    keep = scores >= _floor(scores, k * copies)
    documents, scores = documents[keep], scores[keep]
    best = sorted(set(zip((-scores).tolist(), documents.tolist(), strict=True)))[:k]
    return [(at, -score) for score, at in best]
