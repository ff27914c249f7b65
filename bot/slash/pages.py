"""Plain pages of text, for what the bot says of itself; it quotes nobody there."""

from typing import Any

import discord

from bot.slash.limits import TEXT, length
from bot.slash.replies.layout import PLAIN, row, view_of


def page(text: str, *buttons: "discord.ui.Item[Any]") -> discord.ui.LayoutView:
    """Return a page of Markdown with buttons under it; lines that have no room are left out."""
    return view_of([discord.ui.TextDisplay(_fitted(text)), *row(*buttons)], PLAIN)


def _fitted(text: str) -> str:
    kept: list[str] = []
    room = TEXT - len("…\n")
    for line in text.split("\n"):
        room -= length(line) + 1
        if room < 0:
            return "\n".join([*kept, "…"])
        kept.append(line)
    return text
