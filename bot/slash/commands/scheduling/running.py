"""/schedule pause, resume and run."""

from typing import Any

import discord
from discord import app_commands

from bot.slash.asking import acknowledge, respond
from bot.slash.commands.scheduling import options, texts
from bot.slash.commands.scheduling.group import found, offered, place_of, schedule
from bot.slash.commands.scheduling.pages import next_of, title
from bot.slash.failures import RefusalError, handled
from bot.slash.markdown import fit_label
from bot.slash.pages import page
from bot.slash.speaking import say, translated
from bot.store.schedules import Schedule

_LONGEST = 200
_REASON_ROOM = 500
_Which = app_commands.Range[str, 1, _LONGEST]


@schedule.command(name=texts.PAUSE, description=texts.PAUSE_ABOUT)
@app_commands.rename(which=texts.WHICH)
@app_commands.describe(which=texts.WHICH_ABOUT)
@app_commands.autocomplete(which=offered)
async def pause(interaction: discord.Interaction[Any], which: _Which) -> None:
    """Post nothing for a while."""
    async with handled(interaction) as services:
        await acknowledge(interaction, ephemeral=True)
        one = await found(interaction, which)
        if not await services.scheduling.schedules.pause(one.id, ""):
            raise RefusalError(texts.ALREADY_PAUSED)
        await respond(interaction, page(say(texts.PAUSED)))


@schedule.command(name=texts.RESUME, description=texts.RESUME_ABOUT)
@app_commands.rename(which=texts.WHICH)
@app_commands.describe(which=texts.WHICH_ABOUT)
@app_commands.autocomplete(which=offered)
async def resume(interaction: discord.Interaction[Any], which: _Which) -> None:
    """Post again, where what made it pause is put right."""
    async with handled(interaction) as services:
        await acknowledge(interaction, ephemeral=True)
        one = await found(interaction, which)
        if not one.paused:
            raise RefusalError(texts.NOT_PAUSED)
        await _check_place(interaction, one)
        if not await services.scheduling.planner.resume(one):
            raise RefusalError(texts.CHANGED_MEANWHILE)
        now = await services.scheduling.schedules.get(one.id)
        moment = next_of(now or one)
        await respond(interaction, page(say(texts.RESUMED, moment=moment)))


@schedule.command(name=texts.RUN, description=texts.RUN_ABOUT)
@app_commands.rename(which=texts.WHICH)
@app_commands.describe(which=texts.WHICH_ABOUT)
@app_commands.autocomplete(which=offered)
async def run(interaction: discord.Interaction[Any], which: _Which) -> None:
    """Have an edition posted beside the usual ones."""
    async with handled(interaction) as services:
        await acknowledge(interaction, ephemeral=True)
        one = await found(interaction, which)
        if one.paused:
            because = fit_label(translated(one.paused_because), _REASON_ROOM) or say(texts.BY_HAND)
            raise RefusalError(texts.RESUME_FIRST, because=because)
        await _check_place(interaction, one)
        if not await services.scheduling.planner.run_now(one):
            raise RefusalError(texts.UNDER_WAY)
        said = say(texts.ON_ITS_WAY, title=title(one), place=place_of(one))
        await respond(interaction, page(said))


async def _check_place(interaction: discord.Interaction[Any], one: Schedule) -> None:
    await options.place_for(interaction, one.channel or 0, options.wish_of(one))
