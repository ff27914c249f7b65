"""Limits of a message: what it must and must not hold."""

from collections.abc import Iterator
from typing import Any

from tests.discord_server.errors import Problem, RefusedError, invalid_form
from tests.discord_server.world.models import COMPONENTS_V2, EPHEMERAL, Message

from . import components, embeds
from .texts import length, optional_text

SUPPRESS_EMBEDS, QUIET = 1 << 2, 1 << 12
SENDABLE = SUPPRESS_EMBEDS | QUIET | COMPONENTS_V2
EDITABLE = SUPPRESS_EMBEDS | COMPONENTS_V2
EMPTY = RefusedError(400, 50006, "Cannot send an empty message")


def check_new(body: dict[str, Any], files: int, *, private: bool = False) -> None:
    """Refuses a payload for a new message that Discord would refuse."""
    _raise(_new(body, SENDABLE | (EPHEMERAL if private else 0)))
    if not _holds(body, files):
        raise RefusedError(EMPTY.status, EMPTY.code, EMPTY.message)


def check_edit(body: dict[str, Any], message: Message) -> None:
    """Refuses a payload that Discord would not let change this message."""
    flags = body.get("flags")
    was = bool(message.flags & COMPONENTS_V2)
    v2 = was or bool((flags or 0) & COMPONENTS_V2)
    _raise(_edit(body, message, was=was, v2=v2))
    after = {
        "content": body.get("content", message.content),
        "embeds": body.get("embeds", message.embeds),
        "components": body.get("components", message.components),
    }
    if not _holds(after, len(message.attachments)):
        raise RefusedError(EMPTY.status, EMPTY.code, EMPTY.message)


def _edit(body: dict[str, Any], message: Message, *, was: bool, v2: bool) -> Iterator[Problem]:
    flags = body.get("flags")
    if was and flags is not None and not flags & COMPONENTS_V2 and flags & EDITABLE:
        yield Problem(
            ("flags",),
            "MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG",
            "The flag of V2 components cannot be taken off again.",
        )
    kept: dict[str, Any] = {"flags": COMPONENTS_V2 if v2 else 0, **_without_flags(body)}
    if v2 and not was:
        kept.setdefault("content", message.content)
        kept.setdefault("embeds", message.embeds)
    if "components" not in body:
        kept.pop("components", None)
    yield from _new(kept, EDITABLE)
    if flags and flags & ~(EDITABLE | EPHEMERAL):
        yield Problem(("flags",), "MESSAGE_FLAGS_INVALID", "These flags cannot be edited.")


def _without_flags(body: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in body.items() if key != "flags"}


def _new(body: dict[str, Any], allowed_flags: int) -> Iterator[Problem]:
    flags = body.get("flags") or 0
    v2 = bool(flags & COMPONENTS_V2)
    if flags & ~allowed_flags:
        yield Problem(("flags",), "MESSAGE_FLAGS_INVALID", f"Flags {flags} cannot be set.")
    yield from optional_text(body.get("content"), ("content",), 0, 2000)
    yield from embeds.check(body.get("embeds") or [], ("embeds",))
    if v2:
        for key in ("content", "embeds", "poll", "sticker_ids"):
            if body.get(key):
                yield Problem(
                    (key,),
                    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    f"The '{key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
                )
    yield from components.check(body.get("components") or [], v2=v2)
    yield from _nonce(body)
    yield from _mentions(body.get("allowed_mentions"))


def _nonce(body: dict[str, Any]) -> Iterator[Problem]:
    nonce = body.get("nonce")
    if isinstance(nonce, str):
        yield from length(nonce, ("nonce",), 0, 25)
    if body.get("enforce_nonce") and nonce in {None, ""}:
        yield Problem(("nonce",), "BASE_TYPE_REQUIRED", "enforce_nonce needs a nonce.")


def _mentions(allowed: dict[str, Any] | None) -> Iterator[Problem]:
    if not allowed:
        return
    parse = allowed.get("parse") or ()
    for kind in ("users", "roles"):
        chosen = allowed.get(kind) or ()
        here = ("allowed_mentions", kind)
        yield from length(chosen, here, 0, 100)
        if chosen and kind in parse:
            yield Problem(
                ("allowed_mentions",),
                "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                f"parse:[{kind!r}] and {kind}: [ids...] are mutually exclusive.",
            )
    for kind in parse:
        if kind not in {"users", "roles", "everyone"}:
            yield Problem(("allowed_mentions", "parse"), "BASE_TYPE_CHOICES", f"No such {kind!r}.")


def _holds(body: dict[str, Any], files: int) -> bool:
    content = body.get("content")
    written = isinstance(content, str) and bool(content.strip())
    more = ("embeds", "components", "sticker_ids", "poll")
    return written or files > 0 or any(body.get(key) for key in more)


def _raise(problems: Iterator[Problem]) -> None:
    found = tuple(problems)
    if found:
        raise invalid_form(found)
