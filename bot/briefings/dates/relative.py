"""Expressions that hang on the day of publication: last week, on Thursday, two months ago."""

import re
from datetime import date

from bot.briefings.dates import calendar
from bot.briefings.dates.expression import Certainty, Granularity, Resolution
from bot.briefings.dates.names_alike import is_month
from bot.briefings.dates.rule import Context, Match, Rule, bounded, stated
from bot.briefings.dates.verbs import Tense
from bot.briefings.dates.vocabulary import (
    COUNT,
    COUNTS,
    MONTH_NAME,
    SEASON,
    UNIT,
    S,
    count_of,
    month_number,
    unit_of,
)
from bot.briefings.dates.years import last_season, relative_season

STEPS = {"last": -1, "this": 0, "next": 1, "past": -1, "coming": 1, "current": 0}
SIZES = {
    "day": Granularity.DAY,
    "week": Granularity.WEEK,
    "weekend": Granularity.RANGE,
    "month": Granularity.MONTH,
    "quarter": Granularity.QUARTER,
    "year": Granularity.YEAR,
    "decade": Granularity.DECADE,
    "century": Granularity.CENTURY,
}
# What lies further back is told as history.
_NEWS = 7
_WITHIN = re.compile(r"\b(?:over|within|in|during|for|throughout|across)\s+$", re.IGNORECASE)
_OWNED = re.compile(r"\b(?:his|her|their|its|my|your|our|whose|['’]s)\s+$", re.IGNORECASE)


def unit_at(when: date, step: int, unit: str) -> Resolution | None:
    """Return the unit so many units after the one around a day: a day, a week, a year."""
    moved = calendar.move(when, step, unit)
    found = calendar.unit_around(moved, unit) if moved else None
    size = SIZES[unit]
    return stated(found) if unit == "day" else bounded(found, size)


def _unit(match: Match, context: Context) -> Resolution | None:
    """Resolve this week, last year, next month."""
    if context.published is None:
        return None
    step = STEPS[match["which"].lower()]
    return unit_at(context.published, step, unit_of(match["unit"]))


def _window(match: Match, context: Context) -> Resolution | None:
    """Resolve the past week, the next three months: a stretch that touches publication."""
    if context.published is None:
        return None
    which = match["which"].lower()
    unit = unit_of(match["unit"])
    count = count_of(match["count"]) if match["count"] else 1
    if unit in ("hour", "minute"):
        count, unit = max(1, round(count / 24)) if unit == "hour" else 0, "day"
    if which == "next" and not match["count"] and not _WITHIN.search(context.before):
        last = context.last
        return unit_at(last.interval.last, 1, unit) if last and unit != "day" else None
    back = which in ("past", "last", "previous")
    far = calendar.move(context.published, -count if back else count, unit)
    whole = calendar.span(far, context.published) if back else calendar.span(context.published, far)
    return bounded(whole, Granularity.RANGE)


def _season(match: Match, context: Context) -> Resolution | None:
    step = STEPS[match["which"].lower()]
    if step < 0:
        return last_season(match["season"], context)
    return relative_season(match["season"], step, context)


def _month(match: Match, context: Context) -> Resolution | None:
    """Resolve last June, which is the year before's, and next June, the one to come."""
    if context.published is None:
        return None
    number, step = month_number(match["month"]), STEPS[match["which"].lower()]
    year = context.published.year + (step if step <= 0 else number <= context.published.month)
    return bounded(calendar.month(year, number), Granularity.MONTH)


def _part_so_far(match: Match, context: Context) -> Resolution | None:
    """Earlier this year, later this month, later in the week."""
    if context.published is None:
        return None
    unit = unit_of(match["unit"])
    step = STEPS.get((match["which"] or "this").lower(), 0)
    found = unit_at(context.published, step, unit)
    if found is None or step:
        return found
    whole = found.interval
    if match["side"].lower() == "earlier":
        return bounded(calendar.span(whole.first, context.published), Granularity.RANGE)
    return bounded(calendar.span(context.published, whole.last), Granularity.RANGE)


def _part_of_month(match: Match, context: Context) -> Resolution | None:
    """Earlier in April: up to publication, where it came out in that month."""
    if context.published is None:
        return None
    number = month_number(match["month"])
    if number != context.published.month:
        year = context.published.year
        year += (number < context.published.month) if match["side"].lower() == "later" else 0
        year -= (number > context.published.month) if match["side"].lower() == "earlier" else 0
        return bounded(calendar.month(year, number), Granularity.MONTH)
    whole = calendar.month(context.published.year, number)
    ours = calendar.one_day(context.published)
    early = match["side"].lower() == "earlier"
    return bounded(
        calendar.join(whole, ours) if early else calendar.join(ours, whole), Granularity.RANGE
    )


_NAMED_DAYS = {
    "today": 0,
    "tonight": 0,
    "earlier today": 0,
    "later today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "last night": -1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    "overnight": -1,
}


def _named_day(match: Match, context: Context) -> Resolution | None:
    if context.published is None:
        return None
    words = " ".join(match["words"].lower().split())
    offset = 0 if words.startswith("this ") else _NAMED_DAYS[words]
    when = calendar.move_days(context.published, offset)
    return stated(calendar.one_day(when))


