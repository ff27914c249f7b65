"""The best documents of a short query: those in which two terms meet, and each term's own best."""

from collections.abc import Sequence
from itertools import combinations, starmap
from operator import and_
from typing import NamedTuple

import numpy as np

from bot.index.weighing import Weighed, average_length, norms, shares

# Of each term so many of the best documents are known.
BEST = 20
# What longer documents add, from so many terms on, stands with each term.
_LONG = 255

Found = list[tuple[int, float]]
# A document as it is sorted, and as it is told: (-score, position, (position, score)).
Entry = tuple[float, int, tuple[int, float]]


class Lengths(NamedTuple):
    """The length of every document in a byte, at most 255, and what that says of scores.

    `once` holds by length what a term that occurs once adds, for each unit of its rarity;
    `average` is the length of a document in the mean.
    """

    of: bytes
    once: list[float]
    average: float


# What a term adds to which documents: its highest weight, less than nothing; its row; the best
# documents, best first; all documents; its rarity; the shares of documents that hold it more than
# once, or are long. A plain tuple, which Python takes apart several times as fast as a named one.
ShortTerm = tuple[float, int, list[Entry], set[int], float, dict[int, float]]


def lengths_of(weighed: Weighed) -> Lengths:
    """Return the length of every document, and what it says of scores."""
    postings, k1 = weighed.postings, weighed.k1
    held = np.minimum(postings.lengths, _LONG).astype(np.uint8)
    average = average_length(postings) or 1.0
    by_length = norms(np.arange(_LONG + 1, dtype=np.float64), average, k1, weighed.b)
    once = shares(np.ones(_LONG + 1, np.int64), by_length, k1)
    return Lengths(held.tobytes(), once.tolist(), average)


def short_term(weighed: Weighed, row: int, known: Lengths, numbers: Sequence[int]) -> ShortTerm:
    """Return what a term adds, by its row; `numbers` holds the objects to use for positions.

    The same objects for the same numbers: what is near in memory is found sooner.
    """
    postings, k1 = weighed.postings, weighed.k1
    span = slice(*postings.starts[row : row + 2].tolist())
    weights, counts = weighed.weights[span], postings.counts[span].astype(np.int64)
    held = postings.documents[span]
    documents = [numbers[at] for at in held.tolist()] if numbers else held.tolist()
    best: list[Entry] = []
    same: dict[float, float] = {}
    for at in np.argsort(-weights, kind="stable")[:BEST].tolist():
        weight = weights.item(at)
        best.append((same.setdefault(-weight, -weight), documents[at], (documents[at], weight)))
    sizes = postings.lengths[held]
    apart = np.flatnonzero((counts > 1) | (sizes >= _LONG))
    by_document = norms(sizes[apart].astype(np.float64), known.average, k1, weighed.b)
    exact = shares(counts[apart], by_document, k1).tolist()
    others = dict(zip([documents[at] for at in apart.tolist()], exact, strict=True))
    return best[0][0], row, best, set(documents), weighed.idf.item(row), others


def best_of(terms: Sequence[ShortTerm], k: int, known: Lengths) -> Found:
    """Return the best documents of some terms, as (position, score), ties by position.

    Any document in which no two of them meet has its place by a single term's weight.
    """
    meeting, best = _scored(terms, known)
    floor = 0.0
    if len(best) >= k:
        best.sort()
        del best[k:]
        floor = best[-1][0]
    for first, _, entries, _, _, _ in sorted(terms):
        if first > floor:
            break
        if floor:
            for entry in entries[:k]:
                if entry[0] > floor:
                    break
                if entry[1] not in meeting:
                    best.append(entry)
        else:
            # In front, since what is in order already is sorted sooner.
            best = [entry for entry in entries[:k] if entry[1] not in meeting] + best
        if len(best) >= k:
            best.sort()
            del best[k:]
            floor = best[-1][0]
    if not floor:
        best.sort()
    return [found for _, _, found in best]


def _scored(terms: Sequence[ShortTerm], known: Lengths) -> tuple[set[int], list[Entry]]:
    """Return the documents in which two terms meet, and their scores."""
    lengths, once = known.of, known.once
    scored: list[Entry] = []
    if len(terms) == 1:
        return set(), scored
    if len(terms) == 2:
        (_, _, _, one, idf, others), (_, _, _, two, second_idf, second_others) = terms
        meeting = one & two
        for at in meeting:
            share = once[lengths[at]]
            score = idf * (others.get(at) or share) + second_idf * (second_others.get(at) or share)
            scored.append((-score, at, (at, score)))
        return meeting, scored
    meeting = _where_two_meet([documents for _, _, _, documents, _, _ in terms])
    held = [term[3:] for term in terms]
    for at in meeting:
        share = once[lengths[at]]
        score = 0.0
        for documents, idf, others in held:
            if at in documents:
                score += idf * (others.get(at) or share)
        scored.append((-score, at, (at, score)))
    return meeting, scored


def _where_two_meet(documents: list[set[int]]) -> set[int]:
    """Return what is in two sets at least; those of few terms, as most are, by the shortest way."""
    if len(documents) == 3:
        one, two, three = documents
        meeting = one & two
        meeting |= one & three
        meeting |= two & three
        return meeting
    return set().union(*starmap(and_, combinations(documents, 2)))
