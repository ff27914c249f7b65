"""The places that posts go to: channels and threads, forums, and single people."""

from collections.abc import AsyncIterator
from typing import Any

import discord

from bot.schedule.delivery import (
    Delivery,
    DeliveryError,
    ForbiddenError,
    GoneError,
    RetryError,
)
from bot.schedule.post import FrozenPost, Mark
from bot.slash.posting.faults import AWAY, told
from bot.slash.posting.frozen import Body, FrozenView, has_mark, marked, read_body
from bot.slash.posting.rights import lacking, name_of
from bot.store.entries import MessageReference
from bot.store.schedules import Schedule

_Room = discord.TextChannel | discord.Thread | discord.DMChannel
# Posts of a forum are at rest after a day or more; only the last ones can be meant.
_AT_REST = 50


class Places:
    """Gives the place that a schedule posts to, as a connected client knows it."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    def __call__(self, schedule: Schedule) -> Delivery:
        """Return the place of a schedule."""
        return DiscordPlace(self._client, schedule)


class DiscordPlace:
    """Where one schedule posts: looked up anew each time, since it may have changed."""

    def __init__(self, client: discord.Client, schedule: Schedule) -> None:
        self._client = client
        self._schedule = schedule

    async def send(self, post: FrozenPost, nonce: str) -> MessageReference:
        """Send a post with its mark; raises DeliveryError."""
        body = read_body(post.body)
        place = await self._place()
        role, note = self._role(place, body)
        roles = [discord.Object(role)] if role is not None else False
        mentions = discord.AllowedMentions(
            everyone=False, users=False, replied_user=False, roles=roles
        )
        view = FrozenView(marked(body, post.mark, role))
        room: _Room
        with told(place, sources=self._schedule.sources_thread):
            if isinstance(place, discord.ForumChannel):
                opened = await place.create_thread(
                    name=body.title,
                    view=view,
                    allowed_mentions=mentions,
                    applied_tags=_tags(place),
                )
                message, room = opened.message, opened.thread
            else:
                message = await place.send(view=view, nonce=nonce, allowed_mentions=mentions)
                room = place
        if body.sources:
            note = "; ".join(filter(None, (note, await _add_sources(room, message, body))))
        return _reference(message, note)

    async def find(self, mark: Mark) -> MessageReference | None:
        """Look for the post of a mark among the bot's own; raises DeliveryError."""
        place = await self._place()
        _check_history(place)
        with told(place):
            if isinstance(place, discord.ForumChannel):
                found = await _opened(place, mark)
            else:
                found = await _posted(place, mark, self._me)
        if found is None:
            return None
        wanted = self._schedule.sources_thread and isinstance(place, discord.TextChannel)
        lost = wanted and not found.flags.has_thread
        return _reference(found, "the bot stopped before it added the sources" if lost else "")

    @property
    def _me(self) -> int:
        return self._client.user.id if self._client.user else 0

    async def _place(self) -> "_Room | discord.ForumChannel":
        if self._client.is_closed() or self._client.user is None:
            raise RetryError(AWAY)
        schedule = self._schedule
        with told(None):
            if schedule.channel is None:
                person = discord.Object(schedule.user or 0)
                return await self._client.create_dm(person)
            found = self._client.get_channel(schedule.channel)
            if found is None:
                found = await self._fetched(schedule.channel)
        if not isinstance(found, discord.TextChannel | discord.Thread | discord.ForumChannel):
            raise GoneError(f"{name_of(found)} is no place for posts any more")
        return found

    async def _fetched(self, number: int) -> Any:
        """Ask Discord for a channel, such as a thread at rest, that the client does not know."""
        try:
            return await self._client.fetch_channel(number)
        except discord.NotFound:
            raise GoneError("the channel is deleted") from None
        except discord.Forbidden:
            raise ForbiddenError("the bot lacks View Channel in its channel") from None
        except discord.InvalidData:
            raise GoneError("the channel is of a kind that takes no posts") from None

    def _role(self, place: Any, body: Body) -> tuple[int | None, str]:
        """Return the role to mention, and what is to be noted where it is gone."""
        role = self._schedule.mention_role
        if role is None or body.notice:
            return None, ""
        guild = getattr(place, "guild", None)
        if guild is None or guild.get_role(role) is None:
            return None, "the role to mention is deleted"
        return role, ""


def _check_history(place: Any) -> None:
    """Refuse to look where Discord would show nothing: the post may stand there all the same."""
    if "Read Message History" in (missing := lacking(place)) or "View Channel" in missing:
        raise ForbiddenError(f"the bot lacks {' and '.join(missing)} in {name_of(place)}")


async def _posted(room: _Room, mark: Mark, me: int) -> discord.Message | None:
    async for message in room.history(limit=None, after=mark.since):
        if message.author.id == me and has_mark(message, mark):
            return message
    return None


async def _opened(forum: discord.ForumChannel, mark: Mark) -> discord.Message | None:
    async for thread in _posts(forum):
        if thread.owner_id != forum.guild.me.id or thread.id < discord.utils.time_snowflake(
            mark.since
        ):
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


async def _add_sources(room: _Room, message: discord.Message, body: Body) -> str:
    """Send the sources into a thread on a post, or after it; say what kept that from being."""
    try:
        with told(room, sources=True):
            if isinstance(room, discord.TextChannel):
                room = await message.create_thread(name=body.title)
            for components in body.sources:
                await room.send(view=FrozenView(components))
    except DeliveryError as error:
        return f"without its sources: {error}"
    return ""


def _tags(forum: discord.ForumChannel) -> list[discord.ForumTag]:
    """Return a tag for a post where the forum asks for one."""
    free = [tag for tag in forum.available_tags if not tag.moderated]
    return free[:1] if forum.flags.require_tag else []


def _reference(message: discord.Message, note: str) -> MessageReference:
    return MessageReference(message.channel.id, message.id, message.jump_url, note)
