"""What people do with schedules: set them up, change, pause, resume and run them."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from bot.schedule.calendar import Slot
from bot.schedule.opening import next_slots, opening_of
from bot.schedule.reasons import BY_HAND
from bot.schedule.recurrence import RecurrenceError
from bot.schedule.rules import mark_of
from bot.schedule.times import read_times
from bot.schedule.zones import read_zone
from bot.store.entries import NewEntry
from bot.store.ledger import Ledger
from bot.store.schedules import Schedule, Schedules, WhenNothingNew

LONGEST_LATENESS = 7 * 24


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person asks for, times and zone in their own words."""

    times: str
    zone: str
    what: str = "briefing"
    length: str = "standard"
    mention_role: int | None = None
    sources_thread: bool = False
    publish: bool = False
    when_nothing_new: WhenNothingNew = WhenNothingNew.SKIP
    lateness_hours: int = 6


class Planner:
    """Keeps schedules such that each always knows when it comes round next."""

    def __init__(self, schedules: Schedules, ledger: Ledger, now: Callable[[], datetime]) -> None:
        self._schedules = schedules
        self._ledger = ledger
        self._now = now

    async def add(self, wish: Wish, *, guild: int, channel: int, owner: int) -> Schedule:
        """Keep a new schedule of a channel; raises RecurrenceError."""
        return await self._schedules.add(
            self._new(wish, guild=guild, channel=channel, user=None, owner=owner)
        )

    async def subscribe(self, wish: Wish, user: int) -> Schedule:
        """Keep a new schedule of direct messages to one person; raises RecurrenceError."""
        return await self._schedules.add(
            self._new(wish, guild=None, channel=None, user=user, owner=user)
        )

    async def edit(
        self, schedule: Schedule, wish: Wish, channel: int | None = None
    ) -> Schedule | None:
        """Change a schedule; None where it is gone or changed meanwhile. Raises RecurrenceError.

        Other times count from now on; what came round before stays as it was.
        """
        changed = replace(
            _fill(schedule, wish), channel=schedule.channel if channel is None else channel
        )
        await self._catch_up(schedule)
        if (changed.recurrence, changed.zone) != (schedule.recurrence, schedule.zone):
            changed = self._from_now(changed)
        return await self._schedules.edit(changed)

    async def resume(self, schedule: Schedule) -> bool:
        """Let a paused schedule run again; say whether it is this call that did it.

        What comes round while it is paused is noted as skipped, up to this moment.
        """
        await self._catch_up(schedule)
        found = self._from_now(schedule, anchor=schedule.anchor)
        running = replace(found, paused=False, paused_because="")
        return schedule.paused and await self._schedules.edit(running) is not None

    async def run_now(self, schedule: Schedule) -> bool:
        """Have an edition posted beside the usual ones; say whether it is not under way already."""
        now = self._now().replace(microsecond=0)
        local = now.astimezone(read_zone(schedule.zone))
        slot = Slot(local.date(), f"{local:%H:%M:%S}{BY_HAND}", now)
        entry = NewEntry(slot.day, slot.text, slot.due, mark_of(schedule, slot))
        return await self._ledger.add(schedule, entry, now)

    async def _catch_up(self, schedule: Schedule) -> None:
        """Write down what came round as the schedule was until now."""
        now = self._now()
        with suppress(RecurrenceError):  # its zone is gone, which the change may mend
            await self._ledger.open([opening_of(schedule, now)], now)

    def _new(
        self, wish: Wish, *, guild: int | None, channel: int | None, user: int | None, owner: int
    ) -> Schedule:
        now = self._now()
        blank = Schedule(0, guild, channel, user, owner, "", "", "", now, now, now, None)
        return self._from_now(_fill(blank, wish))

    def _from_now(self, schedule: Schedule, anchor: datetime | None = None) -> Schedule:
        """Return a schedule that looks ahead from now, and counts from this minute's start."""
        now = self._now()
        anchor = anchor or now.replace(second=0, microsecond=0)
        found = replace(schedule, anchor=anchor, checked_until=now)
        ahead = next_slots(found, now, 1)
        return replace(found, next_due=ahead[0].due if ahead else None)


def _fill(schedule: Schedule, wish: Wish) -> Schedule:
    return replace(
        schedule,
        recurrence=str(read_times(wish.times)),
        zone=read_zone(wish.zone).key,
        what=wish.what,
        length=wish.length,
        mention_role=wish.mention_role,
        sources_thread=wish.sources_thread,
        publish=wish.publish,
        when_nothing_new=wish.when_nothing_new,
        lateness_hours=min(max(wish.lateness_hours, 0), LONGEST_LATENESS),
    )
