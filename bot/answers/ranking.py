"""Sentences in the order in which they answer a question."""

from collections.abc import Mapping
from itertools import islice
from operator import mul
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.answers.features import NAMES, Features
from bot.answers.profiles import Profiles
from bot.answers.question import Question
from bot.answers.scope import Scope
from bot.answers.signs import speaks_of_future
from bot.answers.weights import RANKING

POOL = 14
_MORE = 6
RANKED = 24
_COLUMN = {name: column for column, name in enumerate(NAMES)}


class Candidate(NamedTuple):
    """A sentence that may answer: its position, its features, its score.

    `matched` holds the question's terms that stand in it; `future` tells of one that speaks of
    what is to come where the question asks about what has been.
    """

    position: int
    features: tuple[float, ...]
    score: float
    older: bool
    future: bool
    matched: frozenset[str]

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
        self._profiles = profiles
        self._index, self._keep = profiles.index, keep
        self._weights = {name: weights.get(name, 0.0) for name in NAMES}

    def rank(self, question: Question, scope: Scope) -> list[Candidate]:
        """Return the best candidates within a scope, best first, ties in reading order."""
        scores = self._index.bm25.get_scores(question.keys)
        positions = sorted(self._pool(question, scope, scores))
        if not positions:
            return []
        keys = sum(map(self._index.weight, question.keys)) or 1.0
        paragraphs = self._index.paragraphs.get_scores([unit.key for unit in question.units])
        paragraph = paragraphs[self._index.paragraph_of[positions]] / (question.weight or 1.0)
        bm25 = (scores[positions] / keys).tolist()
        found = Features(question, positions, bm25, paragraph.tolist(), self._profiles)
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
                older=self._index.sentences[positions[n]].article in scope.older,
                future=question.past and speaks_of_future(self._index.sentences[positions[n]].text),
                matched=frozenset(found.matched[n]),
            )
            for n in order
        ]

    def _pool(self, question: Question, scope: Scope, scores: NDArray[np.float64]) -> set[int]:
        """Return the positions worth a closer look: by the terms, then by other words for them."""
        units = question.units
        if not units:
            return set()
        everything = len(scope.articles) == len(self._index.corpus.articles)
        pool = self._best(question, scores, POOL, None if everything else scope)
        for words in ("others", "related"):
            found: dict[int, float] = {}
            for unit in units:
                for at in self._index.holders(getattr(unit, words).single):
                    found[at] = found.get(at, 0.0) + unit.weight
            within = list(found) if everything else [at for at in found if self._in(scope, at)]
            # Sorting keeps equal ones in their order, which is the reading order.
            within.sort()
            within.sort(key=found.__getitem__, reverse=True)
            pool.update(within[:_MORE])
        return pool

    def _best(
        self, question: Question, scores: NDArray[np.float64], limit: int, scope: Scope | None
    ) -> set[int]:
        """Return the best positions within a scope that hold a term of the question.

        A term that stands in half of the sentences scores nothing, but stands there all the same.
        """
        order = np.argsort(-scores, kind="stable")[: None if scope else limit]
        if not scope and order.size and scores[order[-1]] > 0:
            return set(order.tolist())
        held = self._index.holders(question.known)
        within = (
            at
            for at, score in zip(order.tolist(), scores[order].tolist(), strict=True)
            if (score > 0 or at in held) and (not scope or self._in(scope, at))
        )
        return set(islice(within, limit))

    def _in(self, scope: Scope, at: int) -> bool:
        return self._index.sentences[at].article in scope.articles
