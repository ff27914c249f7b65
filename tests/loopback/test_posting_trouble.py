"""Posts in trouble: what ends how, with a line in /schedule why."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import event

from bot.schedule.planning import Wish
from bot.store.entries import State
from bot.store.schedules import WhenNothingNew
from tests.discord_server import text_of
from tests.loopback.newsroom import Newsroom


async def test_a_right_taken_away_pauses_tells_once_and_given_back_posts_again(
    newsroom: Newsroom,
) -> None:
    discord, place = newsroom.discord, newsroom.place
    made = await newsroom.add()
    discord.overwrite(place.channel, place.guild, deny=("send_messages",))
    await newsroom.heard()
    entry = await newsroom.post(made)
    assert (entry.state, entry.reason) == (
        State.FAILED,
        "the bot lacks Send Messages in #general",
    )
    assert await newsroom.paused(made) == entry.reason
    assert "failed: the bot lacks Send Messages in #general" in await newsroom.why(made)
    [told] = newsroom.posted(discord.dm(place.reader))
    assert "Send Messages in \\#general" in text_of(told)
    discord.overwrite(place.channel, place.guild)
    await asyncio.sleep(1.1)
    found = await newsroom.scheduling.schedules.get(made.id)
    assert await newsroom.scheduling.planner.resume(found)
    assert (await newsroom.post(made)).state is State.SENT
    assert len(newsroom.posted(discord.dm(place.reader))) == 1


async def test_a_deleted_channel_pauses_and_keeps_everything(newsroom: Newsroom) -> None:
    made = await newsroom.add()
    newsroom.discord.delete_channel(newsroom.place.channel)
    await newsroom.heard()
    entry = await newsroom.post(made)
    assert (entry.state, entry.reason) == (State.FAILED, "the channel is deleted")
    assert await newsroom.paused(made) == "the channel is deleted"
    assert "failed: the channel is deleted" in await newsroom.why(made)
    [told] = newsroom.posted(newsroom.discord.dm(newsroom.place.reader))
    assert "the channel is deleted" in text_of(told)


async def test_a_deleted_role_is_noted_and_the_post_goes_out(newsroom: Newsroom) -> None:
    discord, place = newsroom.discord, newsroom.place
    role = discord.add_role(place.guild, "Readers", mentionable=True)
    made = await newsroom.add(mention_role=role)
    discord.delete_role(place.guild, role)
    await newsroom.heard()
    entry = await newsroom.post(made)
    assert (entry.state, entry.reason) == (State.SENT, "the role to mention is deleted")
    assert str(role) not in text_of(newsroom.posted()[0])
    assert "posted, the role to mention is deleted" in await newsroom.why(made)


async def test_closed_direct_messages_pause_a_subscription(newsroom: Newsroom) -> None:
    newsroom.discord.set_dms(newsroom.place.reader, taken=False)
    made = await newsroom.scheduling.planner.subscribe(
        Wish(newsroom.far_off, "UTC"), newsroom.place.reader
    )
    entry = await newsroom.post(made)
    assert entry.state is State.FAILED
    assert await newsroom.paused(made) == "direct messages are closed to the bot"


async def test_no_right_to_make_a_thread_is_noted_and_the_post_stands(newsroom: Newsroom) -> None:
    discord, place = newsroom.discord, newsroom.place
    made = await newsroom.add(sources_thread=True)
    discord.overwrite(place.channel, place.guild, deny=("create_public_threads",))
    await newsroom.heard()
    entry = await newsroom.post(made)
    assert entry.state is State.SENT
    assert entry.reason == "without its sources: the bot lacks Create Public Threads in #general"


async def test_discord_away_for_three_hours_and_back_posts_late_once(newsroom: Newsroom) -> None:
    discord, place = newsroom.discord, newsroom.place
    made = await newsroom.add()
    discord.go_down()
    entry = await newsroom.post(made)
    assert (entry.state, entry.reason) == (State.PENDING, "Discord could not be reached")
    for _ in range(12):
        newsroom.advance(minutes=15)
        assert (await newsroom.again(made)).state is State.PENDING
    discord.come_up()
    await discord.ready(place.guild, 60)
    newsroom.advance(minutes=6)
    entry = await newsroom.until_sent(made)
    assert entry.reason == "3 hours late: Discord could not be reached"
    assert len(newsroom.posted()) == 1
    assert entry.message is not None
    text = await newsroom.why(made)
    assert f"posted, {entry.reason}" in text
    assert entry.message.link in text


async def test_a_post_that_arrived_unheard_is_found_and_not_sent_again(newsroom: Newsroom) -> None:
    discord = newsroom.discord
    made = await newsroom.add()
    discord.add_fault("drop", "POST", "/messages$", after=True)
    entry = await newsroom.post(made)
    assert entry.state is State.PENDING
    await newsroom.until_sent(made)
    assert len(newsroom.posted()) == 1
    assert len(discord.requests("POST", "/messages")) == 1


async def test_a_revoked_token_is_waited_out_and_told_of(newsroom: Newsroom) -> None:
    made = await newsroom.add()
    token, newsroom.discord.world.token = newsroom.discord.world.token, "revoked"
    entry = await newsroom.post(made)
    assert (entry.state, entry.reason) == (State.PENDING, "Discord refuses the bot's token")
    newsroom.discord.world.token = token
    assert "waiting: Discord refuses the bot's token" in await newsroom.why(made)
    newsroom.advance(minutes=20)
    assert (await newsroom.again(made)).state is State.SENT
    assert "posted, 20 minutes late: Discord refuses the bot's token" in await newsroom.why(made)
    assert len(newsroom.posted()) == 1


async def test_a_token_revoked_for_too_long_fails_the_edition(newsroom: Newsroom) -> None:
    made = await newsroom.add(lateness_hours=1)
    token, newsroom.discord.world.token = newsroom.discord.world.token, "revoked"
    await newsroom.post(made)
    newsroom.advance(hours=2)
    newsroom.discord.world.token = token
    assert (await newsroom.again(made)).state is State.FAILED
    assert "within 1 hour: Discord refuses the bot's token" in await newsroom.why(made)
    assert newsroom.posted() == []


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that waits for another's write for an instant, where it waits long in earnest."""
    monkeypatch.setattr("bot.store.database._WAIT", 0.2)


