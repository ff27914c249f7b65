"""Opening a database, what is kept how, and one clear line for each thing that can be wrong."""

import asyncio
import os
import sqlite3
import sys
from contextlib import closing
from itertools import count

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import ArgumentError

from bot.store import address
from bot.store.database import open_database
from bot.store.errors import StoreError
from bot.store.state import State


@pytest.fixture
def file(tmp_path):
    return tmp_path / "bot.db"


async def refusal(url):
    """The one line with which a database is refused."""
    with pytest.raises(StoreError) as caught:
        await open_database(url)
    [line] = str(caught.value).splitlines()
    assert line.startswith("BOT_DATABASE_URL: ")
    return line


async def write(database, *statements):
    async with database.writing() as connection:
        for statement in statements:
            await connection.execute(statement)


async def pragma(connection, name):
    return (await connection.execute(text(f"PRAGMA {name}"))).scalar_one()


async def test_a_folder_that_is_missing_is_made(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    database = await open_database("sqlite:///~/state/bot/bot.db")
    await database.close()
    assert (tmp_path / "state" / "bot" / "bot.db").is_file()


async def test_a_write_is_on_the_disk_and_a_fleeting_one_soon(file):
    database = await open_database(f"sqlite:///{file}")
    for _ in range(2):  # by turns, as a connection is used again
        async with database.writing() as connection:
            assert await pragma(connection, "synchronous") == 2
            assert await pragma(connection, "foreign_keys") == 1
            assert await pragma(connection, "journal_mode") == "wal"
        async with database.writing(fleeting=True) as connection:
            assert await pragma(connection, "synchronous") == 1
        async with database.engine.begin() as connection:
            assert await pragma(connection, "synchronous") == 2
    await database.close()


async def test_a_server_keeps_writes_likewise(server):
    url = await server.new_database()
    database = await open_database(url)
    shown = text("SHOW synchronous_commit")
    for _ in range(2):
        async with database.writing() as connection:
            assert (await connection.execute(shown)).scalar_one() == "on"
        async with database.writing(fleeting=True) as connection:
            assert (await connection.execute(shown)).scalar_one() == "off"
    await database.close()
    await server.drop(url)


async def test_what_fails_is_taken_back(database):
    state = State(database)
    await state.put("one", "1")
    empty, nowhere = text("DELETE FROM state"), text("DELETE FROM nowhere")
    with pytest.raises(StoreError):
        await write(database, empty, nowhere)
    with pytest.raises(ArgumentError):  # a mistake of the code stays what it is
        await write(database, empty, None)
    assert await state.get("one") == "1"


async def test_many_write_at_once(database):
    state = State(database)
    await asyncio.gather(*(state.put(f"{n}", f"{n}") for n in range(300)))
    assert await asyncio.gather(*(state.get(f"{n}") for n in range(300))) == [
        f"{n}" for n in range(300)
    ]


async def test_a_write_given_up_halfway_holds_nobody_up(database):
    begun = asyncio.Event()

    async def slow():
        async with database.writing() as connection:
            await connection.execute(text("DELETE FROM state"))
            begun.set()
            await asyncio.sleep(3600)

    await State(database).put("one", "1")
    task = asyncio.create_task(slow())
    await begun.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await State(database).put("two", "2")
    assert await State(database).get("one") == "1"


def test_whoever_gives_up_leaves_no_lock_and_no_thread(file):
    """At every point of a write, with an event loop that ends at once."""

    async def given_up(steps):
        database = await open_database(f"sqlite:///{file}")
        task = asyncio.create_task(write(database, text("SELECT 1")))
        for _ in range(steps):
            # Longer than a turn of the loop: the connection's thread gets on as well.
            await asyncio.sleep(0.0002)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await database.close()
        return task.cancelled()

    for _ in range(4):
        for steps in count():
            cancelled = asyncio.run(given_up(steps))
            # The thread of a connection that is left open would fail, and the test with it.
            with closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as connection:
                connection.execute("BEGIN IMMEDIATE")
            if not cancelled:
                break


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("", "this is no URL of a database"),
        ("bot.db", "this is no URL of a database"),
        ("mysql://me:secret@host/bot", "mysql is none of the databases the bot knows"),
        ("sqlite://", "needs a file that stays"),
        ("sqlite:///:memory:", "needs a file that stays"),
        ("sqlite:///bot.db?mode=ro", "needs a file that stays"),
        ("sqlite:///~nobody-of-this-name/bot.db", "there is no home folder"),
        ("postgresql://me:secret@host:port/bot", "this is no URL of a database"),
    ],
)
async def test_a_url_of_another_kind_is_refused_with_examples(url, words):
    line = await refusal(url)
    assert words in line
    assert "Write it as sqlite:///folder/bot.db or postgresql://" in line
    assert "secret" not in line


