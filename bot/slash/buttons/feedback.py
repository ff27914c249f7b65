"""The buttons that say whether a reply helped."""

import re
from typing import Any, Final, Self

import discord

from bot.slash import words
from bot.slash.buttons.modal import PersistentModal
from bot.slash.buttons.persistent import Button, PersistentButton
from bot.slash.references import PATTERN, Reference, parse
from bot.slash.speaking import say

_WHY_ROOM: Final = 500
_SENTENCE = rf"(?P<sentence>{PATTERN})?"


class HelpfulButton(PersistentButton, template=rf"helpful:{_SENTENCE}"):
    """Notes that a reply helped; where it has quotes, its first stands for them."""

    def __init__(self, sentence: Reference | None) -> None:
        super().__init__(Button(label=say(words.HELPFUL), custom_id=f"helpful:{sentence or ''}"))
        self.sentence = sentence

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """Return the button that a custom_id stands for."""
        return cls(parse(match["sentence"]) if match["sentence"] else None)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Note it and say thank you."""
        await _note(interaction, self.sentence, helpful=True)


class WrongButton(PersistentButton, template=rf"wrong:{_SENTENCE}"):
    """Asks why a reply is wrong, and notes it."""

    def __init__(self, sentence: Reference | None) -> None:
        super().__init__(Button(label=say(words.WRONG), custom_id=f"wrong:{sentence or ''}"))
        self.sentence = sentence

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """Return the button that a custom_id stands for."""
        return cls(parse(match["sentence"]) if match["sentence"] else None)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Ask why."""
        from bot.slash.failures import handled

        async with handled(interaction):
            await WrongModal(self.sentence).open(interaction)


class WrongModal(PersistentModal):
    """Asks, without insisting, why a reply is wrong."""

    template = re.compile(rf"why:{_SENTENCE}")

    def __init__(self, sentence: Reference | None) -> None:
        field: discord.ui.TextInput[Any] = discord.ui.TextInput(
            style=discord.TextStyle.paragraph,
            placeholder=say(words.WRONG_HINT),
            max_length=_WHY_ROOM,
            required=False,
            custom_id="why",
        )
        label: discord.ui.Label[Any] = discord.ui.Label(
            text=say(words.WRONG_LABEL), component=field
        )
        super().__init__(f"why:{sentence or ''}", say(words.WRONG_TITLE), label)
        self.sentence = sentence

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """Return the modal that a custom_id stands for."""
        return cls(parse(match["sentence"]) if match["sentence"] else None)

    async def answered(self, interaction: discord.Interaction[Any], given: str) -> None:
        """Note it and say thank you."""
        await _note(interaction, self.sentence, helpful=False, why=given)


async def _note(
    interaction: discord.Interaction[Any],
    sentence: Reference | None,
    *,
    helpful: bool,
    why: str = "",
) -> None:
    from bot.slash.asking import acknowledge, respond
    from bot.slash.failures import handled
    from bot.slash.replies import Tone, notice_view
    from bot.slash.replies.question import question_of
    from bot.store.feedback import Feedback

    async with handled(interaction) as services:
        await acknowledge(interaction, ephemeral=True)
        place = sentence.resolve(services.answerer.corpus) if sentence else None
        # A sentence that has gone keeps its reference, so that two of them stay apart.
        named = f"{place.article.id}:{place.sentence.number}" if place else str(sentence or "")
        feedback = Feedback(
            guild=interaction.guild_id,
            user=interaction.user.id,
            question=question_of(interaction.message),
            sentence=named,
            helpful=helpful,
            why=why,
            given=services.now(),
        )
        await services.feedback.add(feedback)
        await respond(interaction, notice_view(say(words.THANKS), Tone.DONE))
