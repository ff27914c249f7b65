"""Migrations in a process of their own leave nothing of Alembic behind, and no secret anywhere."""

import asyncio
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.store.apart import upgrade_apart
from bot.store.database import open_database
from bot.store.errors import StoreError
from bot.store.state import State
from tests.store.test_migrations import ROOT, differences

# Opens a database as the bot does, then says which modules of Alembic are in memory.
OPENS = """
import asyncio, sys
from bot.store.apart import upgrade_apart
from bot.store.database import open_database

async def main(url):
    await (await open_database(url, upgrade_apart)).close()

asyncio.run(main(sys.stdin.read()))
print([name for name in sys.modules if name.startswith("alembic")])
"""


def opening():
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", OPENS],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    )


def command_lines():
    """Yields what everybody on this computer can read of what this process has started."""
    mine = f"PPid:\t{os.getpid()}\n"
    for process in Path("/proc").glob("[0-9]*"):
        try:
            # Other tests start the same at the same time.
            if mine in (process / "status").read_text(errors="replace"):
                yield (process / "cmdline").read_bytes().decode(errors="replace")
        except OSError:
            continue


async def test_the_tables_are_those_of_the_code(url):
    await upgrade_apart(url)
    database = await open_database(url)
    async with database.reading() as connection:
        assert await connection.run_sync(differences) == []
    await database.close()


async def test_many_processes_on_an_empty_database_leave_no_alembic(url):
    starting = [opening() for _ in range(3)]
    for process in starting:
        process.stdin.write(url)
        process.stdin.close()
        process.stdin = None
    ended = [(*one.communicate(timeout=120), one.returncode) for one in starting]
    assert ended == [("[]\n", "", 0)] * 3
    database = await open_database(url)
    await State(database).put("kept", "here")
    assert await State(database).get("kept") == "here"
    await database.close()


async def test_nothing_is_run_where_nothing_is_missing(database, url):
    async def fails(_):
        raise AssertionError("there is nothing to upgrade")

    await (await open_database(url, fails)).close()


async def test_a_newer_database_is_told_of(database, url):
    async with database.writing() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = 'later'"))
    await database.close()
    with pytest.raises(StoreError) as caught:
        await open_database(url, upgrade_apart)
    [line] = str(caught.value).splitlines()
    assert "was made by a newer version of the bot (tables later). Update the bot" in line
    assert "password" not in line


async def test_what_was_not_foreseen_is_one_line_and_goes_to_the_log(
    url, monkeypatch, caplog, capfd, tmp_path
):
    (tmp_path / "sqlalchemy.py").write_text("raise RuntimeError('no such thing')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    caplog.set_level(logging.DEBUG)
    with pytest.raises(StoreError, match="BOT_LOG_LEVEL=debug shows more") as caught:
        await upgrade_apart(url)
    assert len(str(caught.value).splitlines()) == 1
    assert "no such thing" in caplog.text
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(not Path("/proc/self/cmdline").is_file(), reason="needs Linux's /proc")
async def test_no_command_line_shows_the_address(url):
    upgrading = asyncio.create_task(upgrade_apart(url))
    seen = []
    while not upgrading.done():
        seen += [line for line in command_lines() if "bot.store.apart" in line]
        await asyncio.sleep(0.02)
    await upgrading
    assert seen
    assert not [line for line in seen if url in line]
    assert url not in "".join(os.environ.values())


async def test_given_up_it_ends_the_other_process(url):
    upgrading = asyncio.create_task(upgrade_apart(url))
    await asyncio.sleep(0.2)
    upgrading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await upgrading
    assert not [line for line in command_lines() if "bot.store.apart" in line]
    database = await open_database(url)
    await State(database).put("kept", "here")
    await database.close()
