"""SVG to PNG in a font that comes along, where the optional packages for it are installed."""

import re
from functools import cache
from importlib.resources import as_file, files
from importlib.util import find_spec

from bot.briefings.pictures.canvas import FONT_FILES, FONT_PACKAGE, Picture

_RENDERER = "resvg_py"
# What the font holds: Latin, Greek, Cyrillic, punctuation, currencies.
_HELD = re.compile(r"[\t\n\x20-\u0523\u1e00-\u1fff\u2010-\u206f\u20a0-\u20b5\u2100-\u214f]*")


class NoRendererError(Exception):
    """The renderer or its font is not installed; the text stands alone then."""


def can_render() -> bool:
    """Whether what draws pictures is installed."""
    return all(find_spec(package) is not None for package in (_RENDERER, FONT_PACKAGE))


def png(picture: Picture) -> bytes:
    """Return a picture as PNG, the same on every machine.

    Only what is written in letters that the font lacks is drawn in fonts of the system.
    """
    if not can_render():
        raise NoRendererError(
            "pictures need a renderer and a font: pip install briefing-bot[pictures]"
        )
    import resvg_py

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=picture.svg,
            font_files=list(_font_files()),
            skip_system_fonts=bool(_HELD.fullmatch(picture.svg)),
        )
    )


@cache
def _font_files() -> tuple[str, ...]:
    folder = files(FONT_PACKAGE)
    with as_file(folder) as path:
        return tuple(str(path / file) for file in FONT_FILES)
