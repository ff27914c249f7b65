"""The ledger: a row for each time a schedule came round, and what became of it.

A row is claimed before anything is sent. Each claim raises its token, and every later change
names the token it was claimed with, so that a process which lost the row changes nothing.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import Database
from bot.store.entries import (
    Claimable,
    Entry,
    MessageReference,
    NewEntry,
    Opening,
    State,
    entry_of,
    new_row,
)
from bot.store.schedules import Schedule
from bot.store.tables import ledger, schedules
from bot.store.upsert import insert_into

_OPEN = ledger.c.state.in_([State.PENDING, State.CLAIMED])


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
                    rows += [new_row(opening.schedule, entry, now) for entry in opening.entries]
            for start in range(0, len(rows), 500):  # a statement holds so many values at most
                await _insert(connection, rows[start : start + 500])
        return news

    async def add(self, schedule: Schedule, entry: NewEntry, now: datetime) -> bool:
        """Write down one time beside the schedule's own; say whether it is new."""
        async with self._database.writing() as connection:
            return await _insert(connection, [new_row(schedule, entry, now)]) > 0

    async def claimable(self, now: datetime, limit: int) -> tuple[Claimable, ...]:
        """Return rows that nobody holds, the oldest first."""
        place = func.coalesce(schedules.c.channel_id, schedules.c.user_id, 0).label("place")
        wanted = (
            select(ledger.c.entry_id, ledger.c.token, place)
            .join(schedules)
            .where(_OPEN, ledger.c.free_at <= now)
            .order_by(ledger.c.due, ledger.c.entry_id)
            .limit(limit)
        )
        rows = await self._rows(wanted)
        return tuple(Claimable(row.entry_id, row.token, row.place) for row in rows)

    async def claim(
        self, found: Claimable, holder: str, now: datetime, lease: timedelta
    ) -> Entry | None:
        """Take a free row for as long as the lease; None where another was first."""
        async with self._database.writing() as connection:
            done = await connection.execute(
                update(ledger)
                .where(
                    ledger.c.entry_id == found.entry,
                    ledger.c.token == found.token,
                    _OPEN,
                    ledger.c.free_at <= now,
                )
                .values(
                    state=State.CLAIMED,
                    token=found.token + 1,
                    holder=holder,
                    free_at=now + lease,
                )
            )
            if not done.rowcount:
                return None
            row = await connection.execute(select(ledger).where(ledger.c.entry_id == found.entry))
            return entry_of(row.one())

    async def freeze(
        self, entry: Entry, body: str, shown: tuple[str, ...], free_at: datetime
    ) -> Entry | None:
        """Keep what is about to be sent and hold the row longer; None where it is lost."""
        kept = await self._change(entry, body=body, shown=list(shown), free_at=free_at)
        return replace(entry, body=body, shown=shown, free_at=free_at) if kept else None

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
                    .values(previous=list(entry.shown))
                )
        return done.rowcount > 0

    async def newest_open(self, schedule: int) -> Entry | None:
        """Return the latest row of a schedule that is not settled yet."""
        wanted = select(ledger).where(ledger.c.schedule_id == schedule, _OPEN)
        rows = await self._rows(
            wanted.order_by(ledger.c.due.desc(), ledger.c.entry_id.desc()).limit(1)
        )
        return entry_of(rows[0]) if rows else None

    async def of_schedule(self, schedule: int, limit: int = 10) -> tuple[Entry, ...]:
        """Return the last rows of a schedule, the newest first."""
        wanted = select(ledger).where(ledger.c.schedule_id == schedule)
        rows = await self._rows(
            wanted.order_by(ledger.c.due.desc(), ledger.c.entry_id.desc()).limit(limit)
        )
        return tuple(map(entry_of, rows))

    async def expire(self, before: datetime) -> int:
        """Delete settled rows from before a moment; return how many there were."""
        async with self._database.writing(fleeting=True) as connection:
            done = await connection.execute(delete(ledger).where(ledger.c.due < before, ~_OPEN))
        return done.rowcount

    async def _rows(self, wanted: Select[Any]) -> Sequence[Row[Any]]:
        async with self._database.reading() as connection:
            rows: Sequence[Row[Any]] = (await connection.execute(wanted)).all()
        return rows

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
    added = insert_into(ledger, connection).values(rows).on_conflict_do_nothing()
    done = await connection.execute(added)
    return done.rowcount
