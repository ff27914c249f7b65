"""Many schedules due in the same minute, while people go on asking."""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.answers.answering import Answerer
from bot.slash.posting.posts import Posts
from tests.loopback.bot import questions, running_bot
from tests.schedule.killing import just_due

A_CHANNEL = 10


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many arrived and how often, how long it took, and how those who asked were treated."""

    posted: int
    twice: int
    lost: int
    seconds: float
    refused: int
    answered: int
    slowest: float

    def __str__(self) -> str:
        return (
            f"{self.posted} posted, {self.twice} twice, {self.lost} lost in {self.seconds:.0f} s,"
            f" {self.refused} requests refused as too many; {self.answered} questions answered"
            f" meanwhile, the slowest acknowledged after {self.slowest:.3f} s"
        )


async def crowd(discord: Any, answerer: Answerer, folder: Path, due: int) -> Crowd:
    """Let so many schedules come round at once, some to a channel; ask twice a second."""
    guild = await discord.add_guild("Newsroom")
    channels = [await discord.add_channel(guild, f"n-{n}") for n in range(-(-due // A_CHANNEL))]
    desk = await discord.add_channel(guild, "questions")
    async with running_bot(discord, answerer, folder) as client:
        scheduling = client.services.scheduling
        for number in range(due):
            due_now = just_due(guild, channels[number // A_CHANNEL], length="short")
            await scheduling.schedules.add(due_now)
        await discord.ready(guild)
        posts = Posts(client)
        began = time.monotonic()
        await posts.run()
        asked: list[Any] = []
        asking = asyncio.create_task(_ask(discord, guild, desk, asked))
        await _nothing_left(client.services)
        seconds = time.monotonic() - began
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        await posts.stop(20)
        outcomes = await discord.settle(asked, 30)
        links = [
            entry.message.message
            for one in await scheduling.schedules.after(0, due)
            for entry in await scheduling.ledger.of_schedule(one.id)
            if entry.message
        ]
    arrived = [
        int(message["id"]) for channel in channels for message in await discord.messages(channel)
    ]
    waits = [one.acknowledged or float("inf") for one in outcomes]
    statuses = Counter(one["status"] for one in await discord.requests("POST", "/messages"))
    return Crowd(
        posted=len(set(links) & set(arrived)),
        twice=len(arrived) - len(set(links)),
        lost=due - len(set(links) & set(arrived)),
        seconds=seconds,
        refused=statuses[429],
        answered=sum(one.answered for one in outcomes),
        slowest=max(waits, default=0.0),
    )


async def _nothing_left(services: Any) -> None:
    """Wait until every edition has its outcome."""
    scheduling = services.scheduling
    for _ in range(7200):
        ahead = services.now() + timedelta(days=1)
        if not (
            await scheduling.schedules.due(services.now(), 1)
            or await scheduling.ledger.claimable(ahead, 1)
        ):
            return
        await asyncio.sleep(0.5)
    raise TimeoutError


async def _ask(discord: Any, guild: int, channel: int, asked: list[Any]) -> None:
    for number, question in enumerate(questions(10_000)):
        person = await discord.add_member(guild, f"reader{number}")
        asked.append(await discord.slash(person, channel, "ask", question=question))
        await asyncio.sleep(0.5)
