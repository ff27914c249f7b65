"""The real bot against the loopback Discord, strict about its three seconds.

    python -m tests.benchmarks.storms            # 500 questions in a second, then 2,000 in a storm
    python -m tests.benchmarks.storms --storm 200 --seed 7

Exits with 1 when a question was acknowledged late, answered wrongly or lost. Meant for a machine
with nothing else to do: it measures time by the clock.
"""

import argparse
import asyncio
import logging
import sys
import tempfile
from functools import cache
from pathlib import Path

from bot.answers.answering import Answerer
from bot.slash.client import BriefingClient
from tests.answers.conftest import ROOT, answerer_of
from tests.discord_server import remote_discord
from tests.loopback.bot import LoopWatch, PromptClient, expected, questions, running_bot, settled
from tests.loopback.storm import storm

STALL = 0.1


async def at_once(answerer: Answerer, many: int, folder: Path) -> bool:
    """Asks so many questions within one second; True when all was well."""
    asked = questions(many)
    right = {question: expected(answerer, question) for question in asked}
    watch = LoopWatch()
    async with remote_discord() as discord:
        guild = await discord.add_guild("Newsroom")
        channel = await discord.add_channel(guild, "general")
        people = [await discord.add_member(guild, f"reader{number}") for number in range(many)]
        async with running_bot(discord, answerer, folder):
            await discord.ready(guild)
            sent = [
                (person, channel, "ask", {"question": question})
                for person, question in zip(people, asked, strict=True)
            ]
            async with watch.watching():
                outcomes = await settled(discord, await discord.slash_many(sent, 1.0), 120)
        violations = await discord.violations()
    times = sorted(one.acknowledged or float("inf") for one in outcomes)
    pairs = zip(asked, outcomes, strict=True)
    good = sum(one.text == right[question] for question, one in pairs)
    stalls = sum(gap > STALL for gap in watch.gaps)
    print(
        f"{many} questions in a second: {good} answered rightly; acknowledged after"
        f" {times[many // 2]:.3f} s (median), {times[-1]:.3f} s (worst); longest stall of the"
        f" event loop {watch.worst * 1000:.0f} ms, {stalls} over {STALL * 1000:.0f} ms;"
        f" {len(violations)} violations"
    )
    for told in violations[:10]:
        print(f"  {told}")
    return good == many and times[-1] <= 3 and stalls == 0 and not violations


async def in_a_storm(
    answerer: Answerer, many: int, seed: int, folder: Path, kind: type[BriefingClient]
) -> bool:
    """Asks so many questions while everything goes wrong; True when none was lost."""
    async with remote_discord() as discord, running_bot(discord, answerer, folder, kind):
        weather = await storm(
            discord,
            questions(many),
            cache(lambda question: expected(answerer, question)),
            seed=seed,
            pause=0.03,
        )
    print(f"{many} questions in a storm: {weather}")
    for outcome in weather.lost[:10]:
        print(f"  lost: {outcome}")
    return not weather.lost


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--at-once", type=int, default=500)
    parser.add_argument("--storm", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--patient", action="store_true", help="keep discord.py's five seconds before a session"
    )
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    answerer = answerer_of(ROOT / "seeds")
    kind = BriefingClient if given.patient else PromptClient
    good = True
    with tempfile.TemporaryDirectory() as folder:
        if given.at_once:
            good &= asyncio.run(at_once(answerer, given.at_once, Path(folder)))
        if given.storm:
            storming = in_a_storm(answerer, given.storm, given.seed, Path(folder), kind)
            good &= asyncio.run(storming)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
