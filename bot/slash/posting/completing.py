"""What belongs beside a post: its sources, and that followers of the channel get it.

All of it is looked for before it is added, since a bot may have stopped in the midst of it.
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import discord

from bot.schedule.delivery import DeliveryError, RetryError
from bot.schedule.post import FrozenPost, Mark
from bot.schedule.reasons import beside
from bot.slash.posting import texts
from bot.slash.posting.faults import told
from bot.slash.posting.frozen import Body, FrozenView, has_mark, marked_sources, read_body
from bot.slash.speaking import phrase
from bot.store.entries import MessageReference

Room = discord.TextChannel | discord.Thread | discord.DMChannel

_THREAD_EXISTS = 160004
_PUBLISHED = 40033


async def add_missing(room: Room, post: FrozenPost, message: MessageReference, me: int) -> str:
    """Add what a post lacks; return what could not be added, and why. Raises RetryError."""
    body = read_body(post.body)
    stands = room.get_partial_message(message.message)
    notes = []
    if body.sources:
        notes.append(
            await _noted(
                lambda: _add_sources(room, stands, body, post.mark, me), room, sources=True
            )
        )
    if post.schedule.publish and isinstance(room, discord.TextChannel) and room.is_news():
        notes.append(await _noted(lambda: _publish(stands), room, sources=False))
    return beside(*notes)


async def _noted(add: Callable[[], Awaitable[None]], room: Room, *, sources: bool) -> str:
    """Add something; where it can't be, say so: the post stands without it."""
    try:
        with told(room, sources=sources):
            await add()
    except RetryError:
        raise
    except DeliveryError as error:
        return phrase(texts.NO_SOURCES if sources else texts.NOT_PUBLISHED, because=error.because)
    return ""


async def _add_sources(
    room: Room, stands: discord.PartialMessage, body: Body, mark: Mark, me: int
) -> None:
    """Send the sources into a thread on a post, or after it where there can be none."""
    new = False
    if isinstance(room, discord.TextChannel):
        room, new = await _thread(room, stands, body.title)
    there = [] if new else await _after(room, stands, me)
    for number, components in enumerate(body.sources, 1):
        part = Mark(f"{mark.text}{number}", mark.since)
        if not any(has_mark(one, part) for one in there):
            shown = marked_sources(components, part)
            await room.send(view=FrozenView(shown), nonce=part.text)


async def _thread(
    channel: discord.TextChannel, stands: discord.PartialMessage, title: str
) -> tuple[discord.Thread, bool]:
    """Return the thread on a post, and whether it was made just now."""
    known = channel.guild.get_thread(stands.id)
    if known is not None:
        return known, False
    try:
        return await stands.create_thread(name=title), True
    except discord.HTTPException as error:
        if error.code != _THREAD_EXISTS:  # of which the client has not heard yet
            raise
    found: Any = await channel.guild.fetch_channel(stands.id)
    return found, False


async def _after(
    room: discord.Thread | discord.DMChannel, stands: discord.PartialMessage, me: int
) -> list[discord.Message]:
    """Return the bot's own messages since a post."""
    # The first message of a thread on a post may be as old as the post.
    since = stands.created_at - timedelta(seconds=1)
    return [one async for one in room.history(limit=None, after=since) if one.author.id == me]


async def _publish(stands: discord.PartialMessage) -> None:
    try:
        await stands.publish()
    except discord.HTTPException as error:
        if error.code != _PUBLISHED:
            raise
