"""Search among few postings, kept as Python's own sets and dicts."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from bot.index.kept import Kept
from bot.index.meeting import BEST, Found, ShortTerm, best_of, lengths_of, short_term
from bot.index.weighing import Weighed

Mask = NDArray[np.bool_]
# Sums of the same weights in another order differ by less than this share.
SLACK = 1e-9
# Up to so many postings together merging dicts is faster than arrays with their fixed price.
_MERGED = 800
# Up to so many terms, and postings of each, it is faster yet to look where two terms meet.
_TERMS, _EACH = 4, 1_000
# Postings kept for either way, some 100 bytes each.
_KEPT = 200_000
# Up to so many documents each has one number for all terms, of 36 bytes.
_MANY = 20_000
Term = TypeVar("Term")


class LongTerm(NamedTuple):
    """What a term adds to which documents; `highest` are its best weights, best first."""

    highest: list[float]
    weights: dict[int, float]


class SmallSearch:
    """Exact top k of terms that few documents hold, each kept once it has been asked for.

    Of short queries only the documents are scored in which two terms meet; of longer ones all.
    """

    def __init__(self, weighed: Weighed, merged: int = _MERGED, each: int = _EACH) -> None:
        self._weighed, self._merged_postings, self._each = weighed, merged, each
        self._short: Kept[ShortTerm] = Kept(_KEPT)
        self._long: Kept[LongTerm] = Kept(_KEPT)
        # Those that the search can't use, apart: it takes what is kept as it is.
        self._unsearched: Kept[LongTerm] = Kept(_KEPT)
        size = len(weighed.postings.lengths)
        self._numbers = list(range(size)) if size <= _MANY else []
        self._lengths = lengths_of(weighed)

    def top_k(self, query: Sequence[str], k: int, within: Mask | None = None) -> Found | None:
        """Return the best documents, or None where a term has too many or one weighs nothing.

        `within` keeps documents out.
        """
        if len(query) <= _TERMS and k <= BEST and within is None:
            short = self._terms(query, self._short, self._keep_short)
            return None if short is None else best_of(short, k, self._lengths)
        terms = self._terms(query, self._long, self._keep_long)
        if terms is None or sum([len(term.weights) for term in terms]) > self._merged_postings:
            return None
        return _merged(terms, k, within)

    def scores(self, query: Sequence[str], documents: Sequence[int]) -> list[float]:
        """Return the scores of some documents."""
        totals = [0.0] * len(documents)
        for word in query:
            row = self._weighed.postings.vocabulary.get(word)
            if row is None:
                continue
            term = self._long.get(word) or self._unsearched.get(word)
            weights = (term or self._keep_long(word, row)).weights
            # In this order: Python's own sum rounds otherwise.
            totals = [
                total + weights.get(at, 0.0) for total, at in zip(totals, documents, strict=True)
            ]
        return totals

    def _terms(
        self, query: Sequence[str], kept: Kept[Term], keep: Callable[[str, int], Term]
    ) -> list[Term] | None:
        """Return the terms that the corpus holds, or None where one is not for this search."""
        try:
            return [kept[word] for word in query]
        except KeyError:
            pass
        terms: list[Term] = []
        for word in query:
            term = kept.get(word)
            if term is None:
                row = self._weighed.postings.vocabulary.get(word)
                if row is None:
                    continue
                if not self._searched(row):
                    return None
                term = keep(word, row)
            terms.append(term)
        return terms

    def _searched(self, row: int) -> bool:
        start, end = self._weighed.postings.starts[row : row + 2].tolist()
        return bool(end - start <= self._each and self._weighed.bounds[row] > 0)

    def _keep_short(self, word: str, row: int) -> ShortTerm:
        term = short_term(self._weighed, row, self._lengths, self._numbers)
        self._short.put(word, term, len(term[3]))
        return term

    def _keep_long(self, word: str, row: int) -> LongTerm:
        postings = self._weighed.postings
        span = slice(*postings.starts[row : row + 2].tolist())
        documents = postings.documents[span].tolist()
        if numbers := self._numbers:
            documents = [numbers[at] for at in documents]
        same: dict[float, float] = {}
        weights = [same.setdefault(w, w) for w in self._weighed.weights[span].tolist()]
        highest = sorted(weights, reverse=True)[:BEST]
        term = LongTerm(highest, dict(zip(documents, weights, strict=True)))
        kept = self._long if self._searched(row) else self._unsearched
        kept.put(word, term, len(documents))
        return term


def _merged(terms: Sequence[LongTerm], k: int, within: Mask | None) -> Found:
    scores: dict[int, float] = {}
    floor = 0.0
    for highest, held in terms:
        both = scores.keys() & held.keys()
        merged = scores | held
        for at in both:
            merged[at] = scores[at] + held[at]
        scores = merged
        if len(highest) >= k:
            floor = max(floor, highest[k - 1])
    if within is None:
        found = [(-score, at) for at, score in scores.items() if score >= floor]
    else:
        found = [(-score, at) for at, score in scores.items() if within[at]]
    found.sort()
    return [(at, -score) for score, at in found[:k]]
