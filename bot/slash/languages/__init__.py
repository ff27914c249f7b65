"""Languages other than English: one file each beside this one, such as `de.json`.

A file is one JSON object from English texts to their translations, named after Discord's name for
the language. What it leaves out stays English.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from types import ModuleType
from typing import Final

import discord
from discord.app_commands import locale_str

from bot.slash.translating import Languages

_HERE: Final = Path(__file__).parent


class LanguageError(ValueError):
    """A language can't be read; the message names the file, the fault and the cure."""


def read_languages(folder: Path | None = None) -> Languages:
    """Return the languages of a folder, of the bot's own without one; raises LanguageError."""
    files = sorted((folder or _HERE).glob("*.json"))
    return {file.stem: _read(file) for file in files}


def english() -> tuple[str, ...]:
    """Return every text that can be translated, each once."""
    from bot import phrase
    from bot.answers import citation, notes
    from bot.briefings.dates import wording
    from bot.briefings.pictures import coverage, timeline
    from bot.corpus import left_out
    from bot.schedule import refusals
    from bot.schedule import texts as scheduled
    from bot.slash import texts, words
    from bot.slash.commands.scheduling import texts as scheduling
    from bot.slash.posting import texts as posting

    found = [*_of_bot(texts, scheduling, posting, words)]
    found += _of_core(phrase, citation, notes, wording, coverage, timeline)
    found += _of_core(left_out, scheduled, refusals)
    return tuple(dict.fromkeys(found))


def _of_bot(*modules: ModuleType) -> Iterator[str]:
    for module in modules:
        yield from (one.message for one in vars(module).values() if isinstance(one, locale_str))


def _of_core(*modules: ModuleType) -> Iterator[str]:
    for module in modules:
        for name, value in vars(module).items():
            if name.startswith("_") or not name.isupper():
                continue
            held = value.values() if isinstance(value, dict) else value
            yield from (held,) if isinstance(held, str) else _texts(held)


def _texts(held: object) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif not isinstance(held, int):
        yield from held  # type: ignore[misc]


def _read(file: Path) -> dict[str, str]:
    if file.stem not in {locale.value for locale in discord.Locale}:
        known = ", ".join(locale.value for locale in discord.Locale)
        raise LanguageError(f"{file}: Discord has no language “{file.stem}”. It has: {known}.")
    try:
        found = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise LanguageError(f"{file}: this can't be read as JSON: {error}.") from error
    if not isinstance(found, dict):
        raise LanguageError(f"{file}: write one object from English texts to translations.")
    known_texts = set(english())
    for text, translation in found.items():
        if text not in known_texts:
            raise LanguageError(f"{file}: the bot has no text “{text}”. Take it out.")
        if not isinstance(translation, str) or not translation:
            raise LanguageError(f"{file}: the translation of “{text}” is no text. Write one.")
        if _blanks(text) != _blanks(translation):
            blanks = ", ".join(f"{{{name}}}" for name in sorted(_blanks(text))) or "none"
            raise LanguageError(
                f"{file}: the translation of “{text}” has other blanks. It needs: {blanks}."
            )
    return found


def _blanks(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return {"{"}
