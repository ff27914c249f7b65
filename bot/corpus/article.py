"""The things a corpus is made of: articles and their sentences."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import accumulate, chain
from pathlib import Path
from types import MappingProxyType
from typing import overload

import numpy as np
from numpy.typing import NDArray

from bot.corpus.names import Names
from bot.corpus.notes import Note


class Kind(StrEnum):
    """What a sentence is in its article; only headline, dek and body are ever quoted."""

    HEADLINE = "headline"
    DEK = "dek"
    BODY = "body"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    BYLINE = "byline"
    BOILERPLATE = "boilerplate"
    REPEAT = "repeat"

    @property
    def quotable(self) -> bool:
        """Whether sentences of this kind are indexed and may be shown as quotes."""
        return self in QUOTABLE


QUOTABLE = frozenset({Kind.HEADLINE, Kind.DEK, Kind.BODY})
KINDS = tuple(Kind)
_KIND_IS_QUOTABLE = np.array([kind.quotable for kind in KINDS])
# Where a row of numbers tells a sentence's place: start, end, paragraph, opening.
SPAN_COLUMNS = [0, 1, 3, 6]
# Up to so many sentences are all made at once; of more, so many are kept that were asked for last.
MANY = 50_000
_RECENT = 16_384
# Texts unpacked that were read last.
_TEXTS = 256


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of an article's file: `text == file[start:end]`, in Unicode code points.

    `paragraph` and `number` count from 1 over the article's quotable sentences and are None
    for the others, for which `why` says the reason they were left out. `opening` is the length of
    a dateline, "(Agency) -- ", which is part of the text but says nothing of the story.
    """

    article: str
    file: str
    start: int
    end: int
    kind: Kind
    paragraph: int | None
    number: int | None
    text: str
    why: str = ""
    opening: int = 0


def pack(text: str) -> bytes:
    """Return a text as an archive of many keeps it: one curly quote doubles a string's room."""
    return text.encode(errors="surrogatepass")


@lru_cache(maxsize=_TEXTS)
def unpacked(packed: bytes) -> str:
    """Return the text that was packed."""
    return packed.decode(errors="surrogatepass")


class Rows(Sequence[Sentence]):
    """The sentences of one article as rows of numbers; each is made when it is asked for.

    A row holds start, end, kind, paragraph, number, reason and opening; -1 stands for none, a
    kind for its place in KINDS and a reason for its place in `reasons`.
    """

    def __init__(
        self,
        article: str,
        file: str,
        packed: bytes,
        rows: NDArray[np.int32],
        reasons: Sequence[str],
    ) -> None:
        self.article, self.file, self.packed = article, file, packed
        self.rows, self.reasons = rows, reasons

    @overload
    def __getitem__(self, at: int) -> Sentence: ...
    @overload
    def __getitem__(self, at: slice) -> "Rows": ...
    def __getitem__(self, at: int | slice) -> "Sentence | Rows":
        if isinstance(at, slice):
            return self._of(self.rows[at])
        start, end, kind, paragraph, number, why, opening = self.rows[at].tolist()
        return Sentence(
            self.article,
            self.file,
            start,
            end,
            KINDS[kind],
            None if paragraph < 0 else paragraph,
            None if number < 0 else number,
            unpacked(self.packed)[start:end],
            self.reasons[why],
            opening,
        )

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def quotable(self) -> "Rows":
        """Those that may be shown as quotes."""
        quotable = _KIND_IS_QUOTABLE[self.rows[:, 2]]
        at = np.flatnonzero(quotable)
        if not len(at) or len(at) <= at[-1] - at[0]:
            return self._of(self.rows[quotable])
        # Rows that follow one another stay in the file that they are mapped from.
        return self._of(self.rows[at[0] : at[-1] + 1])

    def _of(self, rows: NDArray[np.int32]) -> "Rows":
        return Rows(self.article, self.file, self.packed, rows, self.reasons)


class _Joined(Sequence[Sentence]):
    """The sentences of many articles as one sequence, the last ones asked for kept."""

    def __init__(self, parts: Sequence[Sequence[Sentence]]) -> None:
        self._parts = parts
        self._ends = list(accumulate(map(len, parts)))
        self._at = lru_cache(maxsize=_RECENT)(self._make)

    @overload
    def __getitem__(self, at: int) -> Sentence: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Sentence, ...]: ...
    def __getitem__(self, at: int | slice) -> Sentence | tuple[Sentence, ...]:
        if isinstance(at, slice):
            return tuple(self._at(one) for one in range(*at.indices(len(self))))
        return self._at(at if at >= 0 else at + len(self))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def _make(self, at: int) -> Sentence:
        if not 0 <= at < len(self):
            raise IndexError(at)
        part = bisect_right(self._ends, at)
        return self._parts[part][at - self._ends[part]]


def joined(parts: Sequence[Sequence[Sentence]]) -> Sequence[Sentence]:
    """Return sentences of several articles one after the other; many are made when asked for."""
    return _Joined(parts) if sum(map(len, parts)) > MANY else tuple(chain(*parts))


@dataclass(frozen=True, slots=True)
class Article:
    """One article: what the manifest tells of it, its text as it stands, its sentences."""

    id: str
    file: str
    outlet: str
    packed: bytes
    sentences: Sequence[Sentence]
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    published_range: tuple[date, date] | None = None
    published_basis: str | None = None
    published_note: str | None = None
    via: str | None = None
    url: str | None = None

    @property
    def text(self) -> str:
        """The text of its file, to the letter."""
        return unpacked(self.packed)

    @property
    def quotable(self) -> Sequence[Sentence]:
        """The sentences that may be shown as quotes, in reading order."""
        if isinstance(self.sentences, Rows):
            return self.sentences.quotable
        return tuple(sentence for sentence in self.sentences if sentence.kind.quotable)


@dataclass(frozen=True)
class Corpus:
    """All articles of a folder, in the manifest's order."""

    folder: Path
    articles: tuple[Article, ...]
    names: Names
    notes: tuple[Note, ...] = ()
    warnings: tuple[str, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Article]:
        """Articles by their id."""
        return MappingProxyType({article.id: article for article in self.articles})

    @cached_property
    def sentences(self) -> Sequence[Sentence]:
        """Every quotable sentence, article by article."""
        return joined([article.quotable for article in self.articles])

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """The outlets in the manifest's order, each once."""
        return tuple(dict.fromkeys(article.outlet for article in self.articles))
