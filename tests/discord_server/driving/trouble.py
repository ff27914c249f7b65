"""Trouble that a test asks for: on the gateway, on the line, and with rate limits."""

from typing import Any

from tests.discord_server.faults import Fault, Faults
from tests.discord_server.front import Front
from tests.discord_server.gateway.gateway import Gateway
from tests.discord_server.records import Records


class Trouble:
    """The same words in this process and from another one."""

    gateway: Gateway
    front: Front
    faults: Faults
    records: Records

    def reconnect(self) -> None:
        """Asks every client to come back (op 7)."""
        self.gateway.reconnect()

    def invalidate(self, *, resumable: bool) -> None:
        """Tells every client that its session is invalid (op 9)."""
        self.gateway.invalidate(resumable=resumable)

    def close_connections(self, code: int) -> None:
        self.gateway.close(code)

    def drop_connections(self) -> None:
        """Cuts every gateway connection without a word."""
        self.gateway.drop()

    def acknowledge_heartbeats(self, acknowledged: bool) -> None:
        self.gateway.acknowledging = acknowledged

    def set_heartbeat(self, seconds: float) -> None:
        """The interval that the next HELLO asks for."""
        self.gateway.heartbeat = seconds

    def set_shards(self, shards: int) -> None:
        self.gateway.shards = shards

    def go_down(self) -> None:
        """Discord is away: connections break, and nothing answers."""
        self.front.down = self.gateway.down = True
        self.gateway.drop()

    def come_up(self) -> None:
        self.front.down = self.gateway.down = False

    def add_fault(self, kind: str, method: str = "", route: str = "", **more: Any) -> None:
        """See `Fault` for what can be asked for."""
        self.faults.add(Fault(kind, method, route, **more))

    def seed_faults(self, seed: int) -> None:
        self.faults.random.seed(seed)

    def clear_faults(self) -> None:
        self.faults.clear()

    def limit_route(self, route: str, requests: int, seconds: float) -> None:
        """A bucket for "POST /channels/{channel_id}/messages" and the like."""
        self.front.limits.set(route, requests, seconds)

    def limit_everything(self, requests: int | None) -> None:
        """Requests a second in all, interactions aside; None for no limit."""
        self.front.limits.everywhere = requests

    def requests(self, method: str = "", ending: str = "") -> list[dict[str, Any]]:
        """What was asked so far, each with its time stamp."""
        return [
            {
                "at": one.at,
                "method": one.method,
                "route": one.route,
                "path": one.path,
                "body": one.body,
                "status": one.status,
                "code": one.code,
                "fault": one.fault,
            }
            for one in self.records.requests
            if (not method or one.method == method) and one.route.endswith(ending)
        ]

    def connections(self) -> dict[str, Any]:
        """How often clients identified and resumed, and which close codes they were given."""
        return {
            "identified": len(self.gateway.identified),
            "resumed": self.gateway.resumed,
            "closed": list(self.gateway.closed),
            "connected": len(self.gateway.connections),
        }
