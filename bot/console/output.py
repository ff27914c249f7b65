"""Where the console writes: text pages or lines of JSON, on one stream."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TextIO

from bot.console.contract import line

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
        from rich.console import Console  # a sixth of a second that JSON output need not pay

        console = Console(file=self._stream, highlight=False, markup=False, emoji=False)
        if not console.is_terminal:
            console.width = max(console.width, 100)
        console.print(page)
        self._stream.flush()
