"""Arithmetic on the calendar; None wherever a date would leave it."""

from calendar import monthrange
from datetime import date, timedelta

from bot.briefings.dates.expression import Interval

WINTER = 12
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": WINTER}


def day(year: int, month: int, number: int) -> date | None:
    """Return a day, or None where there is no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def one_day(when: date | None) -> Interval | None:
    """Return the interval of a single day."""
    return Interval(when, when) if when else None


def move_days(when: date, days: int) -> date | None:
    """Return the day so many days later, earlier where negative."""
    try:
        return when + timedelta(days=days)
    except OverflowError:
        return None


def move_months(when: date, months: int) -> date | None:
    """Return the same day so many months later, the month's last where it is shorter."""
    index = when.year * 12 + when.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(when.day, monthrange(year, month + 1)[1]))


def span(first: date | None, last: date | None) -> Interval | None:
    """Return an interval, or None where an end is missing or they are the wrong way round."""
    return Interval(first, last) if first and last and first <= last else None


def join(begin: Interval | None, end: Interval | None) -> Interval | None:
    """Return what lies from the beginning of one interval to the end of another."""
    return span(begin.first, end.last) if begin and end else None


def week(when: date) -> Interval | None:
    """Return the week around a day, Monday to Sunday."""
    monday = move_days(when, -when.weekday())
    return span(monday, move_days(monday, 6)) if monday else None


def month(year: int, number: int) -> Interval | None:
    """Return a month of a year."""
    if not (1 <= year <= 9999 and 1 <= number <= 12):
        return None
    return Interval(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def months(year: int, first: int, count: int) -> Interval | None:
    """Return so many months of a year, from one on."""
    begin = month(year, first)
    until = move_months(begin.first, count - 1) if begin else None
    return join(begin, month(until.year, until.month) if until else None)


def years(first: int, last: int) -> Interval | None:
    """Return whole years."""
    return span(day(first, 1, 1), day(last, 12, 31))


def season(year: int, name: str) -> Interval | None:
    """Return a season of the northern year by whole months; winter goes on into the next year."""
    return months(year, SEASONS[name], 3)


def weekday_near(when: date, weekday: int, weeks: int) -> date | None:
    """Return a day of the week `weeks` after the week around a day."""
    return move_days(when, weekday - when.weekday() + 7 * weeks)


def nth_weekday(year: int, number: int, weekday: int, nth: int) -> date | None:
    """Return the nth such weekday of a month, the last one for -1."""
    whole = month(year, number)
    if whole is None:
        return None
    if nth < 0:
        return move_days(whole.last, -((whole.last.weekday() - weekday) % 7))
    found = move_days(whole.first, (weekday - whole.first.weekday()) % 7 + 7 * (nth - 1))
    return found if found and found <= whole.last else None


def unit_around(when: date, unit: str) -> Interval | None:
    """Return the day, week, month, quarter, year, decade or century around a day."""
    if unit == "day":
        return one_day(when)
    if unit == "week":
        return week(when)
    if unit == "weekend":
        return span(weekday_near(when, 5, 0), weekday_near(when, 6, 0))
    if unit == "month":
        return month(when.year, when.month)
    if unit == "quarter":
        return months(when.year, (when.month - 1) // 3 * 3 + 1, 3)
    if unit == "century":
        begin = (when.year - 1) // 100 * 100 + 1
        return years(begin, begin + 99)
    size = {"year": 1, "decade": 10}[unit]
    begin = when.year // size * size
    return years(begin, begin + size - 1)


def move(when: date, count: int, unit: str) -> date | None:
    """Return the day so many units later, earlier where negative."""
    if unit == "day":
        return move_days(when, count)
    if unit in ("week", "weekend"):
        return move_days(when, 7 * count)
    size = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    return move_months(when, size * count)
