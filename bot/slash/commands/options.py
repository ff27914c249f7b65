"""What was typed into an option, understood or refused with what there is."""

from datetime import date
from typing import Any

import discord

from bot.slash import autocomplete, texts
from bot.slash.failures import RefusalError
from bot.slash.markdown import fit_label
from bot.slash.services import services_of

LISTED, ECHOED = 1000, 80


def chosen_outlet(interaction: discord.Interaction[Any], typed: str) -> str:
    """Return the outlet of a name or short name."""
    answerer = services_of(interaction).answerer
    found = answerer.outlet(typed)
    if found is None:
        names = fit_label(", ".join(answerer.corpus.outlets), LISTED)
        raise RefusalError(texts.UNKNOWN_OUTLET, typed=fit_label(typed, ECHOED), outlets=names)
    return found


def chosen_day(interaction: discord.Interaction[Any], typed: str) -> date:
    """Return the day that was written as 2019-04-18."""
    found = autocomplete.iso_day(typed)
    if found is None:
        articles = services_of(interaction).answerer.corpus.articles
        newest = max((a.published for a in articles if a.published), default=date(2024, 12, 31))
        raise RefusalError(texts.BAD_DATE, typed=fit_label(typed, ECHOED), example=newest)
    return found


def day_if_any(interaction: discord.Interaction[Any], typed: str | None) -> date | None:
    """Return the day that was written, None where the option was left out."""
    return chosen_day(interaction, typed) if typed else None
