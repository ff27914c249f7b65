"""A post as it is kept in the ledger, and as it is sent from there to the letter."""

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any, Final

import discord

from bot.schedule.post import Mark

Components = Sequence[dict[str, Any]]

# Discord numbers what has no id of its own from 1 on, so a mark stands far above.
_MARKS: Final = 1 << 30
_DISPLAY: Final = 10


@dataclass(frozen=True, slots=True)
class Body:
    """A title, the components of the message, and those of the messages with its sources.

    A notice, such as that nothing is new, mentions nobody. The picture is an SVG, packed.
    """

    title: str
    components: Components
    sources: Sequence[Components] = ()
    notice: bool = False
    picture: str = ""

    def kept(self) -> str:
        """Return it as the text that the ledger keeps."""
        return json.dumps(asdict(self), ensure_ascii=False)


def read_body(kept: str) -> Body:
    """Return a post from the text that was kept of it."""
    return Body(**json.loads(kept))


def packed(svg: str) -> str:
    """Return an SVG as a short text."""
    return b64encode(zlib.compress(svg.encode(), 9)).decode()


def unpacked(text: str) -> str:
    """Return the SVG of a short text."""
    return zlib.decompress(b64decode(text)).decode()


class FrozenView(discord.ui.LayoutView):
    """A layout sent as it was kept; its buttons work without it."""

    def __init__(self, components: Components) -> None:
        super().__init__(timeout=None)
        self._components = list(components)

    def to_components(self) -> list[dict[str, Any]]:
        """Return the components as they were kept."""
        return self._components

    def has_components_v2(self) -> bool:
        """Say that it is a layout."""
        return True

    def is_dispatchable(self) -> bool:
        """Say that nothing is to be remembered of it: ten thousand posts would fill the memory."""
        return False


def marked(body: Body, mark: Mark, role: int | None) -> list[dict[str, Any]]:
    """Return a post's components with its mark on the first, and a role mentioned in it."""
    first, *others = body.components
    said = first["content"]
    if role is not None:
        said = f"<@&{role}>\n{said}"
    return [first | {"content": said, "id": mark_id(mark)}, *others]


def marked_sources(components: Components, mark: Mark) -> list[dict[str, Any]]:
    """Return the components of a message with sources, with its mark on the first."""
    first, *others = components
    return [first | {"id": mark_id(mark)}, *others]


def mark_id(mark: Mark) -> int:
    """Return the id that the first component of a marked message has.

    Thirty bits tell it from the other posts of the bot in one channel since the edition was due.
    """
    return _MARKS | int.from_bytes(sha256(mark.text.encode()).digest()[:4], "big") % _MARKS


def has_mark(message: discord.Message, mark: Mark) -> bool:
    """Say whether a message is the post of a mark."""
    return any(getattr(part, "id", None) == mark_id(mark) for part in message.components)
