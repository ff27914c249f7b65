"""The loopback Discord itself: everything put together on one port of 127.0.0.1."""

from types import TracebackType
from typing import Self

from aiohttp import web

from tests.discord_server.control import Control
from tests.discord_server.driving.driver import Driver
from tests.discord_server.driving.trouble import Trouble
from tests.discord_server.front import PREFIX, Front
from tests.discord_server.gateway.gateway import Gateway
from tests.discord_server.openapi import Schema, discord_schema
from tests.discord_server.records import Records
from tests.discord_server.rest import routes
from tests.discord_server.world.clock import Clock
from tests.discord_server.world.world import World

TOKEN = "MTA.loopback.token"


class LoopbackDiscord(Driver, Trouble):
    """A Discord for the real discord.py client, used as an async context manager.

    What people do is in `Driver`; faults, rate limits, the gateway and the records of what was
    asked are attributes.
    """

    def __init__(self, *, port: int = 0, token: str = TOKEN, schema: Schema | None = None) -> None:
        self.token = token
        self.clock = Clock()
        self.world = World(self.clock, token)
        self.records = Records(schema if schema is not None else discord_schema())
        self.gateway = Gateway(self.world)
        self.front = Front(self.world, self.records)
        self.faults = self.front.faults
        self.limits = self.front.limits
        super().__init__(self.world, self.gateway, self.records)
        self.app = web.Application(client_max_size=32 * 1024 * 1024)
        self.app.router.add_get("/", self.gateway.serve)
        Control(self).add(self.app)
        self.front.add(self.app, routes(self.gateway))
        self._runner: web.AppRunner | None = None
        self._port = port
        self.url = ""

    @property
    def api(self) -> str:
        """What discord.py's `Route.BASE` has to be."""
        return self.url + PREFIX

    async def start(self) -> None:
        self._runner = web.AppRunner(self.app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port, backlog=1024)
        await site.start()
        port = self._runner.addresses[0][1]
        self.url = f"http://127.0.0.1:{port}"
        self.gateway.url = f"ws://127.0.0.1:{port}/"

    async def stop(self) -> None:
        self.gateway.close(1001)
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.stop()
