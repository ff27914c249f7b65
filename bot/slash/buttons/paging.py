"""The buttons that turn pages: of the list of articles and of one article."""

import re
from typing import Any, Self

import discord

from bot.slash import words
from bot.slash.buttons.persistent import Button, PersistentButton
from bot.slash.references import ARTICLE_PATTERN, article_key, articles
from bot.slash.speaking import say


class SourcesButton(PersistentButton, template=r"sources:(?P<page>\d{1,6})"):
    """Turns to a page of the list of articles."""

    def __init__(self, page: int, label: str = "") -> None:
        super().__init__(Button(label=label or say(words.NEXT), custom_id=f"sources:{page}"))
        self.page = page

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """Return the button that a custom_id stands for."""
        return cls(int(match["page"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show the page in place of this one."""
        from bot.slash.asking import respond
        from bot.slash.failures import handled
        from bot.slash.reach import corpus_for
        from bot.slash.replies import sources_view

        async with handled(interaction):
            await interaction.response.defer()
            view = sources_view(await corpus_for(interaction), self.page)
            await respond(interaction, view)


class ReadingButton(
    PersistentButton,
    template=rf"read:(?P<article>{ARTICLE_PATTERN}):(?P<start>\d{{1,7}})(?P<anew>!?)",
):
    """Turns to an article's page that begins with a sentence; anew as a message of its own."""

    def __init__(self, article: str, start: int, label: str = "", anew: str = "") -> None:
        super().__init__(
            Button(label=label or say(words.NEXT), custom_id=f"read:{article}:{start}{anew}")
        )
        self.article, self.start, self.anew = article, start, anew

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """Return the button that a custom_id stands for."""
        return cls(match["article"], int(match["start"]), anew=match["anew"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show the page, or say that the article has gone."""
        from bot.slash.asking import acknowledge, respond
        from bot.slash.failures import handled
        from bot.slash.reach import corpus_for
        from bot.slash.replies import Tone, notice_view, reading_view

        async with handled(interaction):
            found = articles(await corpus_for(interaction), self.article)
            if self.anew or not found:
                await acknowledge(interaction, ephemeral=True)
            else:
                await interaction.response.defer()
            gone = notice_view(say(words.GONE), Tone.PROBLEM)
            view = reading_view(found[0], self.start) if found else gone
            await respond(interaction, view)


def reading_button(article: str, start: int, label: str, *, anew: bool = False) -> ReadingButton:
    """Return the button to a page of an article, given by its id."""
    return ReadingButton(article_key(article), start, label, "!" if anew else "")
