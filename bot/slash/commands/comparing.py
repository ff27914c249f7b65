"""/compare: what each outlet says to a question or topic, and how they differ."""

from typing import Any

import discord
from discord import app_commands

from bot.briefings.desk import Desk
from bot.briefings.topics import UnknownTopicError, find_topic
from bot.slash import autocomplete, texts
from bot.slash.briefing import brief
from bot.slash.commands.kinds import reading
from bot.slash.commands.options import day_if_any
from bot.slash.failures import RefusalError, handled
from bot.slash.references import name_key
from bot.slash.requests import CompareRequest

# So that the reply can show the whole question, from which its buttons read it back.
_LONGEST = 200


@reading
@app_commands.command(name=texts.COMPARE, description=texts.COMPARE_ABOUT)
@app_commands.rename(about=texts.COMPARED, as_of=texts.AS_OF)
@app_commands.describe(about=texts.COMPARED_ABOUT, as_of=texts.AS_OF_ABOUT)
@app_commands.autocomplete(about=autocomplete.topics_and_questions, as_of=autocomplete.days)
async def compare(
    interaction: discord.Interaction[Any],
    about: app_commands.Range[str, 1, _LONGEST] | None = None,
    as_of: str | None = None,
) -> None:
    """Set the outlets side by side."""
    async with handled(interaction):
        if about is not None and not about.strip():
            raise RefusalError(texts.BLANK)
        day = day_if_any(interaction, as_of)

        def understand(desk: Desk) -> CompareRequest:
            if about is None:
                return CompareRequest(as_of=day)
            try:
                return CompareRequest(name_key(find_topic(about, desk.topics).name), as_of=day)
            except UnknownTopicError:
                return CompareRequest(question=about, as_of=day)

        await brief(interaction, understand)
