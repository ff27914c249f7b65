"""The HTTP front: reads a request, lets faults and rate limits act, and writes the answer."""

import asyncio
import json
from typing import Any

from aiohttp import BodyPartReader, web

from tests.discord_server import ratelimits
from tests.discord_server.errors import RefusedError, unauthorized, unknown_route
from tests.discord_server.faults import Fault, Faults
from tests.discord_server.records import Records, Request
from tests.discord_server.rest.call import Call, Handler
from tests.discord_server.world.world import World

PREFIX = "/api/v10"
OPEN = ("/interactions/", "/webhooks/{webhook_id}/{webhook_token}", "/gateway")
HTML = "<html><head><title>{status}</title></head><body>cloudflare</body></html>"
MAJOR = ("channel_id", "guild_id", "webhook_id", "webhook_token", "interaction_token")


class Front:
    """Every request goes through `answer`."""

    def __init__(self, world: World, records: Records) -> None:
        self.world = world
        self.records = records
        self.limits = ratelimits.RateLimits()
        self.faults = Faults()
        self.down = False

    def add(self, app: web.Application, routes: dict[tuple[str, str], Handler]) -> None:
        for (method, route), handler in routes.items():
            app.router.add_route(method, PREFIX + route, self._bound(route, handler))
        app.router.add_route("*", PREFIX + "/{rest:.*}", self._bound("", _nowhere))

    def _bound(self, route: str, handler: Handler) -> Any:
        async def answer(request: web.Request) -> web.StreamResponse:
            return await self.answer(request, route, handler)

        return answer

    async def answer(self, request: web.Request, route: str, handler: Handler) -> web.Response:
        record = Request(
            self.world.clock.now(),
            request.method,
            route or request.path.removeprefix(PREFIX),
            request.path.removeprefix(PREFIX),
            dict(request.query),
            None,
        )
        self.records.requests.append(record)
        fault = self.faults.pick(record.method, record.route, record.path)
        if fault is not None:
            record.fault = fault.kind
        if self.down:
            record.fault = "down"
            return self._cut(request)
        if fault is not None and not fault.after:
            spoiled = await self._spoil(fault, request, record)
            if spoiled is not None:
                return spoiled
        answer = await self._serve(request, record, handler)
        if fault is not None and fault.after:
            spoiled = await self._spoil(fault, request, record)
            if spoiled is not None:
                return spoiled
        return answer

    async def _serve(self, request: web.Request, record: Request, handler: Handler) -> web.Response:
        major = "/".join(request.match_info.get(name, "") for name in MAJOR)
        verdict = self.limits.take(record.method, record.route, major)
        if verdict.wait is not None:
            return _write(record, 429, ratelimits.body(verdict), verdict.headers)
        try:
            if not record.route.startswith(OPEN):
                self._check_token(request)
            call = Call(self.world, dict(request.match_info), record.query, None)
            await self._read(request, call)
            record.body = call.body
            status, payload = handler(call)
        except RefusedError as refusal:
            return _write(record, refusal.status, refusal.payload(), verdict.headers)
        return _write(record, status, payload, verdict.headers)

    def _check_token(self, request: web.Request) -> None:
        if request.headers.get("Authorization") != f"Bot {self.world.token}":
            raise unauthorized()

    async def _read(self, request: web.Request, call: Call) -> None:
        if request.content_type == "multipart/form-data":
            await self._read_parts(request, call)
        elif request.can_read_body:
            try:
                call.body = json.loads(await request.read())
            except ValueError:
                raise RefusedError(400, 50109, "The request body contains invalid JSON.") from None
        if request.method in {"POST", "PUT", "PATCH"} and call.body is None:
            call.body = {}

    async def _read_parts(self, request: web.Request, call: Call) -> None:
        async for part in await request.multipart():
            if not isinstance(part, BodyPartReader):
                continue
            data = await part.read()
            if part.name == "payload_json":
                call.body = json.loads(data)
                continue
            known = str(self.world.ids.next())
            address = f"https://cdn.discordapp.com/attachments/{known}/{part.filename}"
            call.files.append(
                {
                    "id": known,
                    "filename": part.filename or "file",
                    "size": len(data),
                    "url": address,
                    "proxy_url": address,
                }
            )

    async def _spoil(
        self, fault: Fault, request: web.Request, record: Request
    ) -> web.Response | None:
        """The spoiled answer, or None when it only came late."""
        if fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
            return None
        if fault.kind == "drop":
            return self._cut(request)
        if fault.kind == "429":
            verdict = ratelimits.refusal(fault.seconds, everywhere=fault.everywhere)
            return _write(record, 429, ratelimits.body(verdict), verdict.headers)
        record.status = int(fault.kind)
        if fault.kind == "500":
            return _write(record, 500, {"message": "500: Internal Server Error", "code": 0}, {})
        return web.Response(
            status=record.status, text=HTML.format(status=fault.kind), content_type="text/html"
        )

    def _cut(self, request: web.Request) -> web.Response:
        if request.transport is not None:
            request.transport.abort()
        return web.Response(status=500)


def _nowhere(_call: Call) -> tuple[int, Any]:
    raise unknown_route()


def _write(record: Request, status: int, payload: Any, headers: dict[str, str]) -> web.Response:
    record.status = status
    if payload is None:
        record.answer = b""
        return web.Response(status=status, headers=headers)
    record.answer = json.dumps(payload).encode()
    # discord.py reads the body as JSON only when the type is given without a character set.
    return web.Response(
        status=status, body=record.answer, headers={**headers, "Content-Type": "application/json"}
    )
