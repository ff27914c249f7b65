"""/status: how the bot is doing, and for those who manage the server, what rights it lacks."""

import math
import platform
from typing import Any

import discord
from discord import app_commands

from bot import __version__
from bot.phrase import COMMA, joined
from bot.slash import texts
from bot.slash.asking import acknowledge, respond
from bot.slash.commands.kinds import reading
from bot.slash.failures import handled
from bot.slash.pages import page
from bot.slash.permissions import missing_in
from bot.slash.services import Services, client_of
from bot.slash.speaking import say


@reading
@app_commands.command(name=texts.STATUS, description=texts.STATUS_ABOUT)
async def status(interaction: discord.Interaction[Any]) -> None:
    """Show versions, corpus, latency and uptime, and rights where they are one's business."""
    async with handled(interaction) as services:
        await acknowledge(interaction, ephemeral=True)
        lines = [_state(interaction, services)]
        if interaction.guild_id is not None:
            lines.append(await _next_post(services, interaction.guild_id))
        if interaction.permissions.manage_guild:
            lines += await _rights(interaction, services)
        await respond(interaction, page("\n".join(lines)))


def _state(interaction: discord.Interaction[Any], services: Services) -> str:
    client = client_of(interaction)
    corpus = services.answerer.corpus
    none = say(texts.NO_SHARD)
    return say(
        texts.STATUS_PAGE,
        bot=__version__,
        python=platform.python_version(),
        discord=discord.__version__,
        articles=len(corpus.articles),
        outlets=len(corpus.outlets),
        sentences=len(services.answerer.index.sentences),
        vocabulary=len(services.answerer.index.vocabulary),
        warnings=len(corpus.warnings),
        latency=_milliseconds(client.latency),
        since=discord.utils.format_dt(client.started, "R"),
        shard=none if interaction.guild is None else interaction.guild.shard_id,
        shards=client.shard_count or 1,
    )


def _milliseconds(seconds: float) -> str:
    if not math.isfinite(seconds):
        return say(texts.NO_SHARD)
    return say(texts.MILLISECONDS, count=f"{seconds * 1000:.0f}")


async def _next_post(services: Services, guild: int) -> str:
    planned = await services.next_post(guild)
    if planned is None:
        return say(texts.NO_POST)
    when = discord.utils.format_dt(planned, "F")
    return say(texts.NEXT_POST, when=when)


async def _rights(interaction: discord.Interaction[Any], services: Services) -> list[str]:
    """Name each right that is missing, here and in the channels the bot posts to by itself."""
    guild = client_of(interaction).get_guild(interaction.guild_id or 0)
    if guild is None:
        return []
    complete: list[str] = []
    lines: list[str] = []
    here = interaction.channel_id or 0
    for number in dict.fromkeys((here, *await services.posting(guild.id))):
        channel = guild.get_channel_or_thread(number)
        mention = f"<#{number}>"
        if channel is None:
            lines.append(say(texts.RIGHTS_UNKNOWN, channel=mention))
        elif missing := missing_in(channel, guild.me):
            rights = joined(missing, COMMA)
            lines.append(say(texts.RIGHTS_MISSING, channel=mention, missing=rights))
        else:
            complete.append(mention)
    if complete:
        channels = ", ".join(complete)
        lines.append(say(texts.RIGHTS_COMPLETE, channels=channels))
    return lines
