"""Trouble on the line: rate limits, server errors, lost connections, and Discord away."""

import asyncio
import time

import aiohttp
import pytest

from tests.discord_server import Fault, LoopbackDiscord
from tests.loopback.client import running
from tests.loopback.conftest import Rest
from tests.loopback.newsroom import Place

SEND = "POST /channels/{channel_id}/messages"


async def test_a_bucket_refuses_and_says_when_to_come_back(
    discord: LoopbackDiscord, place: Place, rest: Rest
) -> None:
    discord.limit_route(SEND, 2, 0.5)
    path = f"/channels/{place.channel}/messages"
    answers = [await rest("POST", path, {"content": str(n)}) for n in range(3)]
    assert [status for status, _ in answers] == [200, 200, 429]
    wait = answers[-1][1]["retry_after"]
    assert 0 < wait <= 0.5
    other = discord.add_channel(place.guild, "other")
    assert (await rest("POST", f"/channels/{other}/messages", {"content": "x"}))[0] == 200
    await asyncio.sleep(wait + 0.01)
    assert (await rest("POST", path, {"content": "x"}))[0] == 200


async def test_the_client_keeps_to_a_bucket_it_was_told_of(
    discord: LoopbackDiscord, place: Place
) -> None:
    discord.limit_route(SEND, 2, 0.3)
    async with running(discord) as client:
        for number in range(5):
            await client.get_channel(place.channel).send(str(number))
    assert [one["content"] for one in discord.messages(place.channel)] == list("01234")
    assert discord.limits.refused == 0


async def test_the_limit_for_everything_spares_interactions(
    discord: LoopbackDiscord, place: Place, rest: Rest
) -> None:
    async with running(discord):
        discord.limit_everything(3)
        await asyncio.sleep(1)
        answers = [await rest("GET", "/users/@me") for _ in range(4)]
        assert answers[-1][0] == 429
        assert answers[-1][1]["global"] is True
        pending = await discord.slash(place.reader, place.channel, "echo", text="still")
        assert (await pending.answered()).text == "still"


async def test_the_client_waits_out_a_refusal(discord: LoopbackDiscord, place: Place) -> None:
    async with running(discord) as client:
        discord.add_fault("429", "POST", "/messages$", seconds=0.2)
        began = time.monotonic()
        await client.get_channel(place.channel).send("late")
        assert time.monotonic() - began >= 0.2
    assert len(discord.messages(place.channel)) == 1


@pytest.mark.parametrize("kind", ["500", "502"])
async def test_the_client_tries_again_after_a_server_error(
    discord: LoopbackDiscord, place: Place, kind: str
) -> None:
    async with running(discord) as client:
        discord.add_fault(kind, "POST", "/messages$")
        await client.get_channel(place.channel).send("again")
    assert len(discord.messages(place.channel)) == 1
    assert [one["status"] for one in discord.requests("POST", "/messages")] == [int(kind), 200]


async def test_after_an_error_that_came_too_late_only_a_nonce_keeps_a_message_single(
    discord: LoopbackDiscord, place: Place, rest: Rest
) -> None:
    path = f"/channels/{place.channel}/messages"
    async with running(discord) as client:
        discord.add_fault("502", "POST", "/messages$", after=True)
        await client.get_channel(place.channel).send("careful", nonce="n1")
    for _ in range(2):
        await rest("POST", path, {"content": "careless"})
    assert len(discord.requests("POST", "/messages")) == 4
    sent = [one["content"] for one in discord.messages(place.channel)]
    assert sent == ["careful", "careless", "careless"]


async def test_a_lost_connection_before_and_after_the_deed(
    discord: LoopbackDiscord, place: Place
) -> None:
    async with running(discord) as client:
        channel = client.get_channel(place.channel)
        for after, text in ((False, "before"), (True, "after")):
            discord.add_fault("drop", "POST", "/messages$", after=after)
            with pytest.raises((aiohttp.ClientError, OSError)):
                await channel.send(text)
    assert [one["content"] for one in discord.messages(place.channel)] == ["after"]


async def test_a_slow_answer_comes(discord: LoopbackDiscord, place: Place) -> None:
    async with running(discord) as client:
        discord.add_fault("slow", "POST", "/messages$", seconds=0.3)
        began = time.monotonic()
        await client.get_channel(place.channel).send("slow")
        assert time.monotonic() - began >= 0.3


async def test_an_answer_acknowledged_but_lost_is_not_acknowledged_again(
    discord: LoopbackDiscord, place: Place
) -> None:
    async with running(discord) as client:
        discord.add_fault("500", "POST", "/callback$", after=True)
        pending = await discord.slash(place.reader, place.channel, "now", text="x")
        await discord.until(lambda: pending.outcome().refused)
        await discord.until(lambda: client.errors)
    assert pending.outcome().refused == [40060]
    assert pending.outcome().text == "x"


async def test_discord_goes_away_and_comes_back(discord: LoopbackDiscord, place: Place) -> None:
    async with running(discord) as client:
        discord.go_down()
        with pytest.raises((aiohttp.ClientError, OSError)):
            await client.get_channel(place.channel).send("nobody hears")
        discord.come_up()
        await discord.ready(place.guild, 60)
        pending = await discord.slash(place.reader, place.channel, "echo", text="back")
        assert (await pending.answered()).text == "back"


def test_the_same_seed_gives_the_same_trouble() -> None:
    def struck(seed: int) -> list[bool]:
        from tests.discord_server.faults import Faults

        faults = Faults(seed)
        faults.add(Fault("500", chance=0.5, times=None))
        return [faults.pick("GET", "/x", "/x") is not None for _ in range(50)]

    assert struck(1) == struck(1) != struck(2)
    assert 10 < sum(struck(1)) < 40


def test_a_fault_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="no fault"):
        Fault("earthquake")
