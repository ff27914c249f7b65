"""Sentences that come after an answer, or in place of one, found again by their references."""

from collections.abc import Sequence
from typing import Any

import discord

from bot.answers.answer import Quote
from bot.corpus.article import Corpus
from bot.slash import words
from bot.slash.buttons.following import MoreButton
from bot.slash.references import Listed
from bot.slash.replies.citing import listed, numbered
from bot.slash.replies.layout import NOT_FOUND, PLAIN, Page, page_of, row, text
from bot.slash.replies.notice import Tone, notice_view
from bot.slash.speaking import say


def following_view(
    sentences: Sequence[Listed], corpus: Corpus, first: int
) -> discord.ui.LayoutView:
    """Return the sentences after those of an answer, numbered on from `first`."""
    head = f"**{say(words.FOLLOWING)}**\n-# {say(words.FOLLOWING_HINT)}"
    return _view(sentences, corpus, first, head, PLAIN)


def closest_view(sentences: Sequence[Listed], corpus: Corpus) -> discord.ui.LayoutView:
    """Return the sentences closest to a question, marked as no answer."""
    head = f"**{say(words.CLOSEST)}**\n-# {say(words.CLOSEST_HINT)}"
    return _view(sentences, corpus, 1, head, NOT_FOUND)


def _view(
    sentences: Sequence[Listed], corpus: Corpus, first: int, head: str, accent: int
) -> discord.ui.LayoutView:
    quotes = [
        Quote(place.sentence, place.article, 0.0, older=item.older)
        for item in sentences
        if (place := item.reference.resolve(corpus))
    ]
    shown = numbered(quotes, corpus, first)
    if not shown:
        return notice_view(say(words.GONE), Tone.PROBLEM)
    gone = len(sentences) - len(shown)
    remark = f"{say(words.SOME_GONE, count=gone)}\n" if gone else ""

    def below(count: int) -> list[discord.ui.Item[Any]]:
        left = shown[count:]
        return [
            text(f"-# {remark}{say(words.CLOSEST_FOOTER)}"),
            *row(MoreButton(left[0].number, listed(left)) if left else None),
        ]

    return page_of(Page(lambda _: [text(head)], below, accent), shown)
