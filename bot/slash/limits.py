"""What Discord accepts at most, and a check of payloads against all of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import discord

CONTENT: Final = 2000

COMPONENTS: Final = 40
TEXT: Final = 4000
SECTION_TEXTS: Final = 3
ROW_BUTTONS: Final = 5
LABEL: Final = 80
CUSTOM_ID: Final = 100
LINK: Final = 512
COMPONENT_ID: Final = 2**32 - 1

OPTIONS: Final = 25
OPTION: Final = 100
PLACEHOLDER: Final = 150

PICTURES: Final = 10
PICTURE_ABOUT: Final = 1024

CHOICES: Final = 25
CHOICE: Final = 100

MODAL_TITLE: Final = 45
MODAL_PARTS: Final = 5
MODAL_LABEL: Final = 45
MODAL_DESCRIPTION: Final = 100
MODAL_INPUT: Final = 4000
MODAL_PLACEHOLDER: Final = 100

EMBEDS: Final = 10
EMBED_TITLE: Final = 256
EMBED_DESCRIPTION: Final = 4096
EMBED_FIELDS: Final = 25
EMBED_FIELD_NAME: Final = 256
EMBED_FIELD_VALUE: Final = 1024
EMBED_FOOTER: Final = 2048
EMBED_AUTHOR: Final = 256
EMBED_TOTAL: Final = 6000

COMPONENTS_V2: Final = 1 << 15

_ROW, _BUTTON, _INPUT, _SECTION, _DISPLAY, _SEPARATOR, _CONTAINER = 1, 2, 4, 9, 10, 14, 17
_SELECT, _GALLERY, _LABELLED = 3, 12, 18
_LINK_STYLE = 5
_IN_MESSAGE = frozenset({_ROW, _SECTION, _DISPLAY, _GALLERY, _SEPARATOR, _CONTAINER})
_IN_CONTAINER = _IN_MESSAGE - {_CONTAINER}

Component = Mapping[str, Any]


def length(text: str) -> int:
    """Return how long Discord may take a text to be."""
    if text.isascii():
        return len(text)
    # Its apps count UTF-16 units and its servers code points; the greater count is safe for both.
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def check_view(view: discord.ui.LayoutView) -> tuple[str, ...]:
    """Return every breach of a limit in a view."""
    components: list[Component] = view.to_components()  # type: ignore[no-untyped-call]
    return check_components(components)


def check_message(payload: Mapping[str, Any]) -> tuple[str, ...]:
    """Return every breach of a limit in the body of a message."""
    breaches: list[str] = []
    _long(breaches, "content", payload.get("content"), CONTENT)
    components = payload.get("components") or ()
    if int(payload.get("flags") or 0) & COMPONENTS_V2:
        if payload.get("content") or payload.get("embeds"):
            breaches.append("components of the second version stand alone")
        if not components:
            breaches.append("a message of components has none")
    return (*breaches, *check_embeds(payload.get("embeds") or ()), *check_components(components))


def check_components(components: Sequence[Component]) -> tuple[str, ...]:
    """Return every breach of a limit in the components of a message."""
    every = list(walk(components))
    breaches: list[str] = []
    if not components:
        breaches.append("there are no components")
    if len(every) > COMPONENTS:
        breaches.append(f"{len(every)} components, {COMPONENTS} at most")
    total = sum(length(item["content"]) for item in every if item["type"] == _DISPLAY)
    if total > TEXT:
        breaches.append(f"{total} characters of text, {TEXT} at most")
    breaches += [
        f"a component of type {item['type']} stands at the top"
        for item in components
        if item["type"] not in _IN_MESSAGE
    ]
    for item in every:
        breaches.extend(_component(item))
    breaches.extend(_repeated("custom_id", (item.get("custom_id") for item in every)))
    breaches.extend(_repeated("id", (item.get("id") for item in every)))
    return tuple(breaches)


def check_choices(choices: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return every breach of a limit in the choices of an autocompletion."""
    breaches: list[str] = []
    _many(breaches, "choices", choices, CHOICES)
    for choice in choices:
        _filled(breaches, "name of a choice", choice.get("name"), CHOICE)
        if isinstance(choice.get("value"), str):
            _filled(breaches, "value of a choice", choice["value"], CHOICE)
    return tuple(breaches)


def check_modal(modal: Mapping[str, Any]) -> tuple[str, ...]:
    """Return every breach of a limit in a modal."""
    breaches: list[str] = []
    _filled(breaches, "title of a modal", modal.get("title"), MODAL_TITLE)
    _filled(breaches, "custom_id of a modal", modal.get("custom_id"), CUSTOM_ID)
    parts = modal.get("components") or ()
    if not 1 <= len(parts) <= MODAL_PARTS:
        breaches.append(f"{len(parts)} parts of a modal, 1 to {MODAL_PARTS}")
    for item in walk(parts):
        if item["type"] == _LABELLED:
            _filled(breaches, "label of a modal", item.get("label"), MODAL_LABEL)
            _long(breaches, "description in a modal", item.get("description"), MODAL_DESCRIPTION)
        elif item["type"] == _INPUT:
            _filled(breaches, "custom_id", item.get("custom_id"), CUSTOM_ID)
            _long(breaches, "placeholder", item.get("placeholder"), MODAL_PLACEHOLDER)
            _long(breaches, "value of an input", item.get("value"), MODAL_INPUT)
            if int(item.get("max_length") or 1) > MODAL_INPUT:
                breaches.append(f"an input of {item['max_length']}, {MODAL_INPUT} at most")
    breaches.extend(_repeated("custom_id", (item.get("custom_id") for item in walk(parts))))
    return tuple(breaches)


