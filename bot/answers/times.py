"""Years and months that a text speaks of, seen from the day it was published."""

import re
from collections.abc import Sequence
from datetime import date

from bot.corpus.patterns import pattern

# Months counted from the year 0, first and last; the ends of time where one is open.
Span = tuple[int, int]
_START, _END = 0, 12 * 9999
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)"
)
_TIME = pattern(
    r"(?:\b(?P<side>before|until|till|after|since)(?: the)? )?\b(?:"
    rf"(?:(?P<which>last|next|this|in|of|by|early|late|mid) )?(?P<month>{_MONTH})(?: \d{{1,2}}"
    r"(?:st|nd|rd|th)?)?(?:,? (?P<of>1\d{3}|20\d\d))?(?![\w-])"
    r"|(?P<year>1\d{3}|20\d\d)(?P<decade>s)?\b"
    r"|(?P<near>last|previous|this|next) (?P<unit>year|month|decade)\b"
    r"|(?P<count>\d+|an?|one|two|three|four|five|six|ten) (?P<ago>year|month|decade)s? ago\b)",
    re.IGNORECASE,
)
# One of these stands in every time; looking for them first is cheap.
_HINT = pattern(
    r"\d{4}|\b(?:ago|years?|months?|decades?)\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_LENGTHS = {"month": 1, "year": 12, "decade": 120}


def spans(text: str, seen_on: date) -> list[Span]:
    """Return the years and months a text names, those "before" or "since" with one end open."""
    found: list[Span] = []
    if not _HINT.search(text):
        return found
    for match in _TIME.finditer(text):
        month = (match["month"] or "").lower()
        if month in ("may", "march") and not (match["which"] or match["of"]):
            continue
        first, last = _named(match, 12 * seen_on.year + seen_on.month - 1)
        side = (match["side"] or "").lower()
        if side in ("before", "until", "till"):
            first, last = _START, first - 1
        elif side in ("after", "since"):
            last = _END
        found.append((first, last))
    return found


def meet(some: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether any of some spans has a month in common with any of others."""
    return any(a <= d and c <= b for a, b in some for c, d in others)


def _named(match: re.Match[str], now: int) -> Span:
    if match["year"]:
        first = 12 * int(match["year"])
        return first, first + (119 if match["decade"] else 11)
    if match["month"]:
        month = _MONTHS.index(match["month"][:3].lower())
        year = int(match["of"]) if match["of"] else _year_of(month, match["which"], now)
        return 12 * year + month, 12 * year + month
    if match["unit"]:
        length = _LENGTHS[match["unit"].lower()]
        steps = {"this": 0, "next": 1}.get(match["near"].lower(), -1)
    else:
        length = _LENGTHS[match["ago"].lower()]
        count = match["count"].lower()
        steps = -(int(count) if count.isdigit() else _COUNTS.get(count, 10))
    first = (now // length + steps) * length
    return max(first, _START), max(first + length - 1, _START)


def _year_of(month: int, which: str | None, now: int) -> int:
    """Return the year of a month named without one: the nearest, or the last or next there was."""
    year, this = divmod(now, 12)
    match (which or "").lower():
        case "last":
            return year if month < this else year - 1
        case "next":
            return year if month > this else year + 1
        case _:
            return min((year - 1, year, year + 1), key=lambda y: abs(12 * y + month - now))
