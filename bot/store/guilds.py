"""What each server has set."""

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

from sqlalchemy import select

from bot.store.database import Database
from bot.store.tables import guilds
from bot.store.upsert import upsert

# Another process may have changed them meanwhile, so they are believed for some seconds only.
BELIEVED = 10.0
_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class GuildSettings:
    """The settings of one server, as they are until someone changes them."""

    time_zone: str = "UTC"
    preferred: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    chat: bool = True
    feedback_role: int | None = None


class Guilds:
    """The settings of every server; those of servers where much is asked are read but seldom."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._clock = clock
        self._known: dict[int, tuple[float, GuildSettings]] = {}
        self._changes = 0

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

    async def lately(self, guild_id: int) -> GuildSettings:
        """Return the same without asking the database each time.

        What this process puts counts at once, what another one puts within seconds.
        """
        now = self._clock()
        read, settings = self._known.get(guild_id, (now - BELIEVED, GuildSettings()))
        if now - read < BELIEVED:
            return settings
        changes = self._changes
        settings = await self.get(guild_id)
        # What was put while this was read may be newer.
        if changes == self._changes:
            self._know(guild_id, now, settings)
        return settings

    async def put(self, guild_id: int, settings: GuildSettings) -> None:
        """Keep a server's settings in place of those before."""
        try:
            async with self._database.writing() as connection:
                await upsert(connection, guilds, {"guild_id": guild_id} | asdict(settings))
        finally:
            self._changes += 1
            self._known.pop(guild_id, None)

    def _know(self, guild_id: int, now: float, settings: GuildSettings) -> None:
        if len(self._known) >= _KEPT:
            self._known.clear()
        self._known[guild_id] = (now, settings)
