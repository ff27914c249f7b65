"""A text as a reader sees it: without what is invisible, obeyed, or turns the writing around."""

import re
import unicodedata

_TAB = "\t"
# Letters that are drawn as nothing.
_BLANKS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
# They shape Arabic, Indic scripts and emoji families, so they stay between letters of those.
_JOINERS = frozenset("\u200c\u200d")
_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
_NOTHING = frozenset(
    map(
        chr,
        (0x034F, 0x17B4, 0x17B5, *range(0x180B, 0x1810), 0x2065, *range(0xFFF0, 0xFFF9)),
    )
)
_NOTHING_PLANE = range(0xE0000, 0xE1000)
# Signs that span the digits after them are drawn, though Unicode counts them as controls.
_DRAWN = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")
_BROKEN = "\ufffd"
_DOUBTFUL = re.compile(r"[^\n -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027]")


def visible(text: str) -> str:
    """Return a text with no invisible or controlling character but the line feed.

    Controls and line separators become spaces; direction marks and zero-width characters go.
    """
    return "".join(letters(text))


def letters(text: str) -> list[str]:
    """Return what is seen of each character of a text: itself, a space or nothing."""
    shown = list(text)
    for match in _DOUBTFUL.finditer(text):
        at = match.start()
        shown[at] = _letter(match[0], text[at - 1 : at], text[at + 1 : at + 2])
    return shown


def flat(text: str) -> str:
    """Return a text as it is seen, on one line."""
    return " ".join(visible(text).split())


def _letter(letter: str, before: str, after: str) -> str:
    if letter == "\r":
        return "" if after == "\n" else "\n"
    if letter in _JOINERS:
        return letter if _shaped(before) and _shaped(after) else ""
    if letter in _SELECTORS:
        return letter if _selectable(before) else ""
    if letter in _BLANKS or letter == _TAB:
        return " "
    if letter in _NOTHING or ord(letter) in _NOTHING_PLANE:
        return ""
    if letter in _DRAWN:
        return letter
    return _by_category(letter)


def _by_category(letter: str) -> str:
    category = unicodedata.category(letter)
    if category in {"Cc", "Zl", "Zp"}:
        return " "
    if category == "Cf":
        return ""
    if category == "Cs" or ord(letter) & 0xFFFE == 0xFFFE:
        return _BROKEN
    return letter


def _shaped(letter: str) -> bool:
    """Whether a joiner beside this letter has something to shape."""
    return letter > "\u02ff" and unicodedata.category(letter)[0] in "LMS"


def _selectable(letter: str) -> bool:
    """Whether a letter may be followed by one that selects how it is drawn."""
    if letter in _BLANKS:  # it is shown as a space
        return False
    if letter > "\u007f":
        return unicodedata.category(letter) in {"So", "Sm", "Sk", "Po", "Pd", "Lo"}
    return bool(letter) and letter in "0123456789#*"
