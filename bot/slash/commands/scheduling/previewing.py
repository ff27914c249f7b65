"""/schedule preview: exactly what would be posted, for one pair of eyes."""

from functools import partial
from typing import Any

import discord
from discord import app_commands

from bot.schedule.delivery import DeliveryError
from bot.schedule.post import Mark, NothingNew
from bot.slash.asking import acknowledge, respond
from bot.slash.commands.scheduling import texts
from bot.slash.commands.scheduling.group import found, offered, schedule
from bot.slash.failures import RefusalError, handled
from bot.slash.posting.drawing import drawn
from bot.slash.posting.frozen import FrozenView, marked, read_body
from bot.slash.reach import taste_of
from bot.slash.replies.pictures import files_of

_LONGEST = 200


@schedule.command(name=texts.PREVIEW, description=texts.PREVIEW_ABOUT)
@app_commands.rename(which=texts.WHICH)
@app_commands.describe(which=texts.WHICH_ABOUT)
@app_commands.autocomplete(which=offered)
async def preview(
    interaction: discord.Interaction[Any], which: app_commands.Range[str, 1, _LONGEST]
) -> None:
    """Show the post and, after it, what its thread would hold; nobody is mentioned."""
    async with handled(interaction) as services:
        await acknowledge(interaction, ephemeral=True)
        one = await found(interaction, which)
        now = services.now()
        taste = await taste_of(services, interaction.guild_id)
        make = partial(services.scheduling.renderer.post, one, now, taste.left_out)
        try:
            async with services.work.queued():
                post = await services.work.run(make)
        except DeliveryError as error:
            raise RefusalError(texts.CANNOT_RENDER, because=error.because) from None
        if isinstance(post, NothingNew):
            raise RefusalError(texts.NOTHING_TO_POST)
        body = read_body(post.body)
        role = None if body.notice else one.mention_role
        mark = Mark(f"preview of {one.id}", now)
        shown = await drawn(marked(body, mark, role), body.picture, None)
        await respond(interaction, FrozenView(shown.components), partial(files_of, shown.picture))
        for components in body.sources:
            await interaction.followup.send(view=FrozenView(components), ephemeral=True)
