"""Whether Discord would take a payload, and whether it would obey any text in it.

The limits are those of the two simulated Discords, so that none of the bot's own counting is
taken on trust.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from discord.ui import LayoutView
from simcord.components import ComponentValidationError, validate_components, validate_modal

from tests.discord_server.errors import Problem, RefusedError
from tests.discord_server.limits import commands, modals
from tests.discord_server.limits.messages import check_new
from tests.discord_server.limits.texts import text
from tests.discord_server.world.components import walk

V2 = 1 << 15
_DISPLAY, _TEXT = 10, 4000
# What Discord's servers, which know no escapes, or its apps would make something of.
LOUD = re.compile(
    r"<@[!&]?\d+>|<#\d+>|@everyone|@here|</[^:\n<>]+:\d+>|<id:\w+>|<t:-?\d+(?::\w)?>"
    r"|<a?:\w+:\d+>|https?://",
    re.IGNORECASE,
)
# What its apps would make something of once the escapes are read; bold and strokes are ours.
_LIVE = re.compile(
    r"<|@|__|`|\|\||\]\(|://|(?<![\w:]):[\w+-]+:|[^\n#-]#|(?<!\w)_|^>>>|^\s*[-+*] ",
    re.MULTILINE,
)
_ESCAPE = re.compile(r"\\[^0-9A-Za-z\s]")


@dataclass(frozen=True, slots=True)
class Payload:
    """What is sent to Discord: the components of a message, a modal, choices or a post's title.

    `meant` are mentions, times and links that the bot itself puts in.
    """

    components: list[dict[str, Any]] = field(default_factory=list)
    modal: Mapping[str, Any] | None = None
    choices: list[dict[str, Any]] | None = None
    title: str | None = None
    meant: tuple[str, ...] = ()


def payload_of(view: LayoutView, *meant: str) -> Payload:
    """Return what a view sends."""
    return Payload(view.to_components(), meant=meant)


def breaches(view: LayoutView) -> tuple[str, ...]:
    """Return what is wrong with what a view sends."""
    return tuple(faults(payload_of(view)))


def live(view: LayoutView) -> list[str]:
    """Return whatever in a view's texts Discord would make a mention, link or emoji of."""
    return list(obeyed(payload_of(view)))


def faults(payload: Payload) -> Iterator[str]:
    """Yield what is wrong with a payload."""
    if payload.components:
        yield from _message_faults(payload.components)
    if payload.modal is not None:
        yield from map(_said, modals.check(dict(payload.modal)))
        try:
            validate_modal(payload.modal)
        except ComponentValidationError as error:
            yield str(error)
    if payload.choices is not None:
        yield from map(_said, commands.check_choices(payload.choices, ("choices",), 3))
        yield from (f"blank {one}" for one in payload.choices if not one["name"].strip())
    if payload.title is not None:
        yield from map(_said, text(payload.title.strip(), ("name",), 1, 100))


def obeyed(payload: Payload) -> Iterator[str]:
    """Yield whatever in a payload's texts Discord would make a mention, link or emoji of."""
    for item in walk(payload.components):
        content = item.get("content", "")
        for own in payload.meant:
            content = content.replace(own, "█")
        yield from (match[0] for match in LOUD.finditer(content))
        yield from (match[0] for match in _LIVE.finditer(_ESCAPE.sub("█", content)))


def _message_faults(components: list[dict[str, Any]]) -> Iterator[str]:
    try:
        check_new({"components": components, "flags": V2}, files=0)
    except RefusedError as error:
        yield from map(_said, error.problems)
    try:
        validate_components(components, flags=V2)
    except ComponentValidationError as error:
        yield str(error)
    written = [one["content"] for one in walk(components) if one["type"] == _DISPLAY]
    # Its servers count code points and its apps UTF-16 units, and both cut blanks off.
    units = sum(len(one.encode("utf-16-le", "surrogatepass")) // 2 for one in written)
    if units > _TEXT:
        yield f"{units} UTF-16 units of text"
    yield from ("a blank text" for one in written if not one.strip())
    labels = [one["label"] for one in walk(components) if one.get("label") is not None]
    yield from ("a blank label" for label in labels if not label.strip())


def _said(problem: Problem) -> str:
    return f"{'.'.join(map(str, problem.path))}: {problem.message}"
