"""“Find sources”, in the menu of a message: what the articles say to each of its sentences."""

import re
from functools import partial
from typing import Any

import discord
from discord import app_commands

from bot.answers.answering import Answerer
from bot.answers.scope import Taste
from bot.slash import texts
from bot.slash.asking import acknowledge, respond
from bot.slash.commands.kinds import reading
from bot.slash.failures import RefusalError, cool, handled
from bot.slash.reach import taste_of, within_reach
from bot.slash.replies import findings_view

_CLAIMS = 8
_FEWEST_WORDS = 3
# Links, mentions, custom emoji, and the signs that open a quoted, listed or titled line.
_NOT_SAID = re.compile(r"https?://\S+|<[@#:/a][^<>\s]*>|^\s*(?:>+|[-*+#]+)\s", re.MULTILINE)


@reading
@app_commands.context_menu(name=texts.FIND_SOURCES)
async def find_sources(interaction: discord.Interaction[Any], message: discord.Message) -> None:
    """Show, to the one who asked alone, the sentences that speak to a message's claims."""
    async with handled(interaction) as services:
        cool(interaction)
        await acknowledge(interaction, ephemeral=True)
        async with services.work.queued():
            taste = await taste_of(services, interaction.guild_id)
            look = partial(_look_up, services.answerer, _text_of(message), taste)
            view = await services.work.run(look)
        await respond(interaction, view)


def claims_in(text: str) -> tuple[str, ...]:
    """Return the sentences of a message that say something, without links and mentions."""
    # What cuts texts is not used by anything else once the articles are read.
    from bot.corpus.paragraphs import paragraphs
    from bot.corpus.sentences import sentences

    said = _NOT_SAID.sub(" ", text)
    pieces = (said[s.start : s.end] for p in paragraphs(said) for s in sentences(said, p))
    claims = (" ".join(piece.split()) for piece in pieces)
    kept = [claim for claim in claims if len(re.findall(r"\w+", claim)) >= _FEWEST_WORDS]
    return tuple(dict.fromkeys(kept))


def _look_up(answerer: Answerer, text: str, taste: Taste) -> discord.ui.LayoutView:
    claims = claims_in(text)
    if not claims:
        raise RefusalError(texts.NO_CLAIMS)
    found = [answerer.ask(claim, taste=taste) for claim in claims[:_CLAIMS]]
    left = max(0, len(claims) - _CLAIMS)
    return findings_view(found, within_reach(answerer.corpus, taste), left)


def _text_of(message: discord.Message) -> str:
    """Return what a message says, in itself, in what it forwards and in its embeds."""
    parts = [message.content, *(snapshot.content for snapshot in message.message_snapshots)]
    for embed in message.embeds:
        parts += [embed.title or "", embed.description or ""]
    return "\n\n".join(part for part in parts if part)
