"""Search for documents that hold one of several words for each thing, by what the things weigh."""

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.index.postings import Postings
from bot.index.small import Mask

# Keys in more documents than this single none of them out.
_COMMON = 2000
# Of so few documents sets are faster than arrays.
_SMALL = 2000
# Keys that can stand for one thing, and its weight.
Groups = Sequence[tuple[Collection[str], float]]


def holding_most(
    postings: Postings, size: int, groups: Groups, limit: int, within: Mask | None = None
) -> list[int]:
    """Return the documents of `size` that hold keys of the heaviest groups, the best first.

    Equal ones come in their order; `within` leaves out documents.
    """
    groups = [(keys, weight) for keys, weight in groups if keys]
    found = _in_sets if size <= _SMALL else _in_arrays
    return found(postings, groups, limit, within)


def _in_sets(postings: Postings, groups: Groups, limit: int, within: Mask | None) -> list[int]:
    totals: dict[int, float] = {}
    for keys, weight in groups:
        for at in postings.holders(keys):
            totals[at] = totals.get(at, 0.0) + weight
    inside = list(totals) if within is None else [at for at in totals if within[at]]
    # Sorting keeps equal ones in their order, which is that of the documents.
    inside.sort()
    inside.sort(key=totals.__getitem__, reverse=True)
    return inside[:limit]


def _in_arrays(postings: Postings, groups: Groups, limit: int, within: Mask | None) -> list[int]:
    weights = np.array([weight for _, weight in groups])
    # A place and which group stands there in one number, so that one sort brings together what
    # stands in a document, and puts its sum in the order of the groups.
    places: list[NDArray[np.int64]] = []
    for n, (keys, _) in enumerate(groups):
        held = [array for array in map(postings.array, keys) if 0 < len(array) <= _COMMON]
        if held:
            places.append(np.concatenate(held, dtype=np.int64) * len(groups) + n)
    if not places:
        return []
    found = np.concatenate(places)
    found.sort()
    positions, group = np.divmod(found[_firsts(found)], len(groups))
    if within is not None:
        group, positions = group[within[positions]], positions[within[positions]]
    if not len(positions):
        return []
    firsts = _firsts(positions)
    return _most(positions[firsts], np.add.reduceat(weights[group], firsts), limit)


def _firsts(ascending: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return where each value stands first."""
    return np.flatnonzero(np.diff(ascending, prepend=-1))


def _most(positions: NDArray[np.int64], totals: NDArray[np.float64], limit: int) -> list[int]:
    """Return the positions of the highest totals, equal ones in their order."""
    best: list[int] = []
    while len(best) < limit and len(totals):
        highest = totals == totals.max()
        best += positions[highest][: limit - len(best)].tolist()
        positions, totals = positions[~highest], totals[~highest]
    return best
