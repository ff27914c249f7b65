"""As many whole quotes on a page as Discord has room for, each with its citation."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import discord

from bot.slash.limits import COMPONENTS, TEXT, check_components, length
from bot.slash.replies.citing import Cited, entry, link_rows, quote_text

Items = Sequence[discord.ui.Item[Any]]

ANSWERED: Final = 0x2F7D4F
NOT_FOUND: Final = 0xC98A1B
PLAIN: Final = 0x5B7083
PROBLEM: Final = 0xB3403A

# A longer sentence is cut, and says so; the second where even one leaves no room for the rest.
_LONG, _SHORT = 2400, 1200
# A section of two texts and a button is four components.
_MOST: Final = COMPONENTS // 4


@dataclass(frozen=True, slots=True)
class Page:
    """What stands above and below quotes; both are told how many of them are shown.

    `spare` letters are kept free for what a page is put under elsewhere.
    """

    above: Callable[[int], Items]
    below: Callable[[int], Items]
    accent: int
    spare: int = 0


def view_of(items: Items, accent: int) -> discord.ui.LayoutView:
    """Return items in one frame, as a view that never times out."""
    view = discord.ui.LayoutView(timeout=None)
    return view.add_item(discord.ui.Container(*items, accent_colour=accent))


def page_of(page: Page, quotes: Sequence[Cited]) -> discord.ui.LayoutView:
    """Return a page with as many of its quotes as fit, the later ones left out first."""
    headline = [{"type": 10, "content": "█" * page.spare}] if page.spare else []
    for items in _attempts(page, quotes):
        frame: discord.ui.Container[Any] = discord.ui.Container(*items, accent_colour=page.accent)
        if not check_components([*headline, frame.to_component_dict()]):
            break
    return view_of(items, page.accent)


def text(content: str) -> discord.ui.TextDisplay[Any]:
    """Return a paragraph of Markdown."""
    return discord.ui.TextDisplay(content)


def rule() -> discord.ui.Separator[Any]:
    """Return a line across the page."""
    return discord.ui.Separator()


def row(*buttons: discord.ui.Item[Any] | None) -> list[discord.ui.Item[Any]]:
    """Return a row of those buttons that there are, or nothing where there are none."""
    present = [button for button in buttons if button]
    return [discord.ui.ActionRow(*present)] if present else []


def _attempts(page: Page, quotes: Sequence[Cited]) -> Iterator[Items]:
    """Yield the page's items, each time with less in it."""
    quoted = [quote_text(cited.quote, _LONG) for cited in quotes[:_MOST]]
    for count in range(len(quoted), 0, -1):
        if sum(map(length, quoted[:count])) > TEXT:
            continue
        for detailed in (True, False):
            yield _items(page, quotes[:count], quoted, detailed=detailed)
    shortly = [quote_text(cited.quote, _SHORT) for cited in quotes[:1]]
    yield _items(page, quotes[:1], shortly, detailed=False)


def _items(page: Page, shown: Sequence[Cited], quoted: Iterable[str], *, detailed: bool) -> Items:
    entries = zip(shown, quoted, strict=False)
    return [
        *page.above(len(shown)),
        *(item for cited, said in entries for item in entry(cited, said, detailed=detailed)),
        *link_rows(shown),
        *page.below(len(shown)),
    ]
