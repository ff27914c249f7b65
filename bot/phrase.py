"""Texts that are said in the language of whoever reads them, however late that is.

They are written in English, with blanks; `say` turns an English text into another language.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Self

Say = Callable[[str], str]

AND = "{some} and {last}"
OR = "{some} or {last}"
COMMA = "{some}, {last}"
SEMICOLON = "{some}; {last}"
_STORED = '{"text": '


class Phrase(str):
    """A text in English that still knows its template and what its blanks were filled with.

    What fills a blank may be a phrase itself.
    """

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, Any]

    def __new__(cls, template: str, /, **values: Any) -> Self:
        """Fill in the blanks of a template."""
        made = super().__new__(cls, template.format(**values))
        made.template, made.values = template, values
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Any]]:
        """Return what a copy is made of: the template, not the text that was made of it."""
        return (self.template,), dict(self.values)


class PhrasedError(Exception):
    """A fault told in a phrase, so that it can be told in any language."""

    def __init__(self, because: str) -> None:
        super().__init__(because)
        self.because = because


def in_english(text: str) -> str:
    """Return an English text as it is."""
    return text


def said(text: str, say: Say) -> str:
    """Return a phrase in another language, with all that fills it; or a text that has no blanks."""
    if not isinstance(text, Phrase):
        return say(text)
    values = {
        name: said(value, say) if isinstance(value, Phrase) else value
        for name, value in text.values.items()
    }
    return say(text.template).format(**values)


def joined(words: Sequence[str], last: str = AND, between: str = COMMA) -> str:
    """Return words in a row, such as A, B and C; nothing where there are none."""
    row = words[0] if words else ""
    for at, word in enumerate(words[1:], 2):
        row = Phrase(last if at == len(words) else between, some=row, last=word)
    return row


def stored(text: str) -> str:
    """Return a text as it is kept: a phrase as JSON, any other as it is."""
    return json.dumps(_record(text), ensure_ascii=False) if isinstance(text, Phrase) else text


def read_stored(kept: str) -> str:
    """Return a text that was kept; one that is no phrase comes back as it is."""
    if not kept.startswith(_STORED):
        return kept
    try:
        return _phrase(json.loads(kept))
    except (ValueError, TypeError, LookupError, AttributeError):
        return kept


def _record(phrase: Phrase) -> dict[str, Any]:
    values = {
        name: _record(value) if isinstance(value, Phrase) else value
        for name, value in phrase.values.items()
    }
    return {"text": phrase.template, "values": values}


def _phrase(record: Mapping[str, Any]) -> Phrase:
    values = {
        name: _phrase(value) if isinstance(value, dict) else value
        for name, value in record["values"].items()
    }
    return Phrase(record["text"], **values)
