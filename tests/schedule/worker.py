"""A process that posts and kills itself with SIGKILL at some step or other.

At each step of an edition's way (before and after each write to the ledger, while rendering,
before and after sending, while searching) it dies with the odds given. It ends by itself when
nothing is left to do.
"""

import asyncio
import os
import random
import signal
from datetime import UTC, datetime, timedelta

from bot.schedule.delivering import Deliverer, Outside
from bot.schedule.opening import Opener
from bot.schedule.pace import Bucket
from bot.schedule.post import Post
from bot.schedule.running import Limits, Runner
from bot.store.database import open_database
from bot.store.ledger import Ledger
from bot.store.schedules import Schedules
from tests.schedule.recorder import Recorder

LEASE = timedelta(seconds=2)
STEPS = ("open", "claim", "freeze", "hold", "sent", "settle", "release")


class Fate:
    """Decides at each step whether the process ends there, and says where it did."""

    def __init__(self, deaths, seed, odds):
        self.deaths = deaths
        self.random = random.Random(seed)
        self.odds = odds

    def step(self, name):
        if self.random.random() < self.odds:
            with self.deaths.open("a") as file:
                file.write(f"{name}\n")
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, method, name):
        async def fateful(*words):
            self.step(f"before {name}")
            done = await method(*words)
            self.step(f"after {name}")
            return done

        return fateful


class FatefulPlace:
    def __init__(self, place, fate):
        self.send = fate.around(place.send, "send")
        self.find = fate.around(place.find, "find")
        self.complete = fate.around(place.complete, "complete")


def now():
    return datetime.now(UTC)


async def post_all(runner: Runner, schedules: Schedules, ledger: Ledger) -> None:
    """Go round until nothing is left to do."""
    await runner.start()
    late = timedelta(minutes=10)
    while await schedules.due(now(), 1) or await ledger.claimable(now() + late, 1):
        await runner.round()
        await asyncio.sleep(0.05)
    await runner.finish()


async def post(url, channels, deaths, seed, odds):
    fate = Fate(deaths, seed, odds)
    recorder = Recorder(channels)
    database = await open_database(url)
    schedules, ledger = Schedules(database), Ledger(database)
    for name in STEPS:
        setattr(ledger, name, fate.around(getattr(ledger, name), name))

    def render(schedule, moment, previous):
        fate.step("render")
        return Post(f"edition of {schedule.id}", (str(schedule.id),))

    async def notify(schedule, because):
        raise AssertionError(because)

    outside = Outside(render, lambda found: FatefulPlace(recorder.place(found), fate), notify, now)
    holder = f"process {os.getpid()}"
    deliverer = Deliverer(schedules, ledger, outside, Bucket(1000, 100), holder, LEASE)
    opener = Opener(schedules, ledger)
    runner = Runner(opener, ledger, deliverer, now, Limits(waiting=50, at_once=4))
    await post_all(runner, schedules, ledger)
    await database.close()


def run(*words):
    """Be the whole life of a process."""
    asyncio.run(post(*words))
