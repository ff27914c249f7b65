"""/sources: the articles that answers are taken from."""

from typing import Any

import discord
from discord import app_commands

from bot.slash import texts
from bot.slash.asking import acknowledge, respond
from bot.slash.commands.kinds import reading
from bot.slash.failures import RefusalError, handled
from bot.slash.reach import corpus_for
from bot.slash.replies import sources_view


@reading
@app_commands.command(name=texts.SOURCES, description=texts.SOURCES_ABOUT)
async def sources(interaction: discord.Interaction[Any]) -> None:
    """List the articles that may be quoted here."""
    async with handled(interaction):
        await acknowledge(interaction, ephemeral=True)
        corpus = await corpus_for(interaction)
        if not corpus.articles:
            raise RefusalError(texts.NO_ARTICLES)
        await respond(interaction, sources_view(corpus))
