"""The loopback Discord in a process of its own, driven from here with the same words."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from tests.discord_server.control import PATH
from tests.discord_server.driving.commands import NotOfferedError
from tests.discord_server.driving.outcome import Outcome
from tests.discord_server.openapi import ROOT

ERRORS: dict[str, type[Exception]] = {
    "NotOfferedError": NotOfferedError,
    "TimeoutError": TimeoutError,
    "ValueError": ValueError,
}


class RemotePending:
    """A `Pending` of another process."""

    def __init__(self, remote: "RemoteDiscord", known: int) -> None:
        self._remote = remote
        self.id = known

    async def outcome(self) -> Outcome:
        found: Outcome = await self._remote.ask("outcome", self.id)
        return found

    async def acknowledged(self, seconds: float = 3.5) -> Outcome:
        found: Outcome = await self._remote.ask("acknowledged", self.id, seconds)
        return found

    async def answered(self, seconds: float = 20) -> Outcome:
        found: Outcome = await self._remote.ask("answered", self.id, seconds)
        return found


class RemoteDiscord:
    """Every word of `Driver` and `Trouble`, each to be awaited: `await remote.add_guild("x")`."""

    def __init__(self, url: str, token: str, session: aiohttp.ClientSession) -> None:
        self.url = url
        self.token = token
        self._session = session

    async def ask(self, word: str, /, *given: Any, **named: Any) -> Any:
        sent = {
            "word": word,
            "given": [_plain(one) for one in given],
            "named": named,
        }
        async with self._session.post(self.url + PATH, json=sent) as response:
            answer = await response.json()
        if "error" in answer:
            raise ERRORS.get(answer["error"], RuntimeError)(answer["told"])
        return self._alive(answer["result"])

    def _alive(self, value: Any) -> Any:
        if isinstance(value, dict) and set(value) == {"pending"}:
            return RemotePending(self, value["pending"])
        if isinstance(value, dict) and set(value) == {"outcome"}:
            return Outcome(**value["outcome"])
        if isinstance(value, list):
            return [self._alive(one) for one in value]
        return value

    def __getattr__(self, word: str) -> Callable[..., Awaitable[Any]]:
        async def asked(*given: Any, **named: Any) -> Any:
            return await self.ask(word, *given, **named)

        return asked


def _plain(value: Any) -> Any:
    if isinstance(value, RemotePending):
        return value.id
    return [_plain(one) for one in value] if isinstance(value, list) else value


@asynccontextmanager
async def remote_discord(port: int = 0) -> AsyncIterator[RemoteDiscord]:
    """Starts one in a process of its own and ends it afterwards."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.discord_server",
        "--port",
        str(port),
        stdout=asyncio.subprocess.PIPE,
        cwd=ROOT,
    )
    try:
        assert process.stdout is not None
        told = json.loads(await asyncio.wait_for(process.stdout.readline(), 30))
        timeout = aiohttp.ClientTimeout(total=None)
        connector = aiohttp.TCPConnector(limit=0)
        async with aiohttp.ClientSession(timeout=timeout, connector=connector) as session:
            yield RemoteDiscord(told["url"], told["token"], session)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()
