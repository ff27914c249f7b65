"""What people are told when something can't be done, and what the log is told of it."""

import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot.phrase import COMMA, joined
from bot.slash import texts
from bot.slash.pages import page
from bot.slash.permissions import named
from bot.slash.replies import Tone, notice_view
from bot.slash.sending import UNSENT, persistently
from bot.slash.services import Services, client_of, services_of
from bot.slash.speaking import say, speaking

log = logging.getLogger(__name__)

# After an error of its own, Discord may have taken the first of two tries.
ALREADY_ACKNOWLEDGED = 40060


class RefusalError(Exception):
    """Something asked for can't be done; the text says why, and what can be done instead."""

    def __init__(self, text: locale_str, **values: Any) -> None:
        super().__init__(text.message)
        self.text = text
        self.values = values


@asynccontextmanager
async def handled(interaction: discord.Interaction[Any]) -> AsyncIterator[Services]:
    """Count what is done inside as work; turn any failure in it into one sentence.

    What is said inside is said in the language of the one who asked.
    """
    services = services_of(interaction)
    with services.work.item(), speaking(client_of(interaction).languages, interaction.locale):
        try:
            yield services
        except Exception as error:  # noqa: BLE001  # whatever it is, it is told and logged
            await tell_failure(interaction, error)


async def tell_failure(interaction: discord.Interaction[Any], error: Exception) -> None:
    """Tell the one who asked, in a sentence; what was not foreseen goes to the log as well."""
    text, values = _sentence(error)
    if text is texts.FAILED:
        values = {"reference": noted(error, f"interaction {interaction.id}")}
    with speaking(client_of(interaction).languages, interaction.locale):
        try:
            await tell(interaction, say(text, **values), _tone(text))
        except UNSENT as unsaid:
            log.warning("interaction %s: the failure could not be told: %s", interaction.id, unsaid)
            await _tell_in_channel(interaction)


def noted(error: Exception, where: str) -> str:
    """Write an error to the log with its traceback; return the id that finds it there."""
    reference = os.urandom(4).hex()
    log.error("error %s: %s", reference, where, exc_info=error)
    return reference


async def tell(interaction: discord.Interaction[Any], text: str, tone: Tone = Tone.PLAIN) -> None:
    """Say something to the one who asked alone, or where an answer is awaited."""
    view = notice_view(text, tone)
    response = interaction.response
    if not response.is_done():
        try:
            await persistently(partial(response.send_message, view=view, ephemeral=True))
        except discord.HTTPException as error:
            if error.code != ALREADY_ACKNOWLEDGED:
                raise
            await persistently(partial(interaction.edit_original_response, view=view))
    elif response.type is discord.InteractionResponseType.deferred_channel_message:
        await persistently(partial(interaction.edit_original_response, view=view))
    else:
        await interaction.followup.send(view=view, ephemeral=True)


async def _tell_in_channel(interaction: discord.Interaction[Any]) -> None:
    """Say that no answer came through, where Discord no longer takes one to the interaction."""
    channel = interaction.channel
    if not isinstance(channel, discord.abc.Messageable):
        return
    user = interaction.user.mention
    text = say(texts.NOT_IN_TIME, user=user)
    send = partial(channel.send, view=page(text), nonce=interaction.id)
    try:
        await persistently(send)
    except UNSENT as unsaid:
        log.warning("interaction %s: nor could it in the channel: %s", interaction.id, unsaid)


def cool(interaction: discord.Interaction[Any]) -> None:
    """Take one of the questions a person may ask just now; refuse where there is none."""
    wait = services_of(interaction).cooldown.take(interaction.user.id)
    if wait:
        raise RefusalError(texts.COOLING, seconds=wait.seconds)


def _tone(text: locale_str) -> Tone:
    if text is texts.FAILED:
        return Tone.PROBLEM
    return Tone.WAIT if text in (texts.COOLING, texts.RESTARTING) else Tone.PLAIN


def _sentence(error: Exception) -> tuple[locale_str, dict[str, Any]]:
    match error:
        case RefusalError():
            return error.text, error.values
        case app_commands.MissingPermissions():
            missing = joined([named(right) for right in error.missing_permissions], COMMA)
            return texts.NOT_ALLOWED, {"missing": missing}
        case app_commands.NoPrivateMessage():
            return texts.ONLY_IN_SERVERS, {}
        case (
            app_commands.CommandNotFound()
            | app_commands.CommandSignatureMismatch()
            | app_commands.TransformerError()
        ):
            return texts.STALE_COMMAND, {}
        case _:
            return texts.FAILED, {}
