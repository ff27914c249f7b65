"""Posts against the loopback Discord: exactly once under SIGKILL, and ten thousand in one minute.

    python -m tests.benchmarks.posting                   # 300 editions a row, then 10,000 at once
    python -m tests.benchmarks.posting --editions 50 --due 1000

Exits with 1 where one was lost or posted twice, or a question was acknowledged late.
"""

import argparse
import asyncio
import logging
import tempfile
from pathlib import Path

from tests.answers.conftest import ROOT, answerer_of
from tests.discord_server import remote_discord
from tests.loopback.crowd import crowd
from tests.loopback.killing import kill_until_posted
from tests.schedule.killing import Plan
from tests.store import postgresql


async def judge(name: str, url: str, processes: int, given: argparse.Namespace) -> bool:
    """Kill so many bots on one database until all is posted; print the row."""
    with tempfile.TemporaryDirectory(prefix="bot-posting-") as folder:
        async with remote_discord() as discord:
            plan = Plan(processes, given.odds, given.seed, patience=3600)
            found = await kill_until_posted(discord, url, Path(folder), given.editions, plan)
            violations = await discord.violations()
    print(
        f"{name:12}{processes} processes: {found.posted} posted, {found.doubled} twice,"
        f" {found.lost} lost, {found.unsettled} unsettled, {found.kills.total()} killed,"
        f" {len(violations)} violations",
        flush=True,
    )
    for step, count in sorted(found.kills.items()):
        print(f"    killed {count:>3} times: {step}", flush=True)
    return not (found.doubled or found.lost or found.unsettled or violations)


async def judge_all(given: argparse.Namespace, server: postgresql.Server) -> bool:
    """Print every row; say whether all was well."""
    good = True
    if given.editions:
        with tempfile.TemporaryDirectory(prefix="bot-database-") as folder:
            good = await judge("sqlite", f"sqlite:///{folder}/bot.db", 2, given)
        for processes in (2, 4):
            url = await server.new_database()
            good &= await judge("postgresql", url, processes, given)
            await server.drop(url)
    if given.due:
        with tempfile.TemporaryDirectory(prefix="bot-crowd-") as folder:
            async with remote_discord() as discord:
                await discord.limit_everything(50)
                await discord.limit_route("POST /channels/{channel_id}/messages", 5, 5)
                found = await crowd(discord, answerer_of(ROOT / "seeds"), Path(folder), given.due)
        print(f"{given.due} due at once: {found}")
        good &= found.posted == given.due and not found.twice and found.slowest <= 3
    return good


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--editions", type=int, default=300, help="0 leaves the killing out")
    parser.add_argument("--odds", type=float, default=0.03, help="of dying at each step")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--due", type=int, default=10_000, help="0 leaves the crowd out")
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    with postgresql.running() as server:
        good = asyncio.run(judge_all(given, server))
    raise SystemExit(not good)


if __name__ == "__main__":
    main()
