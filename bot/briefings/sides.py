"""What each outlet says to a question, by its best sentence; silence where none answers it."""

import re
from collections.abc import Iterator
from datetime import date

from bot.answers.answering import Answerer
from bot.answers.asks import Asks, asked_for
from bot.briefings.differences import Side, denies
from bot.briefings.material import quotable
from bot.corpus.names import NameKind
from bot.index.index import SentenceIndex

# An outlet's sentence must score at least this share of the best one to be its answer.
_WORTH = 0.35
# One that is not sure to answer must hold this share of the question at least.
_SURE, _SPOKEN_TO = 0.5, 0.5
# What is asked with yes or no stands in the answer, or nearly all of it.
_ASSERTED = 0.6
_PLACE = re.compile(r"\b(?:where|place|location|venue)\b", re.IGNORECASE)


def sides_of(answerer: Answerer, question: str, as_of: date | None = None) -> tuple[Side, ...]:
    """Return the best sentence of each outlet that answers, in the manifest's order.

    Each outlet is asked alone, and its answer must stand up beside the best of all.
    """
    found = tuple(_answers(answerer, question, as_of))
    best = max((side.quote.score for side in found), default=0.0)
    return tuple(
        side
        for side in found
        if side.quote.score >= _WORTH * best
        and (side.quote.score == best or _speaks_to(side, question, answerer.index))
    )


def _answers(answerer: Answerer, question: str, as_of: date | None) -> Iterator[Side]:
    for outlet in answerer.corpus.outlets:
        answer = answerer.told(question, outlet, as_of)
        if answer.answered and quotable(answer.quotes[0].sentence):
            quote = answer.quotes[0]
            analysis = answerer.index.analysis_of(quote.sentence)
            yield Side(quote, analysis, answer.confidence)


def _speaks_to(side: Side, question: str, index: SentenceIndex) -> bool:
    """Whether a sentence is about what is asked, and gives or denies what is asked for."""
    asks = asked_for(question)
    wanted = set(index.analyser.analyse(question).content)
    held = wanted & set(side.analysis.content)
    share = sum(map(index.weight, held)) / (sum(map(index.weight, wanted)) or 1.0)
    if share < _SPOKEN_TO and side.confidence < _SURE:
        return False
    if asks is Asks.YES_NO:
        return share >= _ASSERTED
    if asks is Asks.PLACE and any(name.kind is NameKind.PLACE for name in index.names):
        others = set(side.analysis.content) - wanted
        places = {f"@{name.name}" for name in index.names if name.kind is NameKind.PLACE}
        nowhere = denies(side) and _PLACE.search(side.quote.sentence.text)
        return bool(others & places) or bool(nowhere)
    return True
