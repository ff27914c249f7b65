"""What a question names that stands in no article at all."""

from collections.abc import Iterator

from bot.answers.light import FRAME
from bot.answers.notes import UNMENTIONED
from bot.answers.question import Question
from bot.index.index import SentenceIndex
from bot.phrase import Phrase

_TOLD = 3


def unmentioned(question: Question, index: SentenceIndex) -> Iterator[Phrase]:
    """Yield a note on each of the first words that no article holds, names before others.

    What stands only where nothing is quoted from, as in a caption, is not among them.
    """
    absent = [
        unit
        for unit in question.units
        if not (unit.known or unit.key in FRAME or index.mentions(unit.form))
    ]
    names = [unit for unit in absent if unit.capital] or [u for u in absent if not u.elsewhere]
    for unit in names[:_TOLD]:
        shown = next(t for t in question.analysis.terms if t.key == unit.key)
        yield Phrase(UNMENTIONED, words=question.text[shown.start : shown.end])
