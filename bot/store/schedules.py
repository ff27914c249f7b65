"""Schedules: what is posted where and when, and the subscriptions of single people."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, insert, select, update

from bot.store.database import Database
from bot.store.tables import schedules

NOBODY = 0

# Fields that are called otherwise in the table, where they are ids of Discord's.
_COLUMNS = {
    "id": "schedule_id",
    "guild": "guild_id",
    "channel": "channel_id",
    "user": "user_id",
    "owner": "owner_id",
}


class WhenNothingNew(StrEnum):
    """What is posted when there is nothing that the edition before did not show."""

    SKIP = "skip"
    SAY = "say"
    SPOTLIGHT = "spotlight"


@dataclass(frozen=True, slots=True)
class Schedule:
    """A standing order: to a channel of a server, or to one person by direct message."""

    id: int
    guild: int | None
    channel: int | None
    user: int | None
    owner: int
    recurrence: str
    zone: str
    what: str
    """`briefing`, `timeline`, `topic:name` or `question:text`."""
    created: datetime
    anchor: datetime
    """From where "every six hours" counts."""
    checked_until: datetime
    """Up to here every time it came round is in the ledger."""
    next_due: datetime | None
    length: str = "standard"
    mention_role: int | None = None
    sources_thread: bool = False
    publish: bool = False
    """Whether servers that follow an announcement channel get the post as well."""
    when_nothing_new: WhenNothingNew = WhenNothingNew.SKIP
    lateness_hours: int = 6
    paused: bool = False
    paused_because: str = ""
    previous: tuple[str, ...] = ()
    """What the edition before showed."""
    revision: int = 0


class Schedules:
    """Every schedule there is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, schedule: Schedule) -> Schedule:
        """Keep a new schedule and return it with its number."""
        row = _row(schedule)
        del row["schedule_id"]
        async with self._database.writing() as connection:
            made = await connection.execute(insert(schedules).values(row))
            key: Any = made.inserted_primary_key
        return _schedule(row | {"schedule_id": key.schedule_id})

    async def get(self, number: int) -> Schedule | None:
        """Return one schedule, or None where there is none of this number."""
        found = await self._select(schedules.c.schedule_id == number)
        return found[0] if found else None

    async def of_guild(self, guild: int) -> tuple[Schedule, ...]:
        """Return a server's schedules in the order they were made."""
        return await self._select(schedules.c.guild_id == guild)

    async def of_user(self, user: int) -> tuple[Schedule, ...]:
        """Return one person's subscriptions."""
        return await self._select(schedules.c.user_id == user)

    async def after(self, number: int, limit: int) -> tuple[Schedule, ...]:
        """Return schedules of higher numbers, for going through all of them."""
        return await self._select(schedules.c.schedule_id > number, limit=limit)

    async def due(self, now: datetime, limit: int) -> tuple[Schedule, ...]:
        """Return schedules that have come round, the longest due first."""
        return await self._select(schedules.c.next_due <= now, schedules.c.next_due, limit=limit)

    async def edit(self, schedule: Schedule) -> Schedule | None:
        """Keep a changed schedule; None where it is gone or was changed by another meanwhile.

        What the last edition showed stays as it is: an edition may have gone out meanwhile.
        """
        row = _row(schedule) | {"revision": schedule.revision + 1}
        del row["previous"]
        async with self._database.writing() as connection:
            done = await connection.execute(
                update(schedules)
                .where(
                    schedules.c.schedule_id == schedule.id,
                    schedules.c.revision == schedule.revision,
                )
                .values(row)
            )
        return await self.get(schedule.id) if done.rowcount else None

    async def pause(self, number: int, because: str) -> bool:
        """Pause a schedule; say whether it is this call that did it."""
        return await self._set_paused(number, because, paused=True)

    async def resume(self, number: int) -> bool:
        """Let a paused schedule run again; say whether it is this call that did it."""
        return await self._set_paused(number, "", paused=False)

    async def remove(self, number: int) -> bool:
        """Delete a schedule and its ledger; say whether there was one."""
        return await self._delete(schedules.c.schedule_id == number) > 0

    async def remove_guild(self, guild: int) -> int:
        """Delete every schedule of a server; return how many there were."""
        return await self._delete(schedules.c.guild_id == guild)

    async def erase(self, user: int) -> int:
        """Delete every subscription of a person; return how many there were.

        What they set up for servers stays and forgets who it was.
        """
        async with self._database.writing() as connection:
            done = await connection.execute(delete(schedules).where(schedules.c.user_id == user))
            await connection.execute(
                update(schedules).where(schedules.c.owner_id == user).values(owner_id=NOBODY)
            )
        return done.rowcount

    async def _delete(self, which: ColumnElement[bool]) -> int:
        async with self._database.writing() as connection:
            return (await connection.execute(delete(schedules).where(which))).rowcount

    async def _set_paused(self, number: int, because: str, *, paused: bool) -> bool:
        async with self._database.writing() as connection:
            done = await connection.execute(
                update(schedules)
                .where(schedules.c.schedule_id == number, schedules.c.paused.is_not(paused))
                .values(
                    paused=paused,
                    paused_because=because,
                    revision=schedules.c.revision + 1,
                )
            )
        return done.rowcount > 0

    async def _select(
        self, which: ColumnElement[bool], *order: ColumnElement[Any], limit: int | None = None
    ) -> tuple[Schedule, ...]:
        wanted = select(schedules).where(which)
        wanted = wanted.order_by(*order, schedules.c.schedule_id).limit(limit)
        async with self._database.reading() as connection:
            rows: Sequence[Row[Any]] = (await connection.execute(wanted)).all()
        return tuple(_schedule(dict(row._mapping)) for row in rows)  # noqa: SLF001


def _row(schedule: Schedule) -> dict[str, Any]:
    found = asdict(schedule) | {"previous": list(schedule.previous)}
    return {_COLUMNS.get(name, name): value for name, value in found.items()}


def _schedule(row: dict[str, Any]) -> Schedule:
    found = {field.name: row[_COLUMNS.get(field.name, field.name)] for field in fields(Schedule)}
    found["previous"] = tuple(found["previous"])
    found["when_nothing_new"] = WhenNothingNew(found["when_nothing_new"])
    return Schedule(**found)
