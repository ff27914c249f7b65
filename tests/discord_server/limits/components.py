"""Limits of the components of a message, old kind and V2."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from tests.discord_server.errors import Problem
from tests.discord_server.world.components import walk

from .texts import Path, length, number, optional_text, required, text

ROW, BUTTON, STRING_SELECT, INPUT = 1, 2, 3, 4
SELECTS = frozenset({3, 5, 6, 7, 8})
SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER = 9, 10, 11, 12, 13, 14, 17
ONLY_V2 = frozenset({SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER})
TOP_V2 = frozenset({ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR, CONTAINER})
IN_CONTAINER = TOP_V2 - {CONTAINER}
LINK, PREMIUM = 5, 6
SCHEMES = frozenset({"http", "https", "discord"})
TOTAL, TOTAL_TEXT = 40, 4000


def check(components: list[dict[str, Any]], *, v2: bool) -> Iterator[Problem]:
    """Everything wrong with the components of one message."""
    every = list(walk(components))
    here: Path = ("components",)
    if v2:
        if len(every) > TOTAL:
            yield Problem(
                here,
                "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
                f"The total number of components may not exceed {TOTAL}",
            )
        written = sum(
            len(one["content"])
            for one in every
            if one.get("type") == TEXT and isinstance(one.get("content"), str)
        )
        if written > TOTAL_TEXT:
            yield Problem(
                here,
                "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
                f"The total amount of text may not exceed {TOTAL_TEXT} characters",
            )
    else:
        yield from length(components, here, 0, 5)
    yield from _unique(every, "custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED")
    yield from _unique(every, "id", "COMPONENT_ID_DUPLICATED")
    allowed = TOP_V2 if v2 else frozenset({ROW})
    yield from _children(components, here, allowed)


def _unique(every: list[dict[str, Any]], key: str, code: str) -> Iterator[Problem]:
    seen: set[Any] = set()
    for one in every:
        value = one.get(key)
        if value and value in seen:
            yield Problem(("components",), code, f"Component {key} {value!r} is used twice")
        seen.add(value)


def _children(
    children: list[dict[str, Any]], path: Path, allowed: frozenset[int]
) -> Iterator[Problem]:
    for index, one in enumerate(children):
        here = (*path, index)
        if one.get("type") not in allowed:
            kinds = ", ".join(str(kind) for kind in sorted(allowed))
            yield Problem(
                (*here, "type"), "UNION_TYPE_CHOICES", f"Value of field must be one of ({kinds})."
            )
            continue
        yield from _one(one, here)


def _one(one: dict[str, Any], here: Path) -> Iterator[Problem]:
    match one["type"]:
        case 1:
            yield from _row(one, here)
        case 2:
            yield from button(one, here)
        case 9:
            yield from _section(one, here)
        case 10:
            yield from text(one.get("content"), (*here, "content"), 1, TOTAL_TEXT)
        case 11:
            yield from _thumbnail(one, here)
        case 12:
            yield from length(one.get("items") or (), (*here, "items"), 1, 10)
        case 14:
            if one.get("spacing") is not None:
                yield from number(one["spacing"], (*here, "spacing"), 1, 2)
        case 17:
            yield from _container(one, here)
        case _:
            pass


def _row(one: dict[str, Any], here: Path) -> Iterator[Problem]:
    inside = one.get("components") or []
    path = (*here, "components")
    if not inside:
        yield Problem(path, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.")
        return
    kinds = {child.get("type") for child in inside}
    if kinds == {BUTTON}:
        yield from length(inside, path, 1, 5)
        yield from _children(inside, path, frozenset({BUTTON}))
    elif kinds <= SELECTS:
        yield from length(inside, path, 1, 1)
        for index, child in enumerate(inside):
            yield from select(child, (*path, index))
    else:
        yield Problem(
            path, "COMPONENT_LAYOUT_MIXED", "A row holds up to five buttons or one select."
        )


def button(one: dict[str, Any], here: Path) -> Iterator[Problem]:
    style = one.get("style")
    yield from number(style, (*here, "style"), 1, 6)
    yield from optional_text(one.get("label"), (*here, "label"), 0, 80)
    if style != PREMIUM and not one.get("label") and not one.get("emoji"):
        yield Problem(here, "BUTTON_COMPONENT_LABEL_REQUIRED", "A button needs a label or emoji.")
    if style == LINK:
        if one.get("custom_id") is not None:
            yield Problem(
                here,
                "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
                "A custom id and url cannot both be specified",
            )
        yield from text(one.get("url"), (*here, "url"), 1, 512)
        yield from _address(one.get("url"), (*here, "url"))
    else:
        if one.get("url") is not None:
            yield Problem(here, "BUTTON_COMPONENT_INVALID_URL", "Only link buttons have a url")
        if style != PREMIUM:
            yield from text(one.get("custom_id"), (*here, "custom_id"), 1, 100)


def _address(url: Any, path: Path) -> Iterator[Problem]:
    if not isinstance(url, str):
        return
    parts = urlsplit(url)
    if parts.scheme not in SCHEMES or (parts.scheme != "discord" and not parts.netloc):
        yield Problem(
            path,
            "URL_TYPE_INVALID_SCHEME",
            f"Scheme {parts.scheme!r} is not supported. Scheme must be one of "
            "('http', 'https', 'discord').",
        )
    elif any(sign.isspace() for sign in url):
        yield Problem(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.")


def select(one: dict[str, Any], here: Path) -> Iterator[Problem]:
    yield from text(one.get("custom_id"), (*here, "custom_id"), 1, 100)
    yield from optional_text(one.get("placeholder"), (*here, "placeholder"), 0, 150)
    least = one["min_values"] if one.get("min_values") is not None else 1
    most = one["max_values"] if one.get("max_values") is not None else 1
    yield from number(least, (*here, "min_values"), 0, 25)
    yield from number(most, (*here, "max_values"), 1, 25)
    if least > most:
        yield Problem((*here, "max_values"), "SELECT_MIN_MAX", "min_values is above max_values.")
    if one["type"] != STRING_SELECT:
        return
    options = one.get("options") or []
    path = (*here, "options")
    yield from length(options, path, 1, 25)
    if most > len(options):
        yield Problem((*here, "max_values"), "SELECT_TOO_FEW_OPTIONS", "More values than options.")
    values = [option.get("value") for option in options]
    if len(set(values)) != len(values):
        yield Problem(path, "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The value is used twice.")
    for index, option in enumerate(options):
        yield from text(option.get("label"), (*path, index, "label"), 1, 100)
        yield from text(option.get("value"), (*path, index, "value"), 1, 100)
        described = option.get("description")
        yield from optional_text(described, (*path, index, "description"), 0, 100)


def _section(one: dict[str, Any], here: Path) -> Iterator[Problem]:
    inside = one.get("components") or []
    yield from length(inside, (*here, "components"), 1, 3)
    yield from _children(inside, (*here, "components"), frozenset({TEXT}))
    accessory = one.get("accessory")
    if not accessory:
        yield required((*here, "accessory"))
    elif accessory.get("type") not in {BUTTON, THUMBNAIL}:
        yield Problem((*here, "accessory"), "UNION_TYPE_CHOICES", "Must be one of (2, 11).")
    else:
        yield from _one(accessory, (*here, "accessory"))


def _thumbnail(one: dict[str, Any], here: Path) -> Iterator[Problem]:
    url = (one.get("media") or {}).get("url")
    yield from text(url, (*here, "media", "url"), 1, 2048)
    yield from optional_text(one.get("description"), (*here, "description"), 0, 1024)


def _container(one: dict[str, Any], here: Path) -> Iterator[Problem]:
    inside = one.get("components") or []
    yield from length(inside, (*here, "components"), 1, TOTAL)
    if one.get("accent_color") is not None:
        yield from number(one["accent_color"], (*here, "accent_color"), 0, 0xFFFFFF)
    yield from _children(inside, (*here, "components"), IN_CONTAINER)
