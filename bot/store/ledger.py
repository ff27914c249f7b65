"""The ledger: a row for each time a schedule came round, and what became of it.

A row is claimed before anything is sent. Each claim raises its token, and every later change
names the token it was claimed with, so that a process which lost the row changes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import Database
from bot.store.schedules import Schedule
from bot.store.tables import ledger, schedules


class State(StrEnum):
    """Where a row stands: open as pending or claimed, else settled."""

    PENDING = "pending"
    CLAIMED = "claimed"
    SENT = "sent"
    SKIPPED = "skipped"
    FAILED = "failed"


_OPEN = ledger.c.state.in_([State.PENDING, State.CLAIMED])


@dataclass(frozen=True, slots=True)
class MessageReference:
    """A message that stands in a channel; the note tells what is not as it was asked for."""

    channel: int
    message: int
    link: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One time that one schedule came round."""

    id: int
    schedule: int
    day: date
    slot: str
    due: datetime
    opened: datetime
    state: State
    token: int
    free_at: datetime
    mark: str
    body: str | None
    shown: tuple[str, ...]
    reason: str
    settled: datetime | None
    message: MessageReference | None


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A time that came round, on its way into the ledger."""

    day: date
    slot: str
    due: datetime
    mark: str
    skipped_because: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """What a schedule, as it was read, brings into the ledger, and when it comes round next."""

    schedule: Schedule
    entries: tuple[NewEntry, ...]
    checked_until: datetime
    next_due: datetime | None


@dataclass(frozen=True, slots=True)
class Claimable:
    """A row that is free, with the place it goes to."""

    entry: Entry
    place: int


class Ledger:
    """The rows of all schedules, for any number of processes at once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def open(self, openings: Sequence[Opening], now: datetime) -> int:
        """Write down what came round; return how many schedules it was news of.

        Where another process was first or a person has changed the schedule since it was read,
        that schedule is left for the next time.
        """
        news = 0
        # In one order for every process, so that two never wait for each other.
        ordered = sorted(openings, key=lambda opening: opening.schedule.id)
        async with self._database.writing() as connection:
            rows: list[dict[str, Any]] = []
            for opening in ordered:
                if await _move_on(connection, opening):
                    news += 1
                    rows += [_new_row(opening.schedule, entry, now) for entry in opening.entries]
            for start in range(0, len(rows), 500):  # a statement holds so many values at most
                await _insert(connection, rows[start : start + 500])
        return news

    async def add(self, schedule: Schedule, entry: NewEntry, now: datetime) -> bool:
        """Write down one time beside the schedule's own; say whether it is new."""
        async with self._database.writing() as connection:
            return await _insert(connection, [_new_row(schedule, entry, now)]) > 0

    async def claimable(self, now: datetime, limit: int) -> tuple[Claimable, ...]:
        """Return rows that nobody holds, the oldest first."""
        place = schedules.c.channel_id, schedules.c.user_id
        wanted = (
            select(ledger, *place)
            .join(schedules)
            .where(_OPEN, ledger.c.free_at <= now)
            .order_by(ledger.c.due, ledger.c.entry_id)
            .limit(limit)
        )
        rows = await self._rows(wanted)
        return tuple(Claimable(_entry(row), row.channel_id or row.user_id or 0) for row in rows)

    async def claim(
        self, entry: Entry, holder: str, now: datetime, lease: timedelta
    ) -> Entry | None:
        """Take a free row for as long as the lease; None where another was first."""
        async with self._database.writing() as connection:
            done = await connection.execute(
                update(ledger)
                .where(
                    ledger.c.entry_id == entry.id,
                    ledger.c.token == entry.token,
                    _OPEN,
                    ledger.c.free_at <= now,
                )
                .values(
                    state=State.CLAIMED,
                    token=entry.token + 1,
                    holder=holder,
                    free_at=now + lease,
                )
                .returning(ledger)
            )
            row = done.one_or_none()
        return _entry(row) if row else None

    async def freeze(
        self, entry: Entry, body: str, shown: Sequence[str], free_at: datetime
    ) -> bool:
        """Keep what is about to be sent and hold the row longer; False where it is lost."""
        return await self._change(entry, body=body, shown=list(shown), free_at=free_at)

    async def hold(self, entry: Entry, free_at: datetime) -> bool:
        """Hold the row longer; False where it is lost."""
        return await self._change(entry, free_at=free_at)

    async def release(self, entry: Entry, free_at: datetime, because: str) -> bool:
        """Give a row back, to be tried again later."""
        return await self._change(entry, state=State.PENDING, free_at=free_at, reason=because)

    async def settle(self, entry: Entry, state: State, because: str, now: datetime) -> bool:
        """Note that nothing was posted, and why."""
        return await self._change(entry, state=state, reason=because, settled=now)

    async def sent(
        self,
        entry: Entry,
        message: MessageReference,
        shown: Sequence[str],
        because: str,
        now: datetime,
    ) -> bool:
        """Note that it was posted, and what it showed; False where the row is lost."""
        async with self._database.writing() as connection:
            done = await connection.execute(
                _held(entry).values(
                    state=State.SENT,
                    reason=because,
                    settled=now,
                    message_channel=message.channel,
                    message_id=message.message,
                    message_link=message.link,
                )
            )
            if done.rowcount:
                await connection.execute(
                    update(schedules)
                    .where(schedules.c.schedule_id == entry.schedule)
                    .values(previous=list(shown))
                )
        return done.rowcount > 0

    async def newest_open(self, schedule: int) -> Entry | None:
        """Return the latest row of a schedule that is not settled yet."""
        wanted = select(ledger).where(ledger.c.schedule_id == schedule, _OPEN)
        rows = await self._rows(
            wanted.order_by(ledger.c.due.desc(), ledger.c.entry_id.desc()).limit(1)
        )
        return _entry(rows[0]) if rows else None

    async def of_schedule(self, schedule: int, limit: int = 10) -> tuple[Entry, ...]:
        """Return the last rows of a schedule, the newest first."""
        wanted = select(ledger).where(ledger.c.schedule_id == schedule)
        rows = await self._rows(
            wanted.order_by(ledger.c.due.desc(), ledger.c.entry_id.desc()).limit(limit)
        )
        return tuple(map(_entry, rows))

    async def expire(self, before: datetime) -> int:
        """Delete settled rows from before a moment; return how many there were."""
        async with self._database.writing(fleeting=True) as connection:
            done = await connection.execute(delete(ledger).where(ledger.c.due < before, ~_OPEN))
        return done.rowcount

    async def _rows(self, wanted: Select[Any]) -> Sequence[Row[Any]]:
        async with self._database.reading() as connection:
            return (await connection.execute(wanted)).all()

    async def _change(self, entry: Entry, **values: Any) -> bool:
        async with self._database.writing() as connection:
            return (await connection.execute(_held(entry).values(**values))).rowcount > 0


