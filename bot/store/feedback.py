"""What people said of the quotes they were shown."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import delete, select

from bot.store.database import Database
from bot.store.digest import digest
from bot.store.tables import feedback
from bot.store.upsert import upsert


@dataclass(frozen=True, slots=True)
class Feedback:
    """One person's word on one sentence as an answer to a question."""

    guild: int | None
    user: int
    question: str
    sentence: str
    """The article's id, a colon and the sentence's number."""
    helpful: bool
    why: str
    given: datetime


class FeedbackLog:
    """All feedback; of each person one word on a question and a sentence."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, given: Feedback) -> None:
        """Keep feedback in place of what the same person said of the same before."""
        row = asdict(given)
        row["guild_id"] = row.pop("guild")
        row["user_id"] = row.pop("user")
        row["digest"] = digest(given.question, given.sentence)
        async with self._database.writing() as connection:
            await upsert(connection, feedback, row)

    async def of_guild(self, guild: int | None, limit: int = 25) -> tuple[Feedback, ...]:
        """Return a server's feedback, the newest first."""
        wanted = (
            select(feedback)
            .where(feedback.c.guild_id.is_not_distinct_from(guild))
            .order_by(feedback.c.given.desc(), feedback.c.user_id, feedback.c.digest)
            .limit(limit)
        )
        async with self._database.reading() as connection:
            rows = (await connection.execute(wanted)).all()
        return tuple(
            Feedback(r.guild_id, r.user_id, r.question, r.sentence, r.helpful, r.why, r.given)
            for r in rows
        )

    async def erase(self, user: int) -> int:
        """Delete all that a person said; return how much it was."""
        async with self._database.writing() as connection:
            done = await connection.execute(delete(feedback).where(feedback.c.user_id == user))
        return done.rowcount
