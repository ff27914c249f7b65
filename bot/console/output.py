"""Where the console writes: text pages or lines of JSON, on one stream."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TextIO

from bot.console.contract import line
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
