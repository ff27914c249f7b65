"""The button and the menu that show what stands around a quote, to the one who uses them."""

import re
from collections.abc import Sequence
from typing import Any, Self

import discord

from bot.slash import words
from bot.slash.buttons.persistent import Button, Menu, PersistentButton, PersistentMenu
from bot.slash.references import PATTERN, Reference, parse
from bot.slash.speaking import say


class ContextButton(
    PersistentButton,
    template=rf"context:(?P<number>\d{{1,4}}):(?P<sentence>{PATTERN})",
):
    """Shows the sentences around a quote; the number keeps two of one sentence apart."""

    def __init__(self, number: int, sentence: Reference) -> None:
        label = say(words.CONTEXT, number=number)
        super().__init__(Button(label=label, custom_id=f"context:{number}:{sentence}"))
        self.sentence = sentence

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """Return the button that a custom_id stands for."""
        return cls(int(match["number"]), parse(match["sentence"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show the sentences around, or say that the article has gone."""
        await _show_around(interaction, self.sentence)


class ContextMenu(PersistentMenu, template="contexts"):
    """Shows the sentences around one of the quotes that it lists."""

    def __init__(self, options: Sequence[discord.SelectOption] = ()) -> None:
        super().__init__(
            Menu(placeholder=say(words.CONTEXTS), custom_id="contexts", options=list(options))
        )

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:  # noqa: ARG003
        """Return the menu that a custom_id stands for."""
        return cls()

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show the sentences around the one chosen, or say that the article has gone."""
        await _show_around(interaction, parse(self.item.values[0]))


async def _show_around(interaction: discord.Interaction[Any], sentence: Reference) -> None:
    from bot.slash.asking import acknowledge, respond
    from bot.slash.failures import handled
    from bot.slash.reach import corpus_for
    from bot.slash.replies import Tone, around_view, notice_view

    async with handled(interaction):
        await acknowledge(interaction, ephemeral=True)
        place = sentence.resolve(await corpus_for(interaction))
        gone = notice_view(say(words.GONE), Tone.PROBLEM)
        view = around_view(place.article, place.sentence) if place else gone
        await respond(interaction, view)
