"""Interactions in a storm: trouble of every kind at random, and a count of who was answered."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.discord_server import Outcome, text_of

# Chance of each kind of trouble for one request that answers an interaction.
RATES = {"429": 0.03, "500": 0.03, "502": 0.03, "drop": 0.02, "slow": 0.03}
ANSWERING = r"^/(interactions|webhooks)/"


@dataclass
class Weather:
    """What was thrown at the bot, and what became of each interaction."""

    gateway: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    right: int = 0
    told: int = 0
    told_in_channel: int = 0
    lost: list[Outcome] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.right} answered rightly, {self.told} told of a failure,"
            f" {self.told_in_channel} told in the channel, {len(self.lost)} lost;"
            f" gateway {dict(self.gateway)}, requests {dict(self.faults)}"
        )


async def storm(discord: Any, asked: list[str], expect: Any, *, seed: int, pause: float) -> Weather:
    """Asks all questions, each by another person, while the gateway and the line misbehave."""
    random = Random(seed)
    weather = Weather()
    guild = await discord.add_guild("Newsroom")
    channel = await discord.add_channel(guild, "general")
    people = [await discord.add_member(guild, f"reader{number}") for number in range(len(asked))]
    await discord.ready(guild)
    await _set_faults(discord, seed)
    pending = []
    for number, (person, question) in enumerate(zip(people, asked, strict=True), 1):
        await discord.ready(guild)
        pending.append(await discord.slash(person, channel, "ask", question=question))
        if number % 20 == 0:
            await _shake(discord, random, weather)
        await asyncio.sleep(random.uniform(0, 2 * pause))
    outcomes = await discord.settle(pending, 40)
    await discord.clear_faults()
    await asyncio.sleep(1)
    outcomes = await discord.settle(pending, 0.1)
    said = "\n".join(text_of(message) for message in await discord.messages(channel))
    for person, question, outcome in zip(people, asked, outcomes, strict=True):
        _judge(weather, outcome, expect(question), f"<@{person}>" in said)
    for request in await discord.requests():
        if request["fault"]:
            weather.faults[request["fault"]] += 1
    return weather


async def _set_faults(discord: Any, seed: int) -> None:
    await discord.seed_faults(seed)
    for kind, chance in RATES.items():
        for after in (False, True):
            if kind == "429" and after:
                continue
            await discord.add_fault(
                kind,
                "",
                ANSWERING,
                times=None,
                chance=chance / 2,
                after=after,
                seconds=0.3,
                once_a_path=True,
            )


async def _shake(discord: Any, random: Random, weather: Weather) -> None:
    kind = random.choice(("reconnect", "drop", "resumable", "lost session", "closed"))
    weather.gateway[kind] += 1
    match kind:
        case "reconnect":
            await discord.reconnect()
        case "drop":
            await discord.drop_connections()
        case "resumable":
            await discord.invalidate(resumable=True)
        case "closed":
            await discord.close_connections(4000)
        case _:
            await discord.invalidate(resumable=False)


def _judge(weather: Weather, outcome: Outcome, right: str, mentioned: bool) -> None:
    if outcome.answered and outcome.text == right:
        weather.right += 1
    elif outcome.answered and outcome.text.strip():
        weather.told += 1
    elif mentioned:
        weather.told_in_channel += 1
    else:
        weather.lost.append(outcome)
