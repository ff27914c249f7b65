"""Intervals and what is known of them, in the words a reader is shown."""

from calendar import monthrange
from datetime import date

from bot.answers.citation import DAY, MONTHS, show_date
from bot.briefings.dates.expression import Certainty, Granularity, Interval, Status
from bot.phrase import Say, in_english

NO_DATE = "date open"
MONTH = "{month} {year}"
DAY_AND_MONTH = "{day} {month}"
DAYS = "{first}–{last}"
BY_THIS_DAY = "by this day"
_MONTHS = 12
CERTAINTIES = {
    Certainty.STATED: "stated",
    Certainty.BOUNDED: "within these days",
    Certainty.INFERRED: "worked out",
    Certainty.VAGUE: "left open",
}
STATUSES = {
    Status.PAST: "past",
    Status.PLANNED: "planned",
    Status.REPORTED: "reported, not confirmed",
}


def show_interval(interval: Interval | None, say: Say = in_english) -> str:
    """Return an interval as short as it can be said: 2018, Feb 2019, 22–28 Apr 2019."""
    if interval is None:
        return say(NO_DATE)
    first, last = interval.first, interval.last
    if first == last:
        return show_date(first, say)
    same_year = first.year == last.year
    same_month = same_year and first.month == last.month
    if _is_of_whole_months(interval):
        if (first.month, last.month) == (1, _MONTHS):
            return str(first.year) if same_year else f"{first.year}–{last.year}"
        until = _filled(MONTH, last, say)
        if same_month:
            return until
        begun = say(MONTHS[first.month - 1]) if same_year else _filled(MONTH, first, say)
        return f"{begun} – {until}"
    until = show_date(last, say)
    if same_month:
        return say(DAYS).format(first=first.day, last=until)
    return f"{_filled(DAY_AND_MONTH if same_year else DAY, first, say)} – {until}"


def show_certainty(certainty: Certainty, granularity: Granularity, say: Say = in_english) -> str:
    """Return how sure a date is."""
    if certainty is Certainty.BOUNDED and granularity is Granularity.DAY:
        return say(BY_THIS_DAY)
    return say(CERTAINTIES[certainty])


def _is_of_whole_months(interval: Interval) -> bool:
    last = interval.last
    return interval.first.day == 1 and last.day == monthrange(last.year, last.month)[1]


def _filled(pattern: str, day: date, say: Say) -> str:
    month = say(MONTHS[day.month - 1])
    return say(pattern).format(day=day.day, month=month, year=day.year)
