"""/who: who somebody is, in the articles' words; a name that several share asks which."""

from typing import Any

import discord
from discord import app_commands

from bot.briefings.desk import Desk
from bot.slash import autocomplete, texts
from bot.slash.briefing import brief
from bot.slash.commands.kinds import reading
from bot.slash.commands.options import day_if_any
from bot.slash.failures import RefusalError, handled
from bot.slash.references import name_key
from bot.slash.replies import nobody_view, which_view
from bot.slash.requests import WhoRequest

_LONGEST = 200


@reading
@app_commands.command(name=texts.WHO, description=texts.WHO_ABOUT)
@app_commands.rename(name=texts.NAME, as_of=texts.AS_OF)
@app_commands.describe(name=texts.WHO_NAME_ABOUT, as_of=texts.AS_OF_ABOUT)
@app_commands.autocomplete(name=autocomplete.names, as_of=autocomplete.days)
async def who(
    interaction: discord.Interaction[Any],
    name: app_commands.Range[str, 1, _LONGEST],
    as_of: str | None = None,
) -> None:
    """Say who somebody is."""
    async with handled(interaction):
        if not name.strip():
            raise RefusalError(texts.BLANK)
        day = day_if_any(interaction, as_of)

        def understand(desk: Desk) -> WhoRequest | discord.ui.LayoutView:
            named = [(one.name, WhoRequest(name_key(one.name), day)) for one in desk.meant(name)]
            if not named:
                return nobody_view(name)
            return named[0][1] if len(named) == 1 else which_view(name, named)

        await brief(interaction, understand)
