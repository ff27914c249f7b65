"""The rights that the bot needs where it posts by itself, and which of them are missing."""

from collections.abc import Sequence
from typing import Any

import discord

from bot.phrase import Phrase, joined
from bot.slash.permissions import given_in, named
from bot.slash.posting import texts
from bot.slash.speaking import phrase

Place = discord.TextChannel | discord.ForumChannel | discord.Thread

# In a forum, to send messages is to open posts.
_EVERYWHERE = ("view_channel", "read_message_history")


def lacking(
    place: Any, *, sources: bool = False, role: discord.Role | None = None
) -> tuple[Phrase, ...]:
    """Return the names of the rights that the bot lacks to post somewhere, as Discord has them."""
    if not isinstance(place, Place):
        return ()
    wanted = [*_EVERYWHERE]
    if isinstance(place, discord.Thread):
        wanted.append("send_messages_in_threads")
        if place.locked:
            wanted.append("manage_threads")
    else:
        wanted.append("send_messages")
    if sources and isinstance(place, discord.ForumChannel):
        wanted.append("send_messages_in_threads")
    if sources and isinstance(place, discord.TextChannel):
        wanted += ["create_public_threads", "send_messages_in_threads"]
    if role is not None and not role.mentionable:
        wanted.append("mention_everyone")
    given = given_in(place, place.guild.me)
    return tuple(named(right) for right in wanted if not getattr(given, right))


def name_of(place: Any) -> str:
    """Return a channel's name as people write it."""
    name = getattr(place, "name", None)
    return f"#{name}" if name else phrase(texts.IT)


def lack_of(rights: Sequence[Phrase], place: Any) -> Phrase:
    """Say that the bot lacks some rights in a place."""
    named_rights = joined(rights) or phrase(texts.A_RIGHT)
    return phrase(texts.LACKING, rights=named_rights, place=name_of(place))
