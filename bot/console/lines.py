"""Pages as lines: plain text, or styled where a terminal shows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import RenderableType


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, folded to the width there is; `spans` of its text have a style more."""

    text: str
    style: str = ""
    indent: int = 0
    spans: tuple[tuple[int, int, str], ...] = ()


def plain(lines: Iterable[Line], width: int) -> str:
    """Return lines as text; no word is broken, so that links stay whole."""
    folded: list[str] = []
    for line in lines:
        margin = " " * line.indent
        folded += wrap(
            " ".join(line.text.split()),
            width,
            initial_indent=margin,
            subsequent_indent=margin,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
    return "".join(f"{line}\n" for line in folded)


def styled(lines: Iterable[Line]) -> "RenderableType":
    """Return lines as a page of rich."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    parts: list[RenderableType] = []
    for line in lines:
        text = Text(line.text, style=line.style, overflow="fold")
        for start, end, style in line.spans:
            text.stylize(style, start, end)
        if not line.text:
            parts.append(Text(""))
            continue
        flat = Text(" ", style=line.style, overflow="fold").join(text.split())
        parts.append(Padding(flat, (0, 0, 0, line.indent), expand=False))
    return Group(*parts)
