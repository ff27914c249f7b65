"""One server with one person and one channel on a loopback Discord."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.slash.posting.posts import Posts
from tests.answers.conftest import ROOT, answerer_of
from tests.discord_server import LoopbackDiscord
from tests.discord_server.openapi import discord_schema
from tests.loopback.bot import running_bot
from tests.loopback.newsroom import Newsroom, Place, WallClock


class Rest:
    """Requests as any client could make them, legal or not."""

    def __init__(self, discord: LoopbackDiscord, session: aiohttp.ClientSession) -> None:
        self._discord = discord
        self._session = session

    async def __call__(
        self, method: str, path: str, body: Any = None, *, token: str | None = None
    ) -> tuple[int, Any]:
        headers = {"Authorization": f"Bot {token or self._discord.token}"}
        async with self._session.request(
            method, self._discord.api + path, json=body, headers=headers
        ) as response:
            return response.status, (await response.json() if response.status != 204 else None)


@pytest.fixture
async def discord() -> AsyncIterator[LoopbackDiscord]:
    async with LoopbackDiscord() as made:
        yield made


@pytest.fixture
def place(discord: LoopbackDiscord) -> Place:
    guild = discord.add_guild("Newsroom")
    return Place(guild, discord.add_channel(guild, "general"), discord.add_member(guild, "reader"))


@pytest.fixture
async def rest(discord: LoopbackDiscord) -> AsyncIterator[Rest]:
    async with aiohttp.ClientSession() as session:
        yield Rest(discord, session)


@pytest.fixture
def schema() -> Any:
    found = discord_schema()
    if found is None:
        pytest.skip("Discord's OpenAPI document is not at ../shared/discord/openapi.json")
    return found


@pytest.fixture(scope="package")
def answerer() -> Any:
    return answerer_of(ROOT / "seeds")


@pytest.fixture
async def newsroom(
    discord: LoopbackDiscord, place: Place, answerer: Any, tmp_path: Path
) -> AsyncIterator[Newsroom]:
    clock = WallClock()
    async with running_bot(discord, answerer, tmp_path, clock=clock) as client:
        posts = Posts(client)
        yield Newsroom(discord, place, client, posts, clock)
        await posts.stop(5)
