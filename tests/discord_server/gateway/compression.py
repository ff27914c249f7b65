"""The three ways in which a gateway connection may be written."""

import zlib
from typing import Any, Protocol


class Compression(Protocol):
    def write(self, text: str) -> str | bytes: ...


class Plain:
    def write(self, text: str) -> str | bytes:
        return text


class Zlib:
    """One zlib stream for the whole connection, flushed after each message."""

    def __init__(self) -> None:
        self._stream = zlib.compressobj()

    def write(self, text: str) -> str | bytes:
        return self._stream.compress(text.encode()) + self._stream.flush(zlib.Z_SYNC_FLUSH)


class Zstandard:
    """One zstd stream; asked for by discord.py only where `zstandard` is installed."""

    def __init__(self) -> None:
        import zstandard

        self._stream: Any = zstandard.ZstdCompressor().compressobj()
        self._flush = zstandard.COMPRESSOBJ_FLUSH_BLOCK

    def write(self, text: str) -> str | bytes:
        data: bytes = self._stream.compress(text.encode()) + self._stream.flush(self._flush)
        return data


def compression(name: str | None) -> Compression:
    kinds: dict[str | None, type[Compression]] = {
        None: Plain,
        "zlib-stream": Zlib,
        "zstd-stream": Zstandard,
    }
    return kinds[name]()
