"""The rights the bot needs in a channel, and which of them are missing."""

import logging

import discord

from bot.phrase import Phrase
from bot.slash import texts
from bot.slash.speaking import phrase

log = logging.getLogger(__name__)

# To answer mentions and replies, and to post by itself; commands need none of them.
NEEDED = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    read_message_history=True,
    embed_links=True,
    attach_files=True,
)
Channel = discord.abc.GuildChannel | discord.Thread | discord.PartialMessageable

_NAMES = {
    "attach_files": texts.ATTACH_FILES,
    "create_public_threads": texts.CREATE_PUBLIC_THREADS,
    "embed_links": texts.EMBED_LINKS,
    "manage_guild": texts.MANAGE_SERVER,
    "manage_threads": texts.MANAGE_THREADS,
    "mention_everyone": texts.MENTION_EVERYONE,
    "read_message_history": texts.READ_MESSAGE_HISTORY,
    "read_messages": texts.VIEW_CHANNEL,  # what going through the rights calls it
    "send_messages": texts.SEND_MESSAGES,
    "send_messages_in_threads": texts.SEND_MESSAGES_IN_THREADS,
    "view_channel": texts.VIEW_CHANNEL,
}
_IN_THREADS = {"send_messages"}
_OUTSIDE_THREADS = {"send_messages_in_threads"}


def named(right: str) -> Phrase:
    """Return what Discord's settings call a right."""
    return phrase(_NAMES[right])


def missing_in(channel: Channel, me: discord.Member) -> tuple[Phrase, ...]:
    """Return the names of the rights that the bot lacks in a channel."""
    elsewhere = _IN_THREADS if isinstance(channel, discord.Thread) else _OUTSIDE_THREADS
    return _lacking(given_in(channel, me), elsewhere)


def given_in(channel: Channel, me: discord.Member) -> discord.Permissions:
    """Return what the bot may do in a channel; nothing in a thread of a channel it cannot see."""
    if isinstance(channel, discord.Thread) and channel.parent is None:
        return discord.Permissions.none()
    return channel.permissions_for(me)


def missing_in_guild(guild: discord.Guild) -> tuple[Phrase, ...]:
    """Return the names of the rights that the bot's roles lack in a whole server."""
    return _lacking(guild.me.guild_permissions, set())


def warn_of_missing(guild: discord.Guild) -> None:
    """Write a line to the log for each right that is missing in a server."""
    for right in missing_in_guild(guild):
        log.warning("server %s: the bot lacks the right “%s”", guild.id, right)


def _lacking(given: discord.Permissions, not_needed: set[str]) -> tuple[Phrase, ...]:
    granted = dict(given)
    return tuple(
        named(name)
        for name, needed in NEEDED
        if needed and name not in not_needed and not granted[name]
    )
