"""Which documents hold a key, as sorted positions."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Positions = NDArray[np.int64]
Flags = NDArray[np.bool_]


class Postings:
    """Sorted positions of the documents that hold each key."""

    def __init__(self, documents: Sequence[Iterable[str]]) -> None:
        holders: dict[str, list[int]] = {}
        for at, keys in enumerate(documents):
            for key in set(keys):
                holders.setdefault(key, []).append(at)
        self._holders = {key: np.array(held, dtype=np.int64) for key, held in holders.items()}

    def __contains__(self, key: str) -> bool:
        return key in self._holders

    def holding(self, key: str, positions: Positions) -> Flags:
        """Return which of the positions hold a key; position -1 never does."""
        held = self._holders.get(key)
        if held is None:
            return np.zeros(len(positions), dtype=bool)
        spots = np.minimum(np.searchsorted(held, positions), len(held) - 1)
        same: Flags = held[spots] == positions
        return same

    def holding_any(self, keys: Iterable[str], positions: Positions) -> Flags:
        """Return which of the positions hold one of the keys."""
        held = [self._holders[key] for key in keys if key in self._holders]
        if not held:
            return np.zeros(len(positions), dtype=bool)
        return np.isin(positions, np.concatenate(held))
