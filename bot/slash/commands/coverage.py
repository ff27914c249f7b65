"""/coverage: which outlet tells of which topic."""

from typing import Any

import discord
from discord import app_commands

from bot.slash import autocomplete, texts
from bot.slash.briefing import brief
from bot.slash.commands.kinds import reading
from bot.slash.commands.options import day_if_any
from bot.slash.failures import handled
from bot.slash.requests import CoverageRequest


@reading
@app_commands.command(name=texts.COVERAGE, description=texts.COVERAGE_ABOUT)
@app_commands.rename(as_of=texts.AS_OF)
@app_commands.describe(as_of=texts.AS_OF_ABOUT)
@app_commands.autocomplete(as_of=autocomplete.days)
async def coverage(interaction: discord.Interaction[Any], as_of: str | None = None) -> None:
    """Show what each outlet covers and leaves out."""
    async with handled(interaction):
        request = CoverageRequest(day_if_any(interaction, as_of))
        await brief(interaction, lambda _: request)
