"""Sentences in the order in which they answer a question."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.answers.features import NAMES, Features
from bot.answers.profiles import Profiles
from bot.answers.question import Question
from bot.answers.scope import Scope
from bot.answers.weights import RANKING

POOL = 40
_MORE = 15
_RANKED = 40
_COLUMN = {name: column for column, name in enumerate(NAMES)}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer: its position, its features, its score.

    `matched` holds the question's terms that stand in it.
    """

    position: int
    features: NDArray[np.float64]
    score: float
    older: bool
    future: bool
    matched: frozenset[str]

    def feature(self, name: str) -> float:
        """Return the value of a feature by its name."""
        return float(self.features[_COLUMN[name]])


class Ranker:
    """Ranks the sentences that hold a term of the question, or another word for one."""

    def __init__(self, profiles: Profiles, weights: Mapping[str, float] = RANKING) -> None:
        self._profiles = profiles
        self._index = profiles.index
        self._weights = np.array([weights.get(name, 0.0) for name in NAMES])

    def rank(self, question: Question, scope: Scope) -> list[Candidate]:
        """Return the best candidates within a scope, best first, ties in reading order."""
        positions = np.array(sorted(self._pool(question, scope)), dtype=np.int64)
        if not len(positions):
            return []
        bm25 = self._index.bm25.get_scores(question.keys)[positions]
        keys = sum(map(self._index.weight, question.keys)) or 1.0
        paragraphs = self._index.paragraphs.get_scores([unit.key for unit in question.units])
        paragraph = paragraphs[self._index.paragraph_of[positions]] / (question.weight or 1.0)
        found = Features(question, positions, bm25 / keys, paragraph, self._profiles)
        # Equal sentences must get equal scores wherever they stand, so no matrix product here.
        scores = (found.table * self._weights).sum(axis=1)
        order = np.argsort(-scores, kind="stable").tolist()[:_RANKED]
        return [
            self._candidate(question, found, int(positions[n]), float(scores[n]), n, scope)
            for n in order
        ]

    def _candidate(
        self, question: Question, found: Features, at: int, score: float, row: int, scope: Scope
    ) -> Candidate:
        return Candidate(
            position=at,
            features=found.table[row],
            score=score,
            older=self._index.sentences[at].article in scope.older,
            future=self._profiles.of(at).future,
            matched=frozenset(
                unit.key for unit, held in zip(question.units, found.held, strict=True) if held[row]
            ),
        )

    def _pool(self, question: Question, scope: Scope) -> list[int]:
        """Return the positions worth a closer look: by the terms, then by other words for them."""
        content = [unit.key for unit in question.units]
        if not content:
            return []
        others = sorted({word for unit in question.units for word in unit.others.single})
        related = sorted({word for unit in question.units for word in unit.related.single})
        everything = len(scope.articles) == len(self._index.corpus.articles)
        reach = 1 if everything else len(self._index.sentences)
        pool: dict[int, None] = {}
        for keys, limit in (
            (list(question.keys), POOL),
            ([*content, *others], _MORE),
            (related, _MORE),
        ):
            taken = 0
            for hit in self._index.search(keys, max(limit, reach)):
                if hit.sentence.article in scope.articles and taken < limit:
                    pool[hit.position] = None
                    taken += 1
        return list(pool)
