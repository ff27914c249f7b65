"""Sentences in the order in which they answer a question."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.answers.features import NAMES, Profiles, features
from bot.answers.question import Question
from bot.answers.scope import Scope
from bot.answers.weights import RANKING

POOL = 40


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer: its position, its features, its score."""

    position: int
    features: Mapping[str, float]
    score: float
    older: bool


class Ranker:
    """Ranks the sentences that hold a term of the question, or another word for one."""

    def __init__(self, profiles: Profiles) -> None:
        self._profiles = profiles
        self._index = profiles.index

    def rank(self, question: Question, scope: Scope) -> list[Candidate]:
        """Return the best candidates within a scope, best first, ties in reading order."""
        keys = list(question.keys)
        content = [unit.key for unit in question.units]
        scores = self._index.bm25.get_scores(keys)
        paragraphs = self._index.paragraphs.get_scores(content)
        key_weight = sum(self._index.weight(key) for key in keys) or 1.0
        content_weight = sum(unit.weight for unit in question.units) or 1.0
        found: list[Candidate] = []
        for at in self._pool(question, scope):
            paragraph = float(paragraphs[self._index.paragraph_of[at]]) / content_weight
            values = features(
                question, at, float(scores[at]) / key_weight, paragraph, self._profiles
            )
            named = dict(zip(NAMES, values, strict=True))
            score = sum(weight * named[name] for name, weight in RANKING.items())
            older = self._index.sentences[at].article in scope.older
            found.append(Candidate(at, named, score, older))
        return sorted(found, key=lambda candidate: (-candidate.score, candidate.position))

    def _pool(self, question: Question, scope: Scope) -> list[int]:
        content = [unit.key for unit in question.units]
        others = [other[0] for unit in question.units for other in unit.others if len(other) == 1]
        everything = len(scope.articles) == len(self._index.corpus.articles)
        limit = POOL if everything else len(self._index.sentences)
        hits = self._index.search(list(question.keys) if content else [], limit)
        hits += self._index.search([*content, *others], limit) if others else []
        kept = (hit.position for hit in hits if hit.sentence.article in scope.articles)
        pool: dict[int, None] = {}
        for position in kept:
            pool.setdefault(position)
            if len(pool) >= 2 * POOL:
                break
        return list(pool)
