"""A question from Discord to its answer."""

from datetime import date
from typing import Any

import discord


async def answer_interaction(
    interaction: discord.Interaction[Any],
    text: str,
    *,
    outlet: str | None = None,
    as_of: date | None = None,
    leaning: bool = True,
) -> None:
    """Defer, answer in a thread, send the reply, remember the conversation."""
    raise NotImplementedError
