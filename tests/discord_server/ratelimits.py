"""Rate limits: a bucket for each route and major id, and one for everything."""

import time
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Window:
    """How many requests were taken since when."""

    began: float
    taken: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """The headers to send, and how long to wait when it was too much."""

    headers: dict[str, str] = field(default_factory=dict)
    wait: float | None = None
    everywhere: bool = False


@dataclass
class RateLimits:
    """`everywhere` requests a second in all; `routes` maps "METHOD /route" to (requests, seconds).

    Interactions do not count towards the limit for everything, as on the real Discord.
    """

    everywhere: int | None = 50
    routes: dict[str, tuple[int, float]] = field(default_factory=dict)
    refused: int = 0
    _windows: dict[tuple[str, ...], Window] = field(default_factory=dict)

    def set(self, route: str, requests: int, seconds: float) -> None:
        """Limits one route, given as "POST /channels/{channel_id}/messages"."""
        self.routes[route] = (requests, seconds)

    def take(self, method: str, route: str, major: str) -> Verdict:
        """Counts one request, or says how long to wait."""
        now = time.monotonic()
        name = f"{method} {route}"
        headers: dict[str, str] = {}
        rule = self.routes.get(name)
        if rule is not None:
            requests, seconds = rule
            window = self._window((name, major), now, seconds)
            left = seconds - (now - window.began)
            headers = _headers(name, requests, requests - window.taken - 1, left)
            if window.taken >= requests:
                return self._refuse(_headers(name, requests, 0, left), left, everywhere=False)
        if self.everywhere is not None and not _exempt(route):
            window = self._window(("everywhere",), now, 1.0)
            if window.taken >= self.everywhere:
                return self._refuse({}, 1.0 - (now - window.began), everywhere=True)
            window.taken += 1
        if rule is not None:
            self._windows[name, major].taken += 1
        return Verdict(headers)

    def _window(self, key: tuple[str, ...], now: float, seconds: float) -> Window:
        window = self._windows.get(key)
        if window is None or now - window.began >= seconds:
            window = self._windows[key] = Window(now)
        return window

    def _refuse(self, headers: dict[str, str], left: float, *, everywhere: bool) -> Verdict:
        self.refused += 1
        return refusal(left, headers, everywhere=everywhere)


def refusal(wait: float, headers: dict[str, str] | None = None, *, everywhere: bool) -> Verdict:
    """A 429: what Discord sends with it."""
    wait = max(round(wait, 3), 0.001)
    made = {
        **(headers or {}),
        "Retry-After": str(int(wait) + 1),
        "X-RateLimit-Scope": "global" if everywhere else "user",
        "Via": "1.1 loopback",
    }
    if everywhere:
        made["X-RateLimit-Global"] = "true"
    return Verdict(made, wait, everywhere)


def body(verdict: Verdict) -> dict[str, Any]:
    return {
        "message": "You are being rate limited.",
        "retry_after": verdict.wait,
        "global": verdict.everywhere,
        "code": 0,
    }


def _headers(name: str, limit: int, remaining: int, left: float) -> dict[str, str]:
    return {
        "X-RateLimit-Limit": str(limit),
        "X-RateLimit-Remaining": str(remaining),
        "X-RateLimit-Reset": f"{time.time() + left:.3f}",
        "X-RateLimit-Reset-After": f"{left:.3f}",
        "X-RateLimit-Bucket": f"{hash(name) & 0xFFFFFFFFFFFF:012x}",
    }


def _exempt(route: str) -> bool:
    return route.startswith(("/interactions/", "/webhooks/{webhook_id}/{webhook_token}"))
