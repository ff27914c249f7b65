"""/subscriptions: what comes by direct message, and what became of the last times."""

from typing import Any

import discord
from discord import app_commands

from bot.slash.asking import acknowledge, respond
from bot.slash.commands.kinds import reading
from bot.slash.commands.scheduling import texts
from bot.slash.commands.scheduling.pages import REASON_ROOM, line, outcomes
from bot.slash.failures import RefusalError, handled
from bot.slash.markdown import fit_line
from bot.slash.pages import page
from bot.slash.speaking import say, translated

_LAST = 5


@reading
@app_commands.command(name=texts.SUBSCRIPTIONS, description=texts.SUBSCRIPTIONS_ABOUT)
async def subscriptions(interaction: discord.Interaction[Any]) -> None:
    """Tell of each subscription of the one who asks, for that one alone."""
    async with handled(interaction) as services:
        await acknowledge(interaction, ephemeral=True)
        mine = await services.scheduling.schedules.of_user(interaction.user.id)
        if not mine:
            raise RefusalError(texts.NO_SUBSCRIPTIONS)
        lines: list[str] = []
        for one in mine:
            lines.append(line(one))
            if one.paused:
                because = fit_line(translated(one.paused_because), REASON_ROOM)
                lines.append(say(texts.WAKE, because=because))
            entries = await services.scheduling.ledger.of_schedule(one.id, _LAST)
            lines += outcomes(one, entries) if entries else (say(texts.NO_TIMES),)
        await respond(interaction, page("\n".join(lines)))
