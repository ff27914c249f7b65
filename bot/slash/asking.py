"""A question from Discord to its answer: in turn, in a thread, remembered for follow-ups."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import discord

from bot.answers.answer import Answer
from bot.answers.conversation import Conversation
from bot.slash.failures import ALREADY_ACKNOWLEDGED, cool, handled, noted
from bot.slash.reach import taste_of, within_reach
from bot.slash.replies import answer_view
from bot.slash.sending import persistently
from bot.slash.services import Services

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """Where and by whom a question is asked; `open` where every member of a server can read it."""

    guild: int | None
    channel: int
    user: int
    open: bool


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, the message that shows it, and the conversation after it."""

    answer: Answer
    view: discord.ui.LayoutView
    conversation: Conversation


async def answer_interaction(
    interaction: discord.Interaction[Any],
    text: str,
    *,
    outlet: str | None = None,
    as_of: date | None = None,
    leaning: bool = True,
    after: str = "",
) -> None:
    """Answer a question with a message all can see.

    It may lean on those before it, or on the one it comes `after`, unless it is not `leaning`.
    """
    async with handled(interaction) as services:
        cool(interaction)
        await acknowledge(interaction, ephemeral=False)
        place = _place(interaction)
        async with services.work.queued():
            before = await conversation_at(services, place) if leaning else Conversation()
            reply = await reply_to(
                services, place, text, before, outlet=outlet, as_of=as_of, after=after
            )
        await respond(interaction, reply.view)
        await remember(services, place, reply)


async def acknowledge(interaction: discord.Interaction[Any], *, ephemeral: bool) -> None:
    """Tell Discord within its three seconds that a reply is coming."""
    try:
        await persistently(partial(interaction.response.defer, ephemeral=ephemeral, thinking=True))
    except discord.HTTPException as error:
        if error.code != ALREADY_ACKNOWLEDGED:
            raise


async def respond(
    interaction: discord.Interaction[Any],
    view: discord.ui.LayoutView,
    files: Callable[[], list[discord.File]] | None = None,
) -> None:
    """Put the reply in the place of the acknowledgement, with files made anew for each try."""

    async def send() -> None:
        made = files() if files else discord.utils.MISSING
        await interaction.edit_original_response(view=view, attachments=made)

    await persistently(send)


async def reply_to(
    services: Services,
    place: Place,
    text: str,
    before: Conversation,
    *,
    outlet: str | None = None,
    as_of: date | None = None,
    after: str = "",
) -> Reply:
    """Work out an answer, and the message that shows it, in a thread."""
    log.debug("question of %s in %s: %r", place.user, place.channel, text)
    taste = await taste_of(services, place.guild)

    def work() -> Reply:
        answerer = services.answerer
        # What it comes after may itself lean on what was asked before.
        known = answerer.converse(after, before)[1] if after else before
        answer, now = answerer.converse(text, known, outlet, as_of, taste=taste)
        return Reply(answer, answer_view(answer, within_reach(answerer.corpus, taste)), now)

    return await services.work.run(work)


async def conversation_at(services: Services, place: Place) -> Conversation:
    """Return what a person was last asking about in a channel."""
    return await services.conversations.get(place.channel, place.user, services.now())


async def remember(services: Services, place: Place, reply: Reply) -> None:
    """Keep what follow-ups and suggestions need; the answer stands even where that fails."""
    now = services.now()
    try:
        await services.conversations.put(place.channel, place.user, reply.conversation, now)
        if reply.answer.answered and place.guild is not None and place.open:
            await services.questions.asked(place.guild, reply.answer.question, now)
    except Exception as error:  # noqa: BLE001  # noted with its traceback
        noted(error, "a conversation could not be kept")


def open_to_all(channel: object, guild: discord.Guild | None) -> bool:
    """Whether every member of a server can read a channel; False where that can't be known."""
    if guild is None or not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        return False
    if isinstance(channel, discord.Thread) and (channel.is_private() or channel.parent is None):
        return False
    return channel.permissions_for(guild.default_role).view_channel


def _place(interaction: discord.Interaction[Any]) -> Place:
    # A guild is known only where the bot itself is a member, not just the one who asks.
    member_of = interaction.client.get_guild(interaction.guild_id or 0)
    return Place(
        interaction.guild_id,
        interaction.channel_id or interaction.user.id,
        interaction.user.id,
        open_to_all(interaction.channel, member_of),
    )
