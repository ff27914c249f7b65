"""Small facts the bot must know again at its next start."""

from sqlalchemy import select

from bot.store.database import Database
from bot.store.tables import state
from bot.store.upsert import upsert


class State:
    """Texts by key."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, key: str) -> str | None:
        """Return what is kept under a key, None where nothing is."""
        async with self._database.reading() as connection:
            found = await connection.execute(select(state.c.value).where(state.c.key == key))
            value: str | None = found.scalar_one_or_none()
        return value

    async def put(self, key: str, value: str) -> None:
        """Keep a text under a key in place of the one before."""
        async with self._database.writing() as connection:
            await upsert(connection, state, {"key": key, "value": value})
