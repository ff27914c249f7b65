"""How much memory the real process holds, after its first start and after a later one.

    python -m tests.benchmarks.memory [--asked 50] [--seeds FOLDER] [--most 120]

Starts `python -m bot run` twice against the loopback Discord, asks so many questions, and prints
what is resident. Exits with 1 where it is 120 MB or more, or as many as `--most` says.
"""

import argparse
import asyncio
import os
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.answers.conftest import ROOT
from tests.benchmarks.folder_questions import questions_on
from tests.benchmarks.resident import resident
from tests.discord_server import remote_discord
from tests.test_running import POINTED

MOST = 120.0
# Seconds; a large archive is long in preparing.
PATIENCE = 1800


async def started(
    discord: Any, place: tuple[int, int, int], folder: str, asked: int, seeds: Path | None
) -> list[float]:
    """Runs the bot once; what is resident when it is ready, and when questions are answered."""
    guild, channel, reader = place
    given = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    given |= {"HOME": folder, "PYTHONPATH": str(ROOT), "BOT_TOKEN": discord.token}
    given |= {"BOT_QUESTIONS_PER_MINUTE": "600"}
    if seeds:
        given |= {"BOT_SEEDS": str(seeds)}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", POINTED, f"{discord.url}/api/v10", "run"), cwd=folder, env=given
    )
    try:
        await discord.ready(guild, PATIENCE)
        await asyncio.sleep(3)
        held = [resident(process.pid)]
        for question in questions_on(seeds, asked):
            pending = await discord.slash(reader, channel, "ask", question=question)
            await pending.answered(PATIENCE)
        held.append(resident(process.pid))
    finally:
        process.send_signal(signal.SIGTERM)
        await process.wait()
    return held


async def measured(asked: int, seeds: Path | None = None) -> list[list[float]]:
    """Starts it twice over the same folder of its own, on these articles or the shipped ones."""
    async with remote_discord() as discord:
        guild = await discord.add_guild("Newsroom", rights=8)
        place = (
            guild,
            await discord.add_channel(guild, "news"),
            await discord.add_member(guild, "reader"),
        )
        with tempfile.TemporaryDirectory() as folder:
            return [await started(discord, place, folder, asked, seeds) for _ in range(2)]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--asked", type=int, default=50)
    parser.add_argument("--seeds", type=Path, help="another folder of articles")
    parser.add_argument("--most", type=float, default=MOST, help="megabytes")
    arguments = parser.parse_args()
    asked, seeds = arguments.asked, arguments.seeds
    found = asyncio.run(measured(asked, seeds.resolve() if seeds else None))
    for name, (ready, after) in zip(("first", "later"), found, strict=True):
        print(f"{name} start: {ready:.1f} MB when ready, {after:.1f} MB after {asked} questions")
    return 0 if max(max(held) for held in found) < arguments.most else 1


if __name__ == "__main__":
    sys.exit(main())
