"""The things a corpus is made of: articles and their sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

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


@dataclass(frozen=True, slots=True)
class Article:
    """One article: what the manifest tells of it, its text as it stands, its sentences."""

    id: str
    file: str
    outlet: str
    text: str
    sentences: tuple[Sentence, ...]
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    published_range: tuple[date, date] | None = None
    published_basis: str | None = None
    published_note: str | None = None
    via: str | None = None
    url: str | None = None

    @property
    def quotable(self) -> tuple[Sentence, ...]:
        """The sentences that may be shown as quotes, in reading order."""
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
    def sentences(self) -> tuple[Sentence, ...]:
        """Every quotable sentence, article by article."""
        return tuple(sentence for article in self.articles for sentence in article.quotable)

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """The outlets in the manifest's order, each once."""
        return tuple(dict.fromkeys(article.outlet for article in self.articles))
