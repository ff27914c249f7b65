"""One line, or a few, from the bot itself."""

from enum import Enum

import discord

from bot.slash.limits import TEXT, length
from bot.slash.markdown import escape, fit_line
from bot.slash.replies.layout import ANSWERED, NOT_FOUND, PLAIN, PROBLEM, text, view_of


class Tone(Enum):
    """How a notice looks."""

    PLAIN = PLAIN
    DONE = ANSWERED
    WAIT = NOT_FOUND
    PROBLEM = PROBLEM


def notice_view(words: str, tone: Tone = Tone.PLAIN) -> discord.ui.LayoutView:
    """Return a short text of the bot as a reply; it is shown as it stands."""
    shown = escape(words).strip()
    if length(shown) > TEXT:
        shown = fit_line(words, TEXT - 1)
    return view_of([text(shown or "…")], tone.value)
