"""A database that is locked, full or gone for a while loses nothing and doubles nothing."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import event

from bot.schedule.post import Post
from bot.store.entries import State
from bot.store.errors import StoreError
from tests.schedule.desk import START, Desk


@pytest.fixture
def url(sqlite_url):
    return sqlite_url


@pytest.fixture
def disk(database):
    """A disk that is full where it has no room left: the file stays as large as it is."""
    disk = SimpleNamespace(room=True)

    def begin(connection):
        connection.exec_driver_sql(f"PRAGMA max_page_count = {1_000_000 if disk.room else 1}")

    event.listen(database.engine.sync_engine, "begin", begin)
    return disk


async def test_a_locked_database_delays(desk, one, recorder, tmp_path):
    schedule = await desk.add()
    with closing(sqlite3.connect(tmp_path / "bot.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        round_ = asyncio.create_task(desk.advance(hours=2))
        await asyncio.sleep(0.3)
        assert recorder.posts() == []
        other.execute("ROLLBACK")
    await round_
    assert len(recorder.posts()) == 1
    assert (await one(schedule)).state is State.SENT


async def test_a_full_disk_delays_and_is_told(desk, one, recorder, disk, caplog):
    schedule = await desk.add()
    desk.answers["briefing"] = Post("a long edition" * 10_000)
    disk.room = False
    await desk.walk(START + timedelta(hours=2, minutes=20), minutes=5)
    assert recorder.posts() == []
    assert "can't grow: the disk is full" in caplog.text
    disk.room = True
    await desk.advance(minutes=5)
    assert len(recorder.posts()) == 1
    entry = await one(schedule)
    assert entry.state is State.SENT
    because = "late: the bot stopped, or lost its database, while posting it"
    assert entry.reason.endswith(because)


async def test_a_database_that_fails_while_noting_is_asked_again(desk, one, recorder, monkeypatch):
    schedule = await desk.add()
    noted, failures = desk.ledger.sent, [StoreError("full"), StoreError("full"), None]

    async def sent(*words):
        if failure := failures.pop(0):
            raise failure
        return await noted(*words)

    monkeypatch.setattr(desk.ledger, "sent", sent)
    await desk.advance(hours=2)
    assert failures == []
    assert (await one(schedule)).state is State.SENT
    assert len(recorder.posts()) == 1


async def test_a_database_that_stays_away_while_noting_leaves_it_to_a_search(
    desk, one, recorder, monkeypatch, caplog
):
    schedule = await desk.add()

    async def never(*words):
        raise StoreError("BOT_DATABASE_URL: gone")

    with monkeypatch.context() as patched:
        patched.setattr(desk.ledger, "sent", never)
        await desk.advance(hours=2)
    assert "an edition waits: BOT_DATABASE_URL: gone" in caplog.text
    assert (await one(schedule)).state is State.CLAIMED
    await desk.advance(minutes=3)
    assert (await one(schedule)).state is State.SENT
    assert len(recorder.posts()) == 1
    assert recorder.searches == 1


async def test_a_write_that_took_as_long_as_the_lease_sends_nothing(
    database, recorder, monkeypatch
):
    desk = Desk(database, recorder, lease=timedelta(seconds=0.2))
    await desk.add()
    frozen = desk.ledger.freeze

    async def slowly(*words):
        await asyncio.sleep(0.1)
        return await frozen(*words)

    with monkeypatch.context() as patched:
        patched.setattr(desk.ledger, "freeze", slowly)
        desk.time += timedelta(hours=2)
        await desk.runner.round()
        await desk.runner.finish()
    assert recorder.posts() == []
    await desk.advance(minutes=1)
    assert len(recorder.posts()) == 1
