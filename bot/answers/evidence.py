"""Whether the best sentence answers the question, or only looks like it."""

from bot.answers.question import Question
from bot.answers.ranking import Candidate

ENOUGH = 0.5
_SOFT, _PREFIX, _AROUND = 0.8, 0.5, 0.4


def confidence(question: Question, best: Candidate) -> float:
    """Return how much of the question's weight the sentence and its surroundings cover, 0 to 1."""
    values = best.features
    covered = (
        values["coverage"]
        + _SOFT * values["soft"]
        + _PREFIX * values["prefix"]
        + _AROUND * values["around"]
    )
    absent = any(unit.name or unit.form[0].isdigit() for unit in question.units if not unit.known)
    return round(min(1.0, covered) * (0.6 if absent else 1.0), 4)
