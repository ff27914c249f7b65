"""Each edition reaches its channel once, whichever bot dies at whichever moment."""

from pathlib import Path
from typing import Any

import pytest

from tests.discord_server import remote_discord
from tests.loopback.killing import kill_until_posted
from tests.schedule.killing import Outcome, Plan

EDITIONS = 10


async def judged(url: str, folder: Path, processes: int, seed: int) -> None:
    async with remote_discord() as discord:
        plan = Plan(processes, 0.04, seed)
        found = await kill_until_posted(discord, url, folder, EDITIONS, plan)
        assert await discord.violations() == []
    assert found.kills, "nothing was killed, so nothing was shown"
    assert found == Outcome(EDITIONS, 0, 0, 0, found.kills)


async def test_two_processes_on_sqlite(tmp_path: Path) -> None:
    await judged(f"sqlite:///{tmp_path}/bot.db", tmp_path, 2, seed=1)


@pytest.mark.parametrize("processes", [2, 4])
async def test_processes_on_postgresql(
    postgresql_server: Any, tmp_path: Path, processes: int
) -> None:
    url = await postgresql_server.new_database()
    await judged(url, tmp_path, processes, seed=processes)
    await postgresql_server.drop(url)
