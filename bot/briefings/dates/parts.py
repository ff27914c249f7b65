"""Parts of a period: early April, the second half of 2018, the end of this year."""

import re

from bot.briefings.dates import calendar
from bot.briefings.dates.expression import Granularity, Interval, Resolution
from bot.briefings.dates.relative import RULES as RELATIVE
from bot.briefings.dates.relative import unit_at
from bot.briefings.dates.rule import Context, Match, Rule, bounded
from bot.briefings.dates.stated import MONTH_RULES
from bot.briefings.dates.vocabulary import COUNT, MONTH_NAME, ORDINALS, SEASON, YEAR, S, count_of
from bot.briefings.dates.years import RULES as YEARS
from bot.briefings.dates.years import YEAR_RULES

_MONTH = rf"{MONTH_NAME}(?:,?{S}(?:of{S})?(?:{YEAR}|(?:last|this|next|that){S}year\b))?(?!{S}\d)"
_PERIOD = (
    rf"(?P<period>{_MONTH}|{YEAR}|(?i:{SEASON}){S}(?:of{S})?{YEAR}"
    rf"|(?i:this|last|next|the(?:{S}current)?){S}(?:(?i:week|month|year|quarter|decade|century)\b"
    rf"|{SEASON}\b|{MONTH_NAME})|(?:the{S})?(?:1[5-9]|20)\d0s\b|the{S}\d\d?(?:st|nd|rd|th){S}century)"
)
_RULES = [
    (re.compile(rule.pattern), rule) for rule in (*RELATIVE, *YEARS, *MONTH_RULES, *YEAR_RULES)
]
_DEADLINE = re.compile(r"\b(?:by|until|till|to|before|from now until)\s+$", re.IGNORECASE)
_WORDS = {
    "early": "early",
    "beginning": "start",
    "start": "start",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "end",
    "close": "end",
}
# First and last month of a year, and day of a month, of each part.
_MONTHS = {"early": (1, 3), "start": (1, 1), "mid": (6, 7), "late": (10, 12), "end": (12, 12)}
_DAYS = {"early": (1, 10), "start": (1, 7), "mid": (11, 20), "late": (21, 31), "end": (25, 31)}
_WEEK = {"early": (0, 1), "start": (0, 1), "mid": (2, 2), "late": (3, 4), "end": (4, 6)}


def _period(text: str, context: Context) -> Resolution | None:
    """Return what the period itself means."""
    flat = " ".join(text.lower().split())
    if unit := re.fullmatch(r"the (?:current )?(week|month|year|quarter|decade|century)", flat):
        return _current(unit[1], context)
    for pattern, rule in _RULES:
        if match := pattern.fullmatch(text):
            return rule.resolve(match, context)
    return None


def _current(unit: str, context: Context) -> Resolution | None:
    """Resolve the month, the year: of the date told of last if well back, else ours."""
    if context.published is None:
        return None
    ours = unit_at(context.published, 0, unit)
    last = context.last
    if ours and last and last.interval.last < ours.interval.first and unit in ("month", "year"):
        fine = last.granularity in (Granularity.DAY, Granularity.MONTH, Granularity.RANGE)
        return unit_at(last.interval.last, 0, unit) if fine or unit == "year" else None
    return ours


def _share(whole: Resolution | None, part: str) -> Resolution | None:
    """Return the early, middle or late share of a period."""
    if whole is None:
        return None
    first, last = whole.interval.first, whole.interval.last
    found: Interval | None
    match whole.granularity:
        case Granularity.WEEK:
            begin, end = _WEEK[part]
            found = calendar.span(calendar.move_days(first, begin), calendar.move_days(first, end))
        case Granularity.MONTH:
            begin, end = _DAYS[part]
            begin = last.day - 6 if part == "end" else begin
            found = calendar.span(first.replace(day=begin), last.replace(day=min(end, last.day)))
        case Granularity.YEAR:
            begin, end = _MONTHS[part]
            found = calendar.months(first.year, begin, end - begin + 1)
        case _:
            found = _third(whole.interval, part)
    return bounded(found, Granularity.RANGE)


