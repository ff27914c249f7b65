"""An edition: stamp, bottom line, topics, differences and marked older background."""

from collections.abc import Iterator
from functools import partial

import discord

from bot.answers.citation import show_date
from bot.briefings.edition import Edition
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
    not_found_view,
    quote_block,
)
from bot.slash.requests import BriefRequest
from bot.slash.speaking import say, translated


def edition_view(
    edition: Edition, request: BriefRequest, corpus: Corpus, start: int = 0, spare: int = 0
) -> discord.ui.LayoutView:
    """Return an edition from a block on; its buttons make it anew as it was requested.

    `spare` letters are left for what the view will stand under.
    """
    shown = by_sentence(numbered(edition.quotes, corpus))
    title = _title(edition, request)
    if not shown:
        return not_found_view(text(title))
    makers: Makers = list(_blocks(edition, shown))
    lines = [title, f"-# {_stamp(edition)}"]
    if edition.new is not None:
        new = [f"[{shown[q.sentence].number}]" for q in edition.new if q.sentence in shown]
        numbers = " ".join(new) or say(words.NOTHING_NEW)
        lines.append(f"-# {say(words.NEW, numbers=numbers)}")
    frame = Frame(
        [text("\n".join(lines))], say(words.ANSWER_FOOTER), request, ANSWERED, spare=spare
    )
    return parts_view(makers, start, frame)


def _title(edition: Edition, request: BriefRequest) -> str:
    name = edition.sections[0].topic if request.topic and edition.sections else ""
    topic = fit_line(name, NAME_ROOM)
    return f"### {say(words.BRIEFING_ON, topic=topic) if topic else say(words.BRIEFING)}"


def _stamp(edition: Edition) -> str:
    day = say(words.DATE_UNKNOWN)
    if edition.published:
        day = say(words.AS_OF, day=show_date(edition.published, translated))
    outlets = len({article.outlet for article in edition.current})
    current = say(words.ONE_CURRENT) if outlets == 1 else say(words.CURRENT, count=outlets)
    if edition.older:
        current += say(words.OLDER_ARTICLES, count=len(edition.older))
    minutes = edition.minutes
    pace = say(words.A_MINUTE) if minutes == 1 else say(words.MINUTES, count=minutes)
    return f"{day} · {current} · {pace}"


def _blocks(edition: Edition, shown: Numbered) -> Iterator[partial[Block]]:
    """Yield what makes each block, in the order of an edition."""
    lead = [edition.bottom_line] if edition.bottom_line else []
    parts = [
        (say(words.BOTTOM_LINE), lead),
        *((section.topic, section.quotes) for section in edition.sections),
    ]
    for name, quotes in parts:
        for quote in quotes:
            if quote.sentence in shown:
                yield partial(quote_block, shown[quote.sentence], heading(name))
    said = {quote.sentence for section in edition.sections for quote in section.quotes}
    differ = heading(say(words.WHERE_DIFFER))
    for item in edition.differences:
        yield partial(Block, f"*{difference_text(item, shown)}*", heading=differ)
        for quote in item.quotes:
            if quote.sentence in shown and quote.sentence not in said:
                said.add(quote.sentence)
                yield partial(quote_block, shown[quote.sentence], differ)
    for about in edition.also_differing:
        line = say(words.ALSO_DIFFER, about=fit_line(about, NAME_ROOM * 2))
        yield partial(Block, f"*{line}*", heading=differ)
    for quote in edition.background:
        if quote.sentence in shown:
            yield partial(quote_block, shown[quote.sentence], heading(say(words.BACKGROUND)))
    for note in edition.notes:
        yield partial(Block, f"*{fit_line(translated(note), NAME_ROOM * 3)}*")
