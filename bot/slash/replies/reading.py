"""An article to be read, a page at a time, its sentences numbered."""

from collections.abc import Sequence
from typing import Any, Final

import discord

from bot.corpus.article import Article, Sentence
from bot.slash import words
from bot.slash.buttons.paging import reading_button
from bot.slash.limits import length
from bot.slash.markdown import fit_quote
from bot.slash.replies.citing import byline, details, link, link_button, marked_cut
from bot.slash.replies.layout import PLAIN, row, rule, text, view_of
from bot.slash.replies.notice import Tone, notice_view
from bot.slash.speaking import say

_ROOM: Final = 2800
_SENTENCE_ROOM: Final = 2400


def reading_view(article: Article, start: int = 1) -> discord.ui.LayoutView:
    """Return the page that begins with a sentence, counted from 1, or else the first page."""
    quotable = article.quotable
    if not quotable:
        return notice_view(say(words.NOTHING_TO_READ), Tone.PROBLEM)
    at = start - 1 if 1 <= start <= len(quotable) else 0
    end = at + _fitting(quotable[at:])
    url = link(article)
    before = at - _fitting(tuple(reversed(quotable[:at]))) if at else 0
    footer = say(words.PAGE_SENTENCES, first=at + 1, last=end, count=len(quotable))
    items: list[discord.ui.Item[Any]] = [
        text(f"**{byline(article)}**\n{details(article)}"),
        rule(),
        text(_page(quotable[at:end])),
        text(f"-# {footer}"),
        *row(
            reading_button(article.id, before + 1, say(words.PREVIOUS)) if at else None,
            reading_button(article.id, end + 1, say(words.NEXT)) if end < len(quotable) else None,
            link_button(url, say(words.SOURCE)) if url else None,
        ),
    ]
    return view_of(items, PLAIN)


def _fitting(sentences: Sequence[Sentence]) -> int:
    """Return how many sentences, from the first on, have room on a page; one always has."""
    room = _ROOM
    for count, sentence in enumerate(sentences):
        room -= length(_sentence(sentence)) + length(_paragraph(sentence)) + len("\n\n")
        if room < 0 and count:
            return count
    return len(sentences)


def _page(sentences: Sequence[Sentence]) -> str:
    lines: list[str] = []
    paragraph: int | None = None
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            lines.append(_paragraph(sentence))
            paragraph = sentence.paragraph
        lines.append(_sentence(sentence))
    return "\n".join(lines)


def _paragraph(sentence: Sentence) -> str:
    return f"-# {say(words.PARAGRAPH, number=sentence.paragraph)}"


def _sentence(sentence: Sentence) -> str:
    quoted = marked_cut(fit_quote(sentence.text, room=_SENTENCE_ROOM))
    return f"> **{sentence.number}** {quoted.removeprefix('> ')}"
