"""A picture inside a reply; its file is sent with the message."""

import io
from dataclasses import dataclass
from typing import Any, Final

import discord

from bot.briefings.pictures.canvas import Picture
from bot.slash.limits import PICTURE_ABOUT
from bot.slash.markdown import fit_label

FILE: Final = "picture.png"


@dataclass(frozen=True, slots=True)
class Illustrated:
    """A view, and the picture that has to be sent with it.

    `shown` are the sentences of an edition of everything, for the next one to tell what is new.
    """

    view: discord.ui.LayoutView
    picture: Picture | None = None
    shown: frozenset[str] = frozenset()


def files_of(picture: bytes | None) -> list[discord.File]:
    """Return the file of a drawn picture, if there is one; anew each time, as it is read once."""
    return [discord.File(io.BytesIO(picture), FILE)] if picture else []


def gallery(picture: Picture | None) -> list[discord.ui.Item[Any]]:
    """Return the picture with the words for those who can't see it, or nothing without one."""
    if picture is None:
        return []
    about = fit_label(picture.alt, PICTURE_ABOUT - 1)
    shown = discord.MediaGalleryItem(f"attachment://{FILE}", description=about or None)
    return [discord.ui.MediaGallery(shown)]