@pytest.mark.usefixtures("impatient")
async def test_a_locked_database_delays_and_is_told(newsroom: Newsroom, tmp_path: Path) -> None:
    made = await newsroom.add(times="every 30 minutes")
    with closing(sqlite3.connect(tmp_path / "bot.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for minutes in (30, 10):
            newsroom.advance(minutes=minutes)
            await newsroom.posts._runner.round()
        await newsroom.posts._runner.finish()
        assert newsroom.posted() == []
        other.execute("ROLLBACK")
    assert (await newsroom.again(made)).state is State.SENT
    assert len(newsroom.posted()) == 1
    because = "could not use its database, at the time"
    assert because in await newsroom.why(made)


@pytest.fixture
def disk(newsroom: Newsroom) -> Iterator[Any]:
    """A disk that is full where it has no room left: the file stays as large as it is."""
    disk = SimpleNamespace(room=True)

    def begin(connection: Any) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {1_000_000 if disk.room else 1}")

    engine = newsroom.scheduling.ledger._database.engine.sync_engine
    event.listen(engine, "begin", begin)
    yield disk
    event.remove(engine, "begin", begin)


async def test_a_full_disk_delays_and_is_told(newsroom: Newsroom, disk: Any) -> None:
    made = await newsroom.add(times="every 30 minutes", length="long", sources_thread=True)
    disk.room = False
    for minutes in (30, 5, 5):
        newsroom.advance(minutes=minutes)
        await newsroom.posts._runner.round()
        await newsroom.posts._runner.finish()
    assert newsroom.posted() == []
    disk.room = True
    newsroom.advance(minutes=5)
    assert (await newsroom.again(made)).state is State.SENT
    assert len(newsroom.posted()) == 1
    assert "lost its database, while posting it" in await newsroom.why(made)


@pytest.mark.parametrize("leap", [timedelta(hours=1), timedelta(hours=-1)])
async def test_a_clock_an_hour_wrong_for_a_while_posts_each_edition_once(
    newsroom: Newsroom, leap: timedelta
) -> None:
    made = await newsroom.add(times="every 30 minutes", when_nothing_new=WhenNothingNew.SAY)
    steps = [timedelta(minutes=30), leap, timedelta(), -leap, *[timedelta(minutes=30)] * 4]
    for step in steps:
        newsroom.clock.ahead += step
        await newsroom.again(made)
    entries = await newsroom.scheduling.ledger.of_schedule(made.id, 50)
    dues = sorted(entry.due - made.anchor for entry in entries)
    assert dues == [timedelta(minutes=30) * number for number in range(1, 6)]
    sent = [entry for entry in entries if entry.state is State.SENT]
    assert len(newsroom.posted()) == len(sent)
    told = (await newsroom.why(made)).splitlines()
    assert sum("· posted" in line for line in told) == len(sent)
    assert sum("merged into the edition" in line for line in told) == len(entries) - len(sent)
