"""Limits of application commands."""

import re
from collections.abc import Iterator
from typing import Any

from tests.discord_server.errors import Problem

from .texts import Path, length, number, text

CHAT, USER, MESSAGE = 1, 2, 3
SUBCOMMAND, GROUP, STRING, INTEGER, DECIMAL = 1, 2, 3, 4, 10
WITH_CHOICES = frozenset({STRING, INTEGER, DECIMAL})
TOTAL = 8000
MOST = {CHAT: 100, USER: 15, MESSAGE: 15}


def name_fits(name: str) -> bool:
    """`^[-_'\\p{L}\\p{N}\\p{sc=Deva}\\p{sc=Thai}]{1,32}$`, and lower case where there is one."""
    return (
        1 <= len(name) <= 32
        and all(sign in "-_'" or re.match(r"[^\W_]", sign) for sign in name)
        and name == name.lower()
    )


def check_all(commands: list[dict[str, Any]]) -> Iterator[Problem]:
    """Everything wrong with a whole set of commands."""
    seen = set()
    kinds: dict[int, int] = {}
    for index, command in enumerate(commands):
        kind = command.get("type") or CHAT
        kinds[kind] = kinds.get(kind, 0) + 1
        key = (kind, command.get("name"))
        if key in seen:
            yield Problem(
                (index,),
                "APPLICATION_COMMANDS_DUPLICATE_NAME",
                "Application command names must be unique",
            )
        seen.add(key)
        yield from check(command, (index,))
    for kind, many in kinds.items():
        if many > MOST.get(kind, 0):
            yield Problem((), "APPLICATION_COMMANDS_MAX", f"At most {MOST.get(kind, 0)} of a kind.")


def check(command: dict[str, Any], here: Path) -> Iterator[Problem]:
    kind = command.get("type") or CHAT
    yield from number(kind, (*here, "type"), 1, 3)
    name = command.get("name")
    yield from text(name, (*here, "name"), 1, 32)
    if kind == CHAT:
        yield from _name(name, (*here, "name"))
        yield from text(command.get("description"), (*here, "description"), 1, 100)
    else:
        if command.get("description"):
            yield Problem((*here, "description"), "NO_DESCRIPTION", "Menus have no description.")
        if command.get("options"):
            yield Problem((*here, "options"), "NO_OPTIONS", "Menus have no options.")
    if _size(command) > TOTAL:
        yield Problem(here, "APPLICATION_COMMAND_TOO_LARGE", f"More than {TOTAL} characters.")
    yield from _places(command, here)
    options = command.get("options") or []
    yield from _options(options, (*here, "options"), depth=0)


def _name(name: Any, path: Path) -> Iterator[Problem]:
    if isinstance(name, str) and name and not name_fits(name):
        yield Problem(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")


def _places(command: dict[str, Any], here: Path) -> Iterator[Problem]:
    for key, most in (("contexts", 2), ("integration_types", 1)):
        values = command.get(key)
        if values is None:
            continue
        if not values or len(set(values)) != len(values):
            yield Problem((*here, key), "BASE_TYPE_BAD_LENGTH", "Needs one or more, each once.")
        for index, value in enumerate(values):
            yield from number(value, (*here, key, index), 0, most)
    rights = command.get("default_member_permissions")
    if rights is not None and not str(rights).isdecimal():
        yield Problem((*here, "default_member_permissions"), "BITWISE_INVALID", "Not a number.")


def _options(options: list[dict[str, Any]], path: Path, depth: int) -> Iterator[Problem]:
    yield from length(options, path, 0, 25)
    names = [option.get("name") for option in options]
    if len(set(names)) != len(names):
        yield Problem(path, "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE", "A name is used twice.")
    kinds = {option.get("type") for option in options}
    if kinds & {SUBCOMMAND, GROUP} and kinds - {SUBCOMMAND, GROUP}:
        yield Problem(path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Subcommands or options.")
    optional = False
    for index, option in enumerate(options):
        here = (*path, index)
        if option.get("required") and optional:
            yield Problem(
                path,
                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                "Required options must be placed before non-required options",
            )
        optional = optional or not option.get("required")
        yield from _option(option, here, depth)


def _option(option: dict[str, Any], here: Path, depth: int) -> Iterator[Problem]:
    kind = option.get("type")
    yield from number(kind, (*here, "type"), 1, 11)
    yield from text(option.get("name"), (*here, "name"), 1, 32)
    yield from _name(option.get("name"), (*here, "name"))
    yield from text(option.get("description"), (*here, "description"), 1, 100)
    if (kind == GROUP and depth > 0) or (kind == SUBCOMMAND and depth > 1):
        yield Problem(here, "APPLICATION_COMMAND_OPTIONS_NESTING", "Nested too deep.")
        return
    if kind in {SUBCOMMAND, GROUP}:
        yield from _options(option.get("options") or [], (*here, "options"), depth + 1)
    choices = option.get("choices") or []
    if choices and option.get("autocomplete"):
        yield Problem(here, "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES", "Either, not both.")
    if (choices or option.get("autocomplete")) and kind not in WITH_CHOICES:
        yield Problem(here, "APPLICATION_COMMAND_OPTION_NO_CHOICES", "This kind has no choices.")
    yield from check_choices(choices, (*here, "choices"), kind or STRING)
    for key, least in (("min_length", 0), ("max_length", 1)):
        if option.get(key) is not None:
            yield from number(option[key], (*here, key), least, 6000)


def check_choices(choices: list[dict[str, Any]], path: Path, kind: int) -> Iterator[Problem]:
    """Limits of choices, those of an option as well as those of autocompletion."""
    yield from length(choices, path, 0, 25)
    for index, choice in enumerate(choices):
        yield from text(choice.get("name"), (*path, index, "name"), 1, 100)
        if kind == STRING:
            yield from text(choice.get("value"), (*path, index, "value"), 1, 100)
        elif not isinstance(choice.get("value"), int | float):
            yield Problem((*path, index, "value"), "NUMBER_TYPE_COERCE", "Not a number.")


def _size(part: dict[str, Any]) -> int:
    """Characters of names, descriptions and values; the longest of all languages counts."""
    total = 0
    for key in ("name", "description"):
        translated = part.get(f"{key}_localizations") or {}
        total += max(len(str(value)) for value in (part.get(key) or "", *translated.values()))
    if isinstance(part.get("value"), str):
        total += len(part["value"])
    for key in ("options", "choices"):
        total += sum(_size(one) for one in part.get(key) or ())
    return total
