"""From the calendar into the ledger: each time a schedule came round gets its row."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.schedule.calendar import Slot, slots, upcoming
from bot.schedule.reasons import AWAY, why_merged, why_not_in_time, why_paused
from bot.schedule.recurrence import RecurrenceError
from bot.schedule.rules import is_too_late, mark_of
from bot.schedule.times import read_times
from bot.schedule.zones import read_zone
from bot.store.entries import NewEntry, Opening
from bot.store.ledger import Ledger
from bot.store.schedules import Schedule, Schedules

log = logging.getLogger(__name__)

BATCH = 200
# After a longer silence the times before are not told one by one.
LOOK_BACK = timedelta(days=31)


def next_slots(schedule: Schedule, after: datetime, count: int) -> tuple[Slot, ...]:
    """Return the next times a schedule comes round; raises RecurrenceError."""
    zone = read_zone(schedule.zone)
    return upcoming(read_times(schedule.recurrence), zone, schedule.anchor, after, count)


def opening_of(schedule: Schedule, now: datetime) -> Opening:
    """Return what a schedule brings into the ledger by now; raises RecurrenceError."""
    after = max(schedule.checked_until, now - LOOK_BACK)
    zone = read_zone(schedule.zone)
    found = slots(read_times(schedule.recurrence), zone, schedule.anchor, after, now)
    entries = tuple(
        NewEntry(
            slot.day,
            slot.text,
            slot.due,
            mark_of(schedule, slot),
            _unwanted(schedule, slot, found, now),
        )
        for slot in found
    )
    until = max(schedule.checked_until, now)
    return Opening(schedule, entries, until, _next(schedule, until))


class Opener:
    """Looks up which schedules have come round and writes it down."""

    def __init__(self, schedules: Schedules, ledger: Ledger) -> None:
        self._schedules = schedules
        self._ledger = ledger

    async def open_due(self, now: datetime) -> None:
        """Write down every time that came round until now."""
        while due := await self._schedules.due(now, BATCH):
            openings = [opening for found in due if (opening := await self._opening(found, now))]
            await self._ledger.open(openings, now)
            if len(due) < BATCH:
                return

    async def refresh(self, now: datetime) -> None:
        """Work out anew when each schedule comes round next.

        A zone's rules may have changed with an update; and a clock that was ahead for a while may
        have left times noted as looked at which are yet to come. What is in the ledger stays
        there once.
        """
        number = 0
        while found := await self._schedules.after(number, BATCH):
            number = found[-1].id
            stale = []
            for schedule in found:
                until = min(schedule.checked_until, now)
                try:
                    due = _next(schedule, until)
                except RecurrenceError:
                    continue  # told where it comes round
                if (until, due) != (schedule.checked_until, schedule.next_due):
                    stale.append(Opening(schedule, (), until, due))
            if stale:
                await self._ledger.open(stale, now)

    async def _opening(self, schedule: Schedule, now: datetime) -> Opening | None:
        try:
            return opening_of(schedule, now)
        except RecurrenceError as error:
            # Only where a zone has left the time zone database since.
            log.warning("schedule %d is paused: %s", schedule.id, error)
            await self._schedules.pause(schedule.id, error.because)
            paused = replace(schedule, revision=schedule.revision + (not schedule.paused))
            return Opening(paused, (), now, None)


def _unwanted(schedule: Schedule, slot: Slot, found: Sequence[Slot], now: datetime) -> str:
    """Say why one of the times found is not to be posted; nothing where it is."""
    if schedule.paused:
        return why_paused(schedule)
    if is_too_late(schedule, slot.due, now):
        return why_not_in_time(schedule, slot.due, now, AWAY)
    newest = found[-1]
    return why_merged(newest.day, newest.text) if slot != newest else ""


def _next(schedule: Schedule, after: datetime) -> datetime | None:
    found = next_slots(schedule, after, 1)
    return found[0].due if found else None
