"""Where the console writes: text pages or lines of JSON, on one stream."""

import os
from collections.abc import Iterable, Mapping
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, TextIO

from bot.console.contract import line
from bot.console.lines import Line, plain, styled
from bot.console.safety import blank_controls

if TYPE_CHECKING:
    from rich.console import RenderableType


class Output:
    """Writes pages as styled text where the stream is a terminal, plain where it is not."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def record(self, record: Mapping[str, Any]) -> None:
        """Write one JSON object as a line and flush it."""
        self._stream.write(line(record) + "\n")
        self._stream.flush()

    def lines(self, lines: Iterable[Line]) -> None:
        """Write a page of lines; rich is loaded only where a terminal shows its styles."""
        if self._stream.isatty() or os.environ.get("FORCE_COLOR"):
            self.page(styled(lines))
            return
        # A little wider than a terminal that nobody set: the text goes to a file or a pipe.
        width = max(get_terminal_size().columns, 100)
        self._stream.write(blank_controls(plain(lines, width)))
        self._stream.flush()

    def page(self, page: "RenderableType") -> None:
        """Write a page; NO_COLOR and the terminal's width are honoured."""
        from rich.console import Console  # time that JSON output need not pay
        from rich.segment import Segment, Segments

        console = Console(file=self._stream, highlight=False, markup=False, emoji=False)
        if not console.is_terminal:
            console.width = max(console.width, 100)
        shown = [Segment(blank_controls(piece.text), piece.style) for piece in console.render(page)]
        if console.is_terminal:
            console.print(Segments(shown))
        else:
            lines = "".join(piece.text for piece in shown).split("\n")
            self._stream.write("\n".join(line.rstrip() for line in lines))
        self._stream.flush()
