"""More sentences of the same kind: a walk along the pairs of words of a text, and new names.

Only uniform draws of NumPy's generator are used, so that the same seed makes the same sentences.
"""

import numpy as np
from numpy.typing import NDArray

_FEWEST, _MOST = 5, 60  # terms
_BATCH = 50_000
# One term in 25 is replaced by a name; rank r of the names is drawn with about 1 / r ** 1.2, so
# that new ones keep turning up as they do in any language.
_NAMES = 0.04
_TAIL = 0.2
_RANKS = 1e12
_SYLLABLES = [c + v for c in "bcdfghjklmnprstvwz" for v in "aeiou"]


def sentences_like(
    terms: NDArray[np.int32],
    ends: NDArray[np.int64],
    vocabulary: list[str],
    count: int,
    seed: int,
) -> tuple[NDArray[np.int32], NDArray[np.int64], list[str]]:
    """Return the terms of so many more sentences, their lengths, and the vocabulary with names."""
    chance = np.random.Generator(np.random.PCG64(seed))
    # Term 0 stands between sentences here, and all others one further on.
    stream = np.insert(terms.astype(np.int64) + 1, np.concatenate(([0], ends)), 0)
    places = np.argsort(stream, kind="stable")
    counts = np.bincount(stream)
    walk = (stream, places, np.cumsum(counts) - counts, counts)
    numbers = {term: number for number, term in enumerate(vocabulary)}
    made: list[NDArray[np.int64]] = []
    lengths: list[NDArray[np.int64]] = []
    have = 0
    while have < count:
        rows, sizes = _batch(walk, chance)
        flat = rows[np.arange(_MOST) < sizes[:, None]] - 1
        _name(flat, numbers, chance)
        have += len(sizes)
        made.append(flat)
        lengths.append(sizes)
    sizes = np.concatenate(lengths)[:count]
    flat = np.concatenate(made)[: sizes.sum()]
    return flat.astype(np.int32), sizes, list(numbers)


def _name(flat: NDArray[np.int64], numbers: dict[str, int], chance: np.random.Generator) -> None:
    """Put names in the place of some terms."""
    at = np.flatnonzero(chance.random(len(flat)) < _NAMES)
    ranks = np.minimum((1 - chance.random(len(at))) ** (-1 / _TAIL), _RANKS).astype(np.int64)
    distinct, which = np.unique(ranks, return_inverse=True)
    known = [numbers.setdefault(_spelled(rank), len(numbers)) for rank in distinct.tolist()]
    flat[at] = np.array(known)[which]


def _batch(
    walk: tuple[NDArray[np.int64], ...], chance: np.random.Generator
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Walk from one end of a sentence to the next many times at once; keep those of fair length."""
    stream, places, starts, counts = walk
    rows = np.zeros((_BATCH, _MOST), np.int64)
    sizes = np.zeros(_BATCH, np.int64)
    walking = np.arange(_BATCH)
    here = np.zeros(_BATCH, np.int64)
    for step in range(_MOST):
        drawn = (chance.random(len(here)) * counts[here]).astype(np.int64)
        here = stream[(places[starts[here] + drawn] + 1) % len(stream)]
        going = here > 0
        walking, here = walking[going], here[going]
        rows[walking, step] = here
        sizes[walking] = step + 1
    fair = sizes >= _FEWEST
    fair[walking] = False
    return rows[fair], sizes[fair]


def _spelled(rank: int) -> str:
    """Spell a number in syllables, each number differently."""
    word = ""
    while rank:
        rank, syllable = divmod(rank, len(_SYLLABLES))
        word += _SYLLABLES[syllable]
    return word
