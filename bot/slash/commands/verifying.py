"""/verify: whether a quotation stands in an article."""

from functools import partial
from typing import Any

import discord
from discord import app_commands

from bot.slash import texts
from bot.slash.asking import acknowledge, respond
from bot.slash.commands.kinds import reading
from bot.slash.failures import RefusalError, cool, handled
from bot.slash.reach import taste_of
from bot.slash.replies import verification_view

_LONGEST = 2000


@reading
@app_commands.command(name=texts.VERIFY, description=texts.VERIFY_ABOUT)
@app_commands.rename(quotation=texts.QUOTATION)
@app_commands.describe(quotation=texts.QUOTATION_ABOUT)
async def verify(
    interaction: discord.Interaction[Any], quotation: app_commands.Range[str, 1, _LONGEST]
) -> None:
    """Check a quotation against the articles that may be quoted here."""
    async with handled(interaction) as services:
        if not quotation.strip():
            raise RefusalError(texts.BLANK)
        cool(interaction)
        await acknowledge(interaction, ephemeral=True)
        async with services.work.queued():
            taste = await taste_of(services, interaction.guild_id)
            look = partial(services.verifier.verify, quotation, taste.left_out)
            verification = await services.work.run(look)
        await respond(interaction, verification_view(verification))
