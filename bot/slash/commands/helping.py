"""/help: what the bot does and how to ask it."""

from typing import Any

import discord
from discord import app_commands

from bot.slash import texts
from bot.slash.commands.kinds import reading
from bot.slash.failures import handled
from bot.slash.pages import page
from bot.slash.speaking import say


@reading
@app_commands.command(name=texts.HELP, description=texts.HELP_ABOUT)
async def help_command(interaction: discord.Interaction[Any]) -> None:
    """Show how to ask."""
    async with handled(interaction):
        text = say(texts.HELP_PAGE)
        await interaction.response.send_message(view=page(text), ephemeral=True)
