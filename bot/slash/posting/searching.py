"""Looking for a post that may stand in a place already."""

from collections.abc import AsyncIterator

import discord

from bot.schedule.post import Mark
from bot.slash.posting.frozen import has_mark

# Posts of a forum are at rest after a day or more; only the last ones can be meant.
_AT_REST = 50


async def posted_in(
    room: discord.TextChannel | discord.Thread | discord.DMChannel, mark: Mark, me: int
) -> discord.Message | None:
    """Return the bot's own message of a mark in a channel, a thread or direct messages."""
    async for message in room.history(limit=None, after=mark.since):
        if message.author.id == me and has_mark(message, mark):
            return message
    return None


async def opened_in(forum: discord.ForumChannel, mark: Mark) -> discord.Message | None:
    """Return the first message of the bot's own post of a mark in a forum."""
    begun = discord.utils.time_snowflake(mark.since)
    async for thread in _posts(forum):
        if thread.owner_id != forum.guild.me.id or thread.id < begun:
            continue
        try:
            message = await thread.fetch_message(thread.id)
        except discord.NotFound:  # its first message was deleted
            continue
        if has_mark(message, mark):
            return message
    return None


async def _posts(forum: discord.ForumChannel) -> AsyncIterator[discord.Thread]:
    for thread in await forum.guild.active_threads():
        if thread.parent_id == forum.id:
            yield thread
    async for thread in forum.archived_threads(limit=_AT_REST):
        yield thread
