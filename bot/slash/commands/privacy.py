"""/privacy: what is stored about a person, and the button that deletes it."""

import re
from typing import Any, Self

import discord
from discord import app_commands

from bot.slash import texts
from bot.slash.asking import acknowledge, respond
from bot.slash.buttons.persistent import Button, PersistentButton
from bot.slash.commands.kinds import reading
from bot.slash.failures import handled
from bot.slash.pages import page
from bot.slash.speaking import say


@reading
@app_commands.command(name=texts.PRIVACY, description=texts.PRIVACY_ABOUT)
async def privacy(interaction: discord.Interaction[Any]) -> None:
    """Say what is stored, with a button to delete it."""
    async with handled(interaction):
        text = say(texts.PRIVACY_PAGE)
        await interaction.response.send_message(view=page(text, EraseButton()), ephemeral=True)


class EraseButton(PersistentButton, template=r"erase:mine"):
    """Deletes what is stored about whoever presses it."""

    def __init__(self) -> None:
        style = discord.ButtonStyle.danger
        super().__init__(Button(label=say(texts.ERASE), style=style, custom_id="erase:mine"))

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:  # noqa: ARG003
        """Return the button that a custom_id stands for."""
        return cls()

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Delete, and say how much it was."""
        async with handled(interaction) as services:
            await acknowledge(interaction, ephemeral=True)
            user = interaction.user.id
            conversations = await services.conversations.erase(user)
            feedback = await services.feedback.erase(user)
            subscriptions = await services.scheduling.schedules.erase(user)
            text = say(
                texts.ERASED,
                conversations=conversations,
                feedback=feedback,
                subscriptions=subscriptions,
            )
            await respond(interaction, page(text))
