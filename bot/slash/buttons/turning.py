"""The button that turns to another part of a briefing, or to one of those a name may mean."""

import re
from dataclasses import replace
from typing import Any, Self

import discord

from bot.slash import words
from bot.slash.buttons.persistent import Button, PersistentButton
from bot.slash.requests import PATTERN, CompareRequest, Request, parse_request
from bot.slash.speaking import say


class TurnButton(PersistentButton, template=rf"turn:(?P<request>{PATTERN})@(?P<start>\d{{1,7}})"):
    """Shows what was asked for, from some place on."""

    def __init__(self, request: Request, start: int, label: str = "") -> None:
        super().__init__(
            Button(label=label or say(words.NEXT), custom_id=f"turn:{request}@{start}")
        )
        self.request, self.start = request, start

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """Return the button that a custom_id stands for."""
        return cls(parse_request(match["request"]), int(match["start"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show it in place to the one who asked, to others as a message of their own."""
        from bot.slash.briefing import turn
        from bot.slash.replies.question import question_of

        request = self.request
        if isinstance(request, CompareRequest) and request.question is not None:
            request = replace(request, question=question_of(interaction.message))
        await turn(interaction, request, self.start)
