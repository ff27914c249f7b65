"""Rules of honesty over the ranking: no question as an answer, no old news before new."""

import re
from collections.abc import Sequence

from bot.answers.evidence import confidence, evidence
from bot.answers.profiles import Profiles
from bot.answers.question import Question
from bot.answers.ranking import Candidate
from bot.corpus.article import Kind

# How sure a newer sentence must be, beside the older one it takes the lead from.
_SHARE = 0.4
# Scores this share apart, or less, are as good as equal.
_TIE = 0.05


def ordered(
    question: Question, ranked: Sequence[Candidate], profiles: Profiles, enough: float
) -> list[Candidate]:
    """Return the ranking with sentences that may not lead moved behind those that may."""
    answering = [c for c in ranked if not c.feature("asking")]
    asking = [c for c in ranked if c.feature("asking")]
    result = _body_first(answering, profiles)
    if not _asks_about_then(question, result, profiles):
        result = _newer_first(question, result, len(profiles.index.sentences), enough)
    return result + asking


def preferred_first(
    ranked: Sequence[Candidate], profiles: Profiles, preferred: frozenset[str]
) -> list[Candidate]:
    """Let preferred outlets go before others that answer as well and are as old."""
    if not preferred:
        return list(ranked)
    sentences, articles = profiles.index.sentences, profiles.index.corpus.by_id
    liked = [articles[sentences[c.position].article].outlet in preferred for c in ranked]
    result: list[tuple[Candidate, bool]] = []
    for item in zip(ranked, liked, strict=True):
        at = len(result)
        while item[1] and at and not result[at - 1][1] and _tied(result[at - 1][0], item[0]):
            at -= 1
        result.insert(at, item)
    return [candidate for candidate, _ in result]


def _tied(one: Candidate, other: Candidate) -> bool:
    same_place = one.older == other.older and one.feature("asking") == other.feature("asking")
    return same_place and one.score - other.score <= _TIE * abs(one.score)


def _body_first(ranked: list[Candidate], profiles: Profiles) -> list[Candidate]:
    """Let a body sentence that says the same go before a headline."""
    sentences = profiles.index.sentences
    for at, lead in enumerate(ranked):
        if sentences[lead.position].kind is not Kind.HEADLINE:
            continue
        for later in range(at + 1, len(ranked)):
            other = ranked[later]
            body = sentences[other.position].kind is not Kind.HEADLINE
            if body and lead.matched <= other.matched:
                moved = [*ranked[:at], other, *ranked[at:later], *ranked[later + 1 :]]
                return _body_first(moved, profiles) if at else moved
    return ranked


def _newer_first(
    question: Question, ranked: list[Candidate], sentences: int, enough: float
) -> list[Candidate]:
    """Let older reporting lead only where nothing newer speaks to the question."""
    if not ranked or not ranked[0].older:
        return ranked
    newer = [candidate for candidate in ranked if not candidate.older]
    if not newer:
        return ranked
    old_sure = confidence(evidence(question, ranked, sentences))
    new_sure = confidence(evidence(question, newer, sentences))
    if new_sure >= enough and new_sure >= _SHARE * old_sure:
        return [newer[0], *(other for other in ranked if other is not newer[0])]
    return ranked


def _asks_about_then(question: Question, ranked: Sequence[Candidate], profiles: Profiles) -> bool:
    """Whether the question names the year of the older article that leads."""
    if not ranked or not ranked[0].older:
        return False
    lead = profiles.index.sentences[ranked[0].position]
    published = profiles.index.corpus.by_id[lead.article].published
    return published is not None and bool(re.search(rf"\b{published.year}\b", question.text))
