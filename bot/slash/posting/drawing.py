"""The picture of a post: kept as it was laid out, drawn when it is sent."""

import asyncio
import logging
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from bot.briefings.pictures.canvas import Picture
from bot.briefings.pictures.rendering import NoRendererError, png
from bot.slash.permissions import given_in, named
from bot.slash.posting import texts
from bot.slash.posting.frozen import Components, unpacked
from bot.slash.posting.rights import Place, lack_of
from bot.slash.speaking import phrase

log = logging.getLogger(__name__)

_DRAWN: Final = 16
_GALLERY: Final = 12


@dataclass(frozen=True, slots=True)
class Drawn:
    """Components with the picture that they show, or what is to be noted where there is none."""

    components: Components
    picture: bytes | None = None
    note: str = ""


async def drawn(components: Components, packed: str, place: Any) -> Drawn:
    """Draw the picture of a post for a place; where that can't be, the text stands alone."""
    if not packed:
        return Drawn(components)
    if isinstance(place, Place) and not given_in(place, place.guild.me).attach_files:
        because = lack_of((named("attach_files"),), place)
        note = phrase(texts.NO_PICTURE, because=because)
        return Drawn(_without_gallery(components), note=note)
    try:
        picture = await asyncio.to_thread(_png, packed)
    except (NoRendererError, ValueError) as error:
        log.warning("a post goes without its picture: %s", error)
        return Drawn(_without_gallery(components), note=phrase(texts.NOT_DRAWN))
    return Drawn(components, picture)


@lru_cache(maxsize=_DRAWN)
def _png(packed: str) -> bytes:
    return png(Picture(unpacked(packed), "", 0, 0))


def _without_gallery(components: Components) -> list[dict[str, Any]]:
    """Return components without the one that shows files, wherever it stands."""
    return [
        one | {"components": _without_gallery(one["components"])} if "components" in one else one
        for one in components
        if one["type"] != _GALLERY
    ]
