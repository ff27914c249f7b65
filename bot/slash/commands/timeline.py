"""/timeline: what happened when, between two days and of one name if so asked."""

from dataclasses import replace
from typing import Any

import discord
from discord import app_commands

from bot.briefings.desk import Desk
from bot.slash import autocomplete, texts
from bot.slash.briefing import brief
from bot.slash.commands.kinds import reading
from bot.slash.commands.options import ECHOED, day_if_any
from bot.slash.failures import RefusalError, handled
from bot.slash.markdown import fit_label
from bot.slash.references import name_key
from bot.slash.replies import which_view
from bot.slash.requests import TimelineRequest

_LONGEST = 200


@reading
@app_commands.command(name=texts.TIMELINE, description=texts.TIMELINE_ABOUT)
@app_commands.rename(first=texts.FROM, last=texts.TO, name=texts.NAME, as_of=texts.AS_OF)
@app_commands.describe(
    first=texts.TIMELINE_FROM_ABOUT,
    last=texts.TO_ABOUT,
    name=texts.TIMELINE_NAME_ABOUT,
    as_of=texts.AS_OF_ABOUT,
)
@app_commands.autocomplete(
    first=autocomplete.days,
    last=autocomplete.days,
    name=autocomplete.names,
    as_of=autocomplete.days,
)
async def timeline(
    interaction: discord.Interaction[Any],
    first: str | None = None,
    last: str | None = None,
    name: app_commands.Range[str, 1, _LONGEST] | None = None,
    as_of: str | None = None,
) -> None:
    """Tell the events in order."""
    async with handled(interaction):
        begin, end = day_if_any(interaction, first), day_if_any(interaction, last)
        if begin and end and begin > end:
            raise RefusalError(texts.DAYS_REVERSED, first=begin, last=end)
        request = TimelineRequest(begin, end, as_of=day_if_any(interaction, as_of))

        def understand(desk: Desk) -> TimelineRequest | discord.ui.LayoutView:
            if not name:
                return request
            found = desk.meant(name)
            if not found:
                raise RefusalError(texts.UNKNOWN_NAME, typed=fit_label(name, ECHOED))
            named = [(one.name, replace(request, name=name_key(one.name))) for one in found]
            return named[0][1] if len(named) == 1 else which_view(name, named)

        await brief(interaction, understand)
