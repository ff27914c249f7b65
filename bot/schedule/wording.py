"""Saying in plain English when a schedule comes round."""

from collections.abc import Sequence
from datetime import time
from itertools import pairwise

from bot.schedule.recurrence import LAST, MONTHS, WEEKDAYS, Daily, Days, Recurrence

_ORDERS = {1: "first", 2: "second", 3: "third", 4: "fourth"}
_MANY = 6


def in_words(recurrence: Recurrence, zone: str) -> str:
    """Say when, as in "Monday to Friday at 08:00, Europe/Paris"."""
    if not isinstance(recurrence, Daily):
        return f"{str(recurrence).capitalize()}, {zone}"
    said = f"{_days(recurrence.days)} {_times(recurrence.times)}, {zone}"
    return said[:1].upper() + said[1:]


def _days(days: Days) -> str:
    weekdays = _runs([WEEKDAYS[day].title() for day in sorted(days.weekdays)], days.weekdays)
    named = _named_weekday(days)
    if named:
        said = f"on the {named}{_of_months(days)}"
    elif days.month_days and days.weekdays:
        joint = "or on" if days.either else "if it is"
        said = f"on the {_dates(days)}{_of_months(days)} {joint} {weekdays}"
        if days.either and days.months:
            said += f" in {_months(days)}"
    elif days.month_days:
        said = f"on the {_dates(days)}{_of_months(days)}"
    else:
        said = weekdays or "every day"
        if days.months:
            said += f" in {_months(days)}"
    return said


def _named_weekday(days: Days) -> str:
    """Say "second Tuesday" for the Tuesday among the days 8 to 14; nothing where it is not so."""
    if days.either or len(days.weekdays) != 1 or len(days.month_days) != 7:
        return ""
    name = WEEKDAYS[min(days.weekdays)].title()
    if days.month_days == frozenset(range(-7, 0)):
        return f"last {name}"
    order, left = divmod(min(days.month_days) - 1, 7)
    whole = days.month_days == frozenset(range(7 * order + 1, 7 * order + 8))
    return f"{_ORDERS[order + 1]} {name}" if whole and not left and order + 1 in _ORDERS else ""


def _dates(days: Days) -> str:
    from_start = sorted(day for day in days.month_days if day > 0)
    from_end = sorted((day for day in days.month_days if day < 0), reverse=True)
    said = [_ordinal(day) for day in from_start]
    said += ["last day" if day == LAST else f"{_ordinal(-day)} to last day" for day in from_end]
    return _joined(said)


def _of_months(days: Days) -> str:
    return f" of {_months(days)}" if days.months else " of the month"


def _months(days: Days) -> str:
    return _runs([MONTHS[month - 1].title() for month in sorted(days.months)], days.months)


def _runs(names: Sequence[str], numbers: frozenset[int]) -> str:
    """Join names, as "Monday to Friday" where they follow one another."""
    if len(names) > 2 and max(numbers) - min(numbers) == len(names) - 1:
        return f"{names[0]} to {names[-1]}"
    return _joined(names)


def _times(times: Sequence[time]) -> str:
    minutes = [moment.hour * 60 + moment.minute for moment in times]
    steps = {later - earlier for earlier, later in pairwise(minutes)}
    if len(times) > 3 and len(steps) == 1:
        step = steps.pop()
        every = f"{step} minutes" if step % 60 else "hour" if step == 60 else f"{step // 60} hours"
        return f"every {every} from {times[0]:%H:%M} to {times[-1]:%H:%M}"
    shown = [f"{moment:%H:%M}" for moment in times[:_MANY]]
    if len(times) > _MANY:
        shown.append(f"{len(times) - _MANY} more times")
    return f"at {_joined(shown)}"


def _ordinal(number: int) -> str:
    ending = (
        {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number not in {11, 12, 13} else "th"
    )
    return f"{number}{ending}"


def _joined(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
