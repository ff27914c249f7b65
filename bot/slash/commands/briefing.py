"""/brief: an edition, on all topics or on one, from all outlets or from one, as of a day."""

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice

from bot.briefings.desk import Desk
from bot.briefings.edition import Length
from bot.briefings.topics import UnknownTopicError, find_topic
from bot.slash import autocomplete, texts
from bot.slash.briefing import brief as answer
from bot.slash.commands.kinds import reading
from bot.slash.commands.options import ECHOED, LISTED, chosen_outlet, day_if_any
from bot.slash.failures import RefusalError, handled
from bot.slash.markdown import fit_label
from bot.slash.references import name_key
from bot.slash.requests import BriefRequest

_LONGEST = 200


@reading
@app_commands.command(name=texts.BRIEF, description=texts.BRIEF_ABOUT)
@app_commands.rename(topic=texts.TOPIC, outlet=texts.OUTLET, as_of=texts.AS_OF, length=texts.LENGTH)
@app_commands.describe(
    topic=texts.TOPIC_ABOUT,
    outlet=texts.OUTLET_TO_BRIEF,
    as_of=texts.AS_OF_ABOUT,
    length=texts.LENGTH_ABOUT,
)
@app_commands.autocomplete(
    topic=autocomplete.topics, outlet=autocomplete.outlets, as_of=autocomplete.days
)
@app_commands.choices(
    length=[
        Choice(name=texts.SHORT, value=Length.SHORT.value),
        Choice(name=texts.STANDARD, value=Length.STANDARD.value),
        Choice(name=texts.LONG, value=Length.LONG.value),
    ]
)
async def brief(
    interaction: discord.Interaction[Any],
    topic: app_commands.Range[str, 1, _LONGEST] | None = None,
    outlet: str | None = None,
    as_of: str | None = None,
    length: Choice[str] | None = None,
) -> None:
    """Brief on the story."""
    async with handled(interaction):
        source = chosen_outlet(interaction, outlet) if outlet else None
        day = day_if_any(interaction, as_of)
        wanted = Length(length.value) if length else Length.STANDARD

        def understand(desk: Desk) -> BriefRequest:
            if source and source not in desk.corpus.outlets:
                raise RefusalError(texts.OUTLET_LEFT_OUT, outlet=fit_label(source, ECHOED))
            return BriefRequest(
                wanted, _key(desk, topic) if topic else "", name_key(source) if source else "", day
            )

        await answer(interaction, understand, in_a_row=not (topic or outlet))


def _key(desk: Desk, typed: str) -> str:
    try:
        return name_key(find_topic(typed, desk.topics).name)
    except UnknownTopicError:
        known = fit_label(", ".join(topic.name for topic in desk.topics), LISTED)
        typed = fit_label(typed, ECHOED)
        raise RefusalError(texts.UNKNOWN_TOPIC, typed=typed, topics=known) from None
