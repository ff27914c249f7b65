"""Pages whose every line says what must become of it.

A line of a marked page is a paragraph. Its mark stands before the first stroke: `H` headline,
`D` dek, `B` body, `-` must never be quoted, `?` may be quoted or not. `¦` stands for the space
between two sentences; `{…}` is the dateline that opens one. Lines that start with `=` say what
the manifest knows.
"""

import textwrap
from dataclasses import dataclass, field
from pathlib import Path

from bot.corpus.article import Sentence
from bot.corpus.manifest import Entry
from bot.corpus.splitting import split

KINDS = {"H": {"headline"}, "D": {"dek", "body"}, "B": {"dek", "body"}}
_SHAPES = {
    "blank lines": ("\n\n", 0),
    "a line each": ("\n", 0),
    "CRLF": ("\r\n\r\n", 0),
    "wrapped": ("\n\n", 72),
}
SHAPES = tuple(_SHAPES)


@dataclass(frozen=True)
class Part:
    """A stretch of a page, with the mark of what must become of it."""

    mark: str
    start: int
    end: int
    text: str


@dataclass
class Page:
    """A page in one of the shapes a file may have."""

    about: dict[str, str]
    text: str = ""
    parts: list[Part] = field(default_factory=list)

    def sentences(self, *, titled: bool = True) -> tuple[Sentence, ...]:
        """Split the page, with all that the manifest knows or with the outlet alone."""
        known = self.about if titled else {}
        authors = tuple(name for name in known.get("authors", "").split(", ") if name)
        outlet, via = self.about["outlet"], known.get("via")
        told = Entry(
            file="page.txt", outlet=outlet, via=via, title=known.get("title"), authors=authors
        )
        return split(self.text, told)


def read(path: Path, shape: str) -> Page:
    """Read a marked page and write it out in a shape."""
    between, column = _SHAPES[shape]
    page = Page({})
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            key, _, value = line[2:].partition(": ")
            page.about[key] = value
        else:
            mark, _, told = line.partition("|")
            _add(page, mark, told, column)
            page.text += between
    return page


def _add(page: Page, mark: str, told: str, column: int) -> None:
    pieces = [(mark, piece) for piece in told.replace("{", "").replace("} ", " ").split("¦")]
    shown = " ".join(piece for _, piece in pieces)
    if column:
        wrapped = textwrap.wrap(
            shown, column, break_on_hyphens=False, break_long_words=False, drop_whitespace=True
        )
        shown = "\n".join(wrapped)
    start = len(page.text)
    page.text += shown
    for piece_mark, piece in pieces:
        end = start + len(piece)
        page.parts.append(Part(piece_mark, start, end, page.text[start:end]))
        start = end + 1


def lost(page: Page, sentences: tuple[Sentence, ...]) -> list[str]:
    """Return the sentences of the story that are not quotable to the letter."""
    found = {(s.start, s.end): s for s in sentences}
    return [
        f"{part.mark} {part.text!r}: {_verdict(found, sentences, part)}"
        for part in page.parts
        if part.mark in KINDS
        and (
            (part.start, part.end) not in found
            or found[part.start, part.end].kind.value not in KINDS[part.mark]
        )
    ]


def _verdict(
    found: dict[tuple[int, int], Sentence], sentences: tuple[Sentence, ...], part: Part
) -> str:
    same = found.get((part.start, part.end))
    if same:
        return f"{same.kind} ({same.why})"
    return f"cut as {[s.text for s in sentences if s.start < part.end and part.start < s.end]}"


def quoted_furniture(page: Page, sentences: tuple[Sentence, ...]) -> list[str]:
    """Return the quotable sentences that hold anything of the page's furniture."""
    return [
        f"{sentence.kind} {sentence.text!r}"
        for sentence in sentences
        if sentence.kind.quotable
        for part in page.parts
        if part.mark == "-" and sentence.start < part.end and part.start < sentence.end
    ]
