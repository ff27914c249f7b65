"""What a picture is drawn with: shapes and lines of text as SVG, in a dark or a light theme."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from xml.sax.saxutils import escape

# Wide enough for a phone held upright, at twice the size it is shown.
WIDTH = 720
MARGIN = 36
# Open Sans, of the Apache licence, comes along as a package; the others are for the SVG alone.
FONT_PACKAGE = "ttf_opensans"
FONT_FILES = ("ttf/OpenSans-Regular.ttf", "ttf/OpenSans-Bold.ttf")
_FONTS = "Open Sans, Noto Sans, DejaVu Sans, Liberation Sans, Arial, Helvetica, sans-serif"
# Share of the font size that a letter takes, on the wide side so that no line runs over.
_NARROW, _WIDE = frozenset("iljtfrI.,:;'’|!()[] "), frozenset("mwMW@—…%")
_SHARES = {True: (0.38, 0.71, 1.0), False: (0.34, 0.62, 0.92)}


class Theme(StrEnum):
    """Whether a picture is for a dark or a light screen."""

    DARK = "dark"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a theme, by what they are for."""

    ground: str
    panel: str
    ink: str
    faint: str
    rule: str
    accent: str
    planned: str
    reported: str


PALETTES = {
    Theme.DARK: Palette(
        ground="#1b1d22",
        panel="#272a31",
        ink="#f2f3f5",
        faint="#b4b9c4",
        rule="#4a4f5a",
        accent="#7cb7ff",
        planned="#ffc46b",
        reported="#d6a4ff",
    ),
    Theme.LIGHT: Palette(
        ground="#ffffff",
        panel="#f1f3f6",
        ink="#16181d",
        faint="#525866",
        rule="#c3c8d1",
        accent="#0b57b7",
        planned="#8a4b00",
        reported="#6b2fa0",
    ),
}


@dataclass(frozen=True, slots=True)
class Picture:
    """An SVG and the words for those who can't see it."""

    svg: str
    alt: str
    width: int
    height: int


class Canvas:
    """Collects shapes; the height is known last."""

    def __init__(self, theme: Theme, width: int = WIDTH) -> None:
        self.palette = PALETTES[theme]
        self.width = width
        self._shapes: list[str] = []

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: int,
        colour: str,
        *,
        bold: bool = False,
        anchor: str = "start",
    ) -> None:
        """Write one line with its base at y."""
        weight = ' font-weight="700"' if bold else ""
        self._shapes.append(
            f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{colour}"{weight}'
            f' text-anchor="{anchor}">{_escaped(words)}</text>'
        )

    def rectangle(
        self, x: float, y: float, width: float, height: float, colour: str, radius: float = 0
    ) -> None:
        """Fill a rectangle."""
        self._shapes.append(
            f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="{radius:g}"'
            f' fill="{colour}"/>'
        )

    def line(self, x: float, y: float, x2: float, y2: float, colour: str, width: float = 2) -> None:
        """Draw a straight line."""
        self._shapes.append(
            f'<line x1="{x:g}" y1="{y:g}" x2="{x2:g}" y2="{y2:g}" stroke="{colour}"'
            f' stroke-width="{width:g}"/>'
        )

    def dot(self, x: float, y: float, radius: float, colour: str, *, filled: bool = True) -> None:
        """Draw a disc, or a ring that shows the ground."""
        fill = colour if filled else self.palette.ground
        self._shapes.append(
            f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{fill}" stroke="{colour}"'
            f' stroke-width="4"/>'
        )

    def put_below(self, other: "Canvas") -> None:
        """Put another canvas's shapes under those drawn so far."""
        self._shapes[:0] = other._shapes  # noqa: SLF001  # of its own kind

    def picture(self, title: str, alt: str, height: float) -> Picture:
        """Return the finished picture; title and description stand in it for screen readers."""
        whole = round(height)
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" height="{whole}"'
            f' viewBox="0 0 {self.width} {whole}" role="img" aria-labelledby="title desc"'
            f' font-family="{_FONTS}"><title id="title">{_escaped(title)}</title>'
            f'<desc id="desc">{_escaped(alt)}</desc>'
            f'<rect width="100%" height="100%" fill="{self.palette.ground}"/>'
        )
        return Picture("".join((head, *self._shapes, "</svg>")), alt, self.width, whole)


def breadth(words: str, size: int, *, bold: bool = False) -> float:
    """Return about how wide a line of text is, rather more than less."""
    narrow, plain, wide = _SHARES[bold]
    return size * sum(
        narrow if c in _NARROW else wide if c in _WIDE or ord(c) > 0x2E7F else plain for c in words
    )


def wrap(words: str, size: int, room: float, lines: int) -> list[str]:
    """Break text into at most so many lines; what does not fit ends in an ellipsis."""
    result: list[str] = []
    for word in _short_enough(words.split(), size, room):
        joined = f"{result[-1]} {word}" if result else word
        if result and breadth(joined, size) <= room:
            result[-1] = joined
        elif len(result) < lines:
            result.append(word)
        else:
            result[-1] = _cut(result[-1], size, room)
            break
    return result


def _short_enough(words: Iterable[str], size: int, room: float) -> Iterable[str]:
    """Yield words, those too long for a line in pieces."""
    most = max(1, int(room / (size * _SHARES[False][2])))
    for word in words:
        if breadth(word, size) <= room:
            yield word
        else:
            yield from (word[at : at + most] for at in range(0, len(word), most))


def _cut(line: str, size: int, room: float) -> str:
    while line and breadth(f"{line}…", size) > room:
        shorter = line.rpartition(" ")[0]
        line = shorter or line[:-1]
    return f"{line.rstrip(' ,;:—-')}…"


def _escaped(words: str) -> str:
    """Escape what XML keeps for itself, and drop what it can't hold at all."""
    shown = "".join(c for c in words if c in "\t\n" or 0x20 <= ord(c) < 0xD800 or ord(c) > 0xDFFF)
    return escape(shown.replace("\ufffe", "").replace("\uffff", ""), {'"': "&quot;"})
