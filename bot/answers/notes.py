"""Short remarks beside an answer: every text of them in one place, in English."""

from collections.abc import Mapping
from typing import Self

from bot.answers.citation import Say

SEARCHING = "Searching for {meant}, not {typed}."
ABOUT = "About: {about}."
TAKEN_AS = "Taking it to be about {first} and {second}."
LEFT_OUT = "{outlet} is left out here."
UNMENTIONED = "No article mentions {words}."
PLANNED = "The articles speak of this only as still to come."
INTRODUCTION = (
    "I answer questions about {articles} articles of {outlets}, only with sentences"
    " that stand in them, and name the outlet, the date and the place of each."
)


class Note(str):
    """A remark in English that still knows its text and what its blanks were filled with."""

    __slots__ = ("_text", "_values")
    _text: str
    _values: Mapping[str, object]

    def __new__(cls, text: str, **values: object) -> Self:
        """Fill in the blanks of a text."""
        note = super().__new__(cls, text.format(**values))
        note._text, note._values = text, values
        return note

    def said(self, say: Say) -> str:
        """Return the remark in another language."""
        return say(self._text).format(**self._values)


def said(note: str, say: Say) -> str:
    """Return a remark in another language; one that the corpus itself makes is a text as it is."""
    return note.said(say) if isinstance(note, Note) else say(note)
