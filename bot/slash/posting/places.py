"""The places that posts go to: channels and threads, forums, and single people."""

from typing import Any

import discord

from bot.phrase import Phrase
from bot.schedule.delivery import (
    Delivery,
    DeliveryError,
    ForbiddenError,
    GoneError,
    RetryError,
)
from bot.schedule.post import FrozenPost, Mark
from bot.schedule.reasons import beside
from bot.schedule.texts import NOT_ALL
from bot.slash.permissions import named
from bot.slash.posting import texts
from bot.slash.posting.completing import Room, add_missing
from bot.slash.posting.drawing import Drawn, drawn
from bot.slash.posting.faults import told
from bot.slash.posting.frozen import Body, FrozenView, marked, read_body
from bot.slash.posting.rights import lack_of, lacking, name_of
from bot.slash.posting.searching import opened_in, posted_in
from bot.slash.replies.pictures import files_of
from bot.slash.speaking import phrase
from bot.slash.unrepeated import unrepeated
from bot.store.entries import MessageReference
from bot.store.schedules import Schedule

_TO_LOOK = ("view_channel", "read_message_history")


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
        shown = await drawn(marked(body, post.mark, role), body.picture, place)
        with told(place):
            if isinstance(place, discord.ForumChannel):
                message = await _open(place, body.title, shown, mentions)
            else:
                message = await place.send(
                    view=FrozenView(shown.components),
                    files=files_of(shown.picture),
                    nonce=nonce,
                    allowed_mentions=mentions,
                )
        return _reference(message, beside(note, shown.note))

    async def find(self, mark: Mark) -> MessageReference | None:
        """Look for the post of a mark among the bot's own; raises DeliveryError."""
        place = await self._place()
        _check_history(place)
        with told(place):
            if isinstance(place, discord.ForumChannel):
                found = await opened_in(place, mark)
            else:
                found = await posted_in(place, mark, self._me)
        return _reference(found) if found else None

    async def complete(self, post: FrozenPost, message: MessageReference) -> str:
        """Add the sources, and publish the post, where that is wanted; raises RetryError."""
        try:
            room = await self._room(message)
        except RetryError:
            raise
        except DeliveryError as error:
            return Phrase(NOT_ALL, because=error.because)
        return await add_missing(room, post, message, self._me)

    @property
    def _me(self) -> int:
        return self._client.user.id if self._client.user else 0

    async def _place(self) -> "Room | discord.ForumChannel":
        if self._client.is_closed() or self._client.user is None:
            raise RetryError(phrase(texts.AWAY))
        schedule = self._schedule
        with told(None):
            if schedule.channel is None:
                person = discord.Object(schedule.user or 0)
                return await self._client.create_dm(person)
            found = self._client.get_channel(schedule.channel)
            if found is None:
                found = await self._fetched(schedule.channel)
        if not isinstance(found, discord.TextChannel | discord.Thread | discord.ForumChannel):
            raise GoneError(phrase(texts.NO_PLACE, place=name_of(found)))
        return found

    async def _room(self, message: MessageReference) -> Room:
        """Return where a post stands: in a forum, in a thread of its own."""
        place = await self._place()
        if not isinstance(place, discord.ForumChannel):
            return place
        opened = place.get_thread(message.channel)
        if opened is not None:
            return opened
        try:
            with told(None):
                fetched: discord.Thread = await self._fetched(message.channel)
        except GoneError:
            raise GoneError(phrase(texts.POST_DELETED)) from None
        return fetched

    async def _fetched(self, number: int) -> Any:
        """Ask Discord for a channel, such as a thread at rest, that the client does not know."""
        try:
            return await self._client.fetch_channel(number)
        except discord.NotFound:
            raise GoneError(phrase(texts.CHANNEL_DELETED)) from None
        except discord.Forbidden:
            raise ForbiddenError(phrase(texts.UNSEEN, right=named("view_channel"))) from None
        except discord.InvalidData:
            raise GoneError(phrase(texts.WRONG_KIND)) from None

    def _role(self, place: Any, body: Body) -> tuple[int | None, str]:
        """Return the role to mention, and what is to be noted where it is gone."""
        role = self._schedule.mention_role
        if role is None or body.notice:
            return None, ""
        guild = getattr(place, "guild", None)
        if guild is None or guild.get_role(role) is None:
            return None, phrase(texts.ROLE_DELETED)
        return role, ""


def _check_history(place: Any) -> None:
    """Refuse to look where Discord would show nothing: the post may stand there all the same."""
    missing = lacking(place)
    if any(named(right) in missing for right in _TO_LOOK):
        raise ForbiddenError(lack_of(missing, place))


async def _open(
    forum: discord.ForumChannel, title: str, shown: Drawn, mentions: discord.AllowedMentions
) -> discord.Message:
    """Open a post of a forum; it has no nonce, so the request is made once and then looked for."""
    with unrepeated():
        opened = await forum.create_thread(
            name=title,
            view=FrozenView(shown.components),
            files=files_of(shown.picture),
            allowed_mentions=mentions,
            applied_tags=_tags(forum),
        )
    return opened.message


def _tags(forum: discord.ForumChannel) -> list[discord.ForumTag]:
    """Return a tag for a post where the forum asks for one."""
    free = [tag for tag in forum.available_tags if not tag.moderated]
    return free[:1] if forum.flags.require_tag else []


def _reference(message: discord.Message, note: str = "") -> MessageReference:
    return MessageReference(
        message.channel.id, message.id, message.jump_url, note, message.created_at
    )
