"""An edition: what the archive says of the story on a day, topic by topic, in verbatim quotes."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.answers.answer import Quote
from bot.briefings.comparison import Difference
from bot.corpus.article import Article, Sentence

# Words that a reader takes in within a minute.
_PACE = 230


class Length(StrEnum):
    """How long an edition is."""

    SHORT = "short"
    STANDARD = "standard"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Section:
    """A topic of an edition with its quotes."""

    topic: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """A briefing: bottom line, topics, differences and marked older background.

    `published` is the day of the newest article in it; `new` holds the quotes that the edition
    before had not, and is None where no edition before is known. `also_differing` names what
    the outlets differ on as well, for which there was no room; `notes` remark on words that are
    garbled in the source itself.
    """

    published: date | None
    current: tuple[Article, ...]
    older: tuple[Article, ...]
    bottom_line: Quote | None
    sections: tuple[Section, ...]
    differences: tuple[Difference, ...] = ()
    background: tuple[Quote, ...] = ()
    new: tuple[Quote, ...] | None = None
    also_differing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Every quote once, in the order in which they are numbered."""
        shown = [self.bottom_line] if self.bottom_line else []
        shown += [quote for section in self.sections for quote in section.quotes]
        shown += [quote for item in self.differences for quote in item.quotes]
        shown += self.background
        return tuple({reference(quote.sentence): quote for quote in shown}.values())

    @property
    def words(self) -> int:
        """How many words the quotes have together."""
        return sum(len(quote.sentence.text.split()) for quote in self.quotes)

    @property
    def minutes(self) -> int:
        """How long it takes to read, at least a minute."""
        return max(1, round(self.words / _PACE))

    @property
    def references(self) -> frozenset[str]:
        """What the next edition needs to know of this one to tell what is new."""
        return frozenset(reference(quote.sentence) for quote in self.quotes)

    @property
    def sources(self) -> tuple[Article, ...]:
        """The articles that are quoted, in the order of their first quotes."""
        return tuple({quote.article.id: quote.article for quote in self.quotes}.values())


def reference(sentence: Sentence) -> str:
    """Return a sentence's short name: the article's id and the sentence's number."""
    return f"{sentence.article}:{sentence.number}"


def newer(quotes: tuple[Quote, ...], previous: AbstractSet[str] | None) -> tuple[Quote, ...] | None:
    """Return the quotes that an edition before had not; None where there was none."""
    if previous is None:
        return None
    return tuple(quote for quote in quotes if reference(quote.sentence) not in previous)
