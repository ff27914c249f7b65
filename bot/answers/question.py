"""A question understood: what it asks for, about whom, and by which words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answers.asks import Asks, asked_for
from bot.answers.thesaurus import Thesaurus
from bot.index.analysis import Analysis, Term
from bot.index.index import SentenceIndex

# Words that shape a question more than they tell its topic.
_FRAME = frozenset(
    [
        "kind",
        "type",
        "sort",
        "exact",
        "exactly",
        "specif",
        "precis",
        "tell",
        "told",
        "know",
        "happen",
        "mean",
        "call",
        "explain",
        "describ",
        "name",
        "exampl",
        "accord",
        "articl",
        "stori",
        "report",
        "news",
        "outlet",
        "sourc",
        "question",
        "answer",
        "find",
        "concern",
        "regard",
        "mani",
        "long",
        "far",
        "big",
        "larg",
        "tall",
        "high",
        "fast",
        "old",
        "often",
        "deep",
        "wide",
        "much",
        "did",
        "use",
        "give",
        "main",
        "citi",
        "countri",
        "state",
        "town",
        "place",
        "locat",
        "date",
        "day",
        "year",
        "month",
        "week",
        "time",
        "number",
        "amount",
        "person",
        "peopl",
    ]
)
_FRAME_SHARE = 0.35


@dataclass(frozen=True, slots=True)
class Unit:
    """One content term of a question: how much it tells, and what else may stand for it.

    `others` are single stems or phrases of stems, weaker than the term itself.
    """

    key: str
    form: str
    weight: float
    others: tuple[tuple[str, ...], ...] = ()
    known: bool = True
    name: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the ranking sees it."""

    text: str
    asks: Asks
    analysis: Analysis
    keys: tuple[str, ...]
    units: tuple[Unit, ...]

    @property
    def names(self) -> frozenset[str]:
        """Canonical names the question mentions."""
        return frozenset(mention.name.name for mention in self.analysis.mentions)


def understand(text: str, index: SentenceIndex, thesaurus: Thesaurus) -> Question:
    """Analyse a question against an index."""
    analysis = index.analyser.analyse(text)
    units = tuple(_units(analysis.terms, index, thesaurus))
    keys = tuple(dict.fromkeys(analysis.keys))
    return Question(text, asked_for(text), analysis, keys, units)


def _units(terms: Sequence[Term], index: SentenceIndex, thesaurus: Thesaurus) -> Iterator[Unit]:
    seen: set[str] = set()
    for at, term in enumerate(terms):
        if term.stop or term.key in seen:
            continue
        seen.add(term.key)
        others = () if term.key.startswith("@") else _others(terms, at, thesaurus)
        weight = index.weight(term.key)
        if term.key in _FRAME:
            weight *= _FRAME_SHARE
        known = index.bm25.frequency(term.key) > 0
        yield Unit(term.key, term.form, weight, others, known, term.key.startswith("@"))


def _others(terms: Sequence[Term], at: int, thesaurus: Thesaurus) -> tuple[tuple[str, ...], ...]:
    """Return what may stand for a term, alone or as part of a phrase of the question."""
    found: dict[tuple[str, ...], None] = {}
    for length in range(1, thesaurus.longest + 1):
        for first in range(max(0, at - length + 1), at + 1):
            phrase = tuple(term.key for term in terms[first : first + length])
            if len(phrase) == length:
                found.update(dict.fromkeys(thesaurus.others(phrase)))
    return tuple(found)


_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")


def years(text: str) -> frozenset[int]:
    """Return the years a text names."""
    return frozenset(int(year) for year in _YEAR.findall(text))
