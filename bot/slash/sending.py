"""Requests that are made again where the connection broke before Discord answered."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import aiohttp
import discord

_Result = TypeVar("_Result")

# What a request may end with when Discord is not to be reached, or not willing.
UNSENT = (discord.HTTPException, aiohttp.ClientError, OSError)

_BROKEN = (aiohttp.ClientError, OSError)
_PAUSES = (0.1, 0.4)


async def persistently(send: Callable[[], Awaitable[_Result]]) -> _Result:
    """Make a request that may safely be made twice; discord.py sees to Discord's own errors."""
    for pause in _PAUSES:
        try:
            return await send()
        except _BROKEN:
            await asyncio.sleep(pause)
    return await send()
