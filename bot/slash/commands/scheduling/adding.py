"""/schedule add and edit: what is posted where and when."""

from dataclasses import replace
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice

from bot.schedule.planning import Wish
from bot.schedule.recurrence import RecurrenceError
from bot.slash import autocomplete
from bot.slash.asking import acknowledge, respond
from bot.slash.commands.scheduling import options, texts
from bot.slash.commands.scheduling.group import found, offered, schedule
from bot.slash.commands.scheduling.pages import card, next_times
from bot.slash.failures import RefusalError, handled
from bot.slash.pages import page
from bot.slash.services import services_of
from bot.slash.speaking import say
from bot.store.schedules import Schedule, WhenNothingNew

_MOST = 50

_NAMES = {
    "zone": texts.ZONE,
    "what": texts.WHAT,
    "about": texts.ABOUT,
    "length": texts.LENGTH,
    "role": texts.ROLE,
    "sources": texts.SOURCES,
    "publish": texts.PUBLISH,
    "nothing_new": texts.NOTHING_NEW,
    "late": texts.LATE,
    "times": texts.TIMES,
    "channel": texts.CHANNEL,
}
_MEANINGS = {
    "zone": texts.ZONE_ABOUT,
    "what": texts.WHAT_ABOUT,
    "about": texts.ABOUT_ABOUT,
    "length": texts.LENGTH_ABOUT,
    "role": texts.ROLE_ABOUT,
    "sources": texts.SOURCES_ABOUT,
    "publish": texts.PUBLISH_ABOUT,
    "nothing_new": texts.NOTHING_NEW_ABOUT,
    "late": texts.LATE_ABOUT,
    "times": texts.TIMES_ABOUT,
    "channel": texts.CHANNEL_ABOUT,
}
_Channel = app_commands.Transform[options.Given, options.PlaceTransformer]
_Text = app_commands.Range[str, 1, options.LONGEST]


@schedule.command(name=texts.ADD, description=texts.ADD_ABOUT)
@app_commands.rename(**_NAMES)
@app_commands.describe(**_MEANINGS)
@app_commands.choices(what=options.WHATS, length=options.LENGTHS, nothing_new=options.NOTHING_NEW)
@app_commands.autocomplete(zone=autocomplete.time_zones, about=options.abouts)
async def add(
    interaction: discord.Interaction[Any],
    times: _Text,
    channel: _Channel | None = None,
    zone: _Text | None = None,
    what: Choice[str] | None = None,
    about: _Text | None = None,
    length: Choice[str] | None = None,
    role: discord.Role | None = None,
    sources: bool = False,
    publish: bool = False,
    nothing_new: Choice[str] | None = None,
    late: options.Hours = 6,
) -> None:
    """Set a schedule up, once it is sure that it can be kept."""
    async with handled(interaction) as services:
        await acknowledge(interaction, ephemeral=True)
        scheduling, guild = services.scheduling, interaction.guild_id or 0
        known = await scheduling.schedules.of_guild(guild)
        if len(known) >= _MOST:
            raise RefusalError(texts.TOO_MANY, count=len(known))
        role = options.role_for(role)
        wish = Wish(
            times,
            await options.zone_for(interaction, zone),
            options.what_for(interaction, options.chosen(what), about, "briefing"),
            options.chosen(length) or "standard",
            role.id if role else None,
            sources,
            publish,
            WhenNothingNew(options.chosen(nothing_new) or WhenNothingNew.SKIP),
            late,
        )
        number = channel.id if channel else interaction.channel_id or 0
        place = await options.place_for(interaction, number, wish)
        owner = interaction.user.id
        try:
            made = await scheduling.planner.add(wish, guild=guild, channel=place, owner=owner)
        except RecurrenceError as error:
            raise RefusalError(texts.NOT_UNDERSTOOD, because=error.because) from None
        await _show(interaction, texts.ADDED, made)


@schedule.command(name=texts.EDIT, description=texts.EDIT_ABOUT)
@app_commands.rename(which=texts.WHICH, no_role=texts.NO_ROLE, **_NAMES)
@app_commands.describe(which=texts.WHICH_ABOUT, no_role=texts.NO_ROLE_ABOUT, **_MEANINGS)
@app_commands.choices(what=options.WHATS, length=options.LENGTHS, nothing_new=options.NOTHING_NEW)
@app_commands.autocomplete(which=offered, zone=autocomplete.time_zones, about=options.abouts)
async def edit(
    interaction: discord.Interaction[Any],
    which: _Text,
    times: _Text | None = None,
    channel: _Channel | None = None,
    zone: _Text | None = None,
    what: Choice[str] | None = None,
    about: _Text | None = None,
    length: Choice[str] | None = None,
    role: discord.Role | None = None,
    no_role: bool = False,
    sources: bool | None = None,
    publish: bool | None = None,
    nothing_new: Choice[str] | None = None,
    late: options.Hours | None = None,
) -> None:
    """Change what is named and leave the rest."""
    async with handled(interaction) as services:
        await acknowledge(interaction, ephemeral=True)
        one = await found(interaction, which)
        before = options.wish_of(one)
        role = options.role_for(role)
        kept = None if no_role else before.mention_role
        wish = replace(
            before,
            times=times or before.times,
            zone=zone or before.zone,
            what=options.what_for(interaction, options.chosen(what), about, before.what),
            length=options.chosen(length) or before.length,
            mention_role=role.id if role else kept,
            sources_thread=before.sources_thread if sources is None else sources,
            publish=before.publish if publish is None else publish,
            when_nothing_new=WhenNothingNew(options.chosen(nothing_new) or before.when_nothing_new),
            lateness_hours=before.lateness_hours if late is None else late,
        )
        number = channel.id if channel else one.channel or 0
        place = await options.place_for(interaction, number, wish)
        try:
            made = await services.scheduling.planner.edit(one, wish, place)
        except RecurrenceError as error:
            raise RefusalError(texts.NOT_UNDERSTOOD, because=error.because) from None
        if made is None:
            raise RefusalError(texts.CHANGED_MEANWHILE)
        await _show(interaction, texts.EDITED, made)


async def _show(interaction: discord.Interaction[Any], text: Any, made: Schedule) -> None:
    now = services_of(interaction).now()
    lines = [
        say(text, number=made.id, page=card(made)),
        say(texts.NEXT_TIMES),
        *next_times(made, now),
    ]
    await respond(interaction, page("\n".join(lines)))
