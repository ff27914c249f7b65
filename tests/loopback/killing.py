"""Many bots on one database and one loopback Discord, killed until every edition is posted."""

import asyncio
import multiprocessing
import random
import signal
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.store.database import open_database
from bot.store.ledger import Ledger
from bot.store.schedules import Schedule, Schedules
from tests.loopback import posting_worker
from tests.schedule.killing import Outcome

SERVER = multiprocessing.get_context("forkserver")
SERVER.set_forkserver_preload(["tests.loopback.posting_worker"])


async def kill_until_posted(
    discord: Any,
    url: str,
    folder: Path,
    editions: int,
    processes: int,
    odds: float,
    seed: int,
    patience: float = 900,
) -> Outcome:
    """Keep so many bots running, some of them killed at any moment, until nothing is left."""
    channels = await _due_now(discord, url, editions)
    deaths = folder / "deaths"
    chance = random.Random(seed)
    running: list[Any] = []
    end = time.monotonic() + patience
    outside = done = 0
    while done < processes:
        assert time.monotonic() < end, f"not done after {patience} s"
        while len(running) < processes - done:
            words = url, discord.url, discord.token, deaths, chance.randrange(2**32), odds
            running.append(SERVER.Process(target=posting_worker.run, args=words))
            running[-1].start()
        if chance.random() < odds:
            chance.choice(running).kill()
            outside += 1
        for process in [found for found in running if not found.is_alive()]:
            running.remove(process)
            assert process.exitcode in {0, -signal.SIGKILL}
            done += process.exitcode == 0
        await asyncio.sleep(0.05)
    inside = deaths.read_text().splitlines() if deaths.exists() else []
    kills = Counter(inside) + Counter(outside=outside)
    return await _outcome(discord, url, channels, kills)


async def _due_now(discord: Any, url: str, editions: int) -> list[int]:
    """Make schedules that have just come round once, each in a channel of its own."""
    guild = await discord.add_guild("Newsroom")
    channels = [await discord.add_channel(guild, f"news-{n}") for n in range(editions)]
    database = await open_database(url)
    moment = datetime.now(UTC)
    made = moment - timedelta(hours=24, seconds=5)
    for channel in channels:
        await Schedules(database).add(
            Schedule(
                0, guild, channel, None, 5, "every 24 hours", "UTC", "briefing",
                made, made, moment - timedelta(minutes=1), moment - timedelta(seconds=5),
            )
        )  # fmt: skip
    await database.close()
    return channels


async def _outcome(discord: Any, url: str, channels: list[int], kills: Counter[str]) -> Outcome:
    counts = [len(await discord.messages(channel)) for channel in channels]
    database = await open_database(url)
    ledger = Ledger(database)
    states = [
        entry.state
        for found in await Schedules(database).after(0, len(channels))
        for entry in await ledger.of_schedule(found.id)
    ]
    await database.close()
    return Outcome(
        posted=sum(count > 0 for count in counts),
        doubled=sum(max(count - 1, 0) for count in counts),
        lost=sum(count == 0 for count in counts),
        unsettled=len(channels) - sum(state == "sent" for state in states),
        kills=kills,
    )
