"""/schedule remove, and the buttons by which it asks first."""

import re
from typing import Any, Self

import discord
from discord import app_commands

from bot.slash.asking import acknowledge, respond
from bot.slash.buttons.persistent import Button, PersistentButton
from bot.slash.commands.scheduling import texts
from bot.slash.commands.scheduling.group import found, offered, schedule
from bot.slash.commands.scheduling.pages import card
from bot.slash.failures import handled
from bot.slash.pages import page
from bot.slash.speaking import say

_LONGEST = 200


class RemoveButton(PersistentButton, template=r"schedule-remove:(?P<number>\d{1,18})"):
    """Deletes a schedule, where the one who presses may."""

    def __init__(self, number: int) -> None:
        style = discord.ButtonStyle.danger
        super().__init__(
            Button(label=say(texts.YES_REMOVE), style=style, custom_id=f"schedule-remove:{number}")
        )
        self.number = number

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """Return the button that a custom_id stands for."""
        return cls(int(match["number"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Delete it, and say so in place of the question."""
        async with handled(interaction) as services:
            if not interaction.permissions.manage_guild:
                raise app_commands.MissingPermissions(["manage_guild"])
            await interaction.response.defer()
            one = await services.scheduling.schedules.get(self.number)
            mine = one is not None and one.guild == interaction.guild_id
            done = mine and await services.scheduling.schedules.remove(self.number)
            said = say(texts.REMOVED if done else texts.GONE)
            await respond(interaction, page(said))


class KeepButton(PersistentButton, template="schedule-keep"):
    """Leaves a schedule as it is."""

    def __init__(self) -> None:
        super().__init__(Button(label=say(texts.NO_KEEP), custom_id="schedule-keep"))

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:  # noqa: ARG003
        """Return the button that a custom_id stands for."""
        return cls()

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Say that nothing was changed, in place of the question."""
        async with handled(interaction):
            await interaction.response.defer()
            await respond(interaction, page(say(texts.KEPT)))


@schedule.command(name=texts.REMOVE, description=texts.REMOVE_ABOUT)
@app_commands.rename(which=texts.WHICH)
@app_commands.describe(which=texts.WHICH_ABOUT)
@app_commands.autocomplete(which=offered)
async def remove(
    interaction: discord.Interaction[Any], which: app_commands.Range[str, 1, _LONGEST]
) -> None:
    """Ask whether it is really to be deleted."""
    async with handled(interaction):
        await acknowledge(interaction, ephemeral=True)
        one = await found(interaction, which)
        said = say(texts.SURE, page=card(one))
        await respond(interaction, page(said, RemoveButton(one.id), KeepButton()))
