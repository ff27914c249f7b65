"""Many processes on one database, killed at any moment, until every edition has its outcome."""

import asyncio
import multiprocessing
import random
import signal
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.store.database import open_database
from bot.store.ledger import Ledger
from bot.store.schedules import Schedule, Schedules
from tests.schedule import worker

# Processes that have nothing in common but what was imported before; they start at once.
SERVER = multiprocessing.get_context("forkserver")
SERVER.set_forkserver_preload(["tests.schedule.worker"])


@dataclass
class Outcome:
    """What the killing came to."""

    posted: int
    doubled: int
    lost: int
    unsettled: int
    kills: Counter = field(default_factory=Counter)


async def due_now(url, editions):
    """Make schedules, each in a channel of its own, that have just come round once."""
    database = await open_database(url)
    now = datetime.now(UTC)
    made = now - timedelta(hours=24, seconds=5)
    for channel in range(1, editions + 1):
        await Schedules(database).add(
            Schedule(
                0, 1, channel, None, 5, "every 24 hours", "UTC", "briefing",
                made, made, now - timedelta(minutes=1), now - timedelta(seconds=5),
            )
        )  # fmt: skip
    await database.close()


async def outcome(url, recorder, editions, kills):
    database = await open_database(url)
    ledger = Ledger(database)
    entries = [
        entry
        for found in await Schedules(database).of_guild(1)
        for entry in await ledger.of_schedule(found.id)
    ]
    await database.close()
    posts = Counter(place for place, _ in recorder.posts())
    return Outcome(
        posted=len(posts),
        doubled=sum(count - 1 for count in posts.values()),
        lost=editions - len(posts),
        unsettled=editions - sum(entry.state == "sent" for entry in entries),
        kills=kills,
    )


async def kill_until_done(url, recorder, editions, processes, odds, seed, patience=900):
    """Keep processes running, some of which are killed from outside too, until they are done."""
    await due_now(url, editions)
    chance = random.Random(seed)
    deaths = recorder.path.with_suffix(".deaths")
    running = []
    end = time.monotonic() + patience
    outside = done = 0
    while done < processes:
        assert time.monotonic() < end, f"not done after {patience} s"
        while len(running) < processes - done:
            words = url, recorder.path, deaths, chance.randrange(2**32), odds
            running.append(SERVER.Process(target=worker.run, args=words))
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
    return await outcome(url, recorder, editions, Counter(inside) + Counter(outside=outside))
