"""Questions that were answered lately, to suggest to others; nobody's name is with them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import Database
from bot.store.digest import digest
from bot.store.tables import questions
from bot.store.unwritten import Unwritten
from bot.store.upsert import upsert

KEPT = 100
_OUTSIDE = 0  # no server has this id

_Key = tuple[int, str]
_Asked = tuple[str, datetime]


class Questions:
    """The last questions of each server, each kept once; where deferred, written by `flush`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._unwritten: Unwritten[_Key, _Asked] = Unwritten(database, _write)

    async def asked(self, guild: int | None, text: str, now: datetime) -> None:
        """Keep a question as the latest of a server, or of all that is asked outside of one."""
        key = guild or _OUTSIDE, digest(" ".join(text.split()).casefold())
        await self._unwritten.put(key, (text, now))

    def defer(self, *, on: bool) -> None:
        """Leave writing to whoever flushes at intervals, or write at once again."""
        self._unwritten.deferred = on

    async def flush(self) -> None:
        """Write what was asked since the last time."""
        await self._unwritten.flush()

    async def recent(self, guild: int | None, limit: int = KEPT) -> tuple[str, ...]:
        """Return the questions of a server, the latest first."""
        # Before the database is asked: what is written meanwhile is found there as well.
        unwritten = {
            key: asked for (of, key), asked in self._unwritten.items() if of == (guild or _OUTSIDE)
        }
        async with self._database.reading() as connection:
            found = await connection.execute(_latest(guild or _OUTSIDE, limit))
        latest = {row.digest: (row.question, row.asked) for row in found} | unwritten
        ordered = sorted(latest.items())
        ordered.sort(key=lambda one: one[1][1], reverse=True)
        return tuple(text for _, (text, _) in ordered[: min(limit, KEPT)])


async def _write(connection: AsyncConnection, asked: Mapping[_Key, _Asked]) -> None:
    rows = [
        {"guild_id": guild, "digest": key, "question": text, "asked": moment}
        # In one order, so that two processes never wait for each other.
        for (guild, key), (text, moment) in sorted(asked.items())
    ]
    await upsert(connection, questions, *rows)
    for guild in sorted({guild for guild, _ in asked}):
        last = _latest(guild, KEPT).with_only_columns(questions.c.digest)
        await connection.execute(
            delete(questions).where(_of(guild), questions.c.digest.not_in(last))
        )


def _of(guild: int) -> ColumnElement[bool]:
    return questions.c.guild_id == guild


def _latest(guild: int, limit: int) -> Select[Any]:
    latest = (questions.c.asked.desc(), questions.c.digest)
    return select(questions).where(_of(guild)).order_by(*latest).limit(limit)
