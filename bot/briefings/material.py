"""What a sentence would bring to a briefing: its concepts, each weighed by who else tells it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.answers.answer import Quote
from bot.answers.scope import Scope
from bot.answers.signs import has_number, leans_back
from bot.corpus.article import Kind, Sentence
from bot.corpus.blocks import WORD
from bot.index.index import SentenceIndex
from bot.index.small import Mask

# Numbers and names carry more of the news than other words.
_TELLING = 1.3
# A sentence at the head of its article tells what the article holds for most important.
_HEAD = 3
_NEWEST = 40
# Of the sentences that hold a term no more than these are looked at, from all over the corpus.
_LOOKED_AT = 500
_HEAD_SHARE = 1.15
# One that leans on the sentence before it can hardly be read by itself.
_LEANING_SHARE = 0.25
# Reporting of a month before the newest counts half as much.
_MONTH = 30
_LEANS = re.compile(
    r"(?:since then|following (?:that|this)|after (?:that|this)|for (?:instance|example)"
    r"|by (?:then|that)|at (?:the|that) time|during (?:his|her|their|that|this))\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"the ", re.IGNORECASE)
# An "it" that stands for nothing before it: "It is expected that…".
_STANDS = re.compile(
    r"it(?:['’]s| is| was| remains| has been| will be) (?:now |still |also |not |yet )*"
    r"(?:expected|un\w+|likely|hoped|understood|reported|thought|known|believed|said|possible"
    r"|clear|feared|estimated)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence that may stand in a briefing.

    `concepts` are its terms with their weights; `shape` is what its place and form make of it;
    one that `leans` can hardly be read without the sentence before it.
    """

    quote: Quote
    words: int
    concepts: Mapping[str, float]
    weight: float
    shape: float
    leans: bool = False

    @property
    def outlet(self) -> str:
        """The outlet that published it."""
        return self.quote.article.outlet


class Material:
    """Sentences of a corpus as lines, within the articles that may be used."""

    def __init__(self, index: SentenceIndex, within: Scope) -> None:
        self._index = index
        self._within = within
        self._lines: dict[Sentence, Line] = {}
        self._told: dict[str, int] = {}

    @cached_property
    def _current(self) -> frozenset[str]:
        return self._within.articles - self._within.older

    def _publishers(self, key: str) -> int:
        """Return how many outlets tell of a term, in current articles and words of their own."""
        count = self._told.get(key)
        if count is None:
            count = self._told[key] = self._count(key)
        return count

    def _count(self, key: str) -> int:
        """Count outlets that hold a term, copies of a sentence once."""
        sentences, articles = self._index.sentences, self._index.corpus.by_id
        found: set[str] = set()
        seen: set[str] = set()
        held = self._index.array(key)
        held = held[:: len(held) // _LOOKED_AT + 1]
        for at in held[self._inside[held]].tolist():
            sentence = sentences[at]
            if sentence.text not in seen:
                seen.add(sentence.text)
                found.add(articles[sentence.article].outlet)
                if len(found) == len(self._outlets):
                    break
        return len(found)

    @cached_property
    def _inside(self) -> Mask:
        """For each sentence, whether it stands in a current article."""
        return self._index.within(self._current)

    @cached_property
    def _outlets(self) -> frozenset[str]:
        articles = self._index.corpus.articles
        return frozenset(a.outlet for a in articles if a.id in self._current)

    @cached_property
    def _newest(self) -> date | None:
        days = (a.published for a in self._index.corpus.articles if a.id in self._within.articles)
        return max((day for day in days if day), default=None)

    def line(self, quote: Quote) -> Line:
        """Return a quote as a line."""
        line = self._lines.get(quote.sentence)
        if line is None:
            line = self._lines[quote.sentence] = self._line(quote)
        return line

    def heads(self) -> Iterable[Line]:
        """Yield the sentences at the head of each of the newest current articles."""
        current = [a for a in self._index.corpus.articles if a.id in self._current]
        current.sort(key=lambda article: article.published or date.min, reverse=True)
        for article in current[:_NEWEST]:
            for sentence in article.quotable:
                if (sentence.paragraph or 0) > _HEAD:
                    break
                if quotable(sentence):
                    yield self.line(Quote(sentence, article, 0.0))

    def agreement(self, line: Line) -> float:
        """Return how much of a line other outlets tell as well, by weight."""
        return sum(weight for key, weight in line.concepts.items() if self._publishers(key) > 1)

    def _line(self, quote: Quote) -> Line:
        sentence = quote.sentence
        concepts: dict[str, float] = {}
        for term in self._index.analysis_of(sentence).terms:
            if not term.stop:
                share = _TELLING if term.key.startswith("@") or has_number(term.form) else 1.0
                told = max(self._publishers(term.key), 1)
                concepts[term.key] = share * told * self._index.weight(term.key)
        shape = _HEAD_SHARE if (sentence.paragraph or 0) <= _HEAD else 1.0
        leans = self._leans(sentence)
        if leans:
            shape *= _LEANING_SHARE
        published = quote.article.published
        if self._newest and published:
            shape /= 1 + (self._newest - published).days / _MONTH
        words = len(sentence.text.split())
        return Line(quote, words, concepts, sum(concepts.values()), shape, leans)

    def _leans(self, sentence: Sentence) -> bool:
        """Whether a sentence can hardly be read alone.

        "The meeting" needs nothing before it where that is what all the articles are about.
        """
        if _STANDS.match(sentence.text):
            return False
        if _LEANS.match(sentence.text):
            return True
        definite = _DEFINITE.match(sentence.text)
        if not definite:
            return leans_back(sentence.text)
        terms = self._index.analysis_of(sentence).terms
        noun = next((t for t in terms if t.start >= definite.end()), None)
        return leans_back(sentence.text) and not (noun and self._known(noun.key))

    def _known(self, key: str) -> bool:
        """Whether most outlets with current reporting speak of something."""
        return self._publishers(key) > len(self._outlets) / 2


def quotable(sentence: Sentence) -> bool:
    """Whether a briefing may hold a sentence: none that asks, no headline, no fragment."""
    if sentence.kind is Kind.HEADLINE or sentence.text.rstrip("\"'”’").endswith("?"):
        return False
    return len(WORD.findall(sentence.text)) > 3


def overlap(one: Line, other: Line) -> float:
    """Return how much of the lighter of two lines the other says as well, 0 to 1."""
    shared = one.concepts.keys() & other.concepts.keys()
    return sum(one.concepts[key] for key in shared) / (min(one.weight, other.weight) or 1.0)


def novelty(line: Line, covered: Mapping[str, float]) -> float:
    """Return how much of a line is not covered yet, 0 to 1."""
    new = sum(weight for key, weight in line.concepts.items() if key not in covered)
    return new / (line.weight or 1.0)
