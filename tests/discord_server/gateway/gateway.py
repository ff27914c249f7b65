"""The gateway: HELLO, IDENTIFY, RESUME, heartbeats and Discord's close codes."""

import asyncio
import contextlib
import json
import secrets
from typing import Any

from aiohttp import WSMsgType, web

from tests.discord_server.world import payloads
from tests.discord_server.world.world import World

from .compression import compression
from .sessions import GUILDS, KNOWN, PRIVILEGED, Session

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, VOICE, RESUME, RECONNECT = 0, 1, 2, 3, 4, 6, 7
MEMBERS, INVALID, HELLO, ACK = 8, 9, 10, 11
IGNORED = frozenset({PRESENCE, VOICE, MEMBERS})


class ClosingError(Exception):
    """The connection is to be closed with this code."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class Connection:
    """One websocket; what is written to it goes out in order."""

    def __init__(self, socket: web.WebSocketResponse, request: web.Request) -> None:
        self.socket = socket
        self.transport = request.transport
        self.session: Session | None = None
        self._compression = compression(request.query.get("compress"))
        self._outgoing: asyncio.Queue[str | int] = asyncio.Queue()
        self._writer = asyncio.create_task(self._write())

    def send(self, text: str) -> None:
        self._outgoing.put_nowait(text)

    def op(self, op: int, data: Any) -> None:
        self.send(json.dumps({"op": op, "d": data, "s": None, "t": None}))

    def close(self, code: int) -> None:
        """Closes once everything before it is written."""
        self.leave()
        self._outgoing.put_nowait(code)

    def leave(self) -> None:
        if self.session is not None and self.session.send == self.send:
            self.session.send = None

    def abort(self) -> None:
        """Cuts the line without a word."""
        self.leave()
        if self.transport is not None:
            self.transport.abort()

    async def end(self) -> None:
        self.leave()
        self._writer.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._writer

    async def _write(self) -> None:
        while True:
            item = await self._outgoing.get()
            with contextlib.suppress(ConnectionError, RuntimeError):
                if isinstance(item, int):
                    await self.socket.close(code=item)
                    return
                written = self._compression.write(item)
                if isinstance(written, str):
                    await self.socket.send_str(written)
                else:
                    await self.socket.send_bytes(written)


class Gateway:
    """All sessions and connections of one loopback Discord."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.url = ""
        self.shards = 1
        self.heartbeat = 41.25
        self.acknowledging = True
        self.resuming = True
        self.down = False
        self.sessions: dict[str, Session] = {}
        self.connections: set[Connection] = set()
        self.identified: list[dict[str, Any]] = []
        self.resumed = 0
        self.closed: list[int] = []
        self._changed = asyncio.Condition()
        world.emit = self.emit

    def emit(self, name: str, guild: int | None, data: Any) -> None:
        for session in self.sessions.values():
            if session.hears(name, guild):
                session.tell(name, data)

    def listening(self, guild: int | None) -> bool:
        """Whether a client is connected that would hear of a server or of direct messages."""
        return any(
            session.send is not None and session.hears("INTERACTION_CREATE", guild)
            for session in self.sessions.values()
        )

    async def until(self, predicate: Any, seconds: float = 30) -> None:
        """Waits for something about sessions and connections to become true."""
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(predicate)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        if self.down and request.transport is not None:
            request.transport.abort()
            return web.Response(status=503)
        socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        connection = Connection(socket, request)
        self.connections.add(connection)
        try:
            _check_query(request)
            connection.op(HELLO, {"heartbeat_interval": int(self.heartbeat * 1000)})
            await self._read(connection)
        except ClosingError as closing:
            self.closed.append(closing.code)
            connection.leave()
            await socket.close(code=closing.code, message=closing.reason.encode())
        finally:
            self.connections.discard(connection)
            await connection.end()
            await self._tell()
        return socket

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def _read(self, connection: Connection) -> None:
        patience = self.heartbeat * 2
        while True:
            try:
                message = await connection.socket.receive(timeout=patience)
            except TimeoutError:
                raise ClosingError(4009, "Session timed out") from None
            if message.type is not WSMsgType.TEXT:
                if message.type is WSMsgType.CLOSE and message.data in {1000, 1001}:
                    self._forget(connection)
                return
            op, data = _decoded(message.data)
            await self._take(connection, op, data)

    async def _take(self, connection: Connection, op: int, data: Any) -> None:
        if op == HEARTBEAT:
            if self.acknowledging:
                connection.op(ACK, None)
        elif op == IDENTIFY:
            if connection.session is not None:
                raise ClosingError(4005, "Already authenticated")
            self._identify(connection, data)
            await self._tell()
        elif op == RESUME:
            if connection.session is not None:
                raise ClosingError(4005, "Already authenticated")
            self._resume(connection, data)
            await self._tell()
        elif op not in IGNORED:
            raise ClosingError(4001, "Unknown opcode")
        elif connection.session is None:
            raise ClosingError(4003, "Not authenticated")

    def _identify(self, connection: Connection, data: dict[str, Any]) -> None:
        self.identified.append({"at": self.world.clock.now(), **data, "token": "…"})
        if data.get("token") != self.world.token:
            raise ClosingError(4004, "Authentication failed.")
        number, many = data.get("shard") or (0, 1)
        if not 0 <= number < many:
            raise ClosingError(4010, "Invalid shard")
        intents = data.get("intents", 0)
        if intents & ~KNOWN:
            raise ClosingError(4013, "Invalid intents")
        if intents & PRIVILEGED & ~self.world.privileged:
            raise ClosingError(4014, "Disallowed intent(s)")
        session = Session(secrets.token_hex(16), (number, many), intents)
        self.sessions[session.id] = connection.session = session
        session.send = connection.send
        guilds = [
            guild
            for guild in self.world.guilds.values()
            if guild.installed
            and self.world.bot in guild.members
            and (guild.id >> 22) % many == number
        ]
        session.tell(
            "READY",
            {
                "v": 10,
                "user": payloads.current_user(self.world),
                "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
                "session_id": session.id,
                "resume_gateway_url": self.url,
                "shard": [number, many],
                "application": {"id": str(self.world.application), "flags": 0},
            },
        )
        if intents & GUILDS:
            for guild in guilds:
                session.tell("GUILD_CREATE", payloads.guild_create(self.world, guild))

    def _forget(self, connection: Connection) -> None:
        """A client that closes with 1000 or 1001 gives its session up."""
        if connection.session is not None:
            self.sessions.pop(connection.session.id, None)

    def _resume(self, connection: Connection, data: dict[str, Any]) -> None:
        if data.get("token") != self.world.token:
            raise ClosingError(4004, "Authentication failed.")
        session = self.sessions.get(data.get("session_id") or "")
        missed = None
        if session is not None and self.resuming:
            missed = session.missed(data.get("seq") or 0)
        if session is None or missed is None:
            connection.op(INVALID, False)
            return
        for other in list(self.connections):
            if other.session is session:
                other.close(4000)
                other.session = None
        connection.session = session
        for text in missed:
            connection.send(text)
        session.send = connection.send
        session.tell("RESUMED", {})
        self.resumed += 1

    def reconnect(self) -> None:
        """Asks every client to come back, as Discord does before a restart (op 7)."""
        for connection in list(self.connections):
            connection.op(RECONNECT, None)

    def invalidate(self, *, resumable: bool) -> None:
        """Tells every client that its session is invalid (op 9)."""
        for connection in list(self.connections):
            if not resumable and connection.session is not None:
                self.sessions.pop(connection.session.id, None)
                connection.leave()
            connection.op(INVALID, resumable)

    def close(self, code: int) -> None:
        """Closes every connection with a code; sessions that code ends are forgotten."""
        for connection in list(self.connections):
            if code in {4004, 4007, 4009} and connection.session is not None:
                self.sessions.pop(connection.session.id, None)
            connection.close(code)

    def drop(self) -> None:
        """Cuts every connection without a closing handshake."""
        for connection in list(self.connections):
            connection.abort()


def _check_query(request: web.Request) -> None:
    if request.query.get("v") != "10":
        raise ClosingError(4012, "Invalid API version")
    if request.query.get("encoding") != "json":
        raise ClosingError(4002, "Error while decoding payload")


def _decoded(text: str) -> tuple[int, Any]:
    if len(text) > 4096:
        raise ClosingError(4002, "Payload too large")
    try:
        sent = json.loads(text)
        return sent["op"], sent.get("d")
    except (ValueError, KeyError, TypeError):
        raise ClosingError(4002, "Error while decoding payload") from None
