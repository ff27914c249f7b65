"""Intervals and what is known of them, in the words a reader is shown."""

from calendar import monthrange

from bot.answers.citation import show_date
from bot.briefings.dates.expression import Certainty, Granularity, Interval, Status

NO_DATE = "date open"
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


def show_interval(interval: Interval | None) -> str:
    """Return an interval as short as it can be said: 2018, Feb 2019, 22–28 Apr 2019."""
    if interval is None:
        return NO_DATE
    first, last = interval.first, interval.last
    if first == last:
        return show_date(first)
    begins, ends = _month_of(interval)
    if begins and ends:
        if (first.month, last.month) == (1, _MONTHS):
            same = first.year == last.year
            return str(first.year) if same else f"{first.year}–{last.year}"
        if (first.year, first.month) == (last.year, last.month):
            return ends
        return f"{begins.removesuffix(f' {last.year}')} – {ends}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{show_date(last)}"
    return f"{show_date(first).removesuffix(f' {last.year}')} – {show_date(last)}"


def show_certainty(certainty: Certainty, granularity: Granularity) -> str:
    """Return how sure a date is."""
    if certainty is Certainty.BOUNDED and granularity is Granularity.DAY:
        return "by this day"
    return CERTAINTIES[certainty]


def _month_of(interval: Interval) -> tuple[str, str]:
    """Return the months an interval begins and ends with, empty where it cuts one."""
    first, last = interval.first, interval.last
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if not whole:
        return "", ""
    return show_date(first).split(" ", 1)[1], show_date(last).split(" ", 1)[1]
