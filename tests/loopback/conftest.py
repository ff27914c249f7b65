"""One server with one person and one channel on a loopback Discord."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest

from tests.discord_server import LoopbackDiscord
from tests.discord_server.openapi import discord_schema


@dataclass(frozen=True, slots=True)
class Place:
    """Where most tests happen."""

    guild: int
    channel: int
    reader: int


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
