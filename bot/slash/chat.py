"""Chat: answers to those who mention the bot, reply to it, or write to it directly."""

import logging
import re
from functools import partial
from typing import TYPE_CHECKING

import discord
from discord.app_commands import locale_str

from bot.slash import texts
from bot.slash.asking import Place, conversation_at, open_to_all, remember, reply_to
from bot.slash.failures import noted
from bot.slash.permissions import given_in
from bot.slash.replies import notice_view
from bot.slash.replies.question import question_of
from bot.slash.sending import UNSENT, persistently
from bot.slash.speaking import language_of, say, speaking

if TYPE_CHECKING:
    from bot.slash.client import BriefingClient

log = logging.getLogger(__name__)

# Of people, roles and channels, custom emoji and commands: none is a word of the question.
_MARKUP = re.compile(r"<(?:@[!&]?|#|a?:\w+:|/[^:>]+:)\d+>")


async def answer_message(client: "BriefingClient", message: discord.Message) -> None:
    """Answer a message that speaks to the bot; any other is none of its business."""
    if not _speaks_to(client, message) or not await _is_allowed(client, message):
        return
    language = language_of(message.guild)
    with client.services.work.item(), speaking(client.languages, language):
        try:
            await _answer(client, message)
        except Exception as error:  # noqa: BLE001  # whatever it is, it is told and logged
            await _tell_failure(message, error)


def _speaks_to(client: "BriefingClient", message: discord.Message) -> bool:
    """Whether a person mentions the bot, replies to it, or writes to it directly."""
    if message.author.bot or message.webhook_id is not None or message.is_system():
        return False
    return message.guild is None or client.user in message.mentions


async def _is_allowed(client: "BriefingClient", message: discord.Message) -> bool:
    """Whether the host and the server want chat, and the bot may write here."""
    if not client.services.chat:
        return False
    if message.guild is None:
        return True
    if not _rights(message).send_messages:
        log.info("channel %s: mentioned, but the bot may not write there", message.channel.id)
        return False
    try:
        return (await client.services.guilds.lately(message.guild.id)).chat
    except Exception as error:  # noqa: BLE001  # noted with its traceback
        noted(error, f"message {message.id}")
        return False


async def _answer(client: "BriefingClient", message: discord.Message) -> None:
    services = client.services
    if services.work.stopping:
        await _tell(message, texts.RESTARTING)
        return
    wait = services.cooldown.take(message.author.id)
    if wait:
        if wait.first:  # a word on each would let one person make the bot flood the channel
            await _tell(message, texts.COOLING, seconds=wait.seconds)
        return
    text = " ".join(_MARKUP.sub(" ", message.content).split())
    if not text:
        await _tell(message, texts.NO_QUESTION)
        return
    place = Place(
        message.guild.id if message.guild else None,
        message.channel.id,
        message.author.id,
        open_to_all(message.channel, message.guild),
    )
    after = _replied_to(client, message)
    async with services.work.queued():
        before = await conversation_at(services, place)
        reply = await reply_to(services, place, text, before, after=after)
    await _send(message, reply.view)
    await remember(services, place, reply)


def _replied_to(client: "BriefingClient", message: discord.Message) -> str:
    """Return the question whose answer is replied to, nothing where that is not a reply."""
    answer = message.reference.resolved if message.reference else None
    if isinstance(answer, discord.Message) and answer.author == client.user:
        return question_of(answer)
    return ""


async def _tell_failure(message: discord.Message, error: Exception) -> None:
    reference = noted(error, f"message {message.id}")
    try:
        await _tell(message, texts.FAILED, reference=reference)
    except UNSENT as unsaid:
        log.warning("message %s: the failure could not be told: %s", message.id, unsaid)


async def _tell(message: discord.Message, text: locale_str, **values: object) -> None:
    await _send(message, notice_view(say(text, **values)))


async def _send(message: discord.Message, view: discord.ui.LayoutView) -> None:
    """Reply without a ping; without the reference where the bot may not read what went before."""
    nobody = discord.AllowedMentions.none()
    # A message that is sent twice under one nonce is shown once.
    send = partial(message.channel.send, view=view, allowed_mentions=nobody, nonce=message.id)
    if message.guild is None or _rights(message).read_message_history:
        reference = message.to_reference(fail_if_not_exists=False)
        send = partial(send, reference=reference, mention_author=False)
    await persistently(send)


def _rights(message: discord.Message) -> discord.Permissions:
    """Return what the bot may do in a channel of a server, writing counted as it is there."""
    assert message.guild is not None
    channel = message.channel
    if isinstance(channel, discord.DMChannel | discord.GroupChannel):
        return discord.Permissions.none()
    given = given_in(channel, message.guild.me)
    if isinstance(channel, discord.Thread):
        given.update(send_messages=given.send_messages_in_threads)
    return given
