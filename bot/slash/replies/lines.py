"""A quote in a few lines, and a line on how quotes differ."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import discord

from bot.briefings.comparison import Difference
from bot.briefings.differences import DifferenceKind
from bot.corpus.article import Sentence
from bot.slash import words
from bot.slash.limits import length
from bot.slash.markdown import fit_line, fit_quote
from bot.slash.replies.blocks import BLOCK, Block
from bot.slash.replies.citing import NAME_ROOM, Cited, citation_text, marked_cut
from bot.slash.replies.layout import NOT_FOUND, text, view_of
from bot.slash.speaking import say

_QUOTE_ROOM: Final = 1600
_ABOUT_ROOM: Final = 200
_SIDES: Final = 5
_KINDS: Final = {
    DifferenceKind.DATE: words.DIFFERENT_DATES,
    DifferenceKind.NUMBER: words.DIFFERENT_NUMBERS,
    DifferenceKind.PLACE: words.DIFFERENT_PLACES,
    DifferenceKind.NAME: words.DIFFERENT_NAMES,
    DifferenceKind.UNSAID: words.ANNOUNCED_OR_NOT,
    DifferenceKind.HALTED: words.HALTED_OR_NOT,
    DifferenceKind.OLDER: words.OLDER_AND_NEWER,
}
_NAMED: Final = {
    DifferenceKind.UNSAID: words.NOT_ANNOUNCED,
    DifferenceKind.HALTED: words.HALTED,
    DifferenceKind.OLDER: words.OLDER,
}
# Sentences and the numbers that they are cited by.
Numbered = Mapping[Sentence, Cited]


def by_sentence(cited: Iterable[Cited]) -> Numbered:
    """Return cited quotes by their sentences."""
    return {one.sentence: one for one in cited}


def quote_block(cited: Cited, heading: str = "", remark: str = "") -> Block:
    """Return a quote with its citation below, and a remark above it where there is one."""
    lines = [remark, quoted(cited), citation(cited)]
    return Block("\n".join(line for line in lines if line), (cited,), heading)


def quoted(cited: Cited) -> str:
    """Return the words of a quote as a block quote."""
    quote = cited.quote
    return marked_cut(fit_quote(quote.sentence.text, quote.highlights, _QUOTE_ROOM))


def citation(cited: Cited) -> str:
    """Return the citation of a quote, in small letters."""
    return f"-# {citation_text(cited, detailed=False)}"


def cited_blocks(first: Cited, others: Sequence[Cited], heading: str) -> list[Block]:
    """Return a quote with its citation and those of sentences that tell the same.

    Citations that have no room beside the quote come in blocks of their own.
    """
    blocks: list[Block] = []
    lines, held = [quoted(first), citation(first)], [first]
    for other in others:
        line = citation(other)
        if length("\n".join([heading, *lines, line])) >= BLOCK:
            blocks.append(Block("\n".join(lines), tuple(held), heading))
            lines, held = [], []
        lines.append(line)
        held.append(other)
    return [*blocks, Block("\n".join(lines), tuple(held), heading)]


def difference_text(item: Difference, shown: Numbered) -> str:
    """Say which of the quotes shown differ, and in what."""
    sides = [
        f"{fit_line(quote.article.outlet, NAME_ROOM)} [{shown[quote.sentence].number}]"
        f"{f' ({say(_NAMED[item.kind])})' if quote in item.named else ''}"
        for quote in item.quotes
        if quote.sentence in shown
    ]
    named = ", ".join(sides[:_SIDES])
    if len(sides) > _SIDES:
        named = say(words.AND_MORE, shown=named, count=len(sides) - _SIDES)
    about = fit_line(item.about, _ABOUT_ROOM)
    return say(words.DIFFERENT, about=about, kind=say(_KINDS[item.kind]), sides=named)


def names_text(names: Sequence[str], room: int) -> str:
    """Return names in a row, with the count of those that have no room."""
    shown: list[str] = []
    for name in names:
        line = fit_line(name, NAME_ROOM)
        room -= length(line) + 2
        if shown and room < 0:
            return say(words.AND_MORE, shown=", ".join(shown), count=len(names) - len(shown))
        shown.append(line)
    return ", ".join(shown)


def heading(name: str) -> str:
    """Return a heading over blocks."""
    shown = fit_line(name, NAME_ROOM)
    return f"**{shown}**" if shown else ""


def not_found_view(*above: discord.ui.Item[Any] | None) -> discord.ui.LayoutView:
    """Return the plain word that the articles do not say."""
    asked = [item for item in above if item]
    footer = text(f"-# {say(words.NOT_FOUND_FOOTER)}")
    return view_of([text(f"**{say(words.NOT_FOUND)}**"), *asked, footer], NOT_FOUND)
