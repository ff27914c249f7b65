"""Text to paragraphs, whichever way its lines were broken."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

# Python counts neither the zero-width space nor the byte order mark as white space.
INVISIBLE = "\u200b\ufeff"
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_SHOWN = re.compile(rf"[^\s{INVISIBLE}](?:.*[^\s{INVISIBLE}])?")
_BREAKS = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_CLOSED = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_LONGEST_WRAP = 120


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open stretch of a text, in code points."""

    start: int
    end: int


def paragraphs(text: str) -> list[Span]:
    """Cut text into paragraphs, without the white space around them.

    A blank line always ends a paragraph. Where the lines were wrapped at a column, a line
    that is full goes on in the next one; elsewhere every line is a paragraph.
    """
    lines = list(_lines(text))
    column = _wrap_column(text, lines)
    result: list[Span] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if column and before and _goes_on(text, before, line, column):
            result[-1] = Span(result[-1].start, line.end)
        else:
            result.append(line)
    return result


def _lines(text: str) -> Iterator[Span]:
    for match in _LINE.finditer(text):
        line = match.group()
        shown = _SHOWN.search(line)
        if shown:
            yield Span(match.start() + shown.start(), match.start() + shown.end())


def _adjacent(text: str, before: Span, line: Span) -> bool:
    return len(_BREAKS.findall(text, before.end, line.start)) == 1


def _full(text: str, before: Span, line: Span, column: int) -> bool:
    """Whether the next line's first word would not have fitted on this one."""
    first = text[line.start : line.end].split(maxsplit=1)[0]
    return before.end - before.start + 1 + len(first) > column


def _goes_on(text: str, before: Span, line: Span, column: int) -> bool:
    return _adjacent(text, before, line) and _full(text, before, line, column)


def _wrap_column(text: str, lines: list[Span]) -> int:
    """Return the column the text was wrapped at, or 0 where lines are paragraphs."""
    pairs = [(a, b) for a, b in pairwise(lines) if _adjacent(text, a, b)]
    if len(pairs) < 3:
        return 0
    lengths = sorted(line.end - line.start for line in lines)
    column = lengths[-1 - len(lengths) // 50]
    if column > _LONGEST_WRAP or column < 20:
        return 0
    full = [(a, b) for a, b in pairs if _full(text, a, b, column)]
    open_ended = sum(not _CLOSED.search(text[a.start : a.end]) for a, _ in full)
    return column if 2 * len(full) >= len(pairs) and 2 * open_ended >= len(full) else 0
