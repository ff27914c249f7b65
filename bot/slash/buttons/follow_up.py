"""The button that asks for a question leaning on the one before it."""

import re
from typing import TYPE_CHECKING, Any, Final, Self

import discord

from bot.slash.buttons.persistent import Button, PersistentButton
from bot.slash.replies import words

if TYPE_CHECKING:
    from bot.slash.services import Services

_MODAL_SECONDS: Final = 15 * 60
_ROOM: Final = 1000


class FollowUpButton(PersistentButton, template="follow-up"):
    """Opens a modal for a follow-up to the question of the reply it stands under."""

    def __init__(self) -> None:
        button = Button(
            label=words.FOLLOW_UP, custom_id="follow-up", style=discord.ButtonStyle.primary
        )
        super().__init__(button)

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:  # noqa: ARG003
        """Return the button that a custom_id stands for."""
        return cls()

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Ask for the question, and take up the one that the reply shows."""
        from bot.slash.failures import handled

        async with handled(interaction) as services:
            await interaction.response.send_modal(FollowUpModal())
            await _take_up(interaction, services)


class FollowUpModal(discord.ui.Modal, title=words.FOLLOW_UP_TITLE):
    """Asks for a question."""

    question: discord.ui.Label[Self] = discord.ui.Label(
        text=words.FOLLOW_UP_LABEL,
        component=discord.ui.TextInput(placeholder=words.FOLLOW_UP_HINT, max_length=_ROOM),
    )

    def __init__(self) -> None:
        super().__init__(timeout=_MODAL_SECONDS)

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Answer the question, understood after the one that the reply shows."""
        from bot.slash.asking import answer_interaction

        asked: Any = self.question.component
        await answer_interaction(interaction, asked.value)


async def _take_up(interaction: discord.Interaction[Any], services: "Services") -> None:
    """Make the question of a reply the last one talked about, while the next one is typed."""
    from bot.slash.replies.question import question_of

    question = question_of(interaction.message)
    if not question:
        return
    channel, user = interaction.channel_id or interaction.user.id, interaction.user.id
    before = await services.conversations.get(channel, user, services.now())
    _, after = await services.work.run(lambda: services.answerer.converse(question, before))
    await services.conversations.put(channel, user, after, services.now())
