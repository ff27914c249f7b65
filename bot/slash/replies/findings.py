"""What the articles say to each claim of a message."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import discord

from bot.answers.answer import Answer, Quote
from bot.corpus.article import Corpus
from bot.slash import words
from bot.slash.limits import check_components
from bot.slash.markdown import fit_line
from bot.slash.replies.citing import Cited, citation_text, link_rows, quote_text, stands
from bot.slash.replies.layout import ANSWERED, NOT_FOUND, text, view_of
from bot.slash.speaking import say

_CLAIM_ROOM: Final = 200
_QUOTE_ROOM: Final = 900


@dataclass(frozen=True, slots=True)
class _Finding:
    """A claim and the sentences that speak to it, best first; none where nothing does."""

    claim: str
    quotes: tuple[Quote, ...]


def findings_view(
    answers: Sequence[Answer], corpus: Corpus, left: int = 0
) -> discord.ui.LayoutView:
    """Return what the articles say to each claim asked, or that they say nothing to any.

    `left` claims of the message were not asked, and are told of.
    """
    sound = [_finding(answer, corpus) for answer in answers]
    if not any(finding.quotes for finding in sound):
        return view_of([text(f"**{say(words.NO_FINDINGS)}**"), *_rest(left)], NOT_FOUND)
    for count in range(len(sound), 0, -1):
        items = _items(sound[:count], len(sound) - count + left, most=2)
        if _fits(items):
            return view_of(items, ANSWERED)
    # One claim with its best sentence always fits.
    first = next(finding for finding in sound if finding.quotes)
    return view_of(_items([first], len(sound) - 1 + left, most=1), ANSWERED)


def _items(findings: Sequence[_Finding], left: int, most: int) -> list[discord.ui.Item[Any]]:
    """Return claims, each with its best sentences, numbered through."""
    items: list[discord.ui.Item[Any]] = [text(f"**{say(words.FINDINGS)}**")]
    shown: list[Cited] = []
    for finding in findings:
        claim = f"-# {say(words.CLAIM)}{fit_line(finding.claim, _CLAIM_ROOM)}"
        if not finding.quotes:
            items.append(text(f"{claim}\n*{say(words.NOTHING)}*"))
            continue
        items.append(text(claim))
        for quote in finding.quotes[:most]:
            cited = Cited(len(shown) + 1, quote)
            shown.append(cited)
            items.append(text(quote_text(quote, _QUOTE_ROOM)))
            items.append(text(citation_text(cited, detailed=False)))
    return [*items, *link_rows(shown), *_rest(left), text(f"-# {say(words.CLOSEST_FOOTER)}")]


def _rest(left: int) -> list[discord.ui.Item[Any]]:
    return [text(f"-# {say(words.CLAIMS_LEFT, count=left)}")] if left else []


def _fits(items: Sequence[discord.ui.Item[Any]]) -> bool:
    frame: discord.ui.Container[Any] = discord.ui.Container(*items)
    return not check_components([frame.to_component_dict()])


def _finding(answer: Answer, corpus: Corpus) -> _Finding:
    sound = (quote for quote in answer.shown if stands(quote.sentence, corpus))
    return _Finding(answer.question, tuple(sound) if answer.answered else ())
