"""Older reporting leads where nothing newer speaks to the question, or its year is asked for."""

import re
from collections.abc import Sequence

from bot.answers.evidence import confidence, evidence
from bot.answers.profiles import Profiles
from bot.answers.question import Question
from bot.answers.ranking import Candidate
from bot.answers.wording import OCCASIONS

# How sure a newer sentence must be, beside the older one it takes the lead from.
_SHARE = 0.4
# How much of the question's weight it may lack beside that one.
_LOST = 0.25
# The same where it is asked what has been, of which the older one may well tell more.
_LOST_OF_PAST = 0.15


def newer_first(
    question: Question, ranked: list[Candidate], sentences: int, enough: float
) -> list[Candidate]:
    """Let older reporting lead only where nothing newer speaks to the question."""
    if not ranked or not ranked[0].older:
        return ranked
    newer = [candidate for candidate in ranked if not candidate.older]
    if not newer:
        return ranked
    old_sure = confidence(evidence(question, ranked, sentences))
    renewed = [newer[0], *(other for other in ranked if other is not newer[0])]
    new_sure = confidence(evidence(question, renewed, sentences))
    speaks = _speaks_to(question, newer[0], ranked[0])
    if speaks and new_sure >= enough and new_sure >= _SHARE * old_sure:
        return renewed
    return ranked


def _speaks_to(question: Question, newer: Candidate, older: Candidate) -> bool:
    """Whether a newer sentence holds the names, and most else, of what the older one matches.

    How many times is not told by a newer one that does not count them.
    """
    missing = older.matched - newer.matched
    if missing & question.named.keys():
        return False
    times = question.wording.counted == OCCASIONS
    if times and newer.feature("counted") < older.feature("counted"):
        return False
    lost = sum(unit.weight for unit in question.units if unit.key in missing)
    return lost <= (_LOST_OF_PAST if question.past else _LOST) * question.weight


def asks_about_then(question: Question, ranked: Sequence[Candidate], profiles: Profiles) -> bool:
    """Whether the question names the year of the older article that leads."""
    if not ranked or not ranked[0].older:
        return False
    lead = profiles.index.sentences[ranked[0].position]
    published = profiles.index.corpus.by_id[lead.article].published
    return published is not None and bool(re.search(rf"\b{published.year}\b", question.text))
