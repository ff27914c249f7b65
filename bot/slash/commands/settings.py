"""/settings: how the bot behaves in a server, for those who manage it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice, locale_str

from bot.slash import autocomplete, texts
from bot.slash.asking import acknowledge, respond
from bot.slash.commands.kinds import in_servers
from bot.slash.failures import RefusalError, handled
from bot.slash.markdown import escape_line, fit_label
from bot.slash.pages import page
from bot.slash.services import Services, client_of
from bot.slash.speaking import say
from bot.store.guilds import GuildSettings

_LONGEST = 200
_ECHOED, _LISTED = 80, 1000

settings = in_servers(
    app_commands.Group(
        name=texts.SETTINGS,
        description=texts.SETTINGS_ABOUT,
        default_permissions=discord.Permissions(manage_guild=True),
    )
)


@settings.command(name=texts.SHOW, description=texts.SHOW_ABOUT)
async def show(interaction: discord.Interaction[Any]) -> None:
    """Show every setting of this server."""
    async with handled(interaction) as services:
        await acknowledge(interaction, ephemeral=True)
        current = await services.guilds.get(_guild(interaction))
        text = _page(services, current)
        await respond(interaction, page(text))


@settings.command(name=texts.TIME_ZONE, description=texts.TIME_ZONE_ABOUT)
@app_commands.rename(zone=texts.ZONE)
@app_commands.describe(zone=texts.ZONE_ABOUT)
@app_commands.autocomplete(zone=autocomplete.time_zones)
async def time_zone(
    interaction: discord.Interaction[Any], zone: app_commands.Range[str, 1, _LONGEST]
) -> None:
    """Set the time zone of this server."""
    async with handled(interaction):
        await acknowledge(interaction, ephemeral=True)
        known = {name.casefold(): name for name in await autocomplete.known_zones()}
        found = known.get(zone.strip().casefold().replace(" ", "_"))
        if found is None:
            typed = fit_label(zone, _ECHOED)
            raise RefusalError(texts.UNKNOWN_ZONE, typed=typed, example="Europe/London")
        await _change(interaction, lambda now: replace(now, time_zone=found))
        await _done(interaction, texts.ZONE_SET, zone=escape_line(found))


@settings.command(name=texts.OUTLETS, description=texts.OUTLETS_ABOUT)
@app_commands.rename(outlet=texts.OUTLET, treatment=texts.TREATMENT)
@app_commands.describe(outlet=texts.OUTLET_TO_SET, treatment=texts.TREATMENT_ABOUT)
@app_commands.autocomplete(outlet=autocomplete.all_outlets)
@app_commands.choices(
    treatment=[
        Choice(name=texts.PREFER, value="prefer"),
        Choice(name=texts.LEAVE_OUT, value="leave out"),
        Choice(name=texts.NO_PREFERENCE, value="alike"),
    ]
)
async def outlets(
    interaction: discord.Interaction[Any],
    outlet: app_commands.Range[str, 1, _LONGEST],
    treatment: Choice[str],
) -> None:
    """Prefer an outlet, leave it out, or treat it like any other."""
    async with handled(interaction) as services:
        await acknowledge(interaction, ephemeral=True)
        known = services.answerer.corpus.outlets
        found = services.answerer.outlet(outlet)
        if found is None:
            names = fit_label(", ".join(known), _LISTED)
            typed = fit_label(outlet, _ECHOED)
            raise RefusalError(texts.UNKNOWN_OUTLET, typed=typed, outlets=names)

        def treat(now: GuildSettings) -> GuildSettings:
            preferred = tuple(name for name in now.preferred if name != found)
            left_out = tuple(name for name in now.left_out if name != found)
            if treatment.value == "prefer":
                preferred += (found,)
            elif treatment.value == "leave out":
                left_out += (found,)
                if not set(known) - set(left_out):
                    raise RefusalError(texts.LAST_OUTLET, outlet=fit_label(found, _ECHOED))
            return replace(now, preferred=preferred, left_out=left_out)

        await _change(interaction, treat)
        said = {"prefer": texts.PREFERRED, "leave out": texts.LEFT_OUT, "alike": texts.ALIKE}
        await _done(interaction, said[treatment.value], outlet=escape_line(found))


@settings.command(name=texts.CHAT, description=texts.CHAT_ABOUT)
@app_commands.rename(on=texts.ON)
@app_commands.describe(on=texts.ON_ABOUT)
async def chat(interaction: discord.Interaction[Any], on: bool) -> None:
    """Let the bot answer mentions and replies in this server, or not."""
    async with handled(interaction):
        await acknowledge(interaction, ephemeral=True)
        await _change(interaction, lambda now: replace(now, chat=on))
        await _done(interaction, texts.CHAT_SET_ON if on else texts.CHAT_SET_OFF)


@settings.command(name=texts.FEEDBACK_ROLE, description=texts.FEEDBACK_ROLE_ABOUT)
@app_commands.rename(role=texts.ROLE)
@app_commands.describe(role=texts.ROLE_ABOUT)
async def feedback_role(
    interaction: discord.Interaction[Any], role: discord.Role | None = None
) -> None:
    """Let members of a role see feedback."""
    async with handled(interaction):
        await acknowledge(interaction, ephemeral=True)
        number = role.id if role else None
        await _change(interaction, lambda now: replace(now, feedback_role=number))
        if role:
            await _done(interaction, texts.FEEDBACK_SET, role=role.mention)
        else:
            await _done(interaction, texts.FEEDBACK_UNSET)


def _guild(interaction: discord.Interaction[Any]) -> int:
    if interaction.guild_id is None:
        raise RefusalError(texts.ONLY_IN_SERVERS)
    return interaction.guild_id


async def _change(
    interaction: discord.Interaction[Any], change: Callable[[GuildSettings], GuildSettings]
) -> None:
    client = client_of(interaction)
    guild = _guild(interaction)
    # Two who change different settings at once must not undo each other's change.
    async with client.changing_settings:
        await client.services.guilds.put(guild, change(await client.services.guilds.get(guild)))


async def _done(interaction: discord.Interaction[Any], text: locale_str, **values: Any) -> None:
    said = say(text, **values)
    await respond(interaction, page(said))


def _page(services: Services, current: GuildSettings) -> str:
    none = say(texts.NONE)
    managers = say(texts.MANAGERS)
    if current.feedback_role:
        managers = say(texts.MANAGERS_AND_ROLE, role=f"<@&{current.feedback_role}>")
    chat_now = texts.CHAT_ON if current.chat else texts.CHAT_OFF
    return say(
        texts.SETTINGS_PAGE,
        time_zone=escape_line(current.time_zone),
        preferred=escape_line(", ".join(current.preferred)) or none,
        left_out=escape_line(", ".join(current.left_out)) or none,
        chat=say(chat_now if services.chat else texts.CHAT_OFF_BY_HOST),
        feedback=managers,
    )
