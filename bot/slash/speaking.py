"""The language in which a reply is made: that of who reads it, known wherever it is laid out.

Like the languages of gettext it goes along with a task and the threads it hands work to, since
every line of every reply would have to be handed it otherwise.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final

import discord
from discord.app_commands import locale_str

from bot.phrase import Phrase, said
from bot.slash.translating import Languages

_ENGLISH: Final[tuple[str, Mapping[str, str]]] = ("", {})
_spoken: ContextVar[tuple[str, Mapping[str, str]]] = ContextVar("spoken", default=_ENGLISH)


@contextmanager
def speaking(languages: Languages, locale: discord.Locale) -> Iterator[None]:
    """Say in a language what is said inside; in English what has no translation."""
    known = languages.get(locale.value)
    before = _spoken.set(_ENGLISH if known is None else (locale.value, known))
    try:
        yield
    finally:
        _spoken.reset(before)


def language() -> str:
    """Return the locale of the language spoken, empty for English."""
    return _spoken.get()[0]


def translated(english: str) -> str:
    """Return an English text, or a phrase with all that fills it, in the language of the reader."""
    known = _spoken.get()[1]
    return said(english, lambda text: known.get(text, text))


def say(text: locale_str, **values: Any) -> str:
    """Return a text in the language of the reader, its blanks filled in, with phrases as well."""
    line = translated(text.message)
    if not values:
        return line
    spoken = {n: translated(v) if isinstance(v, Phrase) else v for n, v in values.items()}
    return line.format(**spoken)


def phrase(text: locale_str, **values: Any) -> Phrase:
    """Return a text that is kept, to be said in the language of whoever reads it one day."""
    return Phrase(text.message, **values)


def language_of(guild: discord.Guild | None) -> discord.Locale:
    """Return the language of what is said to all of a server; English where there is none."""
    return guild.preferred_locale if guild else discord.Locale.american_english
