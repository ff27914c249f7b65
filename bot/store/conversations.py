"""What each person has lately talked about in each channel, so that follow-ups are understood."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.answers.conversation import Conversation
from bot.corpus.names import NameKind
from bot.store.database import Database
from bot.store.tables import conversations
from bot.store.unwritten import Unwritten
from bot.store.upsert import upsert

_Key = tuple[int, int]
_Talk = tuple[Conversation, datetime]


class Conversations:
    """Conversations by channel and person; each is forgotten some time after its last question.

    Where writing is deferred, they are in the database from the next `flush` on.
    """

    def __init__(self, database: Database, lasting: timedelta) -> None:
        self._database = database
        self._lasting = lasting
        self._unwritten: Unwritten[_Key, _Talk] = Unwritten(database, _write)

    async def get(self, channel: int, user: int, now: datetime) -> Conversation:
        """Return a conversation; an empty one where there is none or it is too long ago."""
        unwritten = self._unwritten.get((channel, user))
        if unwritten:
            talk, updated = unwritten
            return talk if updated > now - self._lasting else Conversation()
        wanted = select(conversations.c.conversation).where(
            conversations.c.channel_id == channel,
            conversations.c.user_id == user,
            conversations.c.updated > now - self._lasting,
        )
        async with self._database.reading() as connection:
            kept = (await connection.execute(wanted)).scalar_one_or_none()
        return _read(kept) if kept else Conversation()

    async def put(self, channel: int, user: int, conversation: Conversation, now: datetime) -> None:
        """Keep a conversation as it is now."""
        await self._unwritten.put((channel, user), (conversation, now))

    def defer(self, *, on: bool) -> None:
        """Leave writing to whoever flushes at intervals, or write at once again."""
        self._unwritten.deferred = on

    async def flush(self) -> None:
        """Write what was put since the last time."""
        await self._unwritten.flush()

    async def erase(self, user: int) -> int:
        """Delete all conversations of a person; return how many there were."""
        await self.flush()
        async with self._database.writing() as connection:
            done = await connection.execute(
                delete(conversations).where(conversations.c.user_id == user)
            )
        return done.rowcount

    async def expire(self, now: datetime) -> int:
        """Delete what is too long ago to be followed up; return how many there were."""
        await self.flush()
        old = conversations.c.updated <= now - self._lasting
        async with self._database.writing(fleeting=True) as connection:
            done = await connection.execute(delete(conversations).where(old))
        return done.rowcount


async def _write(connection: AsyncConnection, talks: Mapping[_Key, _Talk]) -> None:
    rows = [
        {
            "channel_id": channel,
            "user_id": user,
            "conversation": _written(conversation),
            "updated": updated,
        }
        # In one order, so that two processes never wait for each other.
        for (channel, user), (conversation, updated) in sorted(
            talks.items(), key=lambda one: one[0]
        )
    ]
    await upsert(connection, conversations, *rows)


def _written(conversation: Conversation) -> dict[str, Any]:
    return {
        "question": conversation.question,
        "topic": conversation.topic,
        "names": [[kind.value, name] for kind, name in conversation.names],
    }


def _read(kept: dict[str, Any]) -> Conversation:
    known = set(NameKind)
    names = tuple((NameKind(kind), name) for kind, name in kept["names"] if kind in known)
    return Conversation(kept["question"], tuple(kept["topic"]), names)
