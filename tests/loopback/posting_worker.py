"""A process that posts to a loopback Discord and kills itself with SIGKILL at some step or other."""

import asyncio
import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import discord

from bot.schedule.delivering import Deliverer, Outside
from bot.schedule.opening import Opener
from bot.schedule.pace import Bucket
from bot.schedule.post import Post
from bot.schedule.running import Limits, Runner
from bot.slash.posting.frozen import Body
from bot.slash.posting.places import Places
from bot.slash.unrepeated import request_trace
from bot.store.database import open_database
from bot.store.ledger import Ledger
from bot.store.schedules import Schedule, Schedules
from tests.discord_server.pointing import point
from tests.schedule.worker import STEPS, Fate, FatefulPlace, now, post_all

# Searching a channel and sending to it take longer than a file.
LEASE = timedelta(seconds=6)


class Client(discord.Client):
    """Connects without the five seconds that real sessions have to keep between them."""

    async def before_identify_hook(self, _shard: int | None, *, initial: bool = False) -> None:
        """The loopback takes any number of clients at once."""


async def post(url: str, address: str, token: str, deaths: Path, seed: int, odds: float) -> None:
    fate = Fate(deaths, seed, odds)
    point(address)
    intents = discord.Intents.none()
    intents.guilds = True
    client = Client(intents=intents, http_trace=request_trace())
    async with client:
        running = asyncio.create_task(client.start(token))
        await client.wait_until_ready()
        await deliver(url, client, fate)
        await client.close()
        await asyncio.gather(running, return_exceptions=True)


async def deliver(url: str, client: discord.Client, fate: Fate) -> None:
    database = await open_database(url)
    schedules, ledger = Schedules(database), Ledger(database)
    for name in STEPS:
        setattr(ledger, name, fate.around(getattr(ledger, name), name))

    def render(schedule: Schedule, _now: datetime, _previous: tuple[str, ...]) -> Post:
        fate.step("render")
        said = {"type": 10, "content": f"edition of {schedule.id}"}
        body = Body("Edition", [said], [[said | {"content": "Sources"}]])
        return Post(body.kept(), (str(schedule.id),))

    async def notify(_schedule: Schedule, because: str) -> None:
        raise AssertionError(because)

    places = Places(client)

    def fateful(schedule: Schedule) -> Any:
        return FatefulPlace(places(schedule), fate)

    outside = Outside(render, fateful, notify, now)
    holder = f"process {os.getpid()}"
    deliverer = Deliverer(schedules, ledger, outside, Bucket(), holder, LEASE)
    limits = Limits(waiting=50, at_once=4)
    runner = Runner(Opener(schedules, ledger), ledger, deliverer, now, limits)
    await post_all(runner, schedules, ledger)
    await database.close()


def run(*words: Any) -> None:
    """Be the whole life of a process."""
    asyncio.run(post(*words))
