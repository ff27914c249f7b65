"""Lines that come from a pipe or a file."""

from collections.abc import Iterator
from typing import BinaryIO


def piped_lines(stream: BinaryIO) -> Iterator[str]:
    """Yield each line as it comes, without its end; bytes that are no UTF-8 become U+FFFD."""
    for raw in stream:
        yield raw.decode("utf-8", errors="replace").rstrip("\r\n")
