"""The moments at which a schedule comes round, as pure functions of zone and recurrence.

A time of the wall clock that clocks skip comes round once, at the first moment after the gap; one
that they show twice comes round once, at the first. "Every six hours" counts hours that have
really passed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from bot.schedule.recurrence import Daily, Days, Every, Recurrence

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
# 29 February on one weekday comes round every 28 years, and after 40 where a century has none.
_FAR = timedelta(days=41 * 366)


@dataclass(frozen=True, slots=True)
class Slot:
    """One time that a schedule comes round: its name, which is never given twice, and its moment.

    The name is the local date and time as written; for an interval those of UTC, since the
    local clock may show the same time twice.
    """

    day: date
    text: str
    due: datetime


def slots(
    recurrence: Recurrence, zone: ZoneInfo, anchor: datetime, after: datetime, until: datetime
) -> tuple[Slot, ...]:
    """Return what comes round after a moment and until another one, oldest first."""
    return tuple(_between(recurrence, zone, anchor, after, until))


def upcoming(
    recurrence: Recurrence, zone: ZoneInfo, anchor: datetime, after: datetime, count: int
) -> tuple[Slot, ...]:
    """Return the next times after a moment."""
    until = min(after, datetime.max.replace(tzinfo=UTC) - _FAR) + _FAR
    return tuple(islice(_between(recurrence, zone, anchor, after, until), count))


def moment_of(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """Return the moment at which a local clock first shows a time, or first shows a later one."""
    local = datetime.combine(day, clock.replace(fold=0))
    moment = local.replace(tzinfo=zone).astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) == local:
        return moment
    # In a gap the offset before it leads behind its end and the offset after it before its start.
    before, behind = local.replace(tzinfo=zone, fold=1).astimezone(UTC), moment
    old = before.astimezone(zone).utcoffset()
    while behind - before > _SECOND:
        middle = before + (behind - before) // 2
        if middle.astimezone(zone).utcoffset() == old:
            before = middle
        else:
            behind = middle
    return behind.replace(microsecond=0)


def _between(
    recurrence: Recurrence, zone: ZoneInfo, anchor: datetime, after: datetime, until: datetime
) -> Iterator[Slot]:
    after, until = after.astimezone(UTC), until.astimezone(UTC)
    if isinstance(recurrence, Every):
        return _passed(recurrence, anchor.astimezone(UTC), after, until)
    return _shown(recurrence, zone, after, until)


def _passed(every: Every, anchor: datetime, after: datetime, until: datetime) -> Iterator[Slot]:
    count = max((after - anchor) // every.interval, 0) + 1
    while (due := anchor + count * every.interval) <= until:
        yield Slot(due.date(), f"{due:%H:%M}Z", due)
        count += 1


def _shown(daily: Daily, zone: ZoneInfo, after: datetime, until: datetime) -> Iterator[Slot]:
    # A gap puts the times of its day off until its end, by a whole day where a zone has changed
    # the side of the date line; so slots wait until no earlier day can bring an earlier one.
    waiting: list[Slot] = []
    for day in _days(daily.days, _local(after, zone) - 2 * _DAY, _local(until, zone) + _DAY):
        while waiting and _local(waiting[0].due, zone) + _DAY < day:
            yield waiting.pop(0)
        for clock in daily.times:
            due = moment_of(day, clock, zone)
            if after < due <= until:
                waiting.append(Slot(day, f"{clock:%H:%M}", due))
        waiting.sort(key=lambda slot: (slot.due, slot.day, slot.text))
    yield from waiting


def _local(moment: datetime, zone: ZoneInfo) -> date:
    return moment.astimezone(zone).date()


def _days(days: Days, first: date, last: date) -> Iterator[date]:
    """Yield the days that fit, month by month."""
    month = first.replace(day=1)
    while month <= last:
        following = (month + 31 * _DAY).replace(day=1)
        if not days.months or month.month in days.months:
            length = (following - month).days
            for number in range(length):
                day = month + number * _DAY
                if first <= day <= last and days.has(day, length):
                    yield day
        month = following
