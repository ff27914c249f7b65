"""The buttons that show further sentences of a ranking, to the one who presses them."""

import re
from collections.abc import Sequence
from typing import Any, Final, Self

import discord

from bot.slash import words
from bot.slash.buttons.persistent import Button, PersistentButton
from bot.slash.references import LIST_PATTERN, Listed, list_of, parse_list
from bot.slash.speaking import say

# Ten references leave room for two digits.
_LAST: Final = 99
_SENTENCES = rf"(?P<sentences>{LIST_PATTERN})"


class MoreButton(PersistentButton, template=rf"more:(?P<first>\d{{1,2}}):{_SENTENCES}"):
    """Shows the sentences that follow an answer's quotes, numbered on from them."""

    def __init__(self, first: int, sentences: Sequence[Listed]) -> None:
        self.first, self.sentences = min(first, _LAST), sentences
        custom_id = f"more:{self.first}:{list_of(sentences)}"
        super().__init__(Button(label=say(words.MORE), custom_id=custom_id))

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """Return the button that a custom_id stands for."""
        return cls(int(match["first"]), parse_list(match["sentences"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show the sentences."""
        await _show(interaction, self.sentences, self.first)


class ClosestButton(PersistentButton, template=rf"closest:{_SENTENCES}"):
    """Shows the sentences closest to a question that none answers."""

    def __init__(self, sentences: Sequence[Listed]) -> None:
        custom_id = f"closest:{list_of(sentences)}"
        super().__init__(Button(label=say(words.CLOSEST_BUTTON), custom_id=custom_id))
        self.sentences = sentences

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """Return the button that a custom_id stands for."""
        return cls(parse_list(match["sentences"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show the sentences, as no answer."""
        await _show(interaction, self.sentences, None)


async def _show(
    interaction: discord.Interaction[Any], sentences: Sequence[Listed], first: int | None
) -> None:
    from bot.slash.asking import acknowledge, respond
    from bot.slash.failures import handled
    from bot.slash.reach import corpus_for
    from bot.slash.replies import closest_view, following_view

    async with handled(interaction):
        await acknowledge(interaction, ephemeral=True)
        corpus = await corpus_for(interaction)
        if first is None:
            view = closest_view(sentences, corpus)
        else:
            view = following_view(sentences, corpus, first)
        await respond(interaction, view)
