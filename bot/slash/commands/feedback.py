"""/feedback: what members said of answers, for those who may see it."""

from typing import Any

import discord
from discord import app_commands

from bot.slash import texts
from bot.slash.asking import acknowledge, respond
from bot.slash.commands.kinds import in_servers
from bot.slash.failures import RefusalError, handled
from bot.slash.markdown import fit_line
from bot.slash.pages import page
from bot.slash.speaking import say
from bot.store.feedback import Feedback
from bot.store.guilds import GuildSettings

_QUESTION, _SENTENCE, _WHY = 200, 100, 300


@in_servers
@app_commands.command(name=texts.FEEDBACK, description=texts.FEEDBACK_ABOUT)
async def feedback(interaction: discord.Interaction[Any]) -> None:
    """List the latest feedback of this server."""
    async with handled(interaction) as services:
        guild = interaction.guild_id
        if guild is None:
            raise RefusalError(texts.ONLY_IN_SERVERS)
        await acknowledge(interaction, ephemeral=True)
        if not _may_see(interaction, await services.guilds.get(guild)):
            raise RefusalError(texts.FEEDBACK_REFUSED)
        given = await services.feedback.of_guild(guild)
        if not given:
            raise RefusalError(texts.NO_FEEDBACK)
        lines = [say(texts.FEEDBACK_LIST)]
        lines += [_line(item) for item in given]
        await respond(interaction, page("\n".join(lines)))


def _may_see(interaction: discord.Interaction[Any], settings: GuildSettings) -> bool:
    if interaction.permissions.manage_guild:
        return True
    member = interaction.user
    return isinstance(member, discord.Member) and settings.feedback_role in {
        role.id for role in member.roles
    }


def _line(item: Feedback) -> str:
    word = texts.HELPFUL if item.helpful else texts.WRONG
    said = say(word)
    when = discord.utils.format_dt(item.given, "d")
    question = fit_line(item.question, _QUESTION)
    why = f": {fit_line(item.why, _WHY)}" if item.why else ""
    return f"{when} **{said}**{why}\n-# {question} · {fit_line(item.sentence, _SENTENCE)}"
