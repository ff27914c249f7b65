"""A running bot whose rounds are called by the test, by a clock that the test sets."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.schedule.planning import Wish
from bot.schedule.post import Mark
from bot.slash.posting.posts import Posts
from bot.store.entries import Entry, State
from bot.store.schedules import Schedule
from tests.discord_server import LoopbackDiscord


@dataclass(frozen=True, slots=True)
class Place:
    """Where most tests happen."""

    guild: int
    channel: int
    reader: int


@dataclass
class WallClock:
    """The bot's clock: right, or ahead by so much."""

    ahead: timedelta = field(default_factory=timedelta)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@dataclass
class Newsroom:
    """One server of a loopback Discord, and the bot that posts there."""

    discord: LoopbackDiscord
    place: Place
    client: Any
    posts: Posts
    clock: WallClock

    @property
    def scheduling(self) -> Any:
        return self.client.services.scheduling

    @property
    def far_off(self) -> str:
        """Times that do not fall due while a test lets hours pass, whenever it is run."""
        return f"daily {self.clock() + timedelta(hours=12):%H:%M}"

    async def add(
        self, channel: int | None = None, times: str | None = None, **wish: Any
    ) -> Schedule:
        made: Schedule = await self.scheduling.planner.add(
            Wish(times or self.far_off, "UTC", **{"length": "short"} | wish),
            guild=self.place.guild,
            channel=channel or self.place.channel,
            owner=self.place.reader,
        )
        return made

    def advance(self, **span: float) -> None:
        """Let time pass at once, for the bot and for Discord."""
        self.clock.ahead += timedelta(**span)
        self.discord.advance(timedelta(**span).total_seconds())

    async def heard(self) -> None:
        """Wait until the bot has read all that Discord told it."""
        sockets = [shard._parent.ws for shard in self.client.shards.values()]

        def read_all() -> bool:
            told = sorted(session.sequence for session in self.discord.gateway.sessions.values())
            return sorted(socket.sequence for socket in sockets) == told

        await self.discord.until(read_all)

    async def post(self, schedule: Schedule) -> Entry:
        """Have an edition posted now; return what became of it."""
        assert await self.scheduling.planner.run_now(schedule)
        return await self.again(schedule)

    async def again(self, schedule: Schedule) -> Entry:
        """Go round once more; return what became of the newest edition."""
        await self.posts._runner.round()
        await self.posts._runner.finish()
        entry: Entry = (await self.scheduling.ledger.of_schedule(schedule.id, 1))[0]
        return entry

    async def until_sent(self, schedule: Schedule) -> Entry:
        """Go round until it is posted."""
        for _ in range(80):
            if (entry := await self.again(schedule)).state is State.SENT:
                return entry
            await asyncio.sleep(0.5)
        pytest.fail("it was not posted in time")

    async def paused(self, schedule: Schedule) -> str:
        found = await self.scheduling.schedules.get(schedule.id)
        assert found.paused
        return str(found.paused_because)

    async def why(self, schedule: Schedule) -> str:
        """What /schedule why says to one who manages the server."""
        discord, guild = self.discord, self.place.guild
        manager = discord.add_member(guild, "manager", ("manage_guild",))
        desk = discord.add_channel(guild, "desk")
        asked = await discord.slash(manager, desk, "schedule why", schedule=str(schedule.id))
        return (await asked.answered(60)).text.replace("\\", "")

    def posted(self, channel: int | None = None) -> list[dict[str, Any]]:
        """The bot's own messages in a channel."""
        me = str(self.discord.bot)
        there = self.discord.messages(channel or self.place.channel)
        return [one for one in there if one["author"]["id"] == me]


def mark_of(entry: Entry) -> Mark:
    return Mark(entry.mark, entry.due - timedelta(hours=2))
