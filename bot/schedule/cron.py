"""Cron's five fields, with cron's own meaning of them.

Weekdays count from 0 for Sunday, with 7 for Sunday again; a day fits by its date or by its
weekday where both fields name some. (APScheduler counts from 0 for Monday and wants both to fit.)
"""

import re
from collections.abc import Mapping
from datetime import time

from bot.schedule.recurrence import (
    LAST,
    MONTHS,
    WEEKDAYS,
    Daily,
    Days,
    Recurrence,
    RecurrenceError,
    checked,
)

_FIELD = re.compile(r"[\d*/,?-]+|l")
_PART = re.compile(r"(?P<first>\*|\w+)(?:-(?P<last>\w+))?(?:/(?P<step>\d+))?")
_NICKNAMES = {
    "@hourly": "0 * * * *",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@weekly": "0 0 * * 0",
    "@monthly": "0 0 1 * *",
    "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
}
_MONTHS = {form: number for number, name in enumerate(MONTHS, 1) for form in (name[:3], name)}
_WEEKDAYS = {
    form: (number + 1) % 7 for number, name in enumerate(WEEKDAYS) for form in (name[:3], name)
}
_EXAMPLE = "Cron has five: minute, hour, day, month, weekday, as in 0 8 * * mon-fri."


def is_cron(text: str) -> bool:
    """Say whether a text is meant as cron."""
    words = text.split()
    if words[:1] == ["cron"] or text.startswith("@"):
        return True
    return len(words) >= 3 and all(_FIELD.fullmatch(word) for word in words[:3])


def read_cron(text: str) -> Recurrence:
    """Read a line of cron; raises RecurrenceError."""
    fields = text.lower().removeprefix("cron").strip()
    if fields.startswith("@"):
        if fields not in _NICKNAMES:
            raise RecurrenceError(f"“{fields}” is not one of {', '.join(_NICKNAMES)}.")
        fields = _NICKNAMES[fields]
    words = fields.split()
    if len(words) == 6:
        raise RecurrenceError(f"There are six fields; seconds are not known. {_EXAMPLE}")
    if len(words) != 5:
        raise RecurrenceError(f"There are {len(words)} fields. {_EXAMPLE}")
    minute, hour, day, month, weekday = words
    minutes = _numbers("minute", minute, 0, 59)
    hours = _numbers("hour", hour, 0, 23)
    months = _numbers("month", month, 1, 12, _MONTHS)
    numbers = _numbers("weekday", weekday, 0, 7, _WEEKDAYS)
    month_days = frozenset({LAST}) if day == "l" else _numbers("day", day, 1, 31)
    weekdays = frozenset((number - 1) % 7 for number in numbers)
    times = tuple(time(h, m) for h in sorted(hours) for m in sorted(minutes))
    if len(months) == 12:
        months = frozenset()
    # A field that starts with a star narrows the other one instead, as in cron itself.
    either = not day.startswith(("*", "?")) and not weekday.startswith(("*", "?"))
    every_date, every_weekday = len(month_days) == 31, len(weekdays) == 7
    if every_date or (either and every_weekday):
        month_days = frozenset()
    if every_weekday or (either and every_date):
        weekdays = frozenset()
    both = bool(month_days and weekdays)
    return checked(Daily(times, Days(months, month_days, weekdays, either=either and both)))


def _numbers(
    name: str, field: str, low: int, high: int, names: Mapping[str, int] | None = None
) -> frozenset[int]:
    """Return the numbers that a field stands for."""
    found: set[int] = set()
    for part in field.replace("?", "*").split(","):
        match = _PART.fullmatch(part)
        if match is None:
            raise RecurrenceError(f"The {name} “{part}” can't be read. {_EXAMPLE}")
        step = int(match["step"] or 1)
        if match["first"] == "*":
            first, last = low, high if name != "weekday" else 6
        else:
            first = _number(name, match["first"], low, high, names)
            if match["last"]:
                last = _number(name, match["last"], low, high, names)
                if name == "weekday" and match["last"] in {"sun", "sunday"}:
                    last = 7
            else:
                last = high if match["step"] else first
        if first > last:
            raise RecurrenceError(f"The {name} “{part}” runs backwards: put the smaller one first.")
        if step == 0:
            raise RecurrenceError(f"The {name} “{part}” has a step of 0: write 1 or more.")
        found.update(range(first, last + 1, step))
    return frozenset(found)


def _number(name: str, word: str, low: int, high: int, names: Mapping[str, int] | None) -> int:
    if names and word in names:
        return names[word]
    if not word.isascii() or not word.isdigit() or not low <= int(word) <= high:
        known = f"{low} to {high}" + (f", or a name such as {next(iter(names))}" if names else "")
        raise RecurrenceError(f"The {name} “{word}” is not one of {known}.")
    return int(word)
