"""The question on top of a reply, and how it is read back from a message of any age."""

from typing import Any, Final

import discord

from bot.slash.limits import walk
from bot.slash.markdown import fit_line, unescape

# Discord numbers components that have no id from 1; a message has 40 at most.
COMPONENT: Final = 100
_ROOM: Final = 400
_HEADING: Final = "### "


def question_text(question: str) -> discord.ui.TextDisplay[Any] | None:
    """Return the question as a heading; None where nothing of it can be seen."""
    shown = fit_line(question, _ROOM)
    return discord.ui.TextDisplay(f"{_HEADING}{shown}", id=COMPONENT) if shown else None


def question_of(message: discord.Message | None) -> str:
    """Return the question that a reply shows, or nothing where it shows none."""
    components = [component.to_dict() for component in message.components] if message else []
    for item in walk(components):
        if item.get("id") == COMPONENT and "content" in item:
            return unescape(item["content"].removeprefix(_HEADING))
    return ""
