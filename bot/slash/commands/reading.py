"""/read: an article, its sentences numbered."""

from typing import Any

import discord
from discord import app_commands

from bot.answers.answering import Answerer
from bot.corpus.article import Article, Corpus
from bot.slash import autocomplete, texts
from bot.slash.asking import acknowledge, respond
from bot.slash.commands.kinds import reading
from bot.slash.failures import RefusalError, handled
from bot.slash.markdown import fit_label
from bot.slash.reach import corpus_for
from bot.slash.replies import reading_view

_LONGEST = 200
_ECHOED, _LISTED = 80, 1000


@reading
@app_commands.command(name=texts.READ, description=texts.READ_ABOUT)
@app_commands.rename(article=texts.ARTICLE, start=texts.FROM)
@app_commands.describe(article=texts.ARTICLE_ABOUT, start=texts.FROM_ABOUT)
@app_commands.autocomplete(article=autocomplete.articles)
async def read(
    interaction: discord.Interaction[Any],
    article: app_commands.Range[str, 1, _LONGEST],
    start: app_commands.Range[int, 1, 1_000_000] = 1,
) -> None:
    """Show an article from a sentence on."""
    async with handled(interaction) as services:
        await acknowledge(interaction, ephemeral=True)
        corpus = await corpus_for(interaction)
        found = _find(corpus, services.answerer, article)
        count = len(found.quotable)
        if start > count:
            raise RefusalError(texts.NO_SUCH_SENTENCE, count=count)
        await respond(interaction, reading_view(found, start))


def _find(corpus: Corpus, answerer: Answerer, typed: str) -> Article:
    """Find an article by id, number, file or outlet; refuse with what there is."""
    wanted = typed.strip().casefold()
    if wanted.isascii() and wanted.isdigit() and 1 <= int(wanted) <= len(corpus.articles):
        return corpus.articles[int(wanted) - 1]
    for article in corpus.articles:
        if wanted in (article.id.casefold(), article.file.casefold()):
            return article
    outlet = answerer.outlet(typed)
    found = [article for article in corpus.articles if article.outlet == outlet]
    if len(found) == 1:
        return found[0]
    if not corpus.articles:
        raise RefusalError(texts.NO_ARTICLES)
    if outlet is not None and not found:
        raise RefusalError(texts.OUTLET_LEFT_OUT, outlet=fit_label(outlet, _ECHOED))
    names = fit_label(", ".join(article.id for article in found or corpus.articles), _LISTED)
    raise RefusalError(texts.UNKNOWN_ARTICLE, typed=fit_label(typed, _ECHOED), articles=names)