def _ago(match: Match, context: Context) -> Resolution | None:
    """Two weeks ago: the week two weeks back; hours ago: the day of publication or before."""
    if context.published is None:
        return None
    unit, count = unit_of(match["unit"]), count_of(match["count"])
    if unit in ("hour", "minute"):
        back = calendar.move_days(context.published, -1 if unit == "hour" else 0)
        return bounded(calendar.span(back, context.published), Granularity.RANGE)
    if unit in ("decade", "century"):
        return None
    return unit_at(context.published, -count, unit)


def _in_units(match: Match, context: Context) -> Resolution | None:
    """In three days, where something is to come; else it is how long something took."""
    if context.published is None or context.tense is not Tense.FUTURE:
        return None
    unit, count = unit_of(match["unit"]), count_of(match["count"])
    if match["how"].lower() == "within":
        end = calendar.move(context.published, count, unit)
        return bounded(calendar.span(context.published, end), Granularity.RANGE)
    return unit_at(context.published, count, unit)


def _hours_around(_match: Match, context: Context) -> Resolution | None:
    """Resolve hours after something of the news: the day of publication or the one before."""
    if context.published is None:
        return None
    beside = [context.day, context.ahead.interval if context.ahead else None]
    if any(near and (context.published - near.last).days > _NEWS for near in beside):
        return None
    begin = calendar.move_days(context.published, -1)
    found = calendar.span(begin, context.published)
    return bounded(found, Granularity.RANGE, Certainty.INFERRED)


def _is_own(match: Match, before: str, after: str) -> bool:
    """Whether "last year" is a year of the calendar, not the last one of somebody's."""
    del match
    return not _OWNED.search(before) and not re.match(r"\s+of\b|-", after)


def _is_promise(match: Match, before: str, after: str) -> bool:
    """Whether "in three days" may be a time to come: not "in three days of talks"."""
    del match
    return not re.match(r"\s+(?:of|on|with|after|before|at)\b|-|['’]", after) and not re.search(
        r"\b(?:once|twice|times?|more|first|biggest|\w+est)\s+$", before, re.IGNORECASE
    )


_WHICH = r"(?P<which>(?i:last|this|next))"
_SPAN_UNIT = r"(?P<unit>(?i:day|week|month|quarter|year|decade|centur(?:y|ie)|hour|minute)s?)\b"

RULES = (
    Rule(
        "the earlier later today tonight yesterday tomorrow last this",
        rf"(?P<words>(?i:the{S}day{S}before{S}yesterday|the{S}day{S}after{S}tomorrow"
        rf"|(?:earlier|later){S}today|today|tonight|yesterday|tomorrow|last{S}night"
        rf"|this{S}(?:morning|afternoon|evening)))\b",
        _named_day,
    ),
    Rule(
        "earlier later",
        rf"(?P<side>(?i:earlier|later)){S}(?:(?P<which>(?i:this|last|next))|(?i:in{S}the)){S}"
        rf"(?P<unit>{UNIT})\b",
        _part_so_far,
    ),
    Rule(
        "earlier later",
        rf"(?P<side>(?i:earlier|later)){S}(?i:in|this){S}(?P<month>{MONTH_NAME})(?!{S}\d)",
        _part_of_month,
    ),
    Rule(
        "the this",
        rf"(?i:the|this){S}(?P<which>(?i:past|last|next|coming|previous)){S}"
        rf"(?:(?P<count>{COUNT}){S})?{_SPAN_UNIT}",
        _window,
        _is_own,
        stretch=True,
    ),
    Rule(
        "past last next coming",
        rf"(?P<which>(?i:past|last|next|coming)){S}(?P<count>{COUNT}){S}{_SPAN_UNIT}",
        _window,
        stretch=True,
    ),
    Rule("last this next", rf"{_WHICH}{S}(?P<unit>{UNIT})\b", _unit, _is_own),
    Rule("last this next", rf"{_WHICH}{S}(?P<season>{SEASON})\b", _season, _is_own),
    Rule(
        "last this next",
        rf"{_WHICH}{S}(?P<month>{MONTH_NAME})(?!{S}\d)",
        _month,
        lambda match, before, after: is_month(match, before + match["which"] + " ", after),
    ),
    Rule(COUNTS, rf"(?P<count>{COUNT}){S}(?P<unit>(?i:hour|minute)s?|{UNIT}s?){S}(?i:ago)\b", _ago),
    Rule(
        "in within",
        rf"(?P<how>(?i:in|within)){S}(?i:the{S}next{S})?(?P<count>{COUNT}){S}(?P<unit>{UNIT}s?)\b",
        _in_units,
        _is_promise,
    ),
    Rule(
        COUNTS,
        rf"(?P<count>{COUNT}){S}(?P<unit>{UNIT}s?){S}(?i:from{S}(?:now|today))\b(?P<how>)",
        _in_units,
    ),
    Rule(
        f"just only hours {COUNTS}",
        rf"(?:(?i:just|only){S})?(?:(?i:a{S}few|{COUNT}){S})?(?i:hours){S}(?i:after|before|later|earlier)\b",
        _hours_around,
        looks_ahead=True,
        stretch=True,
    ),
)
