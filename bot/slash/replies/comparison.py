"""The outlets side by side on a question or topic, and how they differ."""

from collections.abc import Iterator
from functools import partial

import discord

from bot.briefings.comparison import Comparison, Row
from bot.corpus.article import Corpus
from bot.slash import words
from bot.slash.markdown import fit_line
from bot.slash.replies.blocks import Block, Frame, Makers, parts_view
from bot.slash.replies.citing import NAME_ROOM, numbered
from bot.slash.replies.layout import ANSWERED, text
from bot.slash.replies.lines import (
    Numbered,
    by_sentence,
    difference_text,
    heading,
    names_text,
    not_found_view,
    quote_block,
)
from bot.slash.replies.question import question_text
from bot.slash.requests import CompareRequest
from bot.slash.speaking import say

_ABOUT_ROOM = 200
_NAMES_ROOM = 800


def comparison_view(
    comparison: Comparison, request: CompareRequest, corpus: Corpus, start: int = 0
) -> discord.ui.LayoutView:
    """Return a comparison from a block on."""
    shown = by_sentence(numbered(comparison.quotes, corpus))
    if request.question is not None:
        title = question_text(request.question)
    elif comparison.tables:
        about = fit_line(comparison.about, NAME_ROOM)
        title = text(f"### {say(words.COMPARED, about=about)}")
    else:
        title = text(f"### {say(words.ALL_TOPICS)}")
    if not shown and comparison.tables:
        return not_found_view(title)
    makers: Makers = list(_blocks(comparison, shown))
    above = [title] if title else []
    frame = Frame(above, say(words.ANSWER_FOOTER), request, ANSWERED)
    return parts_view(makers, start, frame)


def _blocks(comparison: Comparison, shown: Numbered) -> Iterator[partial[Block]]:
    """Yield what makes each block: the rows, who agrees, and what differs."""
    rows = comparison.rows
    for row in rows:
        yield partial(_row_block, row, shown)
    for table in comparison.tables:
        if table.agreeing:
            question = fit_line(table.question, _ABOUT_ROOM)
            outlets = names_text(table.agreeing, _NAMES_ROOM)
            yield partial(Block, f"-# {say(words.AGREE, question=question, outlets=outlets)}")
    said = {row.quote.sentence for row in rows if row.quote}
    differ = heading(say(words.DIFFERENCES)) if rows else ""
    for item in comparison.differences:
        yield partial(Block, f"*{difference_text(item, shown)}*", heading=differ)
        for quote in item.quotes:
            if quote.sentence in shown and quote.sentence not in said:
                said.add(quote.sentence)
                yield partial(quote_block, shown[quote.sentence], differ)
    if not comparison.differences:
        yield partial(Block, f"-# {say(words.NO_DIFFERENCE)}")


def _row_block(row: Row, shown: Numbered) -> Block:
    name = heading(row.outlet)
    if row.quote is None or row.quote.sentence not in shown:
        return Block(f"*{say(words.DOES_NOT_SAY)}*", heading=name)
    remark = ""
    if row.copy_of:
        remark = f"-# {say(words.SAME_AS, outlet=fit_line(row.copy_of, NAME_ROOM))}"
    return quote_block(shown[row.quote.sentence], name, remark)