def test_a_url_may_be_written_as_other_programs_do():
    written = address.database_url("postgres://me:p%40ss@host/bot?sslmode=require")
    assert written.render_as_string(hide_password=False) == (
        "postgresql+asyncpg://me:p%40ss@host/bot?ssl=require"
    )


async def test_the_driver_for_postgresql_is_asked_for_by_its_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "asyncpg", None)
    monkeypatch.setattr(address, "find_spec", lambda _: None)
    line = await refusal("postgresql://me:secret@host/bot")
    assert 'asyncpg, which is not installed. Install it with the extra "postgres"' in line
    assert "secret" not in line


async def test_a_file_that_is_no_database_is_left_alone(file):
    file.write_bytes(b"Dear diary, " * 1000)
    line = await refusal(f"sqlite:///{file}")
    assert f"the file {file} is no SQLite database" in line
    assert file.read_bytes() == b"Dear diary, " * 1000


async def test_a_damaged_file_is_told(file):
    await (await open_database(f"sqlite:///{file}")).close()
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    assert "is damaged. Put back a copy" in await refusal(f"sqlite:///{file}")


async def test_a_folder_in_place_of_the_file_is_told(tmp_path):
    assert "can't be opened. Make its folder writable" in await refusal(f"sqlite:///{tmp_path}")


async def test_a_file_in_place_of_the_folder_is_told(file):
    file.write_text("x")
    line = await refusal(f"sqlite:///{file}/bot.db")
    assert "can't be used: " in line


async def test_a_full_disk_is_told_and_nothing_is_lost(file):
    database = await open_database(f"sqlite:///{file}")
    await State(database).put("kept", "here")
    async with database.writing() as connection:
        pages = await pragma(connection, "page_count")
    little = text(f"PRAGMA max_page_count = {pages}")
    much = text("INSERT INTO state VALUES ('big', :value)").bindparams(value="x" * 100_000)
    with pytest.raises(StoreError, match=r"can't grow: the disk is full\. Make room"):
        await write(database, little, much)
    assert await State(database).get("kept") == "here"
    assert await State(database).get("big") is None
    await database.close()


async def test_a_file_held_by_another_program_is_told(file, monkeypatch):
    monkeypatch.setattr("bot.store.database._WAIT", 0.05)
    await (await open_database(f"sqlite:///{file}")).close()
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert "is held by another program" in await refusal(f"sqlite:///{file}")
    other.close()
    await (await open_database(f"sqlite:///{file}")).close()


async def test_a_file_that_another_program_lets_go_of_is_waited_for(file):
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")  # not in WAL mode yet, the one lock SQLite waits not for
    opening = asyncio.create_task(open_database(f"sqlite:///{file}"))
    await asyncio.sleep(0.3)
    assert not opening.done()
    other.execute("COMMIT")
    other.close()
    await (await opening).close()


async def test_a_place_that_is_not_writable_is_told(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir()
    await (await open_database(f"sqlite:///{closed}/old.db")).close()
    (closed / "old.db").chmod(0o400)
    closed.chmod(0o500)
    if os.access(closed, os.W_OK):
        pytest.skip("this user may write anywhere")
    line = await refusal(f"sqlite:///{closed}/bot.db")
    assert "can't be opened. Make its folder writable" in line
    assert "Permission denied" in await refusal(f"sqlite:///{closed}/more/bot.db")
    assert "Make" in await refusal(f"sqlite:///{closed}/old.db")


async def test_a_wrong_password_is_told_and_not_shown(server):
    url = server.url.set(password="not-the-password")
    line = await refusal(url.render_as_string(hide_password=False))
    assert f"127.0.0.1:{url.port}, database postgres, refuses the user or the password" in line
    assert "not-the-password" not in line


async def test_a_database_that_is_missing_is_told(server):
    url = server.url.set(database="nowhere").render_as_string(hide_password=False)
    assert "has no database of this name. Create it" in await refusal(url)


async def test_a_server_that_is_away_is_told(server):
    url = server.url.set(port=1).render_as_string(hide_password=False)
    assert "can't be reached" in await refusal(url)
    url = server.url.set(host="nowhere.invalid").render_as_string(hide_password=False)
    assert "can't be reached" in await refusal(url)


async def test_an_option_the_driver_does_not_know_is_told(server):
    password = make_url(server.url).password
    url = server.url.update_query_dict({"colour": "red"}).render_as_string(hide_password=False)
    line = await refusal(url)
    assert "colour" in line
    assert password not in line


async def test_a_connection_broken_off_is_told_and_made_anew(server):
    url = await server.new_database()
    database = await open_database(url)
    name = make_url(url).database
    await State(database).put("one", "1")
    end = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
    own_end = text("SELECT pg_terminate_backend(pg_backend_pid())")
    with pytest.raises(StoreError, match="BOT_DATABASE_URL: the server"):
        await write(database, own_end)
    await server.run(end)
    assert await State(database).get("one") == "1"
    await database.close()
    await server.drop(url)
