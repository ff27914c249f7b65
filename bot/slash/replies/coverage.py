"""Which outlet tells of which topic, as text and as a heat map."""

from collections.abc import Iterator
from functools import partial

from bot.briefings.coverage import Cell, Coverage
from bot.briefings.pictures.coverage import coverage_picture
from bot.slash import words
from bot.slash.limits import length
from bot.slash.markdown import fit_line
from bot.slash.replies.blocks import Block, Frame, Makers, parts_view
from bot.slash.replies.citing import NAME_ROOM
from bot.slash.replies.layout import PLAIN, text
from bot.slash.replies.lines import heading, names_text, not_found_view
from bot.slash.replies.pictures import Illustrated, gallery
from bot.slash.requests import CoverageRequest
from bot.slash.speaking import say, translated

_ROOM = 1500


def coverage_view(
    coverage: Coverage, request: CoverageRequest, start: int = 0, *, pictures: bool = False
) -> Illustrated:
    """Return coverage from a block on; its first page with the map, if pictures are wanted."""
    title = text(f"### {say(words.COVERAGE)}\n-# {say(words.COVERAGE_HINT)}")
    if not coverage.most:
        return Illustrated(not_found_view(title))
    makers: Makers = list(_blocks(coverage))
    picture = (
        coverage_picture(coverage, title=say(words.COVERAGE), say=translated)
        if pictures and not start
        else None
    )
    frame = Frame([title, *gallery(picture)], say(words.COVERAGE_FOOTER), request, PLAIN)
    return Illustrated(parts_view(makers, start, frame), picture)


def _blocks(coverage: Coverage) -> Iterator[partial[Block]]:
    for topic in coverage.topics:
        yield partial(_topic_block, coverage, topic)
    for outlet in coverage.outlets:
        if left_out := coverage.left_out(outlet):
            line = say(
                words.LEAVES_OUT,
                outlet=fit_line(outlet, NAME_ROOM),
                topics=names_text(left_out, _ROOM),
            )
            yield partial(Block, f"-# {line}")


def _topic_block(coverage: Coverage, topic: str) -> Block:
    """Return a topic with the count of each outlet, those that tell of it first."""
    counts = [
        f"{fit_line(outlet, NAME_ROOM)} {_count(coverage.cells[topic, outlet])}"
        for outlet in sorted(coverage.outlets, key=lambda o: -coverage.cells[topic, o].sentences)
    ]
    shown: list[str] = []
    room = _ROOM
    for count in counts:
        room -= length(count) + 3
        if room < 0:
            more = say(words.AND_MORE, shown=" · ".join(shown), count=len(counts) - len(shown))
            return Block(more, heading=heading(topic))
        shown.append(count)
    return Block(" · ".join(shown), heading=heading(topic))


def _count(cell: Cell) -> str:
    if not cell.sentences:
        return say(words.NOT_COVERED)
    if cell.older:
        return say(words.OLDER_COUNT, count=cell.sentences)
    return f"**{cell.sentences}**"
