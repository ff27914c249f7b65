"""Paragraphs while their kinds are being found."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from bot.corpus.article import Kind
from bot.corpus.patterns import pattern

ENDS = pattern(r"[.!?…][\"'”’»)\]]*$")
STOPS = pattern(r"[.…][\"'”’»)\]]*$")
WORD = pattern(r"\w+(?:['’]\w+)*")
SPEECH = pattern(
    r"\b(?:said|says|told|tells|added|according to|announced|confirmed|warned|claimed|insisted)\b",
    re.IGNORECASE,
)

SOLID_WORDS = 20
FRAGMENT_WORDS = 12
_VERB = pattern(r"\b(?:\w{2,}ed|is|are|was|were|has|have|had|will|include|includes|wrote)\b")


@dataclass(frozen=True)
class Block:
    """A paragraph as its kind is found: its text with white space folded, and the verdict."""

    text: str
    kind: Kind | None = None
    why: str = ""

    @cached_property
    def words(self) -> int:
        """How many words the block holds."""
        return len(WORD.findall(self.text))

    @cached_property
    def folded(self) -> str:
        """The block's words alone, without case and points."""
        return plain(self.text)

    @property
    def prose(self) -> bool:
        """Whether the block reads as running text."""
        return bool(ENDS.search(self.text)) or self.words > FRAGMENT_WORDS or self.leads_in

    @property
    def leads_in(self) -> bool:
        """Whether the block says who speaks in the next one, or what is listed there."""
        verb = SPEECH.search(self.text) or _VERB.search(self.text)
        return self.text.endswith(":") and bool(verb)

    @property
    def solid(self) -> bool:
        """Whether the block is surely a paragraph of the story."""
        return self.kind is None and self.words >= SOLID_WORDS and self.prose

    def judged(self, kind: Kind, why: str = "") -> "Block":
        """Return the block with its verdict."""
        return replace(self, kind=kind, why=why)


def plain(text: str) -> str:
    """Fold a line to its words, for telling whether two say the same to the letter."""
    return " ".join(WORD.findall(text.casefold().replace("’", "'")))
