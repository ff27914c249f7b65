"""Tables are brought up to date at the start, by one process however many start at once."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from bot.store.database import open_database
from bot.store.errors import StoreError
from bot.store.migrating import LATEST
from bot.store.state import State
from bot.store.tables import metadata

ROOT = Path(__file__).resolve().parents[2]
# For each line, which names a database: opens it, writes and reads.
OPENS = """
import asyncio, sys
from bot.store.database import open_database
from bot.store.state import State

async def main(url, name):
    database = await open_database(url)
    await State(database).put(name, name)
    print(await State(database).get(name), flush=True)
    await database.close()

print("ready", flush=True)
for line in sys.stdin:
    asyncio.run(main(line.strip(), sys.argv[1]))
"""
ONCE = """
import asyncio, sys
from bot.store.database import open_database

async def main(url):
    await (await open_database(url)).close()

asyncio.run(main(sys.argv[1]))
"""
TOGETHER = 5


def opening(name):
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", OPENS, name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    )


def differences(connection):
    return compare_metadata(MigrationContext.configure(connection), metadata)


async def test_the_migrations_make_the_tables_of_the_code(database):
    async with database.reading() as connection:
        assert await connection.run_sync(differences) == []


async def test_a_difference_would_be_seen(database):
    async with database.writing() as connection:
        await connection.execute(text("ALTER TABLE guilds DROP COLUMN feedback_role"))
        [found] = await connection.run_sync(differences)
    assert found[0] == "add_column"


async def test_opening_again_changes_nothing(database, url):
    await State(database).put("kept", "here")
    again = await open_database(url)
    assert await State(again).get("kept") == "here"
    await again.close()


def test_the_latest_migration_is_known_by_its_name():
    config = Config()
    config.set_main_option("script_location", "bot.store:migrations")
    assert ScriptDirectory.from_config(config).get_heads() == [LATEST]


async def test_tables_that_are_up_to_date_are_not_migrated(database, url):
    opens = f"{ONCE}\nprint([name for name in sys.modules if name.startswith('alembic')])"
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", opens, url), cwd=ROOT, stdout=subprocess.PIPE
    )
    out, _ = await process.communicate()
    assert out.decode().strip() == "[]"


async def test_many_processes_may_start_at_once(new_url):
    names = [f"p{number}" for number in range(TOGETHER)]
    starting = [opening(name) for name in names]
    for process in starting:
        process.stdout.readline()
    for _ in range(10):
        url = await new_url()
        for process in starting:
            process.stdin.write(f"{url}\n")
            process.stdin.flush()
        said = [process.stdout.readline().strip() for process in starting]
        if said != names:  # one has ended, and says below why
            break
        database = await open_database(url)
        assert [await State(database).get(name) for name in names] == names
        await database.close()
    ended = [(*process.communicate(timeout=60), process.returncode) for process in starting]
    assert ended == [("", "", 0)] * TOGETHER


async def test_a_database_of_a_newer_version_is_left_alone(database, url):
    async with database.writing() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = 'later'"))
    await database.close()
    with pytest.raises(StoreError) as caught:
        await open_database(url)
    [line] = str(caught.value).splitlines()
    assert line.startswith("BOT_DATABASE_URL: the ")
    assert "was made by a newer version of the bot (tables later). Update the bot" in line
    assert "password" not in line


async def test_a_migration_that_fails_leaves_everything_as_it_was(url, monkeypatch):
    def half(connection):
        connection.execute(text("CREATE TABLE half (id INTEGER)"))
        connection.execute(text("CREATE TABLE half (id INTEGER)"))

    with monkeypatch.context() as patched:
        patched.setattr("bot.store.database.migrate", half)
        with pytest.raises(StoreError, match="half"):
            await open_database(url)
    database = await open_database(url)
    async with database.writing() as connection:
        await connection.execute(text("CREATE TABLE half (id INTEGER)"))
    await database.close()
