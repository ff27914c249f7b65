"""What each server has set."""

from dataclasses import asdict, dataclass

from sqlalchemy import select

from bot.store.database import Database
from bot.store.tables import guilds
from bot.store.upsert import upsert


@dataclass(frozen=True, slots=True)
class GuildSettings:
    """The settings of one server, as they are until someone changes them."""

    time_zone: str = "UTC"
    preferred: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    chat: bool = True
    feedback_role: int | None = None


class Guilds:
    """The settings of every server."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, guild_id: int) -> GuildSettings:
        """Return a server's settings, the defaults where it has set none."""
        async with self._database.reading() as connection:
            found = await connection.execute(select(guilds).where(guilds.c.guild_id == guild_id))
            row = found.one_or_none()
        if row is None:
            return GuildSettings()
        return GuildSettings(
            row.time_zone, tuple(row.preferred), tuple(row.left_out), row.chat, row.feedback_role
        )

    async def put(self, guild_id: int, settings: GuildSettings) -> None:
        """Keep a server's settings in place of those before."""
        async with self._database.writing() as connection:
            await upsert(connection, guilds, {"guild_id": guild_id} | asdict(settings))
