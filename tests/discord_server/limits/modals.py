"""Limits of modals."""

from collections.abc import Iterator
from typing import Any

from tests.discord_server.errors import Problem
from tests.discord_server.world.components import walk

from .components import INPUT, ROW, SELECTS, TEXT, select
from .texts import Path, length, number, optional_text, required, text

LABEL, UPLOAD = 18, 19
LABELLED = SELECTS | {INPUT, UPLOAD, 21, 22, 23}


def check(data: dict[str, Any]) -> Iterator[Problem]:
    """Everything wrong with the modal that an interaction is answered with."""
    yield from text(data.get("title"), ("title",), 1, 45)
    yield from text(data.get("custom_id"), ("custom_id",), 1, 100)
    components = data.get("components") or []
    yield from length(components, ("components",), 1, 5)
    seen = set()
    for one in walk(components):
        if one.get("custom_id") in seen:
            yield Problem(
                ("components",), "COMPONENT_CUSTOM_ID_DUPLICATED", "A custom id is used twice."
            )
        if one.get("custom_id"):
            seen.add(one["custom_id"])
    for index, one in enumerate(components):
        yield from _one(one, ("components", index))


def _one(one: dict[str, Any], here: Path) -> Iterator[Problem]:
    kind = one.get("type")
    if kind == LABEL:
        yield from text(one.get("label"), (*here, "label"), 1, 45)
        yield from optional_text(one.get("description"), (*here, "description"), 0, 100)
        inner = one.get("component")
        if not inner:
            yield required((*here, "component"))
        elif inner.get("type") not in LABELLED:
            yield Problem((*here, "component"), "UNION_TYPE_CHOICES", "No such field in a label.")
        elif inner["type"] == INPUT:
            if inner.get("label") is not None:
                yield Problem((*here, "component", "label"), "LABEL_TWICE", "The label has it.")
            yield from _input(inner, (*here, "component"))
        elif inner["type"] in SELECTS:
            yield from select(inner, (*here, "component"))
    elif kind == ROW:
        inside = one.get("components") or []
        yield from length(inside, (*here, "components"), 1, 1)
        for number_, child in enumerate(inside):
            path = (*here, "components", number_)
            if child.get("type") != INPUT:
                yield Problem((*path, "type"), "UNION_TYPE_CHOICES", "Must be one of (4).")
                continue
            yield from text(child.get("label"), (*path, "label"), 1, 45)
            yield from _input(child, path)
    elif kind == TEXT:
        yield from text(one.get("content"), (*here, "content"), 1, 4000)
    else:
        yield Problem((*here, "type"), "UNION_TYPE_CHOICES", "Must be one of (1, 10, 18).")


def _input(one: dict[str, Any], here: Path) -> Iterator[Problem]:
    yield from text(one.get("custom_id"), (*here, "custom_id"), 1, 100)
    yield from number(one.get("style"), (*here, "style"), 1, 2)
    yield from optional_text(one.get("placeholder"), (*here, "placeholder"), 0, 100)
    yield from optional_text(one.get("value"), (*here, "value"), 0, 4000)
    least, most = one.get("min_length"), one.get("max_length")
    if least is not None:
        yield from number(least, (*here, "min_length"), 0, 4000)
    if most is not None:
        yield from number(most, (*here, "max_length"), 1, 4000)
    if least is not None and most is not None and least > most:
        yield Problem((*here, "max_length"), "TEXT_INPUT_MIN_MAX", "min_length is above it.")
