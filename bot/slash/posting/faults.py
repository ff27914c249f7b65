"""What Discord answers to a post, as what can be done about it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import aiohttp
import discord

from bot.schedule.delivery import (
    ClosedError,
    DeliveryError,
    ForbiddenError,
    GoneError,
    RetryError,
)
from bot.slash.posting.rights import lacking, name_of
from bot.slash.unrepeated import UnsureError

_CLOSED = 50007
_NO_ACCESS = 50001
AWAY = "Discord could not be reached"
DIRECT = "direct messages are closed to the bot"


@contextmanager
def told(place: Any, *, sources: bool = False) -> Iterator[None]:
    """Turn whatever a request ends with into an error that tells a person why."""
    try:
        yield
    except discord.HTTPException as error:
        raise fault_of(error, place, sources=sources) from error
    except UnsureError as error:
        raise RetryError("Discord had trouble of its own") from error
    except discord.RateLimited as error:
        raise RetryError("Discord asked to wait", error.retry_after) from error
    except (aiohttp.ClientError, OSError) as error:
        raise RetryError(AWAY) from error
    except RuntimeError as error:
        if "closed" not in str(error):  # as aiohttp says of a session that has ended
            raise
        raise RetryError(AWAY) from error


def fault_of(error: discord.HTTPException, place: Any, *, sources: bool = False) -> DeliveryError:
    """Return what an answer of Discord means for an edition."""
    if error.code == _CLOSED:
        return ClosedError(DIRECT)
    if error.status == 404:
        return GoneError(f"the channel {name_of(place)} is deleted")
    if error.status == 403:
        return ForbiddenError(_forbidden(error, place, sources=sources))
    if error.status == 401:
        return RetryError("Discord refuses the bot's token")
    if error.status == 429:
        return RetryError("Discord asked to wait", _seconds(error))
    if error.status >= 500:
        return RetryError(f"Discord had trouble of its own ({error.status})")
    said = " ".join(error.text.split()) or str(error.status)
    return DeliveryError(f"Discord refuses the post: {said}")


def _forbidden(error: discord.HTTPException, place: Any, *, sources: bool) -> str:
    rights = lacking(place, sources=sources) if place else ()
    if not rights and error.code == _NO_ACCESS:
        rights = ("View Channel",)
    said = " and ".join(filter(None, (", ".join(rights[:-1]), *rights[-1:]))) or "a right"
    return f"the bot lacks {said} in {name_of(place)}"


def _seconds(error: discord.HTTPException) -> float:
    try:
        return float(error.response.headers.get("Retry-After") or 0)
    except ValueError:
        return 0.0
