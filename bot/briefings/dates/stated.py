"""Dates that name a day or a month, with or without their year."""

from datetime import date

from bot.briefings.dates import calendar
from bot.briefings.dates.expression import Certainty, Granularity, Resolution
from bot.briefings.dates.names_alike import is_month
from bot.briefings.dates.rule import Context, Match, Rule, bounded, stated
from bot.briefings.dates.verbs import Tense
from bot.briefings.dates.vocabulary import (
    AND,
    DAY,
    HOLIDAYS,
    MONTH,
    ORDINALS,
    TO,
    WEEKDAY,
    WEEKDAY_SHORT,
    YEAR,
    S,
    day_of,
    month_number,
    weekday_number,
)

# Without a tense, a day not far ahead is likelier than one nearly a year back.
_SOON, _LONG = 120, 180
_FAR, _CLOSE = 300, 60
# Dates of the last months go without a year; those of a story told from longer ago as well.
_LONG_AGO = 730
_YEAR = (
    rf"(?:,?{S}(?:of{S})?(?:(?P<year>{YEAR})|(?P<which>(?i:last|this|next|that)){S}(?i:year)\b))?"
)
_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY_SHORT}),?{S}\(?)?"
_FIRST = rf"{_WEEKDAY}(?:(?i:the){S})?"
_ON = rf"(?:{TO}|{AND}|,{S}(?:(?:{DAY},{S})*{DAY},?{AND}))"


