"""Lets another process drive this one: every public word of the loopback, over HTTP."""

import dataclasses
import inspect
from typing import Any

from aiohttp import web

from tests.discord_server.driving.driver import Driver
from tests.discord_server.driving.outcome import Outcome, Pending
from tests.discord_server.driving.trouble import Trouble
from tests.discord_server.errors import RefusedError

PATH = "/control"
WORDS = frozenset(
    name
    for kind in (Driver, Trouble)
    for name, _value in inspect.getmembers(kind, callable)
    if not name.startswith("_") and name != "until"
)
WAITS = frozenset({"acknowledged", "answered", "outcome"})


class Control:
    """Answers `{"word": …, "given": […], "named": {…}}` with `{"result": …}`."""

    def __init__(self, discord: Any) -> None:
        self._discord = discord

    def add(self, app: web.Application) -> None:
        app.router.add_post(PATH, self.take)

    async def take(self, request: web.Request) -> web.Response:
        asked = await request.json()
        try:
            result = await self._do(asked["word"], asked["given"], asked["named"])
        except Exception as error:  # noqa: BLE001 - whatever went wrong is told to the asker
            told = error.message if isinstance(error, RefusedError) else str(error)
            return web.json_response({"error": type(error).__name__, "told": told})
        return web.json_response({"result": _plain(result)})

    async def _do(self, word: str, given: list[Any], named: dict[str, Any]) -> Any:
        if word in WAITS:
            world = self._discord.world
            pending = Pending(world, world.interactions[given[0]])
            if word == "outcome":
                return pending.outcome()
            return await getattr(pending, word)(*given[1:], **named)
        if word not in WORDS:
            raise AttributeError(f"there is no {word!r}")
        result = getattr(self._discord, word)(*given, **named)
        return await result if inspect.isawaitable(result) else result


def _plain(value: Any) -> Any:
    if isinstance(value, Pending):
        return {"pending": value.id}
    if isinstance(value, Outcome):
        return {"outcome": dataclasses.asdict(value)}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value
