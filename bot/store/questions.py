"""Questions that were answered lately, to suggest to others; nobody's name is with them."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, select

from bot.store.database import Database
from bot.store.digest import digest
from bot.store.tables import questions
from bot.store.upsert import upsert

KEPT = 100
_OUTSIDE = 0  # no server has this id


class Questions:
    """The last questions of each server, each kept once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def asked(self, guild: int | None, text: str, now: datetime) -> None:
        """Keep a question as the latest of a server, or of all that is asked outside of one."""
        row = {
            "guild_id": guild or _OUTSIDE,
            "digest": digest(" ".join(text.split()).casefold()),
            "question": text,
            "asked": now,
        }
        last = _latest(guild, KEPT).with_only_columns(questions.c.digest)
        async with self._database.writing(fleeting=True) as connection:
            await upsert(connection, questions, row)
            await connection.execute(
                delete(questions).where(_of(guild), questions.c.digest.not_in(last))
            )

    async def recent(self, guild: int | None, limit: int = KEPT) -> tuple[str, ...]:
        """Return the questions of a server, the latest first."""
        async with self._database.reading() as connection:
            found = await connection.execute(_latest(guild, limit))
        return tuple(row.question for row in found)


def _of(guild: int | None) -> ColumnElement[bool]:
    return questions.c.guild_id == (guild or _OUTSIDE)


def _latest(guild: int | None, limit: int) -> Select[Any]:
    latest = (questions.c.asked.desc(), questions.c.digest)
    return select(questions).where(_of(guild)).order_by(*latest).limit(limit)
