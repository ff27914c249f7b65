"""/schedule list, show and why: what is set up, and what became of it."""

from typing import Any

import discord
from discord import app_commands

from bot.slash.asking import acknowledge, respond
from bot.slash.commands.scheduling import texts
from bot.slash.commands.scheduling.group import found, offered, schedule
from bot.slash.commands.scheduling.pages import (
    card,
    lately,
    line,
    next_times,
    outcomes,
    title,
)
from bot.slash.failures import RefusalError, handled
from bot.slash.pages import page
from bot.slash.speaking import say

_LAST = 10
# More lines than a page has room for.
_MOST = 60
_LONGEST = 200


@schedule.command(name=texts.LIST, description=texts.LIST_ABOUT)
async def show_all(interaction: discord.Interaction[Any]) -> None:
    """List every schedule in a line."""
    async with handled(interaction) as services:
        await acknowledge(interaction, ephemeral=True)
        known = await services.scheduling.schedules.of_guild(interaction.guild_id or 0)
        if not known:
            raise RefusalError(texts.NO_SCHEDULES)
        await respond(interaction, page("\n".join(line(one) for one in known)))


@schedule.command(name=texts.SHOW, description=texts.SHOW_ABOUT)
@app_commands.rename(which=texts.WHICH)
@app_commands.describe(which=texts.WHICH_ABOUT)
@app_commands.autocomplete(which=offered)
async def show(
    interaction: discord.Interaction[Any], which: app_commands.Range[str, 1, _LONGEST]
) -> None:
    """Show one with its next times and what became of the last ones."""
    async with handled(interaction) as services:
        await acknowledge(interaction, ephemeral=True)
        one = await found(interaction, which)
        entries = await services.scheduling.ledger.of_schedule(one.id, _LAST)
        lines = [
            card(one),
            say(texts.NEXT_TIMES),
            *next_times(one, services.now()),
            say(texts.LAST_TIMES),
            *(outcomes(one, entries) if entries else (say(texts.NO_TIMES),)),
        ]
        await respond(interaction, page("\n".join(lines)))


@schedule.command(name=texts.WHY, description=texts.WHY_ABOUT)
@app_commands.rename(which=texts.WHICH, days=texts.DAYS)
@app_commands.describe(which=texts.WHICH_ABOUT, days=texts.DAYS_ABOUT)
@app_commands.autocomplete(which=offered)
async def why(
    interaction: discord.Interaction[Any],
    which: app_commands.Range[str, 1, _LONGEST],
    days: app_commands.Range[int, 1, 90] = 7,
) -> None:
    """Tell of each time in the last days."""
    async with handled(interaction) as services:
        await acknowledge(interaction, ephemeral=True)
        one = await found(interaction, which)
        entries = await services.scheduling.ledger.of_schedule(one.id, _MOST)
        recent = lately(entries, services.now(), days)
        head = say(texts.TIMES_OF, number=one.id, title=title(one), days=days)
        none = say(texts.NONE_LATELY, days=days)
        lines = [head, *(outcomes(one, recent) if recent else (none,))]
        await respond(interaction, page("\n".join(lines)))
