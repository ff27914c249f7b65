"""Small checks that every payload needs."""

from collections.abc import Iterator, Sized
from typing import Any

from tests.discord_server.errors import Problem

Path = tuple[str | int, ...]


def required(path: Path) -> Problem:
    return Problem(path, "BASE_TYPE_REQUIRED", "This field is required")


def length(value: Sized, path: Path, least: int, most: int) -> Iterator[Problem]:
    """A text or list that must hold between `least` and `most`."""
    if not least <= len(value) <= most:
        yield Problem(
            path, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length."
        )


def text(value: Any, path: Path, least: int, most: int) -> Iterator[Problem]:
    """A text that must be there and fit."""
    if value is None:
        yield required(path)
    elif not isinstance(value, str):
        yield Problem(path, "STRING_TYPE_CONVERT", f'Could not interpret "{value}" as string.')
    else:
        yield from length(value, path, least, most)


def optional_text(value: Any, path: Path, least: int, most: int) -> Iterator[Problem]:
    if value is not None:
        yield from text(value, path, least, most)


def number(value: Any, path: Path, least: int, most: int) -> Iterator[Problem]:
    if not isinstance(value, int) or isinstance(value, bool):
        yield Problem(path, "NUMBER_TYPE_COERCE", f'Value "{value}" is not int.')
    elif not least <= value <= most:
        yield Problem(path, "NUMBER_TYPE_RANGE", f"int value should be {least} to {most}.")