def year_of(match: Match, context: Context, month: int, number: int | None) -> int | None:
    """Return the year a date without one means, from the verb beside it and the dates before it."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    which = (groups.get("which") or "").lower()
    if which == "that":
        return context.last.interval.first.year if context.last else None
    if context.published is None:
        return None
    published = context.published
    if which:
        return published.year + {"last": -1, "this": 0, "next": 1}[which]
    weekday = groups.get("weekday")
    if weekday and number:
        wanted = weekday_number(weekday)
        for year in (published.year, published.year - 1, published.year + 1):
            when = calendar.day(year, month, number)
            if when and when.weekday() == wanted:
                return year
    if told := _told_year(context, month):
        return told
    tense = context.tense if context.sure else Tense.UNKNOWN
    return nearest_year(published, tense, month, number)


def nearest_year(published: date, tense: Tense, month: int, number: int | None) -> int:
    """Return the year in which a month or day lies on the side of publication the verb says.

    A day just gone or close ahead is not the one nearly a year away, whatever the verb.
    """
    ours = (published.month, published.day if number else 1)
    theirs = (month, number or 1)
    if theirs == ours or (number is None and month == published.month):
        return published.year
    ahead = published.year + (theirs < ours)
    behind = published.year - (theirs > ours)
    coming = calendar.day(ahead, month, min(number or 1, 28))
    gone = calendar.day(behind, month, min(number or 1, 28))
    if coming is None or gone is None:
        return published.year
    to_come, since = (coming - published).days, (published - gone).days
    if tense is Tense.UNKNOWN:
        return ahead if to_come <= _SOON and since >= _LONG else behind
    if number and tense is Tense.FUTURE and to_come > _FAR and since < _CLOSE:
        return behind
    if number and tense is Tense.PAST and since > _FAR and to_come < _CLOSE:
        return ahead
    return ahead if tense is Tense.FUTURE else behind


def _told_year(context: Context, month: int) -> int | None:
    """Return the year of a month told of just before, where that lies well back."""
    told = context.just_before
    if told is None or context.published is None or context.tense is Tense.FUTURE:
        return None
    first, last = told.interval.first, told.interval.last
    if (last - first).days > 31 or (context.published - first).days < _LONG_AGO:
        return None
    return first.year + (month < first.month)


def _certainty(match: Match, context: Context, month: int) -> Certainty:
    groups = match.groupdict()
    told = not groups.get("year") and _told_year(context, month) is not None
    return Certainty.INFERRED if told else Certainty.STATED


def _days(match: Match, context: Context) -> Resolution | None:
    """April 27 and 28; March 28 to April 3; between May 3 and 5."""
    last_month = month_number(match["month2"] or match["month"])
    first_month = month_number(match["month"] or match["month2"])
    year = year_of(match, context, last_month, day_of(match["last"]))
    if year is None:
        return None
    begins = year - (first_month > last_month)
    first = calendar.day(begins, first_month, day_of(match["first"]))
    last = calendar.day(year, last_month, day_of(match["last"]))
    return stated(calendar.span(first, last), _certainty(match, context, last_month))


def _day(match: Match, context: Context) -> Resolution | None:
    month, number = month_number(match["month"]), day_of(match["first"])
    year = year_of(match, context, month, number)
    when = calendar.day(year, month, number) if year else None
    return stated(calendar.one_day(when), _certainty(match, context, month))


def _month(match: Match, context: Context) -> Resolution | None:
    number = month_number(match["month"])
    year = year_of(match, context, number, None)
    found = calendar.month(year, number) if year else None
    inferred = _certainty(match, context, number) is Certainty.INFERRED
    certainty = Certainty.INFERRED if inferred else Certainty.BOUNDED
    return bounded(found, Granularity.MONTH, certainty)


def _months(match: Match, context: Context) -> Resolution | None:
    """From March to May; April and May 2018."""
    first, last = month_number(match["month"]), month_number(match["month2"])
    year = year_of(match, context, last, None)
    begin = calendar.month(year - (first > last), first) if year else None
    end = calendar.month(year, last) if year else None
    found = calendar.join(begin, end)
    return bounded(found, Granularity.RANGE)


def _iso(match: Match, _context: Context) -> Resolution | None:
    when = calendar.day(int(match["year"]), int(match["m"]), int(match["d"]))
    return stated(calendar.one_day(when))


def _numeric(match: Match, _context: Context) -> Resolution | None:
    """24/04/2019; where both numbers could be the month, nothing is said."""
    one, other, year = int(match["one"]), int(match["other"]), int(match["year"])
    year += 2000 if year < 100 else 0
    if one <= 12 and other <= 12 and one != other:
        return None
    day, month = (one, other) if other <= 12 else (other, one)
    when = calendar.day(year, month, day)
    return stated(calendar.one_day(when))


def _nth_weekday(match: Match, context: Context) -> Resolution | None:
    month = month_number(match["month"])
    year = year_of(match, context, month, None)
    nth, weekday = ORDINALS[match["nth"].lower()], weekday_number(match["day"])
    when = calendar.nth_weekday(year, month, weekday, nth) if year else None
    return stated(calendar.one_day(when))


def _holiday(match: Match, context: Context) -> Resolution | None:
    month, number = HOLIDAYS[match["holiday"].lower().replace("’", "'")]
    year = year_of(match, context, month, number)
    when = calendar.day(year, month, number) if year else None
    return stated(calendar.one_day(when), Certainty.INFERRED)


def _ordinal(match: Match, context: Context) -> Resolution | None:
    """On the 23rd: of the month told of last, or of this one."""
    which = (match["which"] or "").lower()
    base = context.published
    if not which and context.last and context.last.granularity is not Granularity.YEAR:
        base = context.last.interval.first
    if which and base:
        base = calendar.move_months(base.replace(day=1), {"last": -1, "this": 0, "next": 1}[which])
    when = calendar.day(base.year, base.month, day_of(match["first"])) if base else None
    return stated(calendar.one_day(when), Certainty.INFERRED)


def _is_span_of_months(match: Match, before: str, after: str) -> bool:
    """Whether two months are one stretch: "May and June", not "May and November"."""
    if not is_month(match, before, after):
        return False
    first, last = month_number(match["month"]), month_number(match["month2"])
    listed = " and " in match.group().lower() or "&" in match.group()
    return not listed or before.lower().endswith("between ") or (last - first) % 12 == 1


def _is_day_of_month(match: Match, before: str, _after: str) -> bool:
    """Whether "the 15th" is a day: "on the 15th", not the 15th of a row of things."""
    return bool(match["which"]) or before.rstrip().lower().endswith(" on")


_ORDINAL = " ".join(ORDINALS)
_SIGN = "['’]"
_HOLIDAY = "|".join(HOLIDAYS).replace("'", _SIGN)

RULES = (
    Rule(
        "DIGIT", r"(?P<year>\d{4})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?![\d-])", _iso
    ),
    Rule(
        "DIGIT",
        r"(?P<one>[0-3]?\d)[/.](?P<other>[0-3]?\d)[/.](?P<year>(?:19|20)\d\d)(?![\d/])",
        _numeric,
    ),
    Rule(
        "WEEKDAY MONTH",
        rf"{_WEEKDAY}(?P<month>{MONTH}){S}(?P<first>{DAY}){_ON}"
        rf"(?:(?:{WEEKDAY_SHORT},?{S})?(?P<month2>{MONTH}){S})?(?P<last>{DAY}){_YEAR}",
        _days,
    ),
    Rule(
        "WEEKDAY DIGIT the",
        rf"{_FIRST}(?P<first>{DAY})(?:{S}(?:of{S})?(?P<month>{MONTH}))?{_ON}"
        rf"(?:{WEEKDAY_SHORT},?{S})?(?:the{S})?(?P<last>{DAY}){S}(?:of{S})?(?P<month2>{MONTH})"
        rf"{_YEAR}",
        _days,
    ),
    Rule(
        "WEEKDAY MONTH", rf"{_WEEKDAY}(?P<month>{MONTH}){S}(?:the{S})?(?P<first>{DAY}){_YEAR}", _day
    ),
    Rule(
        "WEEKDAY DIGIT the",
        rf"{_FIRST}(?P<first>{DAY})(?:{S}(?:of{S})?|-)(?P<month>{MONTH}){_YEAR}",
        _day,
    ),
    Rule(
        f"the {_ORDINAL}",
        rf"(?:(?i:the){S})?(?P<nth>(?i:{'|'.join(ORDINALS)})){S}(?P<day>{WEEKDAY}){S}"
        rf"(?:of|in){S}(?P<month>{MONTH}){_YEAR}",
        _nth_weekday,
    ),
    Rule(
        "new valentine halloween christmas boxing fourth",
        rf"(?P<holiday>(?i:{_HOLIDAY}))\b{_YEAR}",
        _holiday,
    ),
    Rule(
        "the",
        rf"(?i:the){S}(?P<first>(?:3[01]|[12]?\d)(?:st|nd|rd|th))"
        rf"(?:{S}of{S}(?P<which>(?i:last|this|next)){S}month\b|(?=[.,;)]|\s*$))",
        _ordinal,
        _is_day_of_month,
    ),
)
MONTH_RULES = (
    Rule(
        "MONTH",
        rf"(?P<month>{MONTH})(?:{TO}|{AND})(?P<month2>{MONTH}){_YEAR}(?!{S}\d{{1,2}}\b)",
        _months,
        _is_span_of_months,
    ),
    Rule("MONTH", rf"(?P<month>{MONTH})(?={AND}{MONTH}{S}(?P<year>{YEAR}))", _month),
    Rule("MONTH", rf"(?P<month>{MONTH}){_YEAR}(?!{S}{DAY})", _month, is_month),
)
