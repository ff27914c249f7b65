"""What of the corpus may be shown where: a server may leave outlets out, or prefer some."""

from dataclasses import replace
from typing import Any

import discord

from bot.answers.scope import NO_TASTE, Taste
from bot.corpus.article import Corpus
from bot.slash.services import Services, services_of


async def taste_of(services: Services, guild: int | None) -> Taste:
    """Return what a server leaves out and prefers; nothing outside of servers."""
    if guild is None:
        return NO_TASTE
    settings = await services.guilds.lately(guild)
    return Taste(frozenset(settings.left_out), frozenset(settings.preferred))


async def corpus_for(interaction: discord.Interaction[Any]) -> Corpus:
    """Return the corpus without the articles that a server leaves out."""
    services = services_of(interaction)
    taste = await taste_of(services, interaction.guild_id)
    return within_reach(services.answerer.corpus, taste)


def within_reach(corpus: Corpus, taste: Taste) -> Corpus:
    """Return a corpus without the articles of outlets left out."""
    if not taste.left_out.intersection(corpus.outlets):
        return corpus
    kept = tuple(article for article in corpus.articles if article.outlet not in taste.left_out)
    return replace(corpus, articles=kept)
