"""Schedules on a fast clock: the real rounds and ledger, in a database thrown away afterwards."""

import asyncio
import tempfile
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.schedule.delivering import Deliverer, Outside
from bot.schedule.issues import Issue, Issues
from bot.schedule.opening import Opener, next_slots
from bot.schedule.outcomes import outcome_of
from bot.schedule.pace import Bucket
from bot.schedule.post import FrozenPost, Mark, NothingNew, Post
from bot.schedule.running import Limits, Runner
from bot.schedule.times import read_times
from bot.schedule.zones import read_zone
from bot.store.database import Database, open_database
from bot.store.entries import MessageReference, State
from bot.store.ledger import Ledger
from bot.store.schedules import Schedule, Schedules, WhenNothingNew

_DAY = 24 * 60 * 60
_FAST = 1_000_000.0


@dataclass(frozen=True, slots=True)
class Shown:
    """What a schedule posts at a time, or why it posts nothing."""

    schedule: Schedule
    at: datetime
    made: Issue | str


def trial(times: str, zone: str, what: str, nothing_new: str, start: datetime) -> Schedule:
    """Return a schedule that stands in no database; raises RecurrenceError."""
    return Schedule(
        id=1, guild=None, channel=1, user=None, owner=0, recurrence=str(read_times(times)),
        zone=read_zone(zone).key, what=what, created=start, anchor=start, checked_until=start,
        next_due=None, when_nothing_new=WhenNothingNew(nothing_new),
    )  # fmt: skip


class Rehearsal:
    """Lets schedules run from a moment on, with so many seconds to a day."""

    def __init__(self, issues: Issues, start: datetime, pace: float) -> None:
        self._issues = issues
        self._now = start
        self._pace = pace
        self._made: dict[str, Issue] = {}

    async def run(
        self, schedules: Sequence[Schedule], until: datetime
    ) -> AsyncGenerator[Shown, None]:
        """Yield all that is posted until a moment, in order; the schedules begin afresh."""
        with tempfile.TemporaryDirectory(prefix="briefing-bot-") as folder:
            database = await open_database(f"sqlite:///{Path(folder) / 'rehearsal.db'}")
            try:
                async for shown in self._run(database, schedules, until):
                    yield shown
            finally:
                await database.close()

    async def _run(
        self, database: Database, schedules: Sequence[Schedule], until: datetime
    ) -> AsyncIterator[Shown]:
        kept, ledger = Schedules(database), Ledger(database)
        known = {(await kept.add(self._afresh(one))).id: one for one in schedules}
        outside = Outside(self._render, lambda _: _Terminal(), _tell_nobody, lambda: self._now)
        bucket = Bucket(_FAST, int(_FAST))
        deliverer = Deliverer(kept, ledger, outside, bucket, "rehearsal")
        limits = Limits(len(known), 1, _FAST, int(_FAST))
        runner = Runner(Opener(kept, ledger), ledger, deliverer, lambda: self._now, limits)
        while due := await _next_due(kept, until):
            await asyncio.sleep((due - self._now).total_seconds() * self._pace / _DAY)
            self._now = due
            coming = await kept.due(due, len(known))
            await runner.round()
            await runner.finish()
            for number in sorted(one.id for one in coming):
                [entry] = await ledger.of_schedule(number, 1)
                posted = self._made.pop(entry.body or "") if entry.state is State.SENT else None
                yield Shown(known[number], due, posted or entry.reason or outcome_of(entry))

    def _afresh(self, one: Schedule) -> Schedule:
        # What counts hours from when it was set up counts from the start where that is earlier.
        anchor = min(one.anchor, self._now)
        fresh = replace(one, anchor=anchor, checked_until=self._now, previous=())
        ahead = next_slots(fresh, self._now, 1)
        return replace(fresh, next_due=ahead[0].due if ahead else None)

    def _render(
        self, schedule: Schedule, now: datetime, previous: tuple[str, ...]
    ) -> Post | NothingNew:
        made = self._issues.issue(schedule, now, previous)
        if isinstance(made, NothingNew):
            return made
        name = f"{schedule.id} {now.isoformat()}"
        self._made[name] = made
        return Post(name, made.shown)


class _Terminal:
    """Takes every post; what is shown of it is kept elsewhere."""

    async def send(self, post: FrozenPost, nonce: str) -> MessageReference:  # noqa: ARG002
        """Take it."""
        return MessageReference(0, 1, "")

    async def find(self, mark: Mark) -> MessageReference | None:  # noqa: ARG002
        """Find nothing: nothing is ever taken over."""
        return None

    async def complete(self, post: FrozenPost, message: MessageReference) -> str:  # noqa: ARG002
        """Add nothing: what is shown of a post is all there is of it."""
        return ""


async def _tell_nobody(schedule: Schedule, because: str) -> None:
    """Leave it at the ledger's word, which is shown."""


async def _next_due(schedules: Schedules, until: datetime) -> datetime | None:
    [*first] = await schedules.due(until, 1)
    return first[0].next_due if first else None
