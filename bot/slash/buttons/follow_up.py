"""The button that asks for a question leaning on the one before it."""

import re
from typing import Any, Final, Self

import discord

from bot.slash import words
from bot.slash.buttons.modal import PersistentModal
from bot.slash.buttons.persistent import Button, PersistentButton
from bot.slash.speaking import say

_ROOM: Final = 1000


class FollowUpButton(PersistentButton, template="follow-up"):
    """Opens a modal for a follow-up to the question of the reply it stands under."""

    def __init__(self) -> None:
        button = Button(
            label=say(words.FOLLOW_UP), custom_id="follow-up", style=discord.ButtonStyle.primary
        )
        super().__init__(button)

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:  # noqa: ARG003
        """Return the button that a custom_id stands for."""
        return cls()

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Ask for the question."""
        from bot.slash.failures import handled

        async with handled(interaction):
            await FollowUpModal().open(interaction)


class FollowUpModal(PersistentModal):
    """Asks for a question."""

    template = re.compile("follow-up")

    def __init__(self) -> None:
        field: discord.ui.TextInput[Any] = discord.ui.TextInput(
            placeholder=say(words.FOLLOW_UP_HINT), max_length=_ROOM, custom_id="question"
        )
        label: discord.ui.Label[Any] = discord.ui.Label(
            text=say(words.FOLLOW_UP_LABEL), component=field
        )
        super().__init__("follow-up", say(words.FOLLOW_UP_TITLE), label)

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:  # noqa: ARG003
        """Return the modal that a custom_id stands for."""
        return cls()

    async def answered(self, interaction: discord.Interaction[Any], given: str) -> None:
        """Answer the question, understood after the one that the reply shows."""
        from bot.slash.asking import answer_interaction
        from bot.slash.replies.question import question_of

        await answer_interaction(interaction, given, after=question_of(interaction.message))
