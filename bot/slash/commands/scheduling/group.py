"""The group /schedule, and what its commands share."""

from collections.abc import Iterable
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice

from bot.schedule.issues import title_of
from bot.schedule.times import read_times
from bot.schedule.wording import in_words
from bot.slash.commands.kinds import in_servers
from bot.slash.commands.scheduling import texts
from bot.slash.failures import RefusalError
from bot.slash.limits import CHOICE, CHOICES
from bot.slash.markdown import fit_label
from bot.slash.services import client_of, services_of
from bot.slash.speaking import speaking, translated
from bot.store.schedules import Schedule

_ECHOED = 80

schedule = in_servers(
    app_commands.Group(
        name=texts.SCHEDULE,
        description=texts.SCHEDULE_ABOUT,
        default_permissions=discord.Permissions(manage_guild=True),
    )
)


async def found(interaction: discord.Interaction[Any], typed: str) -> Schedule:
    """Return the schedule of this server that is meant; refuse where there is none."""
    known = await services_of(interaction).scheduling.schedules.of_guild(interaction.guild_id or 0)
    if not known:
        raise RefusalError(texts.NO_SCHEDULES)
    one = meant(known, typed, interaction.guild)
    if one is None:
        raise RefusalError(texts.NO_SUCH, typed=fit_label(typed, _ECHOED))
    return one


def meant(
    known: Iterable[Schedule], typed: str, guild: discord.Guild | None = None
) -> Schedule | None:
    """Return the schedule of a number, or the only one whose name holds what is typed."""
    wanted = _plain(typed)
    held = []
    for one in known:
        if wanted == str(one.id):
            return one
        if wanted and wanted in _plain(name_of(one, guild)):
            held.append(one)
    return held[0] if len(held) == 1 else None


async def offered(interaction: discord.Interaction[Any], typed: str) -> list[Choice[str]]:
    """Offer the schedules of this server by their names."""
    known = await services_of(interaction).scheduling.schedules.of_guild(interaction.guild_id or 0)
    with speaking(client_of(interaction).languages, interaction.locale):
        return choices(known, typed, interaction.guild)


def choices(
    known: Iterable[Schedule], typed: str, guild: discord.Guild | None = None
) -> list[Choice[str]]:
    """Return schedules whose name or number holds what is typed."""
    wanted = _plain(typed)
    names = {one.id: f"{one.id}. {name_of(one, guild)}" for one in known}
    return [
        Choice(name=fit_label(name, CHOICE - 1), value=str(number))
        for number, name in names.items()
        if wanted in _plain(name)
    ][:CHOICES]


def name_of(one: Schedule, guild: discord.Guild | None) -> str:
    """Return what people know a schedule by: its channel, what it posts, and when."""
    channel = guild and guild.get_channel_or_thread(one.channel or 0)
    place = f"#{channel.name} · " if channel else ""
    return f"{place}{translated(title_of(one.what))} · {when_of(one)}"


def when_of(one: Schedule) -> str:
    """Say when a schedule comes round."""
    return in_words(read_times(one.recurrence), one.zone, translated)


def place_of(one: Schedule) -> str:
    """Return a mention of where a schedule posts, or of whom it writes to."""
    return f"<#{one.channel}>" if one.channel is not None else f"<@{one.user}>"


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
