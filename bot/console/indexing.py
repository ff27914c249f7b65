"""`index`: all that can be made of the articles ahead of questions, made and kept."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from bot.index.index import SentenceIndex

_MEGABYTE = 1_000_000


class NotKeptError(Exception):
    """What is made can't be kept; the message says where, and the cure."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What was made, how long it took, and how much room all that is kept takes."""

    articles: int
    sentences: int
    seconds: float
    bytes: int
    folder: Path

    def __str__(self) -> str:
        return (
            f"{self.articles} articles, {self.sentences} sentences, {self.seconds:.1f} seconds,"
            f" {self.bytes / _MEGABYTE:.1f} MB kept"
        )


def index_kept(make: Callable[[], SentenceIndex], folder: Path) -> Indexed:
    """Make an index that is kept in a folder; raises NotKeptError before any work is done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise NotKeptError(
            f"BOT_CACHE: {folder}: {error.strerror or error}. Name a folder that can be written to"
        ) from None
    began = time.perf_counter()
    index = make()
    seconds = time.perf_counter() - began
    kept = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return Indexed(len(index.corpus.articles), len(index.sentences), seconds, kept, folder)
