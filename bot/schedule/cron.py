"""Cron's five fields, with cron's own meaning of them.

Weekdays count from 0 for Sunday, with 7 for Sunday again; a day fits by its date or by its
weekday where both fields name some. (APScheduler counts from 0 for Monday and wants both to fit.)
"""

import re
from collections.abc import Mapping
from datetime import time

from bot.phrase import Phrase
from bot.schedule import refusals
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
            known = ", ".join(_NICKNAMES)
            raise RecurrenceError(Phrase(refusals.UNKNOWN_NICKNAME, typed=fields, known=known))
        fields = _NICKNAMES[fields]
    words = fields.split()
    if len(words) == 6:
        raise RecurrenceError(Phrase(refusals.SIX_FIELDS))
    if len(words) != 5:
        raise RecurrenceError(Phrase(refusals.FIELD_COUNT, count=len(words)))
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
            raise _refusal(refusals.UNREAD_FIELD, name, part)
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
            raise _refusal(refusals.FIELD_BACKWARDS, name, part)
        if step == 0:
            raise _refusal(refusals.STEP_OF_NOTHING, name, part)
        found.update(range(first, last + 1, step))
    return frozenset(found)


def _number(name: str, word: str, low: int, high: int, names: Mapping[str, int] | None) -> int:
    if names and word in names:
        return names[word]
    if not word.isascii() or not word.isdigit() or not low <= int(word) <= high:
        told = refusals.NOT_NAMED if names else refusals.OUT_OF_FIELD
        example = next(iter(names or ()), "")
        raise _refusal(told, name, word, low=low, high=high, name=example)
    return int(word)


def _refusal(told: str, field: str, typed: str, **values: object) -> RecurrenceError:
    named = Phrase(refusals.FIELDS[field])
    return RecurrenceError(Phrase(told, field=named, typed=typed, **values))
