"""Which documents hold a key, as sets of positions."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from bot.index.inverted import Inverted
from bot.index.kept import Kept

Positions = frozenset[int]
_NONE: Positions = frozenset()
# A key held by more documents than this is looked up in its array instead of made a set, which
# would be looked through by each search for garbage.
_MANY = 256
# No set of more is kept.
_LARGE = 4096
# Positions kept in sets, some 70 bytes each.
_KEPT = 300_000


class Postings:
    """The positions of the documents that hold each key."""

    def __init__(self, postings: Inverted) -> None:
        self._rows, self._starts = postings.vocabulary, postings.starts
        self._documents = postings.documents
        self._sets: Kept[Positions] = Kept(_KEPT)

    def array(self, key: str) -> NDArray[np.int32]:
        """Return the positions of the documents that hold a key, ascending."""
        row = self._rows.get(key)
        if row is None:
            return self._documents[:0]
        return self._documents[self._starts.item(row) : self._starts.item(row + 1)]

    def common(self, keys: Iterable[str]) -> NDArray[np.int32]:
        """Return the positions of the documents that hold all of the keys, ascending."""
        rarest, *others = sorted(map(self.array, keys), key=len)
        for array in others:
            rarest = np.intersect1d(rarest, array, assume_unique=True)
        return rarest

    def holding(self, key: str, wanted: Positions) -> Positions:
        """Return which of the wanted documents hold a key."""
        held = self._sets.get(key)
        if held is None:
            array = self.array(key)
            if len(array) > _MANY:
                return _looked_up(array, wanted)
            held = self._set(key, array)
        return wanted & held

    def holders(self, keys: Iterable[str]) -> Positions:
        """Return all documents that hold one of the keys."""
        return _NONE.union(*[self._all(key) for key in keys if key in self._rows])

    def holding_any(self, keys: Iterable[str], wanted: Positions) -> Positions:
        """Return which of the wanted documents hold one of the keys."""
        rows = self._rows
        return _NONE.union(*[self.holding(key, wanted) for key in keys if key in rows])

    def holding_all(self, keys: Iterable[str], wanted: Positions) -> Positions:
        """Return which of the wanted documents hold all of the keys."""
        for key in keys:
            wanted = self.holding(key, wanted)
        return wanted

    def _all(self, key: str) -> Positions:
        array = self.array(key)
        if len(array) > _LARGE:
            return frozenset(array.tolist())
        return self._sets.get(key) or self._set(key, array)

    def _set(self, key: str, array: NDArray[np.int32]) -> Positions:
        held = frozenset(array.tolist())
        self._sets.put(key, held, len(array))
        return held


def _looked_up(array: NDArray[np.int32], wanted: Positions) -> Positions:
    asked = np.fromiter(wanted, np.int32, len(wanted))
    places = array.searchsorted(asked)
    places[places == len(array)] = 0
    return frozenset(asked[array[places] == asked].tolist())
