"""Sentences in the order in which they answer a question."""

from collections.abc import Collection, Mapping, Sequence
from itertools import islice
from operator import mul
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.answers.features import NAMES, Features
from bot.answers.profiles import Profile, Profiles
from bot.answers.question import Question
from bot.answers.scope import Scope
from bot.answers.signs import speaks_of_future
from bot.answers.weights import RANKING
from bot.index.small import Mask

POOL = 14
_MORE = 6
RANKED = 24
# Words in more sentences than this single none of them out.
_COMMON = 2000
# Of so few sentences sets are faster than arrays.
_SMALL = 2000
Held = Sequence[tuple[Collection[str], float]]
_COLUMN = {name: column for column, name in enumerate(NAMES)}


class Candidate(NamedTuple):
    """A sentence that may answer: its position, its features, its score.

    `matched` holds the question's terms that stand in it; `past` tells whether the question asks
    about what has been.
    """

    position: int
    features: tuple[float, ...]
    score: float
    older: bool
    past: bool
    matched: frozenset[str]
    profile: Profile

    @property
    def future(self) -> bool:
        """Whether it speaks of what is to come where it is asked what has been."""
        return self.past and speaks_of_future(self.profile.sentence.text)

    @property
    def by_name(self) -> dict[str, float]:
        """All features by their names."""
        return dict(zip(NAMES, self.features, strict=True))

    def feature(self, name: str) -> float:
        """Return the value of a feature by its name."""
        return self.features[_COLUMN[name]]


class Ranker:
    """Ranks the sentences that hold a term of the question, or another word for one."""

    def __init__(
        self, profiles: Profiles, weights: Mapping[str, float] = RANKING, keep: int = RANKED
    ) -> None:
        self.profiles = profiles
        self._index, self._keep = profiles.index, keep
        self._weights = {name: weights.get(name, 0.0) for name in NAMES}

    def rank(self, question: Question, scope: Scope) -> list[Candidate]:
        """Return the best candidates within a scope, best first, ties in reading order."""
        positions = sorted(self._pool(question, scope))
        return self._candidates(question, scope, positions) if positions else []

    def led_by(
        self, position: int, question: Question, scope: Scope, ranked: Sequence[Candidate]
    ) -> list[Candidate]:
        """Return a ranking with one sentence at its head, whether it is among them or not."""
        lead = self._candidates(question, scope, [position])[0]
        return [lead, *(other for other in ranked if other.position != position)]

    def _candidates(
        self, question: Question, scope: Scope, positions: Sequence[int]
    ) -> list[Candidate]:
        keys = sum(map(self._index.weight, question.keys)) or 1.0
        scores = self._index.bm25.get_batch_scores(question.keys, positions)
        paragraphs = self._index.paragraphs.get_batch_scores(
            [unit.key for unit in question.units], self._index.paragraph_of[positions].tolist()
        )
        whole = question.weight or 1.0
        found = Features(
            question,
            positions,
            [score / keys for score in scores],
            [score / whole for score in paragraphs],
            self.profiles,
        )
        weights = [self._weights[name] for name in found.columns]
        # Equal sentences must get equal scores wherever they stand, so no matrix product here.
        scored = [sum(map(mul, weights, row)) for row in zip(*found.columns.values(), strict=True)]
        order = sorted(range(len(scored)), key=scored.__getitem__, reverse=True)[: self._keep]
        rows = found.rows()
        return [
            Candidate(
                position=positions[n],
                features=rows[n],
                score=scored[n],
                older=found.profiles[n].sentence.article in scope.older,
                past=question.past,
                matched=frozenset(found.matched[n]),
                profile=found.profiles[n],
            )
            for n in order
        ]

    def _pool(self, question: Question, scope: Scope) -> set[int]:
        """Return the positions worth a closer look: by the terms, then by other words for them."""
        units = question.units
        if not units:
            return set()
        everything = len(scope.articles) == len(self._index.corpus.articles)
        within = None if everything else self._index.within(scope.articles)
        pool = self._best(question, within)
        for words in ("others", "related"):
            pool.update(self._holding_most(question, words, within))
        return pool

    def _holding_most(self, question: Question, words: str, within: Mask | None) -> Sequence[int]:
        """Return the positions that hold other words for most of the question, by weight."""
        found = self._in_sets if len(self._index.sentences) <= _SMALL else self._in_arrays
        held = [(getattr(unit, words).single, unit.weight) for unit in question.units]
        return found([(keys, weight) for keys, weight in held if keys], within)

    def _in_sets(self, held: Held, within: Mask | None) -> Sequence[int]:
        totals: dict[int, float] = {}
        for keys, weight in held:
            for at in self._index.holders(keys):
                totals[at] = totals.get(at, 0.0) + weight
        inside = list(totals) if within is None else [at for at in totals if within[at]]
        # Sorting keeps equal ones in their order, which is the reading order.
        inside.sort()
        inside.sort(key=totals.__getitem__, reverse=True)
        return inside[:_MORE]

    def _in_arrays(self, held: Held, within: Mask | None) -> Sequence[int]:
        frequency, array = self._index.bm25.frequency, self._index.array
        weights = np.array([weight for _, weight in held])
        # A place and which words stand there in one number, so that one sort brings together what
        # stands in a sentence, and puts its sum in the order of the question.
        places: list[NDArray[np.int64]] = [np.zeros(0, np.int64)]
        for n, (keys, _) in enumerate(held):
            arrays = [array(key) for key in keys if frequency(key) <= _COMMON]
            if arrays:
                places.append(np.concatenate(arrays, dtype=np.int64) * len(held) + n)
        found = _distinct(np.concatenate(places))
        positions, words = np.divmod(found, len(held)) if len(held) else (found, found)
        if within is not None:
            words, positions = words[within[positions]], positions[within[positions]]
        if not len(positions):
            return ()
        firsts = _firsts(positions)
        return _most(positions[firsts], np.add.reduceat(weights[words], firsts))

    def _best(self, question: Question, within: Mask | None) -> set[int]:
        """Return the best positions that hold a term of the question.

        A term that stands in half of the sentences scores nothing, but stands there all the same.
        """
        bm25 = self._index.bm25
        found = bm25.top_k(question.keys, POOL, within)
        if not found or found[-1][1] > 0:
            return {at for at, _ in found}
        held = self._index.holders(question.known)
        found = bm25.top_k(question.keys, bm25.corpus_size, within)
        return set(islice((at for at, score in found if score > 0 or at in held), POOL))


def _firsts(ascending: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return where each value stands first."""
    return np.flatnonzero(np.diff(ascending, prepend=-1))


def _distinct(places: NDArray[np.int64]) -> NDArray[np.int64]:
    places.sort()
    return places[_firsts(places)]


def _most(positions: NDArray[np.int64], totals: NDArray[np.float64]) -> list[int]:
    """Return the positions of the highest totals, equal ones in their order."""
    best: list[int] = []
    while len(best) < _MORE and len(totals):
        highest = totals == totals.max()
        best += positions[highest][: _MORE - len(best)].tolist()
        positions, totals = positions[~highest], totals[~highest]
    return best
