"""Expressions that hang on another date of the text: the following day, a year earlier."""

import re

from bot.briefings.dates import calendar
from bot.briefings.dates.expression import Certainty, Granularity, Interval, Resolution
from bot.briefings.dates.relative import SIZES
from bot.briefings.dates.rule import Context, Match, Rule, bounded
from bot.briefings.dates.verbs import Tense
from bot.briefings.dates.vocabulary import (
    COUNT,
    COUNTS,
    SEASON,
    UNIT,
    WEEKDAY,
    S,
    count_of,
    unit_of,
    weekday_number,
)

_STEPS = {"following": 1, "next": 1, "previous": -1, "preceding": -1, "same": 0, "that": 0}
# What is fine enough to count a unit from.
_FINE = {
    "day": (Granularity.DAY,),
    "week": (Granularity.DAY, Granularity.WEEK, Granularity.RANGE),
    "month": (
        Granularity.DAY,
        Granularity.WEEK,
        Granularity.RANGE,
        Granularity.HALF_MONTH,
        Granularity.MONTH,
    ),
}
_COARSE = (Granularity.VAGUE, Granularity.DECADE, Granularity.CENTURY)


def _anchor(context: Context, unit: str) -> Interval | None:
    """Return the date before an expression, if it is fine enough for the unit."""
    if unit == "day":
        return context.day
    last = context.last
    if last is None or last.granularity in _COARSE:
        return None
    fine = _FINE.get(unit)
    return last.interval if fine is None or last.granularity in fine else None


def _moved(anchor: Interval | None, count: int, unit: str) -> Resolution | None:
    """Return the unit so many units from an interval, counted from its nearer end."""
    if anchor is None:
        return None
    moved = calendar.move(anchor.last if count > 0 else anchor.first, count, unit)
    found = calendar.unit_around(moved, unit) if moved else None
    return bounded(found, SIZES[unit], Certainty.INFERRED)


def _next(match: Match, context: Context) -> Resolution | None:
    """Resolve the following day, the previous week, the same month, that year."""
    step = _STEPS[match["which"].lower()]
    word = match["unit"].lower()
    unit = "day" if word in ("morning", "afternoon", "evening", "night") else unit_of(word)
    return _moved(_anchor(context, unit), step, unit)


def _next_weekday(match: Match, context: Context) -> Resolution | None:
    """Resolve the following Monday, the previous Friday."""
    if context.day is None:
        return None
    step = _STEPS[match["which"].lower()]
    weekday = weekday_number(match["day"])
    if step > 0:
        day = context.day.last
        when = calendar.move_days(day, (weekday - day.weekday()) % 7 or 7)
    else:
        day = context.day.first
        when = calendar.move_days(day, -((day.weekday() - weekday) % 7 or 7))
    return bounded(calendar.one_day(when), Granularity.DAY, Certainty.INFERRED)


def _same_season(match: Match, context: Context) -> Resolution | None:
    """Resolve that summer: of the year told of last."""
    name = match["season"].lower()
    if context.last is None or context.last.granularity in _COARSE or name == "winter":
        return None
    found = calendar.season(context.last.interval.first.year, name)
    return bounded(found, Granularity.SEASON, Certainty.INFERRED)


def _offset(match: Match, context: Context) -> Resolution | None:
    """Two days later, a year earlier; two months after what the sentence dates next."""
    unit = unit_of(match["unit"])
    count = 1 if match["count"].lower() == "the" else count_of(match["count"])
    side = match["side"].lower()
    step = count if side in ("after", "later") else -count
    goes_on = side in ("after", "before") and re.match(r"\s+\w", context.after)
    if goes_on:
        ahead = context.ahead
        if ahead is None or (unit == "day" and ahead.granularity is not Granularity.DAY):
            return None
        fine = _FINE.get(unit)
        fits = ahead.granularity in fine if fine else ahead.granularity not in _COARSE
        return _moved(ahead.interval, step, unit) if fits else None
    return _moved(_anchor(context, unit), step, unit)


def _in_space_of(match: Match, context: Context) -> Resolution | None:
    """Resolve "in the space of 12 months", begun in the period told of last."""
    last, published = context.last, context.published
    if last is None or published is None or context.tense is Tense.FUTURE:
        return None
    begun = last.interval.first
    longest = calendar.move(begun, 2 * count_of(match["count"]), unit_of(match["unit"]))
    if longest is None or longest < published:
        return None
    return bounded(calendar.span(begun, published), Granularity.RANGE, Certainty.INFERRED)


def _since_then(_match: Match, context: Context) -> Resolution | None:
    if context.last is None or context.published is None:
        return None
    found = calendar.span(context.last.interval.first, context.published)
    return bounded(found, Granularity.RANGE, Certainty.INFERRED)


_TIMES = r"(?i:morning|afternoon|evening|night)"

RULES = (
    Rule(
        "the",
        rf"(?i:the){S}(?P<which>(?i:following|next|previous|preceding|same)){S}"
        rf"(?P<unit>(?i:day)|{_TIMES})\b",
        _next,
    ),
    Rule(
        "the",
        rf"(?i:the){S}(?P<which>(?i:following|previous|preceding|same)){S}(?P<unit>{UNIT})\b",
        _next,
    ),
    Rule(
        "that",
        rf"(?P<which>(?i:that)){S}(?P<unit>(?i:same{S})?(?i:day|night|week|month|year))\b(?!{S}\w+ed\b)",
        _next,
    ),
    Rule(
        "the",
        rf"(?i:the){S}(?P<which>(?i:following|next|previous|preceding)){S}(?P<day>{WEEKDAY})",
        _next_weekday,
    ),
    Rule(
        "that the", rf"(?i:that|the{S}same|the{S}following){S}(?P<season>{SEASON})\b", _same_season
    ),
    Rule(
        f"just about some almost nearly the {COUNTS}",
        rf"(?:(?i:just|about|some|almost|nearly){S})?(?P<count>(?i:the)|{COUNT}){S}(?P<unit>{UNIT}s?){S}"
        rf"(?P<side>(?i:after|before|later|earlier))\b(?!{S}(?:this|last|next|today|yesterday|tomorrow)\b)",
        _offset,
        looks_ahead=True,
    ),
    Rule("since", r"(?i:since\s+then)\b", _since_then, stretch=True),
    Rule(
        "in",
        rf"(?i:in{S}the{S}space{S}of){S}(?P<count>{COUNT}){S}(?P<unit>{UNIT}s?)\b",
        _in_space_of,
        stretch=True,
    ),
)
