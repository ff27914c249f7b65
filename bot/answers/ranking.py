"""Sentences in the order in which they answer a question."""

from collections.abc import Mapping, Sequence
from itertools import islice
from operator import mul
from typing import NamedTuple

from bot.answers.features import NAMES, Features
from bot.answers.matching import Column, covered, matches
from bot.answers.profiles import Profile, Profiles
from bot.answers.question import Question
from bot.answers.scope import Scope
from bot.answers.signs import speaks_of_future
from bot.answers.weights import RANKING
from bot.index.small import Mask

POOL = 14
_MORE = 6
# So many of them are read; the index alone tells which.
RANKED = 14
# Below this many sentences BM25's weights shrink to nothing or turn negative for terms that stand
# in half of them; what is covered says more then.
_TINY = 50
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
        found = matches(question, positions, self.profiles)
        columns = covered(question, found, positions)
        columns |= self._scores(question, positions, columns["coverage"])
        if len(positions) > self._keep:
            rows = self._best_rows(columns)
            positions = [positions[n] for n in rows]
            columns = {name: [column[n] for n in rows] for name, column in columns.items()}
        looked = Features(question, positions, columns, found, self.profiles)
        scored = self._weighed(looked.columns)
        features = looked.rows()
        return [
            Candidate(
                position=positions[n],
                features=features[n],
                score=scored[n],
                older=looked.profiles[n].sentence.article in scope.older,
                past=question.past,
                matched=frozenset(looked.matched[n]),
                profile=looked.profiles[n],
            )
            for n in _descending(scored)
        ]

    def _scores(
        self, question: Question, positions: Sequence[int], coverage: Column
    ) -> dict[str, Column]:
        """Return BM25 of sentences and of their paragraphs, by the weight of what is asked."""
        index = self._index
        keys = sum(map(index.weight, question.keys)) or 1.0
        whole = question.weight or 1.0
        scores = index.bm25.get_batch_scores(question.keys, positions)
        paragraphs = index.paragraphs.get_batch_scores(
            [unit.key for unit in question.units], index.paragraph_of[positions].tolist()
        )
        columns: dict[str, Column] = {
            "bm25": [score / keys for score in scores],
            "paragraph": [score / whole for score in paragraphs],
        }
        if len(index.sentences) < _TINY:
            return {name: list(map(max, column, coverage)) for name, column in columns.items()}
        return columns

    def _best_rows(self, columns: Mapping[str, Column]) -> list[int]:
        """Return which candidates are worth reading, by what the index tells of them."""
        return sorted(_descending(self._weighed(columns))[: self._keep])

    def _weighed(self, columns: Mapping[str, Column]) -> list[float]:
        """Return the weighted sum of each candidate's features."""
        weights = [self._weights[name] for name in columns]
        # Equal sentences must get equal scores wherever they stand, so no matrix product here.
        return [sum(map(mul, weights, row)) for row in zip(*columns.values(), strict=True)]

    def _pool(self, question: Question, scope: Scope) -> set[int]:
        """Return the positions worth a closer look: by the terms, then by other words for them."""
        units = question.units
        if not units:
            return set()
        everything = len(scope.articles) == len(self._index.corpus.articles)
        within = None if everything else self._index.within(scope.articles)
        pool = self._best(question, within)
        for words in ("others", "related"):
            groups = [(getattr(unit, words).single, unit.weight) for unit in units]
            pool.update(self._index.holding_most(groups, _MORE, within))
        return pool

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


def _descending(scores: Sequence[float]) -> list[int]:
    """Return the places of scores, the highest first, equal ones in their order."""
    return sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