def _held(entry: Entry) -> Any:
    """Return a change of a row that holds only while its token is the newest."""
    mine: ColumnElement[bool] = and_(
        ledger.c.entry_id == entry.id,
        ledger.c.token == entry.token,
        ledger.c.state == State.CLAIMED,
    )
    return update(ledger).where(mine)


async def _move_on(connection: AsyncConnection, opening: Opening) -> bool:
    schedule = opening.schedule
    done = await connection.execute(
        update(schedules)
        .where(
            schedules.c.schedule_id == schedule.id,
            schedules.c.revision == schedule.revision,
            schedules.c.checked_until == schedule.checked_until,
        )
        .values(checked_until=opening.checked_until, next_due=opening.next_due)
    )
    return done.rowcount > 0


async def _insert(connection: AsyncConnection, rows: Sequence[dict[str, Any]]) -> int:
    """Add rows, but none of a schedule, day and slot that there is one of already."""
    make = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    done = await connection.execute(make(ledger).values(rows).on_conflict_do_nothing())
    return done.rowcount


def _new_row(schedule: Schedule, entry: NewEntry, now: datetime) -> dict[str, Any]:
    skipped = bool(entry.skipped_because)
    return {
        "schedule_id": schedule.id,
        "day": entry.day,
        "slot": entry.slot,
        "due": entry.due,
        "opened": now,
        "state": State.SKIPPED if skipped else State.PENDING,
        "token": 0,
        "holder": "",
        "free_at": min(entry.due, now),
        "mark": entry.mark,
        "shown": [],
        "reason": entry.skipped_because,
        "settled": now if skipped else None,
    }


def _entry(row: Row[Any]) -> Entry:
    found = {field.name: getattr(row, field.name, None) for field in fields(Entry)}
    found |= {"id": row.entry_id, "schedule": row.schedule_id, "state": State(row.state)}
    found["shown"] = tuple(row.shown)
    if row.message_id is not None:
        found["message"] = MessageReference(row.message_channel, row.message_id, row.message_link)
    return Entry(**found)
