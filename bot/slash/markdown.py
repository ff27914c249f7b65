"""Any text as Discord's Markdown that shows it letter for letter, and back."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from bot.slash.limits import TEXT, length
from bot.slash.visible import flat, letters, visible

Spans = Sequence[tuple[int, int]]

# What `visible` never leaves in a text, so wherever it stands it was put there by `escape`.
_BREAK = "\u200b"
_ALWAYS = frozenset("\\*_~`|<>[]#")
# Two colons make an emoji of a name, a scheme makes a link of a bare address.
_SHORTCODE = re.compile(r":[\w+~-]+:")
_SCHEME = re.compile(r":(?=//)")
# Lists are read where a line begins, also after spaces.
_LINE_START = re.compile(r"^[^\S\n]*(?:[-+]|\d+[.)])", re.MULTILINE)
_LOUD = re.compile(r"@(?=everyone|here)", re.IGNORECASE)
_ESCAPED_OR_BOLD = re.compile(r"\\([^0-9A-Za-z\s])|\*\*")
# They belong to the character before them.
_COMBINING = re.compile(r"[\u0300-\u036f\u200c\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]")


@dataclass(frozen=True, slots=True)
class Fitted:
    """The Markdown of the beginning of a text, and how many characters did not fit."""

    shown: str
    left: int


def escape(text: str) -> str:
    """Return Markdown that shows a text as it stands, with no mention, link or emoji in it."""
    return "".join(_pieces(visible(text)))


def escape_line(text: str) -> str:
    """Return Markdown that shows a text as it stands, on one line."""
    return escape(flat(text))


def unescape(shown: str) -> str:
    """Return the text that Markdown made here shows: without escapes and bold."""
    return _ESCAPED_OR_BOLD.sub(lambda match: match[1] or "", shown.replace(_BREAK, ""))


def fit_quote(text: str, spans: Spans = (), room: int = TEXT) -> Fitted:
    """Return as much of a text as has room in a block quote, cut between words, spans in bold."""
    shown, bold = _seen(text, spans)
    # Every character takes room, so no more than this can be shown.
    pieces = _pieces(shown[: room + 1])
    for start, stop in bold:
        if start < len(pieces):
            pieces[start] = f"**{pieces[start]}"
            pieces[min(stop, len(pieces)) - 1] += "**"
    # The marks of the first line, and of bold that the cut would leave open.
    taken = len("> ") + len("**")
    for at, piece in enumerate(pieces):
        taken += length(piece) + (len("> ") if piece == "\n" else 0)
        if taken > room:
            end = _word_end(shown, at)
            break
    else:
        end = len(shown)
    cut = "".join(pieces[:end])
    if any(start < end < stop for start, stop in bold):
        cut += "**"
    block = "\n".join(f"> {line}" for line in cut.split("\n"))
    return Fitted(block, len(shown[end:].strip()))


def fit_line(text: str, room: int) -> str:
    """Return a text as Markdown on one line, cut between words and marked where it has no room."""
    shown = flat(text)
    pieces = _pieces(shown[: room + 1])
    sizes = list(accumulate(map(length, pieces)))
    if not sizes or sizes[-1] <= room:
        return "".join(pieces)
    return "".join(pieces[: _word_end(shown, bisect_left(sizes, room))]) + "…"


def fit_label(text: str, room: int) -> str:
    """Return a text on one line for where no Markdown is read, cut where it has no room."""
    shown = flat(text)
    sizes = list(accumulate(map(length, shown[: room + 1])))
    if not sizes or sizes[-1] <= room:
        return shown
    return shown[: _word_end(shown, bisect_left(sizes, room))] + "…"


def _pieces(shown: str) -> list[str]:
    """Return the Markdown of each character of a visible text."""
    pieces = [f"\\{letter}" if letter in _ALWAYS else letter for letter in shown]
    for at in _to_escape(shown):
        pieces[at] = f"\\{shown[at]}"
    for match in re.finditer("@", shown):
        pieces[match.start()] = "\\@"
    for match in _LOUD.finditer(shown):
        # Discord's servers do not know the backslash: to them only a break parts the word.
        pieces[match.start()] = f"\\@{_BREAK}"
    return pieces


def _to_escape(shown: str) -> Iterable[int]:
    for match in _SCHEME.finditer(shown):
        yield match.start()
    for match in _SHORTCODE.finditer(shown):
        yield match.start()
        yield match.end() - 1
    for match in _LINE_START.finditer(shown):
        yield match.end() - 1


def _seen(text: str, spans: Spans) -> tuple[str, list[tuple[int, int]]]:
    """Return what is seen of a text and where its spans are in that."""
    each = letters(text)
    places = [0]
    for letter in each:
        places.append(places[-1] + len(letter))
    shown = "".join(each)
    moved = [
        (places[max(0, min(start, len(each)))], places[max(0, min(end, len(each)))])
        for start, end in spans
    ]
    return shown, _trimmed(shown, moved)


def _trimmed(shown: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans that begin and end with a letter or digit and do not touch."""
    # Bold that opens or closes at a space or a sign, crosses a line, or follows other bold at
    # once is read differently from one app to the next.
    parts: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        for line in re.finditer(r"[^\n]+", shown[start:end]):
            first, last = start + line.start(), start + line.end()
            while first < last and not shown[first].isalnum():
                first += 1
            while last > first and not shown[last - 1].isalnum():
                last -= 1
            if parts and first <= parts[-1][1] + 1 and "\n" not in shown[parts[-1][1] : first]:
                parts[-1] = (parts[-1][0], max(last, parts[-1][1]))
            elif first < last:
                parts.append((first, last))
    return parts


def _word_end(shown: str, end: int) -> int:
    """Return where the last whole word before a place ends, or the last letter at least."""
    if end >= len(shown) or shown[end].isspace():
        return len(shown[:end].rstrip()) or end
    space = max((at for at in range(end) if shown[at].isspace()), default=0)
    words = len(shown[:space].rstrip())
    if words:
        return words
    while end > 1 and _COMBINING.match(shown[end]):
        end -= 1
    return end
