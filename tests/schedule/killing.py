"""Many processes on one database, killed at any moment, until every edition has its outcome."""

import asyncio
import multiprocessing
import random
import signal
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.store.database import open_database
from bot.store.entries import State
from bot.store.ledger import Ledger
from bot.store.schedules import Schedule, Schedules

# Processes that have nothing in common but what was imported before; they start at once.
SERVER = multiprocessing.get_context("forkserver")
SERVER.set_forkserver_preload(["tests.schedule.worker", "tests.loopback.posting_worker"])


@dataclass(frozen=True)
class Plan:
    """How many processes there are at any time, and how likely each step is a process's last."""

    processes: int
    odds: float
    seed: int
    patience: float = 900


@dataclass
class Outcome:
    """What the killing came to."""

    posted: int
    doubled: int
    lost: int
    unsettled: int
    kills: Counter[str] = field(default_factory=Counter)


def just_due(guild: int, channel: int, **more: Any) -> Schedule:
    """A schedule that came round some seconds ago, for the first time."""
    now = datetime.now(UTC)
    made = now - timedelta(hours=24, seconds=5)
    return Schedule(
        0, guild, channel, None, 5, "every 24 hours", "UTC", "briefing",
        made, made, now - timedelta(minutes=1), now - timedelta(seconds=5), **more,
    )  # fmt: skip


async def due_now(url: str, guild: int, channels: Sequence[int], **more: Any) -> None:
    """Make a schedule for each channel that has just come round once."""
    database = await open_database(url)
    for channel in channels:
        await Schedules(database).add(just_due(guild, channel, **more))
    await database.close()


async def kill_until_done(
    work: Callable[..., None], words: Sequence[Any], deaths: Path, plan: Plan
) -> Counter[str]:
    """Keep processes at work, each killed at any moment, until all find nothing left to do.

    Each is given the words, where it notes its death, a seed and the odds. Returns what they
    were killed at.
    """
    chance = random.Random(plan.seed)
    running: list[Any] = []
    end = time.monotonic() + plan.patience
    outside = done = 0
    while done < plan.processes:
        assert time.monotonic() < end, f"not done after {plan.patience} s"
        while len(running) < plan.processes - done:
            given = *words, deaths, chance.randrange(2**32), plan.odds
            running.append(SERVER.Process(target=work, args=given))
            running[-1].start()
        if chance.random() < plan.odds:
            chance.choice(running).kill()
            outside += 1
        for process in [found for found in running if not found.is_alive()]:
            running.remove(process)
            assert process.exitcode in {0, -signal.SIGKILL}
            done += process.exitcode == 0
        await asyncio.sleep(0.1)
    return _noted(deaths) + Counter(outside=outside)


def _noted(deaths: Path) -> Counter[str]:
    return Counter(deaths.read_text().splitlines() if deaths.exists() else ())


async def judged(url: str, arrived: Mapping[int, int], kills: Counter[str]) -> Outcome:
    """Hold what arrived in each channel against the ledger."""
    database = await open_database(url)
    ledger = Ledger(database)
    states = [
        entry.state
        for found in await Schedules(database).after(0, len(arrived))
        for entry in await ledger.of_schedule(found.id)
    ]
    await database.close()
    return Outcome(
        posted=sum(count > 0 for count in arrived.values()),
        doubled=sum(max(count - 1, 0) for count in arrived.values()),
        lost=sum(count == 0 for count in arrived.values()),
        unsettled=len(arrived) - sum(state is State.SENT for state in states),
        kills=kills,
    )
