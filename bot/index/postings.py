"""Which documents hold a key, as sets of positions."""

from collections.abc import Iterable, Sequence

Positions = frozenset[int]
_NONE: Positions = frozenset()


class Postings:
    """The positions of the documents that hold each key."""

    def __init__(self, documents: Sequence[Iterable[str]]) -> None:
        holders: dict[str, list[int]] = {}
        for at, keys in enumerate(documents):
            for key in set(keys):
                if key in holders:
                    holders[key].append(at)
                else:
                    holders[key] = [at]
        self._holders = {key: frozenset(held) for key, held in holders.items()}

    def holding(self, key: str, wanted: Positions) -> Positions:
        """Return which of the wanted documents hold a key."""
        return wanted & self._holders.get(key, _NONE)

    def holders(self, keys: Iterable[str]) -> Positions:
        """Return all documents that hold one of the keys."""
        return _NONE.union(*[self._holders[key] for key in keys if key in self._holders])

    def holding_any(self, keys: Iterable[str], wanted: Positions) -> Positions:
        """Return which of the wanted documents hold one of the keys."""
        holders = self._holders
        return _NONE.union(*[wanted & holders[key] for key in keys if key in holders])

    def holding_all(self, keys: Iterable[str], wanted: Positions) -> Positions:
        """Return which of the wanted documents hold all of the keys."""
        return wanted.intersection(*[self._holders.get(key, _NONE) for key in keys])
