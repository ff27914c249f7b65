"""The rules by which two quotes differ: in date, number, place or name, said or not, done or not.

Each rule would rather stay silent than see a contradiction where there is none.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations

from bot.answers import signs
from bot.answers.answer import Quote
from bot.answers.asks import Asks, asked_for
from bot.corpus.names import NameKind
from bot.index.analysis import Analysis, Term
from bot.index.index import SentenceIndex


class DifferenceKind(StrEnum):
    """In what quotes differ."""

    DATE = "date"
    NUMBER = "number"
    PLACE = "place"
    NAME = "name"
    UNSAID = "not announced"
    HALTED = "halted or not"
    OLDER = "older"


@dataclass(frozen=True, slots=True)
class Side:
    """A quote that speaks to a question, and how sure that is."""

    quote: Quote
    analysis: Analysis
    confidence: float


@dataclass(frozen=True, slots=True)
class Found:
    """A difference between two sides.

    `named` is the side that a kind of one side is named for: where it was halted, or is not
    announced, or the older one.
    """

    kind: DifferenceKind
    one: Side
    other: Side
    named: Side | None = None


_OF_ONE_SIDE = {DifferenceKind.HALTED, DifferenceKind.OLDER}
# How much of the lighter sentence two must share for their dates to be dates of one thing.
_SAME_MATTER = 0.35
# A term in no more sentences than this is particular enough to tell that two speak of one thing.
_RARE = 3
_RARE_SHARE = 0.4
_SURE = 0.35
_COUNTS = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve".split(),
        range(1, 13),
        strict=True,
    )
)
# What is counted in any story; that two count it does not mean that they speak of one thing.
_ANYONE = frozenset({"peopl", "person", "man", "woman", "time", "hour", "day", "week", "year"})
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_RELATIVE = re.compile(r"\b(this|next|last) (week|month|year)\b", re.IGNORECASE)
_STEPS = {"this": 0, "next": 1, "last": -1}
_UNKNOWN = (
    r"(?:no|not|nobody|neither|never|nor|unclear|unknown|undecided|undisclosed|unannounced"
    r"|without|yet to|\w+n['’]t)"
)
_PARTICULARS = (
    r"(?:dates?|day|time|timetable|place|location|venue|deadline|schedule|how long|when|where)"
)
_UNSAID = re.compile(
    rf"\b{_UNKNOWN}\b[^.;]{{0,25}}\b{_PARTICULARS}\b"
    rf"|\b(?:dates?|time|timetable|place|location|venue)\b[^.;]{{0,30}}\b{_UNKNOWN}\b",
    re.IGNORECASE,
)
# A date that is given for what is to come: "will meet next week", "scheduled for April 3".
_AHEAD = re.compile(
    r"\b(?:will|would|could|may|might|shall|is to|are to|scheduled|expected|due|as early as)\b",
    re.IGNORECASE,
)
_HALT = re.compile(
    r"\b(?:halt|halted|halting|suspend(?:ed|ing)?|suspension|moratorium|froze|frozen|paus(?:e|ed|ing)"
    r"|stopp(?:ed|ing)|cessation|ceased)\b",
    re.IGNORECASE,
)
_ANEW = re.compile(
    r"\b(?:first|new|another|latest|fresh|resum\w+|again|carried out|conducted|staged|fired)\b",
    re.IGNORECASE,
)
_NEAR = 60


def differing(question: str, sides: Sequence[Side], index: SentenceIndex) -> Iterator[Found]:
    """Yield how the sides of different outlets differ in what they answer, each pair once."""
    asks = asked_for(question)
    wanted = frozenset(index.analyser.analyse(question).content)
    rules: list[tuple[DifferenceKind, Callable[[Side, Side], bool]]] = [
        (DifferenceKind.HALTED, lambda a, b: _halted(a, b, wanted)),
        (DifferenceKind.OLDER, lambda a, b: _older(a, b, wanted, index)),
    ]
    if asks is Asks.DATE:
        rules.insert(0, (DifferenceKind.DATE, lambda a, b: _dates_differ(a, b, index)))
    elif asks is Asks.NUMBER:
        rules.insert(0, (DifferenceKind.NUMBER, lambda a, b: _numbers_differ(a, b, wanted)))
    elif asks in (Asks.PLACE, Asks.PERSON):
        kind, of = (
            (DifferenceKind.PLACE, NameKind.PLACE)
            if asks is Asks.PLACE
            else (DifferenceKind.NAME, NameKind.PERSON)
        )
        rules.insert(0, (kind, lambda a, b: _names_differ(a, b, wanted, of, index)))
    for one, other in combinations(sides, 2):
        if one.quote.article.outlet == other.quote.article.outlet:
            continue
        for kind, differ in rules:
            named = next((a for a, b in ((one, other), (other, one)) if differ(a, b)), None)
            if named:
                yield Found(kind, one, other, named if kind in _OF_ONE_SIDE else None)
                break


def unsaid(sides: Sequence[Side]) -> Iterator[Found]:
    """Yield those who say that a date or place is not known beside those who give one."""
    current = [side for side in sides if not side.quote.older]
    silent = [side for side in current if denies(side)]
    saying = [side for side in current if not denies(side) and _gives_date_ahead(side)]
    for one in silent:
        for other in saying:
            apart = one.quote.article.outlet != other.quote.article.outlet
            if apart and len(_content(one) & _content(other)) > 1:
                yield Found(DifferenceKind.UNSAID, one, other, one)


def asks_particulars(question: str) -> bool:
    """Whether a question asks for a date or a place."""
    wanted = asked_for(question) in (Asks.DATE, Asks.PLACE)
    return wanted or bool(re.search(rf"\b{_PARTICULARS}\b", question, re.IGNORECASE))


def denies(side: Side) -> bool:
    """Whether a sentence says that a date or place is not known or was not announced."""
    return bool(_UNSAID.search(side.quote.sentence.text))


def same_matter(one: Side, other: Side, index: SentenceIndex) -> float:
    """Return how much of the lighter of two sentences the other says as well, 0 to 1."""
    a, b = _content(one), _content(other)
    least = min(sum(map(index.weight, a)), sum(map(index.weight, b)))
    return sum(map(index.weight, a & b)) / (least or 1.0)


def _content(side: Side) -> frozenset[str]:
    return frozenset(side.analysis.content)


def _gives_date_ahead(side: Side) -> bool:
    text = side.quote.sentence.text
    return any(
        _AHEAD.search(text[max(0, found.start() - _NEAR) : found.start()])
        for found in signs.dates(text)
    )


def _dates_differ(one: Side, other: Side, index: SentenceIndex) -> bool:
    if one.quote.older or other.quote.older or same_matter(one, other, index) < _SAME_MATTER:
        return False
    ours, theirs = _times(one), _times(other)
    sizes = {size for size, _ in ours} & {size for size, _ in theirs}
    return any(
        {day for kind, day in ours if kind == size}.isdisjoint(
            day for kind, day in theirs if kind == size
        )
        for size in sizes
    )


def _times(side: Side) -> set[tuple[str, date]]:
    """Return the weeks, months and years a sentence names relative to its publication."""
    published = side.quote.article.published
    if published is None:
        return set()
    found: set[tuple[str, date]] = set()
    for match in _RELATIVE.finditer(side.quote.sentence.text):
        step, size = _STEPS[match.group(1).lower()], match.group(2).lower()
        if size == "week":
            day = published - timedelta(days=published.weekday()) + timedelta(weeks=step)
        elif size == "month":
            months = published.year * 12 + published.month - 1 + step
            day = date(months // 12, months % 12 + 1, 1)
        else:
            day = date(published.year + step, 1, 1)
        found.add((size, day))
    return found


def _numbers_differ(one: Side, other: Side, wanted: frozenset[str]) -> bool:
    if min(one.confidence, other.confidence) < _SURE:
        return False
    if not all((_content(side) & wanted) - _ANYONE for side in (one, other)):
        return False
    ours, theirs = _counts(one.analysis, wanted), _counts(other.analysis, wanted)
    return bool(ours and theirs) and not ours & theirs


def _counts(analysis: Analysis, wanted: frozenset[str]) -> set[float]:
    """Return the numbers that count what is asked for: seven trips, four of them, thrice."""
    found: set[float] = set()
    terms = analysis.terms
    for at, term in enumerate(terms):
        number = _number(term)
        if term.form in _TIMES:
            found.add(_TIMES[term.form])
        elif number is not None:
            after = terms[at + 1 : at + 3]
            counted = any(t.key in wanted for t in after)
            if counted or [t.form for t in after] in (["of", "them"], ["of", "those"]):
                found.add(number)
    return found


def _number(term: Term) -> float | None:
    if term.form in _COUNTS:
        return _COUNTS[term.form]
    try:
        return float(term.form)
    except ValueError:
        return None


def _names_differ(
    one: Side, other: Side, wanted: frozenset[str], kind: NameKind, index: SentenceIndex
) -> bool:
    """Whether two sentences on one thing give names that nowhere stand side by side."""
    if one.quote.older or other.quote.older or same_matter(one, other, index) < _SAME_MATTER:
        return False
    known = {f"@{name.name}" for name in index.names if name.kind is kind}
    ours = (_content(one) & known) - wanted
    theirs = (_content(other) & known) - wanted
    if not ours or not theirs or ours & theirs:
        return False
    return not any(len(index.common((a, b))) for a in ours for b in theirs)


def _halted(one: Side, other: Side, wanted: frozenset[str]) -> bool:
    """Whether one says that something was halted of which the other tells a new case."""
    for key in wanted & _content(one) & _content(other):
        if key.startswith("@"):
            continue
        if _preceded(one, key, _HALT) and _preceded(other, key, _ANEW):
            return not _HALT.search(other.quote.sentence.text)
    return False


def _preceded(side: Side, key: str, sign: re.Pattern[str]) -> bool:
    text = side.quote.sentence.text
    return any(
        term.key == key and sign.search(text[max(0, term.start - _NEAR) : term.start])
        for term in side.analysis.terms
    )


def _older(one: Side, other: Side, wanted: frozenset[str], index: SentenceIndex) -> bool:
    """Whether the first of two on the same particular thing is older reporting, the other not."""
    if not one.quote.older or other.quote.older:
        return False
    total = sum(map(index.weight, wanted)) or 1.0
    return any(
        index.bm25.frequency(key) <= _RARE and index.weight(key) >= _RARE_SHARE * total
        for key in wanted & _content(one) & _content(other)
        if not (key.startswith("@") or signs.has_negation(key))
    )
