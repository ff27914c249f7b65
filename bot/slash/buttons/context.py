"""The button that shows what stands around a quote, to the one who presses it."""

import re
from typing import Any, Self

import discord

from bot.slash.buttons.persistent import Button, PersistentButton
from bot.slash.references import PATTERN, Reference, parse
from bot.slash.replies import words


class ContextButton(
    PersistentButton,
    template=rf"context:(?P<number>\d{{1,4}}):(?P<sentence>{PATTERN})",
):
    """Shows the sentences around a quote; the number keeps two of one sentence apart."""

    def __init__(self, number: int, sentence: Reference) -> None:
        label = words.CONTEXT.format(number=number)
        super().__init__(Button(label=label, custom_id=f"context:{number}:{sentence}"))
        self.sentence = sentence

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """Return the button that a custom_id stands for."""
        return cls(int(match["number"]), parse(match["sentence"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show the sentences around, or say that the article has gone."""
        from bot.slash.asking import acknowledge, respond
        from bot.slash.failures import handled
        from bot.slash.reach import corpus_for
        from bot.slash.replies import Tone, around_view, notice_view

        async with handled(interaction):
            await acknowledge(interaction, ephemeral=True)
            place = self.sentence.resolve(await corpus_for(interaction))
            view = (
                around_view(place.article, place.sentence)
                if place
                else notice_view(words.GONE, Tone.PROBLEM)
            )
            await respond(interaction, view)
