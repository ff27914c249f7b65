"""SVG to PNG, where the optional renderer is installed."""

from collections.abc import Sequence
from pathlib import Path

from bot.briefings.pictures.canvas import Picture


class NoRendererError(Exception):
    """The renderer is not installed; the text stands alone then."""


def png(picture: Picture, fonts: Sequence[Path] = ()) -> bytes:
    """Return a picture as PNG, with the given font files before the system's own."""
    try:
        import resvg_py
    except ImportError:
        raise NoRendererError(
            "pictures need resvg-py: pip install briefing-bot[pictures]"
        ) from None
    files = [str(path) for path in fonts if path.is_file()]
    return bytes(resvg_py.svg_to_bytes(svg_string=picture.svg, font_files=files or None))
