"""/ask: a question, from one outlet or as of a day."""

from typing import Any

import discord
from discord import app_commands

from bot.slash import autocomplete, texts
from bot.slash.asking import answer_interaction
from bot.slash.commands.kinds import reading
from bot.slash.commands.options import chosen_day, chosen_outlet
from bot.slash.failures import RefusalError, handled

_LONGEST_QUESTION = 1000


@reading
@app_commands.command(name=texts.ASK, description=texts.ASK_ABOUT)
@app_commands.rename(question=texts.QUESTION, outlet=texts.OUTLET, as_of=texts.AS_OF)
@app_commands.describe(
    question=texts.QUESTION_ABOUT, outlet=texts.OUTLET_ABOUT, as_of=texts.AS_OF_ABOUT
)
@app_commands.autocomplete(
    question=autocomplete.questions, outlet=autocomplete.outlets, as_of=autocomplete.days
)
async def ask(
    interaction: discord.Interaction[Any],
    question: app_commands.Range[str, 1, _LONGEST_QUESTION],
    outlet: str | None = None,
    as_of: str | None = None,
) -> None:
    """Answer a question; what was asked before does not change what it means."""
    async with handled(interaction):
        if not question.strip():
            raise RefusalError(texts.BLANK)
        source = chosen_outlet(interaction, outlet) if outlet else None
        day = chosen_day(interaction, as_of) if as_of else None
        await answer_interaction(interaction, question, outlet=source, as_of=day, leaning=False)
