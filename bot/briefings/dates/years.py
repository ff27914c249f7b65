"""Years and what is told by them: spans of years, decades, centuries, quarters, seasons."""

import re

from bot.briefings.dates import calendar
from bot.briefings.dates.expression import Certainty, Granularity, Interval, Resolution
from bot.briefings.dates.names_alike import is_year
from bot.briefings.dates.rule import Context, Match, Rule, bounded, unresolved
from bot.briefings.dates.verbs import Tense
from bot.briefings.dates.vocabulary import AND, CENTURIES, ORDINALS, SEASON, TO, YEAR, S

_HARDLY_OVER = 90
_WHICH = {"last": -1, "this": 0, "next": 1}


def _year(match: Match, _context: Context) -> Resolution | None:
    year = int(match["year"])
    return bounded(calendar.years(year, year), Granularity.YEAR)


def _years(match: Match, _context: Context) -> Resolution | None:
    first, last = int(match["year"]), match["last"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if end == first + 1 and match["sign"] == "/":
        return None
    return bounded(calendar.years(first, end), Granularity.RANGE)


def _is_span(match: Match, before: str, after: str) -> bool:
    if len(match["last"]) == 2 and int(match["last"]) <= int(match["year"][2:]):
        return False
    return is_year(match, before, after)


def _decade(match: Match, _context: Context) -> Resolution | None:
    first = int(match["decade"] or f"19{match['short']}")
    begin, end = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(
        (match["part"] or "").lower(), (0, 9)
    )
    size = Granularity.RANGE if match["part"] else Granularity.DECADE
    return bounded(calendar.years(first + begin, first + end), size)


def _century(match: Match, _context: Context) -> Resolution | None:
    word = match["century"].lower()
    number = CENTURIES.get(word) or int(word.rstrip("stndrh"))
    begin, end = {"early": (1, 33), "mid": (34, 66), "late": (67, 100)}.get(
        (match["part"] or "").lower(), (1, 100)
    )
    first = (number - 1) * 100
    return bounded(calendar.years(first + begin, first + end), Granularity.CENTURY)


def _quarter(match: Match, context: Context) -> Resolution | None:
    number = int(match["q"]) if match["q"] else ORDINALS[match["nth"].lower()]
    year = _quarter_year(match, context, number)
    found = calendar.months(year, 3 * number - 2, 3) if year else None
    return bounded(found, Granularity.QUARTER)


def _quarter_year(match: Match, context: Context, number: int) -> int | None:
    if match["year"]:
        return int(match["year"])
    if context.published is None:
        return None
    if match["which"]:
        return context.published.year + _WHICH.get(match["which"].lower(), 0)
    ours = (context.published.month - 1) // 3 + 1
    if context.tense is Tense.FUTURE:
        return context.published.year + (number < ours)
    if context.tense is Tense.PAST:
        return context.published.year - (number > ours)
    return None


def _half(match: Match, _context: Context) -> Resolution | None:
    found = calendar.months(int(match["year"]), 6 * int(match["h"]) - 5, 6)
    return bounded(found, Granularity.HALF_YEAR)


def _is_business_quarter(match: Match, before: str, after: str) -> bool:
    """Whether a quarter is of a year, and not of a match or an amount."""
    if match["q"] or match["year"] or match["which"]:
        return True
    around = before[-80:] + after[:80]
    return bool(
        re.search(r"(?:\bin|\bfor|['’]s)\s+$", before, re.IGNORECASE)
        and re.search(
            r"\b(?:profits?|revenues?|sales|earnings|growth|grew|gdp|econom\w+|loss(?:es)?|results"
            r"|shipments|inflation|deliveries|orders|dividend)\b",
            around,
            re.IGNORECASE,
        )
    )


def _season(match: Match, _context: Context) -> Resolution | None:
    """Spring 2018; "winter of 2018" leaves open which of two."""
    name = match["season"].lower()
    if name == "winter":
        return None
    return bounded(calendar.season(int(match["year"]), name), Granularity.SEASON)


def relative_season(name: str, step: int, context: Context) -> Resolution | None:
    """Return last, this or next summer, counted from the day of publication."""
    if context.published is None:
        return None
    name, when = name.lower(), context.published
    around = [calendar.season(when.year + n, name) for n in (-2, -1, 0, 1, 2)]
    known: list[Interval] = [found for found in around if found]
    if step < 0:
        found = next((s for s in reversed(known) if s.last < when), None)
    elif step > 0:
        found = next((s for s in known if s.first > when), None)
    else:
        now = next((s for s in known if s.first <= when <= s.last), None)
        found = now or next((s for s in known if s.first.year == when.year), None)
    return bounded(found, Granularity.SEASON)


def last_season(name: str, context: Context) -> Resolution | None:
    """Return last summer, which is never one that is hardly over: that is this summer."""
    found = relative_season(name, -1, context)
    if found is None or context.published is None:
        return found
    over = (context.published - found.interval.last).days
    if name.lower() == "winter" or over > _HARDLY_OVER:
        return found
    if found.interval.last.year < context.published.year:
        return found
    year = found.interval.first.year - 1
    return bounded(calendar.season(year, name.lower()), Granularity.SEASON)


def _fitting_season(match: Match, context: Context) -> Resolution | None:
    step = {Tense.PAST: -1, Tense.FUTURE: 1}.get(context.tense)
    found = relative_season(match["season"], step, context) if step else None
    return found and bounded(found.interval, Granularity.SEASON, Certainty.INFERRED)


_FROM = r"(?:1\d{3}|20\d\d)"
_PART = rf"(?:(?P<part>(?i:early|mid|late))(?:-|{S}))?"
_OF_YEAR = (
    rf"(?:,?{S}(?:of{S}|in{S})?(?:(?P<year>{YEAR})"
    rf"|(?P<which>(?i:last|this|next|the(?: current)?)){S}(?i:year)\b))?"
)

RULES = (
    Rule(
        "DIGIT",
        rf"(?P<year>{_FROM})(?P<sign>{TO}|{AND}|/)"
        rf"(?P<last>{YEAR}|\d\d(?![\w%,.]\d|\w))",
        _years,
        _is_span,
    ),
    Rule(
        "the early mid late DIGIT",
        rf"(?:the{S})?{_PART}(?:the{S})?(?:(?P<decade>(?:1[5-9]|20)\d0)|['’](?P<short>\d0))['’]?s\b",
        _decade,
    ),
    Rule(
        f"the early mid late DIGIT twenty {' '.join(CENTURIES)}",
        rf"(?:the{S})?{_PART}(?:the{S})?(?P<century>\d\d?(?:st|nd|rd|th)|(?i:{'|'.join(CENTURIES)}))"
        rf"[\s-]+(?i:century)\b",
        _century,
    ),
    Rule(
        "q1 q2 q3 q4 the first second third fourth",
        rf"(?:Q(?P<q>[1-4])|(?:(?i:the){S})?(?P<nth>(?i:first|second|third|fourth))"
        rf"(?:{S}|-)(?i:quarter)\b){_OF_YEAR}",
        _quarter,
        _is_business_quarter,
    ),
    Rule("h1 h2", rf"H(?P<h>[12]){S}(?P<year>{YEAR})", _half),
    # A fiscal year begins when its keeper says.
    Rule(
        "fiscal financial DIGIT",
        rf"(?i:fiscal|financial)(?:{S}(?i:year))?{S}{YEAR}(?:[-/–]\d+)?"
        rf"|{YEAR}{S}(?:fiscal|financial){S}year",
        unresolved,
    ),
    Rule(
        "the spring summer autumn fall winter",
        rf"(?:(?i:the){S})?(?P<season>{SEASON}),?{S}(?:of{S})?(?P<year>{YEAR})",
        _season,
    ),
    Rule(
        "spring summer autumn winter",
        rf"(?<=\bin the )(?P<season>spring|summer|autumn|winter)\b(?!{S}(?:of|months|season))",
        _fitting_season,
    ),
)
YEAR_RULES = (Rule("DIGIT", rf"(?P<year>{YEAR})", _year, is_year),)
