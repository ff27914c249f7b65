"""A long reply part by part: as many whole blocks on a page as Discord has room for."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

import discord

from bot.slash import words
from bot.slash.buttons.context import ContextMenu
from bot.slash.buttons.turning import TurnButton
from bot.slash.limits import OPTION, OPTIONS, ROW_BUTTONS, TEXT, length
from bot.slash.markdown import fit_label
from bot.slash.references import refer
from bot.slash.replies.citing import Cited, link, link_rows
from bot.slash.replies.layout import Items, row, rule, text, view_of
from bot.slash.requests import Request
from bot.slash.speaking import say

# As much as one block may hold: head and foot never take more than the rest.
BLOCK: Final = 2800
_PARTS: Final = 28
_PARTS_LINE: Final = 40


@dataclass(frozen=True, slots=True)
class Block:
    """What is never parted: Markdown and the quotes cited in it, under a heading.

    The heading stands once above those that share it.
    """

    text: str
    cited: tuple[Cited, ...] = ()
    heading: str = ""


# A block is only laid out when its page is.
Makers = Sequence[Callable[[], Block]]


@dataclass(frozen=True, slots=True)
class Part:
    """The blocks of a page, where it begins and ends among all, and where the one before does."""

    blocks: tuple[Block, ...]
    start: int
    end: int
    before: int
    count: int


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the blocks of a page, and within how many blocks and letters it ends.

    `spare` letters are kept free for what a page is put under elsewhere.
    """

    above: Items
    footer: str
    request: Request
    accent: int
    most: int = OPTIONS
    spare: int = 0

    @property
    def room(self) -> int:
        """How many letters its blocks may have."""
        said = [item.content for item in self.above if isinstance(item, discord.ui.TextDisplay)]
        taken = sum(map(length, [*said, self.footer])) + _PARTS_LINE
        return TEXT - taken - self.spare


def part_of(makers: Makers, start: int, frame: Frame) -> Part:
    """Return the page that begins with a block, or else the first page."""
    at = start if 0 <= start < len(makers) else 0
    blocks = _fitting((makers[n]() for n in range(at, len(makers))), frame)
    back = _fitting((makers[n]() for n in range(at - 1, -1, -1)), frame) if at else ()
    return Part(blocks, at, at + len(blocks), at - len(back), len(makers))


def parts_view(makers: Makers, start: int, frame: Frame) -> discord.ui.LayoutView:
    """Return the page that begins with a block as a view."""
    return part_view(part_of(makers, start, frame), frame)


def part_view(part: Part, frame: Frame) -> discord.ui.LayoutView:
    """Return a page as a view, with buttons to the pages beside it."""
    cited = [cited for block in part.blocks for cited in block.cited]
    turns = [
        TurnButton(frame.request, part.before, say(words.PREVIOUS)) if part.start else None,
        TurnButton(frame.request, part.end) if part.end < part.count else None,
    ]
    footer = frame.footer
    if any(turns):
        where = say(words.PARTS, first=part.start + 1, last=part.end, count=part.count)
        footer = f"{where} · {footer}"
    items = [
        *frame.above,
        rule(),
        *_texts(part.blocks),
        *link_rows(cited),
        *_menu(cited),
        text(f"-# {footer}"),
        *row(*turns),
    ]
    return view_of(items, frame.accent)


def _texts(blocks: Iterable[Block]) -> list[discord.ui.Item[Any]]:
    items: list[discord.ui.Item[Any]] = []
    heading = ""
    for block in blocks:
        new = block.heading and block.heading != heading
        items.append(text(f"{block.heading}\n{block.text}" if new else block.text))
        heading = block.heading
    return items


def _menu(cited: Iterable[Cited]) -> list[discord.ui.Item[Any]]:
    """Return a menu of the quotes whose surroundings can be shown, if there are any."""
    options = {
        value: discord.SelectOption(label=_label(one), value=value, description=_opening(one))
        for one in cited
        if one.sentence.number is not None and (value := str(refer(one.sentence)))
    }
    return row(ContextMenu(list(options.values())[:OPTIONS]) if options else None)


def _label(cited: Cited) -> str:
    shown = say(
        words.OPTION,
        number=cited.number,
        outlet=cited.article.outlet,
        sentence=cited.sentence.number,
    )
    return fit_label(shown, OPTION - 1)


def _opening(cited: Cited) -> str | None:
    return fit_label(cited.sentence.text, OPTION - 1) or None


def _fitting(blocks: Iterable[Block], frame: Frame) -> tuple[Block, ...]:
    """Return as many blocks, from the first on, as have room on a page; one always has."""
    kept: list[Block] = []
    room, quotes = frame.room, 0
    links: set[str] = set()
    for block in islice(blocks, frame.most):
        room -= length(f"{block.heading}\n{block.text}")
        quotes += len(block.cited)
        links.update(url for cited in block.cited if (url := link(cited.article)))
        parts = len(kept) + 1 + len(links) + math.ceil(len(links) / ROW_BUTTONS)
        if kept and (room < 0 or parts > _PARTS or quotes > OPTIONS):
            break
        kept.append(block)
    return tuple(kept)
