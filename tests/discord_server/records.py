"""What was asked, what was answered, and what should not have happened."""

import json
from dataclasses import dataclass, field
from typing import Any

from tests.discord_server.openapi import Schema


@dataclass(slots=True)
class Request:
    """One request, with the second in which it came and how it was answered."""

    at: float
    method: str
    route: str
    path: str
    query: dict[str, str]
    body: Any
    status: int = 0
    answer: bytes = b""
    fault: str | None = None

    @property
    def reply(self) -> Any:
        return json.loads(self.answer) if self.answer.startswith((b"{", b"[")) else None

    @property
    def code(self) -> int | None:
        """Discord's error code, when it was refused."""
        reply = self.reply
        return reply.get("code") if self.status >= 400 and isinstance(reply, dict) else None


@dataclass(slots=True)
class Records:
    """Every request in order, and every violation found."""

    schema: Schema | None
    requests: list[Request] = field(default_factory=list)
    found: list[str] = field(default_factory=list)
    _checked: int = 0

    def of(self, method: str, ending: str = "") -> list[Request]:
        """The requests of one method whose route ends so."""
        return [one for one in self.requests if one.method == method and one.route.endswith(ending)]

    def violations(self) -> list[str]:
        """Refused requests, and bodies that Discord's own schema does not know.

        Schemas are checked here, all at once, and not while someone waits for an answer.
        """
        for one in self.requests[self._checked :]:
            if one.status in {400, 405} or (one.status == 404 and one.code == 0):
                self.found.append(f"{one.method} {one.path}: {one.answer.decode()[:600]}")
            if self.schema is not None and one.fault is None:
                self.found.extend(self.schema.check(one))
        self._checked = len(self.requests)
        return self.found
