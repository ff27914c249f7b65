"""Requests that discord.py must not make again by itself, since the first may have had its effect.

After an error of Discord's own, or a lost answer, it repeats any request blindly. A message has a
nonce by which Discord knows it again; the post of a forum has none.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import aiohttp


@dataclass(slots=True)
class _Attempt:
    unsure: bool = False


class UnsureError(Exception):
    """A request that may have had its effect would have been made again."""


_attempt: ContextVar[_Attempt | None] = ContextVar("attempt", default=None)


@contextmanager
def unrepeated() -> Iterator[None]:
    """Let no request inside be repeated where that could do its work twice; raises UnsureError."""
    before = _attempt.set(_Attempt())
    try:
        yield
    finally:
        _attempt.reset(before)


def request_trace() -> aiohttp.TraceConfig:
    """Return what a client has to be made with, as its `http_trace`, for `unrepeated` to hold."""
    trace = aiohttp.TraceConfig()
    trace.on_request_start.append(_begun)
    trace.on_request_end.append(_answered)
    trace.on_request_exception.append(_broken)
    return trace


async def _begun(*_: Any) -> None:
    attempt = _attempt.get()
    if attempt and attempt.unsure:
        raise UnsureError


async def _answered(_session: Any, _context: Any, answer: aiohttp.TraceRequestEndParams) -> None:
    attempt = _attempt.get()
    # Whatever else it answers, such as to wait, it has done nothing.
    if attempt and answer.response.status >= 500:
        attempt.unsure = True


async def _broken(*_: Any) -> None:
    if attempt := _attempt.get():
        attempt.unsure = True
