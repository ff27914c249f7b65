"""The tree of commands: turns work away at a stop, answers for what fails outside a command."""

from typing import Any

import discord
from discord import app_commands

from bot.slash import texts
from bot.slash.failures import RefusalError, tell_failure
from bot.slash.services import services_of


class CommandTree(app_commands.CommandTree[Any]):
    """Dispatches commands; every refusal and every failure is told to the one who asked."""

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Turn commands away once the client is being stopped."""
        if not services_of(interaction).work.stopping:
            return True
        if interaction.type is discord.InteractionType.autocomplete:
            await interaction.response.autocomplete([])
        else:
            await tell_failure(interaction, RefusalError(texts.RESTARTING))
        return False

    async def on_error(
        self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /
    ) -> None:
        """Tell of what discord.py refused or a command let through."""
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        await tell_failure(interaction, cause)
