"""The gateway: sessions, resuming with replay, invalid sessions, close codes, shards."""

import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import discord as dpy
import pytest

from tests.discord_server import LoopbackDiscord
from tests.loopback.client import INTENTS, SmallClient, running
from tests.loopback.newsroom import Place


@pytest.fixture
async def client(discord: LoopbackDiscord, place: Place) -> AsyncIterator[SmallClient]:
    async with running(discord) as made:
        await discord.ready(place.guild)
        yield made


@pytest.mark.parametrize("cut", ["reconnect", "drop", "resumable", "closed"])
async def test_nothing_is_missed_when_the_connection_breaks(
    discord: LoopbackDiscord, place: Place, client: SmallClient, cut: str
) -> None:
    match cut:
        case "reconnect":
            discord.reconnect()
        case "drop":
            discord.drop_connections()
        case "resumable":
            discord.invalidate(resumable=True)
        case _:
            discord.close_connections(4000)
    # Sent while nobody listens: it has to come with the replay.
    pending = await discord.slash(place.reader, place.channel, "echo", text="still there")
    assert (await pending.answered()).text == "still there"
    assert discord.connections()["resumed"] == 1
    assert discord.connections()["identified"] == 1


async def test_an_invalid_session_is_identified_anew(
    discord: LoopbackDiscord, place: Place, client: SmallClient
) -> None:
    discord.invalidate(resumable=False)
    assert not discord.gateway.listening(place.guild)
    await discord.ready(place.guild)
    pending = await discord.slash(place.reader, place.channel, "echo", text="back")
    assert (await pending.answered()).text == "back"
    assert discord.connections()["identified"] == 2


async def test_a_missing_acknowledgement_makes_the_client_come_back(
    discord: LoopbackDiscord, place: Place
) -> None:
    discord.set_heartbeat(0.3)
    discord.acknowledge_heartbeats(False)
    async with running(discord, SmallClient(heartbeat_timeout=1.0)):
        await discord.until(lambda: discord.connections()["resumed"] >= 1, 20)


async def test_a_wrong_token_is_closed_with_4004(discord: LoopbackDiscord) -> None:
    assert await _close_code(discord, token="wrong") == 4004


async def test_privileged_intents_are_refused(discord: LoopbackDiscord) -> None:
    intents = dpy.Intents(guilds=True, message_content=True)
    with pytest.raises(dpy.PrivilegedIntentsRequired):
        async with running(discord, SmallClient(intents=intents)):
            pytest.fail("it should not have been let in")


async def test_the_login_fails_with_a_wrong_token(discord: LoopbackDiscord) -> None:
    discord.revoke_token()
    with pytest.raises(dpy.LoginFailure):
        async with running(discord):
            pytest.fail("it should not have been let in")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"intents": 1 << 15}, 4014),
        ({"intents": 1 << 30}, 4013),
        ({"shard": [2, 2]}, 4010),
    ],
)
async def test_identifying_wrongly(
    discord: LoopbackDiscord, changed: dict[str, Any], code: int
) -> None:
    assert await _close_code(discord, **changed) == code


@pytest.mark.parametrize(
    ("sent", "code"),
    [("no json", 4002), ('{"op": 99, "d": null}', 4001), ('{"op": 3, "d": {}}', 4003)],
)
async def test_nonsense_is_closed(discord: LoopbackDiscord, sent: str, code: int) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(discord.gateway.url + "?v=10&encoding=json") as socket,
    ):
        await socket.receive()
        await socket.send_str(sent)
        await socket.receive()
        assert socket.close_code == code


async def test_an_unknown_session_is_invalid(discord: LoopbackDiscord) -> None:
    resume = {"op": 6, "d": {"token": discord.token, "session_id": "x", "seq": 3}}
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(discord.gateway.url + "?v=10&encoding=json") as socket,
    ):
        await socket.receive()
        await socket.send_json(resume)
        answer = await socket.receive_json()
    assert (answer["op"], answer["d"]) == (9, False)


async def _close_code(discord: LoopbackDiscord, **changed: Any) -> int | None:
    """Identifies by hand, without compression, and says how that ended."""
    data = {"token": discord.token, "intents": INTENTS.value, "properties": {}, **changed}
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(discord.gateway.url + "?v=10&encoding=json") as socket,
    ):
        hello = json.loads((await socket.receive()).data)
        assert hello["op"] == 10
        await socket.send_json({"op": 2, "d": data})
        await socket.receive()
        return socket.close_code


async def test_events_go_to_the_shard_of_their_server(discord: LoopbackDiscord) -> None:
    discord.set_shards(2)
    guilds = [
        discord.add_guild("even", snowflake=2 << 22),
        discord.add_guild("odd", snowflake=3 << 22),
    ]
    person = discord.add_user("reader")
    places = []
    for guild in guilds:
        discord.add_member(guild, person)
        places.append(discord.add_channel(guild, "general"))
    client = SmallClient()
    async with running(discord, client):
        for guild, channel in zip(guilds, places, strict=True):
            await discord.ready(guild)
            pending = await discord.slash(person, channel, "echo", text="here")
            assert (await pending.answered()).text == "here"
        assert [client.get_guild(guild).shard_id for guild in guilds] == [0, 1]
    assert [one["shard"] for one in discord.gateway.identified] == [[0, 2], [1, 2]]


async def test_changes_reach_a_connected_client(
    discord: LoopbackDiscord, place: Place, client: SmallClient
) -> None:
    made = discord.add_channel(place.guild, "new")
    role = discord.add_role(place.guild, "readers")
    guild = client.get_guild(place.guild)
    await discord.until(lambda: guild.get_channel(made) and guild.get_role(role))
    discord.overwrite(made, place.guild, deny="send_messages")
    await discord.until(lambda: not guild.get_channel(made).permissions_for(guild.me).send_messages)
    discord.delete_channel(made)
    await discord.until(lambda: guild.get_channel(made) is None)
    later = discord.add_guild("Later")
    await discord.until(lambda: client.get_guild(later))
    discord.remove_bot(later)
    await discord.until(lambda: client.get_guild(later) is None)
