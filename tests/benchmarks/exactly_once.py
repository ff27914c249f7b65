"""How often an edition is lost or doubled while processes are killed at every step.

    python -m tests.benchmarks.exactly_once [--editions 300] [--odds 0.03] [--seed 1]

Two processes on SQLite, then two and four on PostgreSQL, post to channels that outlive them; each
dies by SIGKILL at random, at each of its steps and from outside. Prints a row for each: posted,
posted twice, lost, not settled in the ledger, and at how many steps how many were killed.
"""

import argparse
import asyncio
import tempfile
from pathlib import Path

from tests.schedule.killing import Plan
from tests.schedule.recorded import kill_until_recorded
from tests.schedule.recorder import Recorder
from tests.store import postgresql


async def judge(name: str, url: str, processes: int, arguments: argparse.Namespace) -> bool:
    """Run one row and print it; say whether nothing was lost or doubled."""
    with tempfile.TemporaryDirectory(prefix="bot-channels-") as folder:
        recorder = Recorder(Path(folder) / "channels.db")
        plan = Plan(processes, arguments.odds, arguments.seed, patience=3600)
        found = await kill_until_recorded(url, recorder, arguments.editions, plan)
    print(
        f"{name:12}{processes:>10}{found.posted:>8}{found.doubled:>8}{found.lost:>6}"
        f"{found.unsettled:>11}{found.kills.total():>8}",
        flush=True,
    )
    for step, count in sorted(found.kills.items()):
        print(f"    killed {count:>3} times: {step}", flush=True)
    return not (found.doubled or found.lost or found.unsettled)


async def judge_all(arguments: argparse.Namespace, server: postgresql.Server | None) -> bool:
    """Run every row."""
    print(f"{'database':12}{'processes':>10}{'posted':>8}{'twice':>8}{'lost':>6}", end="")
    print(f"{'unsettled':>11}{'killed':>8}")
    with tempfile.TemporaryDirectory(prefix="bot-database-") as folder:
        good = await judge("sqlite", f"sqlite:///{folder}/bot.db", 2, arguments)
    for processes in (2, 4) if server else ():
        url = await server.new_database()
        good &= await judge("postgresql", url, processes, arguments)
        await server.drop(url)
    return good


def main() -> None:
    """Judge on SQLite and on PostgreSQL; fail where an edition was lost or doubled."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--editions", type=int, default=300)
    parser.add_argument("--odds", type=float, default=0.03, help="of dying at each step")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only-sqlite", action="store_true")
    arguments = parser.parse_args()
    if arguments.only_sqlite:
        good = asyncio.run(judge_all(arguments, None))
    else:
        with postgresql.running() as server:
            good = asyncio.run(judge_all(arguments, server))
    raise SystemExit(not good)


if __name__ == "__main__":
    main()
