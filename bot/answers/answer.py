"""What an answer is made of: quotes with their citations, and what stands around them."""

from dataclasses import dataclass
from enum import StrEnum

from bot.corpus.article import Article, Sentence


class Status(StrEnum):
    """Whether the articles speak to the question."""

    ANSWERED = "answered"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence shown to the letter, with the article it stands in.

    `highlights` are half-open spans into the sentence's own text; `older` marks reporting
    that newer articles of the corpus have overtaken. `before` is the sentence in front of one
    that leans on it ("He said…"), to be shown as context.
    """

    sentence: Sentence
    article: Article
    score: float
    highlights: tuple[tuple[int, int], ...] = ()
    older: bool = False
    before: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Quotes of different outlets that give different answers to the question."""

    about: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Quotes that answer a question, or the honest word that none does.

    `closest` goes on where `quotes` ends: the next sentences of the ranking, no answers.
    """

    question: str
    status: Status
    confidence: float
    quotes: tuple[Quote, ...] = ()
    closest: tuple[Quote, ...] = ()
    corroborated_by: tuple[str, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[Quote, ...]:
        """The quotes and the other sides of disagreements, each once; numbered in this order."""
        sides = (quote for item in self.disagreements for quote in item.quotes)
        return tuple(dict.fromkeys((*self.quotes, *sides)))

    @property
    def answered(self) -> bool:
        """Whether a quote answers the question."""
        return self.status is Status.ANSWERED
