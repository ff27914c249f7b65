"""Search among few postings, kept as Python's own dicts."""

from collections.abc import Sequence
from itertools import combinations, starmap
from operator import and_
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.index.weighing import Weighed

Mask = NDArray[np.bool_]
Found = list[tuple[int, float]]
# Sums of the same weights in another order differ by less than this share.
SLACK = 1e-9
# Up to so many postings together merging dicts is faster than arrays with their fixed price.
_MERGED = 800
# Up to so many terms, and postings of each, it is faster yet to look where two terms meet.
_TERMS, _EACH = 4, 1_000
# Of each term so many of the best documents are known.
_BEST = 20
# Postings kept, some 100 bytes each.
_KEPT = 200_000
# Up to so many documents each has one number for all terms, of 36 bytes.
_MANY = 20_000


# A document as it is sorted, and as it is told: (-score, position, (position, score)).
Scored = tuple[int, float]
Entry = tuple[float, int, Scored]


class KeptTerm(NamedTuple):
    """What a term adds to which documents.

    `best` are the best of them, best first, and `highest` their weights, each less than nothing.
    """

    highest: list[float]
    best: list[Entry]
    documents: set[int]
    weights: dict[int, float]


class SmallSearch:
    """Exact top k of terms that few documents hold, each kept once it has been asked for.

    Of short queries only the documents are scored in which two terms meet: any other has its
    place by a single term's weight. Of longer ones all are.
    """

    def __init__(self, weighed: Weighed, merged: int = _MERGED, each: int = _EACH) -> None:
        self._weighed, self._merged_postings, self._each = weighed, merged, each
        self._terms: dict[str, KeptTerm] = {}
        self._room = _KEPT
        size = len(weighed.postings.lengths)
        self._numbers = list(range(size)) if size <= _MANY else []

    def top_k(self, query: Sequence[str], k: int, within: Mask | None = None) -> Found | None:
        """Return the best documents, or None where a term has too many or one weighs nothing.

        `within` keeps documents out.
        """
        kept = self._terms
        try:
            terms = [kept[word] for word in query]
        except KeyError:
            found = self._known(query)
            if found is None:
                return None
            terms = found
        if len(terms) <= _TERMS and k <= _BEST and within is None:
            return _meeting(terms, k) if terms else []
        postings = sum([len(term.weights) for term in terms])
        return _merged(terms, k, within) if postings <= self._merged_postings else None

    def scores(self, query: Sequence[str], documents: Sequence[int]) -> list[float]:
        """Return the scores of some documents."""
        totals = [0.0] * len(documents)
        for word in query:
            row = self._weighed.postings.vocabulary.get(word)
            if row is None:
                continue
            weights = (self._terms.get(word) or self._keep(word, row)).weights
            # In this order: Python's own sum rounds otherwise.
            totals = [
                total + weights.get(at, 0.0) for total, at in zip(totals, documents, strict=True)
            ]
        return totals

    def _known(self, query: Sequence[str]) -> list[KeptTerm] | None:
        """Return the terms that the corpus holds, or None where one is not for this search."""
        known: list[KeptTerm] = []
        for word in query:
            term = self._terms.get(word)
            if term is None:
                row = self._weighed.postings.vocabulary.get(word)
                if row is None:
                    continue
                start, end = self._weighed.postings.starts[row : row + 2].tolist()
                if end - start > self._each or self._weighed.bounds[row] <= 0:
                    return None
                term = self._keep(word, row)
            known.append(term)
        return known

    def _keep(self, word: str, row: int) -> KeptTerm:
        postings = self._weighed.postings
        span = slice(*postings.starts[row : row + 2].tolist())
        documents = postings.documents[span].tolist()
        # The same objects for the same numbers: what is near in memory is found sooner.
        if numbers := self._numbers:
            documents = [numbers[at] for at in documents]
        same: dict[float, float] = {}
        weights = [same.setdefault(w, w) for w in self._weighed.weights[span].tolist()]
        order = sorted(zip([-weight for weight in weights], documents, strict=True))[:_BEST]
        highest = [less for less, _ in order]
        best = [(less, at, (at, -less)) for less, at in order]
        by_document = dict(zip(documents, weights, strict=True))
        term = KeptTerm(highest, best, set(documents), by_document)
        self._room -= len(documents)
        if self._room < 0:
            self._terms, self._room = {}, _KEPT - len(documents)
        self._terms[word] = term
        return term


def _meeting(terms: Sequence[KeptTerm], k: int) -> Found:
    meeting: set[int] = set()
    best: list[Entry] = []
    if len(terms) > 1:
        meeting = _where_two_meet([documents for _, _, documents, _ in terms])
        weights = [held for _, _, _, held in terms]
        for at in meeting:
            score = 0.0
            for held in weights:
                if at in held:
                    score += held[at]
            best.append((-score, at, (at, score)))
    floor = 0.0
    for highest, entries, _, _ in sorted(terms):
        if highest[0] <= floor:
            for entry in entries[:k]:
                if entry[0] > floor:
                    break
                if entry[1] not in meeting:
                    best.append(entry)
            if len(best) >= k:
                best.sort()
                del best[k:]
                floor = best[-1][0]
    if len(best) < k:
        best.sort()
    return [found for _, _, found in best]


def _where_two_meet(documents: list[set[int]]) -> set[int]:
    """Return what is in two sets at least; those of few terms, as most are, by the shortest way."""
    if len(documents) == 2:
        one, two = documents
        return one & two
    if len(documents) == 3:
        one, two, three = documents
        meeting = one & two
        meeting |= one & three
        meeting |= two & three
        return meeting
    return set().union(*starmap(and_, combinations(documents, 2)))


def _merged(terms: Sequence[KeptTerm], k: int, within: Mask | None) -> Found:
    scores: dict[int, float] = {}
    floor = 0.0
    for term in terms:
        held, highest = term.weights, term.highest
        both = scores.keys() & held.keys()
        merged = scores | held
        for at in both:
            merged[at] = scores[at] + held[at]
        scores = merged
        if len(highest) >= k:
            floor = min(floor, highest[k - 1])
    if within is None:
        found = [(-score, at) for at, score in scores.items() if score >= -floor]
    else:
        found = [(-score, at) for at, score in scores.items() if within[at]]
    found.sort()
    return [(at, -score) for score, at in found[:k]]