def check_embeds(embeds: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return every breach of a limit in the embeds of a message."""
    breaches: list[str] = []
    _many(breaches, "embeds", embeds, EMBEDS)
    total = 0
    for embed in embeds:
        fields = embed.get("fields") or ()
        _many(breaches, "fields of an embed", fields, EMBED_FIELDS)
        texts = [
            ("title", embed.get("title"), EMBED_TITLE),
            ("description", embed.get("description"), EMBED_DESCRIPTION),
            ("footer", (embed.get("footer") or {}).get("text"), EMBED_FOOTER),
            ("author", (embed.get("author") or {}).get("name"), EMBED_AUTHOR),
            *(("name of a field", field.get("name"), EMBED_FIELD_NAME) for field in fields),
            *(("value of a field", field.get("value"), EMBED_FIELD_VALUE) for field in fields),
        ]
        for name, text, most in texts:
            _long(breaches, f"{name} of an embed", text, most)
            total += length(text or "")
    if total > EMBED_TOTAL:
        breaches.append(f"{total} characters in embeds, {EMBED_TOTAL} at most")
    return tuple(breaches)


def walk(components: Iterable[Component]) -> Iterator[Component]:
    """Yield components with all that stand inside them, in the order they are shown."""
    for item in components:
        yield item
        yield from walk(item.get("components") or ())
        yield from walk(item[key] for key in ("accessory", "component") if item.get(key))


def _component(item: Component) -> Iterator[str]:
    breaches: list[str] = []
    inside = item.get("components") or ()
    kinds = {part["type"] for part in inside}
    if item["type"] == _DISPLAY and not item["content"].strip():
        breaches.append("a text display is empty")
    elif item["type"] == _SECTION:
        if not 1 <= len(inside) <= SECTION_TEXTS:
            breaches.append(f"{len(inside)} texts in a section, 1 to {SECTION_TEXTS}")
        if kinds - {_DISPLAY}:
            breaches.append("a section holds something else than text")
        if (item.get("accessory") or {}).get("type") != _BUTTON:
            breaches.append("a section has no button at its side")
    elif item["type"] == _ROW:
        if not 1 <= len(inside) <= ROW_BUTTONS:
            breaches.append(f"{len(inside)} buttons in a row, 1 to {ROW_BUTTONS}")
        if _SELECT in kinds and len(inside) > 1:
            breaches.append("a menu shares its row")
    elif item["type"] == _CONTAINER and (not inside or kinds - _IN_CONTAINER):
        breaches.append("a container is empty or holds what it may not")
    elif item["type"] == _BUTTON:
        _filled(breaches, "label of a button", item.get("label"), LABEL)
        if item["style"] == _LINK_STYLE:
            _filled(breaches, "link of a button", item.get("url"), LINK)
        else:
            _filled(breaches, "custom_id", item.get("custom_id"), CUSTOM_ID)
    elif item["type"] == _SELECT:
        _menu(breaches, item)
    elif item["type"] == _GALLERY:
        pictures = item.get("items") or ()
        if not 1 <= len(pictures) <= PICTURES:
            breaches.append(f"{len(pictures)} pictures, 1 to {PICTURES}")
        for picture in pictures:
            _long(breaches, "text for a picture", picture.get("description"), PICTURE_ABOUT)
    if not 0 <= int(item.get("id") or 0) <= COMPONENT_ID:
        breaches.append(f"an id of {item['id']}")
    yield from breaches


def _menu(breaches: list[str], item: Component) -> None:
    _filled(breaches, "custom_id", item.get("custom_id"), CUSTOM_ID)
    _long(breaches, "placeholder", item.get("placeholder"), PLACEHOLDER)
    options = item.get("options") or ()
    if not 1 <= len(options) <= OPTIONS:
        breaches.append(f"{len(options)} options of a menu, 1 to {OPTIONS}")
    for option in options:
        _filled(breaches, "label of an option", option.get("label"), OPTION)
        _filled(breaches, "value of an option", option.get("value"), OPTION)
        _long(breaches, "text of an option", option.get("description"), OPTION)
    breaches.extend(_repeated("value", (option.get("value") for option in options)))


def _repeated(name: str, values: Iterable[Any]) -> Iterator[str]:
    seen = set()
    for value in values:
        if value and value in seen:
            yield f"{name} {value!r} stands twice"
        seen.add(value)


def _many(breaches: list[str], name: str, items: Sequence[Any], most: int) -> None:
    if len(items) > most:
        breaches.append(f"{len(items)} {name}, {most} at most")


def _filled(breaches: list[str], name: str, text: str | None, most: int) -> None:
    if not text or not text.strip():
        breaches.append(f"no {name}")
    _long(breaches, name, text, most)


def _long(breaches: list[str], name: str, text: str | None, most: int) -> None:
    if text and length(text) > most:
        breaches.append(f"{length(text)} characters of {name}, {most} at most")