def _third(whole: Interval, part: str) -> Interval | None:
    third = ((whole.last - whole.first).days + 1) // 3
    at = {"early": 0, "start": 0, "mid": 1, "late": 2, "end": 2}[part]
    begin = calendar.move_days(whole.first, third * at)
    end = whole.last if at == 2 else calendar.move_days(whole.first, third * (at + 1) - 1)
    return calendar.span(begin, end)


def _part(match: Match, context: Context) -> Resolution | None:
    whole = _period(match["period"], context)
    part = _WORDS[match["part"].lower()]
    if whole and part == "end" and _DEADLINE.search(context.before):
        return bounded(calendar.one_day(whole.interval.last), Granularity.DAY)
    return _share(whole, part)


def _half(match: Match, context: Context) -> Resolution | None:
    whole = _period(match["period"], context)
    if whole is None:
        return None
    first, last = whole.interval.first, whole.interval.last
    early = match["half"].lower() in ("first", "1st")
    if whole.granularity is Granularity.MONTH:
        found = calendar.span(first, first.replace(day=15)) if early else None
        found = found or calendar.span(first.replace(day=16), last)
        return bounded(found, Granularity.HALF_MONTH)
    if whole.granularity is Granularity.YEAR:
        return bounded(calendar.months(first.year, 1 if early else 7, 6), Granularity.HALF_YEAR)
    middle = calendar.move_days(first, ((last - first).days + 1) // 2)
    before = middle and calendar.move_days(middle, -1)
    found = calendar.span(first, before) if early else calendar.span(middle, last)
    return bounded(found, Granularity.RANGE)


def _week(match: Match, context: Context) -> Resolution | None:
    """Resolve the first week of May: its days 1 to 7; the last one: its last seven."""
    whole = _period(match["period"], context)
    if whole is None or whole.granularity not in (Granularity.MONTH, Granularity.YEAR):
        return None
    nth = ORDINALS[match["nth"].lower()]
    if nth < 0:
        begin, end = calendar.move_days(whole.interval.last, -6), whole.interval.last
    else:
        begin = calendar.move_days(whole.interval.first, 7 * (nth - 1))
        last = begin and calendar.move_days(begin, 6)
        end = min(last, whole.interval.last) if last else whole.interval.last
    return bounded(calendar.span(begin, end), Granularity.WEEK)


def _stretch(match: Match, context: Context) -> Resolution | None:
    """Resolve the first three months of 2018."""
    whole = _period(match["period"], context)
    unit = match["unit"].lower()
    if whole is None or unit not in ("month", "day", "week"):
        return None
    count = count_of(match["count"])
    if match["which"].lower() == "first":
        begin = whole.interval.first
        beyond = calendar.move(begin, count, unit)
        end = beyond and calendar.move_days(beyond, -1)
    else:
        end = whole.interval.last
        after = calendar.move_days(end, 1)
        begun = after and calendar.move(after, -count, unit)
        return bounded(calendar.span(begun, end), Granularity.RANGE)
    return bounded(calendar.span(begin, end), Granularity.RANGE)


_OF = rf"{S}(?:of|in){S}"

RULES = (
    Rule(
        "early mid late",
        rf"(?P<part>(?i:early|mid|late))(?:{S}(?:in{S})?|-|{S}?–)(?:the{S})?{_PERIOD}",
        _part,
    ),
    Rule(
        "the about beginning start middle end close",
        rf"(?:(?i:the|about){S})?(?:very{S})?(?P<part>(?i:beginning|start|middle|end|close)){S}of{S}{_PERIOD}",
        _part,
    ),
    Rule(
        "the first second latter last DIGIT",
        rf"(?:(?i:the){S})?(?P<half>(?i:first|second|1st|2nd|latter|last)){S}(?i:half){_OF}{_PERIOD}",
        _half,
    ),
    Rule(
        f"the {' '.join(ORDINALS)}",
        rf"(?:(?i:the){S})?(?P<nth>(?i:{'|'.join(ORDINALS)})){S}(?i:week){_OF}{_PERIOD}",
        _week,
    ),
    Rule(
        "the first last final",
        rf"(?:(?i:the){S})?(?P<which>(?i:first|last|final)){S}(?P<count>{COUNT}){S}"
        rf"(?P<unit>(?i:day|week|month))s?{_OF}{_PERIOD}",
        _stretch,
    ),
)
