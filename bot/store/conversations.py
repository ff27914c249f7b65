"""What each person has lately talked about in each channel, so that follow-ups are understood."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select

from bot.answers.conversation import Conversation
from bot.corpus.names import NameKind
from bot.store.database import Database
from bot.store.tables import conversations
from bot.store.upsert import upsert


class Conversations:
    """Conversations by channel and person; each is forgotten some time after its last question."""

    def __init__(self, database: Database, lasting: timedelta) -> None:
        self._database = database
        self._lasting = lasting

    async def get(self, channel: int, user: int, now: datetime) -> Conversation:
        """Return a conversation; an empty one where there is none or it is too long ago."""
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
        row = {
            "channel_id": channel,
            "user_id": user,
            "conversation": _written(conversation),
            "updated": now,
        }
        async with self._database.writing(fleeting=True) as connection:
            await upsert(connection, conversations, row)

    async def erase(self, user: int) -> int:
        """Delete all conversations of a person; return how many there were."""
        async with self._database.writing() as connection:
            done = await connection.execute(
                delete(conversations).where(conversations.c.user_id == user)
            )
        return done.rowcount

    async def expire(self, now: datetime) -> int:
        """Delete what is too long ago to be followed up; return how many there were."""
        old = conversations.c.updated <= now - self._lasting
        async with self._database.writing(fleeting=True) as connection:
            done = await connection.execute(delete(conversations).where(old))
        return done.rowcount


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
