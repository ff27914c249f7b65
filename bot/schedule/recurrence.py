"""When a schedule comes round: at times of the day on certain days, or every so many hours."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import pairwise

from bot.phrase import OR, Phrase, PhrasedError, joined
from bot.schedule import refusals, texts

MONTHS = [name.lower() for name in texts.MONTHS]
WEEKDAYS = [name.lower() for name in texts.WEEKDAYS]
LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
SHORTEST = timedelta(minutes=5)
LONGEST = timedelta(days=7)
LAST = -1


class RecurrenceError(PhrasedError, ValueError):
    """The words don't say when; the message tells what is wrong and shows what is understood."""


@dataclass(frozen=True, slots=True)
class Days:
    """Which days: an empty set stands for all of them.

    Days of the month count from 1, or from the end as -1, -2, …; weekdays from 0 for Monday.
    """

    months: frozenset[int] = frozenset()
    month_days: frozenset[int] = frozenset()
    weekdays: frozenset[int] = frozenset()
    either: bool = False

    def has(self, day: date, length: int) -> bool:
        """Say whether a day of a month this many days long is one of them."""
        if self.months and day.month not in self.months:
            return False
        by_date = day.day in self.month_days or day.day - length - 1 in self.month_days
        by_weekday = day.weekday() in self.weekdays
        if self.month_days and self.weekdays:
            return (by_date or by_weekday) if self.either else (by_date and by_weekday)
        return (by_date or not self.month_days) and (by_weekday or not self.weekdays)


@dataclass(frozen=True, slots=True)
class Daily:
    """At times of the wall clock, in order, on certain days."""

    times: tuple[time, ...]
    days: Days = Days()

    def __str__(self) -> str:
        """Write the one form in which it is stored; reading it gives the same again."""
        days = self.days
        words = [",".join(MONTHS[month - 1][:3] for month in sorted(days.months))]
        if days.month_days:
            words += ["day", ",".join(map(_month_day, sorted(days.month_days, key=_from_first)))]
        if days.month_days and days.weekdays:
            words.append("or" if days.either else "and")
        if days.weekdays:
            words.append(",".join(WEEKDAYS[day][:3] for day in sorted(days.weekdays)))
        elif not days.month_days:
            words.append("daily")
        words.append(",".join(f"{moment:%H:%M}" for moment in self.times))
        return " ".join(word for word in words if word)


@dataclass(frozen=True, slots=True)
class Every:
    """Every so much time that has really passed, whatever the wall clock does meanwhile."""

    interval: timedelta

    def __str__(self) -> str:
        minutes = self.interval // timedelta(minutes=1)
        amount, unit = (minutes // 60, "hour") if minutes % 60 == 0 else (minutes, "minute")
        return f"every {amount} {unit}s" if amount > 1 else f"every {unit}"


Recurrence = Daily | Every


def checked(recurrence: Recurrence) -> Recurrence:
    """Return a recurrence that comes round, and not too often; else raise RecurrenceError."""
    if isinstance(recurrence, Every):
        if not SHORTEST <= recurrence.interval <= LONGEST:
            raise RecurrenceError(Phrase(refusals.OUT_OF_RANGE, typed=str(recurrence)))
        return recurrence
    if not recurrence.times:
        raise RecurrenceError(Phrase(refusals.NO_TIME))
    minutes = [moment.hour * 60 + moment.minute for moment in recurrence.times]
    apart = [later - earlier for earlier, later in pairwise([*minutes, minutes[0] + 24 * 60])]
    if min(apart) < SHORTEST // timedelta(minutes=1):
        raise RecurrenceError(Phrase(refusals.TOO_CLOSE))
    _check_days(recurrence.days)
    return recurrence


def _check_days(days: Days) -> None:
    """Refuse days that no year has, such as 30 February."""
    if not days.month_days or (days.weekdays and days.either):
        return
    months = days.months or range(1, 13)
    if not any(abs(day) <= LONGEST_MONTH[month - 1] for day in days.month_days for month in months):
        day = min(abs(day) for day in days.month_days)
        named = joined([Phrase(texts.MONTHS[month - 1]) for month in sorted(months)], OR, OR)
        raise RecurrenceError(Phrase(refusals.NEVER, day=day, months=named))


def _from_first(day: int) -> tuple[bool, int]:
    return day < 0, abs(day)


def _month_day(day: int) -> str:
    return str(day) if day > 0 else "last" if day == LAST else f"last{day + 1}"
