"""A sentence between its neighbours."""

from collections.abc import Sequence
from typing import Any, Final

import discord

from bot.corpus.article import Article, Sentence
from bot.slash import words
from bot.slash.buttons.paging import reading_button
from bot.slash.markdown import fit_line, fit_quote
from bot.slash.replies.citing import citation_line, details, link, link_button, marked_cut
from bot.slash.replies.layout import PLAIN, row, rule, text, view_of
from bot.slash.replies.notice import Tone, notice_view
from bot.slash.speaking import say

AROUND: Final = 2
_NEIGHBOUR_ROOM: Final = 450
_CHOSEN_ROOM: Final = 1000


def around_view(article: Article, chosen: Sentence, around: int = AROUND) -> discord.ui.LayoutView:
    """Return a sentence with those before and after it, itself as a block quote."""
    if article.text[chosen.start : chosen.end] != chosen.text or chosen not in article.quotable:
        return notice_view(say(words.GONE), Tone.PROBLEM)
    quotable = article.quotable
    at = quotable.index(chosen)
    before = quotable[max(0, at - around) : at]
    after = quotable[at + 1 : at + 1 + around]
    quoted = marked_cut(fit_quote(chosen.text, room=_CHOSEN_ROOM))
    shown = [_running(before), quoted, _running(after)]
    url = link(article)
    items: list[discord.ui.Item[Any]] = [
        text(f"**{say(words.AROUND, number=chosen.number)}**"),
        *(text(part) for part in shown if part),
        rule(),
        text(f"{citation_line(article, chosen)}\n-# {details(article)}"),
        *row(
            reading_button(article.id, at + 1, say(words.READ_ON), anew=True),
            link_button(url, say(words.SOURCE)) if url else None,
        ),
    ]
    return view_of(items, PLAIN)


def _running(sentences: Sequence[Sentence]) -> str:
    return "\n".join(fit_line(sentence.text, _NEIGHBOUR_ROOM) for sentence in sentences)
