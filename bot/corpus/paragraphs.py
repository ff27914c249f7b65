"""Text to paragraphs, whichever way its lines were broken."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

# Python counts neither the zero-width space nor the byte order mark as white space.
INVISIBLE = "\u200b\ufeff"
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_SHOWN = re.compile(rf"[^\s{INVISIBLE}](?:.*[^\s{INVISIBLE}])?")
_BREAKS = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_CLOSED = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_SHORTEST_WRAP, _LONGEST_WRAP = 20, 120
_FEWEST_WRAPS = 3
_NEARLY = 0.85


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


def _first_word(text: str, line: Span) -> str:
    return text[line.start : line.end].split(maxsplit=1)[0]


def _full(text: str, before: Span, line: Span, column: int) -> bool:
    """Whether the next line's first word would not have fitted on this one."""
    length = before.end - before.start
    return length <= column < length + 1 + len(_first_word(text, line))


def _goes_on(text: str, before: Span, line: Span, column: int) -> bool:
    return _adjacent(text, before, line) and (
        _full(text, before, line, column) or _wrapped_by_hand(text, before, line, column)
    )


def _wrapped_by_hand(text: str, before: Span, line: Span, column: int) -> bool:
    """Whether a line that could have held more breaks off all the same, within a sentence."""
    length = before.end - before.start
    if length > column or _CLOSED.search(text[before.start : before.end]):
        return False
    return length >= _NEARLY * column or (text[line.start].islower() and 2 * length >= column)


def _wrap_column(text: str, lines: list[Span]) -> int:
    """Return the column the text was wrapped at, or 0 where lines are paragraphs."""
    pairs = [(a, b) for a, b in pairwise(lines) if _adjacent(text, a, b)]
    if len(pairs) < _FEWEST_WRAPS:
        return 0
    column = _likeliest_column(text, pairs)
    full = [(a, b) for a, b in pairs if _full(text, a, b, column)]
    open_ended = sum(not _CLOSED.search(text[a.start : a.end]) for a, _ in full)
    # Headings and links start with a capital; of wrapped lines, few do.
    lower = sum(text[b.start].islower() for _, b in full)
    wrapped = 2 * len(full) >= len(pairs) and 2 * open_ended >= len(full) <= 3 * lower
    return column if wrapped else 0


def _likeliest_column(text: str, pairs: list[tuple[Span, Span]]) -> int:
    """Return the column at which most lines are full; lines that were not wrapped don't count."""
    steps = [0] * (_LONGEST_WRAP + 2)
    for before, line in pairs:
        length = before.end - before.start
        if length <= _LONGEST_WRAP:
            steps[max(length, _SHORTEST_WRAP)] += 1
            over = length + 1 + len(_first_word(text, line))
            steps[min(max(over, _SHORTEST_WRAP), _LONGEST_WRAP + 1)] -= 1
    counts = list(accumulate(steps))
    return max(range(_LONGEST_WRAP, _SHORTEST_WRAP - 1, -1), key=counts.__getitem__)
