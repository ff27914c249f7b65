"""What Discord answers to a post, as what can be done about it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import aiohttp
import discord

from bot.phrase import Phrase
from bot.schedule.delivery import (
    ClosedError,
    DeliveryError,
    ForbiddenError,
    GoneError,
    RetryError,
)
from bot.slash.permissions import named
from bot.slash.posting import texts
from bot.slash.posting.rights import lack_of, lacking, name_of
from bot.slash.speaking import phrase
from bot.slash.unrepeated import UnsureError

_CLOSED = 50007
_NO_ACCESS = 50001


@contextmanager
def told(place: Any, *, sources: bool = False) -> Iterator[None]:
    """Turn whatever a request ends with into an error that tells a person why."""
    try:
        yield
    except discord.HTTPException as error:
        raise fault_of(error, place, sources=sources) from error
    except UnsureError as error:
        raise RetryError(phrase(texts.TROUBLE)) from error
    except discord.RateLimited as error:
        raise RetryError(phrase(texts.ASKED_TO_WAIT), error.retry_after) from error
    except (aiohttp.ClientError, OSError) as error:
        raise RetryError(phrase(texts.AWAY)) from error
    except RuntimeError as error:
        if "closed" not in str(error):  # as aiohttp says of a session that has ended
            raise
        raise RetryError(phrase(texts.AWAY)) from error


def fault_of(error: discord.HTTPException, place: Any, *, sources: bool = False) -> DeliveryError:
    """Return what an answer of Discord means for an edition."""
    if error.code == _CLOSED:
        return ClosedError(phrase(texts.DIRECT))
    if error.status == 404:
        return GoneError(_deleted(place))
    if error.status == 403:
        return ForbiddenError(_forbidden(error, place, sources=sources))
    if error.status == 401:
        return RetryError(phrase(texts.BAD_TOKEN))
    if error.status == 429:
        return RetryError(phrase(texts.ASKED_TO_WAIT), _seconds(error))
    if error.status >= 500:
        return RetryError(phrase(texts.TROUBLE_NUMBER, status=error.status))
    said = " ".join(error.text.split()) or str(error.status)
    return DeliveryError(phrase(texts.REFUSED, answer=said))


def _forbidden(error: discord.HTTPException, place: Any, *, sources: bool) -> Phrase:
    rights = lacking(place, sources=sources) if place else ()
    if not rights and error.code == _NO_ACCESS:
        rights = (named("view_channel"),)
    return lack_of(rights, place)


def _deleted(place: Any) -> Phrase:
    if getattr(place, "name", None):
        return phrase(texts.NAMED_DELETED, channel=name_of(place))
    return phrase(texts.CHANNEL_DELETED)


def _seconds(error: discord.HTTPException) -> float:
    try:
        return float(error.response.headers.get("Retry-After") or 0)
    except ValueError:
        return 0.0
