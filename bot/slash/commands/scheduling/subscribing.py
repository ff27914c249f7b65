"""/subscribe and /unsubscribe: a briefing by direct message for one person."""

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice

from bot.schedule.delivery import ClosedError
from bot.schedule.issues import title_of
from bot.schedule.planning import Wish
from bot.schedule.recurrence import RecurrenceError
from bot.schedule.times import read_times
from bot.schedule.wording import in_words
from bot.schedule.zones import read_zone
from bot.slash import autocomplete
from bot.slash.asking import acknowledge, respond
from bot.slash.commands.kinds import reading
from bot.slash.commands.scheduling import options, texts
from bot.slash.commands.scheduling.group import choices, meant, name_of
from bot.slash.commands.scheduling.pages import TITLE_ROOM, next_of, title
from bot.slash.failures import RefusalError, handled
from bot.slash.markdown import escape_line, fit_label, fit_line
from bot.slash.pages import page
from bot.slash.posting.faults import told
from bot.slash.services import client_of, services_of
from bot.slash.speaking import say, speaking, translated
from bot.store.schedules import Schedule, WhenNothingNew

_MOST = 10
_LISTED = 1000
_Text = app_commands.Range[str, 1, options.LONGEST]


async def _mine(interaction: discord.Interaction[Any], typed: str) -> list[Choice[str]]:
    """Offer the subscriptions of the one who asks."""
    mine = await services_of(interaction).scheduling.schedules.of_user(interaction.user.id)
    with speaking(client_of(interaction).languages, interaction.locale):
        return choices(mine, typed)


@reading
@app_commands.command(name=texts.SUBSCRIBE, description=texts.SUBSCRIBE_ABOUT)
@app_commands.rename(
    times=texts.TIMES,
    zone=texts.ZONE,
    what=texts.WHAT,
    about=texts.ABOUT,
    length=texts.LENGTH,
    nothing_new=texts.NOTHING_NEW,
    late=texts.LATE,
)
@app_commands.describe(
    times=texts.TIMES_ABOUT,
    zone=texts.ZONE_ABOUT,
    what=texts.WHAT_ABOUT,
    about=texts.ABOUT_ABOUT,
    length=texts.LENGTH_ABOUT,
    nothing_new=texts.NOTHING_NEW_ABOUT,
    late=texts.LATE_ABOUT,
)
@app_commands.choices(what=options.WHATS, length=options.LENGTHS, nothing_new=options.NOTHING_NEW)
@app_commands.autocomplete(zone=autocomplete.time_zones, about=options.abouts)
async def subscribe(
    interaction: discord.Interaction[Any],
    times: _Text,
    zone: _Text | None = None,
    what: Choice[str] | None = None,
    about: _Text | None = None,
    length: Choice[str] | None = None,
    nothing_new: Choice[str] | None = None,
    late: options.Hours = 6,
) -> None:
    """Set a subscription up, or change and wake the one that there is of the same."""
    async with handled(interaction) as services:
        await acknowledge(interaction, ephemeral=True)
        wish = Wish(
            times,
            await options.zone_for(interaction, zone),
            options.what_for(interaction, options.chosen(what), about, "briefing"),
            options.chosen(length) or "standard",
            when_nothing_new=WhenNothingNew(options.chosen(nothing_new) or WhenNothingNew.SKIP),
            lateness_hours=late,
        )
        mine = await services.scheduling.schedules.of_user(interaction.user.id)
        same = next((one for one in mine if one.what == wish.what), None)
        if same is None and len(mine) >= _MOST:
            raise RefusalError(texts.TOO_MANY, count=len(mine))
        await _welcome(interaction, wish)
        if same is None:
            made = await services.scheduling.planner.subscribe(wish, interaction.user.id)
        else:
            made = await _renew(interaction, same, wish)
        text = texts.RENEWED if same else texts.SUBSCRIBED
        moment = next_of(made)
        said = say(text, title=title(made), when=_when(wish), moment=moment)
        await respond(interaction, page(said))


@reading
@app_commands.command(name=texts.UNSUBSCRIBE, description=texts.UNSUBSCRIBE_ABOUT)
@app_commands.rename(which=texts.SUBSCRIPTION)
@app_commands.describe(which=texts.SUBSCRIPTION_ABOUT)
@app_commands.autocomplete(which=_mine)
async def unsubscribe(interaction: discord.Interaction[Any], which: _Text | None = None) -> None:
    """End a subscription: the one named, or the only one."""
    async with handled(interaction) as services:
        await acknowledge(interaction, ephemeral=True)
        mine = await services.scheduling.schedules.of_user(interaction.user.id)
        if not mine:
            raise RefusalError(texts.NO_SUBSCRIPTIONS)
        one = mine[0] if len(mine) == 1 and which is None else meant(mine, which or "")
        if one is None:
            names = "; ".join(f"{found.id}. {name_of(found, None)}" for found in mine)
            raise RefusalError(texts.WHICH_ONE, names=fit_label(names, _LISTED))
        await services.scheduling.schedules.remove(one.id)
        await respond(interaction, page(say(texts.UNSUBSCRIBED, title=title(one))))


async def _renew(interaction: discord.Interaction[Any], same: Schedule, wish: Wish) -> Schedule:
    planner = services_of(interaction).scheduling.planner
    made = await planner.edit(same, wish)
    if made is None:
        raise RefusalError(texts.CHANGED_MEANWHILE)
    if made.paused:
        await planner.resume(made)
    return await services_of(interaction).scheduling.schedules.get(made.id) or made


async def _welcome(interaction: discord.Interaction[Any], wish: Wish) -> None:
    """Write to the person, since there is no other way to know whether that is open."""
    try:
        when = _when(wish)
    except RecurrenceError as error:
        raise RefusalError(texts.NOT_UNDERSTOOD, because=error.because) from None
    client = client_of(interaction)
    said = say(texts.WELCOME, title=_title(wish), when=when)
    try:
        with told(None):
            direct = await client.create_dm(discord.Object(interaction.user.id))
            await direct.send(view=page(said))
    except ClosedError:
        raise RefusalError(texts.CLOSED) from None


def _when(wish: Wish) -> str:
    return escape_line(in_words(read_times(wish.times), read_zone(wish.zone).key, translated))


def _title(wish: Wish) -> str:
    return fit_line(translated(title_of(wish.what)), TITLE_ROOM)
