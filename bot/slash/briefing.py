"""A briefing from Discord: worked out and laid out in a thread, shown a part at a time."""

import logging
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

import discord

from bot.briefings.desk import Desk
from bot.briefings.pictures.canvas import Picture
from bot.briefings.pictures.rendering import NoRendererError, png
from bot.slash.asking import acknowledge, respond
from bot.slash.editions import keep_shown, shown_last
from bot.slash.failures import cool, handled
from bot.slash.reach import taste_of
from bot.slash.replies import requested
from bot.slash.replies.pictures import files_of
from bot.slash.requests import Request
from bot.slash.sending import persistently
from bot.slash.services import Services

log = logging.getLogger(__name__)

_DRAWN = 16

# Finds out, with the desk of a server, what a command asks for, or how to ask back.
Understand = Callable[[Desk], "Request | discord.ui.LayoutView"]


@dataclass(frozen=True, slots=True)
class _Reply:
    view: discord.ui.LayoutView
    picture: bytes | None = None
    shown: frozenset[str] = frozenset()


async def brief(
    interaction: discord.Interaction[Any], understand: Understand, *, in_a_row: bool = False
) -> None:
    """Answer a command that briefs with a message all can see.

    An edition that is one in a row tells what is new since the last one in its channel.
    """
    async with handled(interaction) as services:
        cool(interaction)
        await acknowledge(interaction, ephemeral=False)

        channel = interaction.channel_id if in_a_row else None
        guild, previous = interaction.guild_id, None
        if guild and channel:
            previous = await shown_last(services, guild, channel)

        def work(desk: Desk) -> _Reply:
            understood = understand(desk)
            if isinstance(understood, discord.ui.LayoutView):
                return _Reply(understood)
            return _reply(understood, desk, 0, pictures=services.pictures, previous=previous)

        reply = await _respond(interaction, services, work)
        if guild and channel and reply.shown:
            await keep_shown(services, channel, reply.shown)


async def turn(interaction: discord.Interaction[Any], request: Request, start: int) -> None:
    """Show another part in place of one, or beside it to those who did not ask for it."""
    async with handled(interaction) as services:
        if _is_own(interaction):
            await persistently(interaction.response.defer)
        else:
            await acknowledge(interaction, ephemeral=True)

        def work(desk: Desk) -> _Reply:
            return _reply(request, desk, start, pictures=services.pictures)

        await _respond(interaction, services, work)


async def _respond(
    interaction: discord.Interaction[Any], services: Services, work: Callable[[Desk], _Reply]
) -> _Reply:
    async with services.work.queued():
        taste = await taste_of(services, interaction.guild_id)
        reply = await services.work.run(lambda: work(services.desk.keeping_to(taste)))

    await respond(interaction, reply.view, partial(files_of, reply.picture))
    return reply


def _reply(
    request: Request,
    desk: Desk,
    start: int,
    *,
    pictures: bool,
    previous: AbstractSet[str] | None = None,
) -> _Reply:
    """Lay out what was requested, and draw its picture where that can be done."""
    made = requested(request, desk, start, pictures=pictures, previous=previous)
    if made.picture is None:
        return _Reply(made.view, shown=made.shown)
    try:
        return _Reply(made.view, _drawn(made.picture))
    except (NoRendererError, ValueError) as error:
        log.warning("the text stands alone: %s", error)
        return _Reply(requested(request, desk, start).view)


def _is_own(interaction: discord.Interaction[Any]) -> bool:
    """Whether a message is seen by one person only, or answers the one who presses its button."""
    message = interaction.message
    if message is None:
        return False
    asked = message.interaction_metadata
    return message.flags.ephemeral or (asked is not None and asked.user == interaction.user)


@lru_cache(maxsize=_DRAWN)
def _drawn(picture: Picture) -> bytes:
    return png(picture)
