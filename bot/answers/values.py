"""The words in a sentence that would answer a question: its dates, numbers, places, people."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.answers import signs
from bot.answers.asks import Asks
from bot.answers.profiles import Profile
from bot.answers.question import Question
from bot.corpus.patterns import pattern
from bot.index.analysis import Analysis

_REPORTING = pattern(
    r"\b(?:said|says|announced|reported|told \w+|confirmed|added|warned)(?: on)? $", re.IGNORECASE
)
_NEAR = 5


@dataclass(frozen=True, slots=True)
class Value:
    """A possible answer in a sentence, with its span in the sentence's text."""

    key: str
    start: int
    end: int


def values(question: Question, text: str, analysis: Analysis, profile: Profile) -> list[Value]:
    """Return what in a sentence is of the kind the question asks for, left to right."""
    match question.asks:
        case Asks.DATE:
            return _dates(text)
        case Asks.NUMBER:
            return _numbers(question, analysis)
        case Asks.PLACE:
            return _names(question, analysis, profile.localities)
        case Asks.PERSON:
            return _names(question, analysis, profile.people)
        case _:
            return []


@lru_cache(maxsize=4096)
def _dates(text: str) -> list[Value]:
    """Return time expressions, except the day on which somebody only said something."""
    return [
        Value(" ".join(match.group().lower().split()), match.start(), match.end())
        for match in signs.dates(text)
        if not _REPORTING.search(text[: match.start()])
        and not match.group().lower().endswith(("after", "before"))
    ]


def _numbers(question: Question, analysis: Analysis) -> list[Value]:
    """Return numbers that stand near a term of the question."""
    terms = analysis.terms
    known = question.known
    spots = [n for n, term in enumerate(terms) if term.key in known]
    return [
        Value(term.key, term.start, term.end)
        for n, term in enumerate(terms)
        if signs.has_number(term.form)
        and term.key not in known
        and (not spots or min(abs(n - spot) for spot in spots) <= _NEAR)
    ]


def _names(question: Question, analysis: Analysis, wanted: frozenset[str]) -> list[Value]:
    """Return names new to the question: known ones where there are any, else capitalised words."""
    known = question.known
    certain = {key for key in wanted - known if key.startswith("@")}
    wanted = frozenset(certain) or wanted
    found: list[Value] = []
    for term in analysis.terms:
        if term.key not in wanted or term.key in known or term.stop:
            continue
        if found and term.start - found[-1].end == 1 and not term.key.startswith("@"):
            found[-1] = Value(found[-1].key, found[-1].start, term.end)
        elif not found or term.start >= found[-1].end:
            found.append(Value(term.key, term.start, term.end))
    return found
