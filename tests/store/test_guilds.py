"""The settings of servers, remembered for some seconds."""

import asyncio

import pytest

from bot.store.guilds import BELIEVED, Guilds, GuildSettings

OFF = GuildSettings(chat=False)


@pytest.fixture
def clock():
    return [100.0]


@pytest.fixture
def guilds(database, clock):
    return Guilds(database, lambda: clock[0])


async def test_what_is_put_here_counts_at_once(guilds):
    assert await guilds.lately(7) == GuildSettings()
    await guilds.put(7, OFF)
    assert await guilds.lately(7) == await guilds.get(7) == OFF
    assert await guilds.lately(8) == GuildSettings()


async def test_what_another_process_puts_counts_within_seconds(guilds, database, clock):
    assert await guilds.lately(7) == GuildSettings()
    await Guilds(database).put(7, OFF)
    assert await guilds.get(7) == OFF
    clock[0] += BELIEVED - 1
    assert await guilds.lately(7) == GuildSettings(), "it asks the database each time"
    clock[0] += 1
    assert await guilds.lately(7) == OFF


async def test_what_is_read_while_it_changes_is_not_believed(guilds, monkeypatch):
    read = guilds.get

    async def slowly(guild):
        found = await read(guild)
        await guilds.put(guild, OFF)
        return found

    monkeypatch.setattr(guilds, "get", slowly)
    assert await guilds.lately(7) == GuildSettings()
    monkeypatch.setattr(guilds, "get", read)
    assert await guilds.lately(7) == OFF


async def test_many_servers_are_not_all_remembered(guilds, monkeypatch):
    monkeypatch.setattr("bot.store.guilds._KEPT", 3)
    await asyncio.gather(*map(guilds.lately, range(10)))
    await guilds.put(1, OFF)
    assert await guilds.lately(1) == OFF
    assert len(guilds._known) <= 3
