"""Outlets side by side: what each says to a question, who agrees, and where they differ."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache, partial

from bot.answers.answer import Quote
from bot.answers.answering import Answerer
from bot.answers.asks import Asks, asked_for
from bot.briefings.differences import (
    DifferenceKind,
    Found,
    Side,
    asks_particulars,
    differing,
    same_matter,
    unsaid,
)
from bot.briefings.sides import sides_of
from bot.briefings.topics import Topic, UnknownTopicError, find_topic
from bot.corpus.article import Sentence
from bot.corpus.blocks import plain

# From here on two sentences are copies of one another.
_COPY = 0.9
# Two of different publishers that share this much say the same.
_AGREES = 0.4
_KEPT = 512


@dataclass(frozen=True, slots=True)
class Row:
    """An outlet's best sentence; None where it does not say. `copy_of` names whom it repeats."""

    outlet: str
    quote: Quote | None
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """Quotes that differ, in what, and the question they answer.

    `named` are those of them that tell of a halt or say that it is not announced, or the older.
    """

    about: str
    kind: DifferenceKind
    quotes: tuple[Quote, ...]
    named: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A question with a row for each outlet; `agreeing` publishers bear each other out."""

    question: str
    rows: tuple[Row, ...]
    agreeing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was compared: a table for each question, and the differences found."""

    about: str
    tables: tuple[Table, ...]
    differences: tuple[Difference, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """A row for each outlet: its best sentence on any of the questions."""
        best: dict[str, Row] = {}
        for row in (row for table in self.tables for row in table.rows):
            kept = best.setdefault(row.outlet, row).quote
            if row.quote and (kept is None or row.quote.score > kept.score):
                best[row.outlet] = row
        return tuple(best.values())

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Every quote of the rows and differences once, in the order they are numbered."""
        shown = [row.quote for row in self.rows if row.quote]
        shown += [quote for item in self.differences for quote in item.quotes]
        return tuple({quote.sentence: quote for quote in shown}.values())


class Comparer:
    """Compares the outlets of a corpus on questions and topics."""

    def __init__(self, answerer: Answerer, topics: Sequence[Topic]) -> None:
        self._answerer = answerer
        self._index = answerer.index
        preferred = answerer.taste.preferred
        self._outlets = sorted(answerer.corpus.outlets, key=lambda name: name not in preferred)
        self.topics = tuple(topics)
        self._sides = lru_cache(maxsize=_KEPT)(partial(sides_of, answerer))
        self.of_topic = lru_cache(maxsize=_KEPT)(self._of_topic)

    def compare(self, text: str, as_of: date | None = None) -> Comparison:
        """Compare the outlets on a topic, by its name, or on a question; on all topics for "".

        A question also shows the differences of a topic that its sentences are part of.
        """
        if not text.strip():
            return self.everything(as_of)
        try:
            return self.of_topic(find_topic(text, self.topics), as_of)
        except UnknownTopicError:
            return self._of_question(text, as_of)

    def everything(self, as_of: date | None = None) -> Comparison:
        """Return every difference between the outlets on the topics of the story."""
        found = [item for t in self.topics for item in self.of_topic(t, as_of).differences]
        return Comparison("all topics", (), once(found))

    def _of_topic(self, topic: Topic, as_of: date | None = None) -> Comparison:
        sides = {question: self._sides(question, as_of) for question in topic.questions}
        found = [
            difference(question, item)
            for question, row in sides.items()
            for item in differing(question, row, self._index)
        ]
        found += differences_unsaid(topic.name, sides)
        tables = tuple(self._table(question, row) for question, row in sides.items())
        return Comparison(topic.name, tables, once(found))

    def _of_question(self, text: str, as_of: date | None) -> Comparison:
        sides = self._sides(text, as_of)
        found = [difference(text, item) for item in differing(text, sides, self._index)]
        found += differences_unsaid(text, {text: sides})
        shown = {side.quote.sentence for side in sides}
        found += [
            item
            for topic in self.topics
            if self._near(topic, text)
            for item in self.of_topic(topic, as_of).differences
            if self._belongs(item, text, shown)
        ]
        differences = once(found)
        return Comparison(text, (filled(self._table(text, sides), differences),), differences)

    def _near(self, topic: Topic, text: str) -> bool:
        """Whether a question and a topic share a word, or both ask for a date or place."""
        analyse = self._index.analyser.analyse
        words = set(analyse(text).content)
        return any(
            words & set(analyse(question).content)
            or (asks_particulars(text) and asks_particulars(question))
            for question in topic.questions
        )

    def _belongs(self, item: Difference, text: str, shown: AbstractSet[Sentence]) -> bool:
        """Whether a topic's difference is about the question, by the sentences and words shared."""
        held = sum(quote.sentence in shown for quote in item.quotes)
        if held > 1 or not held:
            return held > 1
        if item.kind is DifferenceKind.UNSAID:
            return asks_particulars(text)
        analyse = self._index.analyser.analyse
        shared = set(analyse(text).content) & set(analyse(item.about).content)
        return bool(shared) and asked_for(text) is asked_for(item.about) is not Asks.OTHER

    def _table(self, question: str, sides: Sequence[Side]) -> Table:
        by_outlet = {side.quote.article.outlet: side for side in sides}
        first: dict[str, Quote] = {}
        rows: list[Row] = []
        for outlet in self._outlets:
            side = by_outlet.get(outlet)
            quote = side.quote if side else None
            copied = next((o for o, q in first.items() if quote and is_copy(quote, q)), None)
            rows.append(Row(outlet, quote, copied))
            if quote and not copied:
                first[outlet] = quote
        own = [by_outlet[outlet] for outlet in first]
        return Table(question, tuple(rows), self._agreeing(question, own))

    def _agreeing(self, question: str, sides: Sequence[Side]) -> tuple[str, ...]:
        """Return the publishers that say the same as the best sentence, if any besides its own.

        Those who differ from it in what they answer do not, however alike their words are.
        """
        if not sides:
            return ()
        lead = max(sides, key=lambda side: side.quote.score)
        pairs = [
            {f.one.quote.sentence, f.other.quote.sentence}
            for f in differing(question, sides, self._index)
        ]
        apart = {sentence for pair in pairs if lead.quote.sentence in pair for sentence in pair}
        same = [
            side.quote.article.outlet
            for side in sides
            if side is lead
            or (
                side.quote.sentence not in apart
                and side.quote.older == lead.quote.older
                and same_matter(lead, side, self._index) >= _AGREES
            )
        ]
        return tuple(same) if len(same) > 1 else ()


def filled(table: Table, differences: Iterable[Difference]) -> Table:
    """Give outlets without a row's quote the one by which they differ: they do say something."""
    told = {q.article.outlet: q for item in differences for q in item.quotes}
    rows = (row if row.quote else Row(row.outlet, told.get(row.outlet)) for row in table.rows)
    return replace(table, rows=tuple(rows))


def is_copy(one: Quote, other: Quote) -> bool:
    """Whether two quotes are the same words, or nearly, as where one outlet republishes another."""
    a, b = plain(one.sentence.text).split(), plain(other.sentence.text).split()
    return a == b or SequenceMatcher(None, a, b, autojunk=False).ratio() >= _COPY


def differences_unsaid(about: str, sides: Mapping[str, Sequence[Side]]) -> Iterable[Difference]:
    """Yield who gives a date or place that others say is not known, from answers to questions."""
    ends: list[Side] = []
    for question, found in sides.items():
        if asks_particulars(question):
            ends += found
    apart = list(unsaid(list({side.quote.sentence: side for side in ends}.values())))
    if apart:
        found_ends = [item.one for item in apart] + [item.other for item in apart]
        by_outlet: dict[str, Quote] = {}
        for side in found_ends:
            by_outlet.setdefault(side.quote.article.outlet, side.quote)
        silent = [item.one.quote for item in apart]
        quotes = tuple(by_outlet.values())
        named = tuple(quote for quote in quotes if quote in silent)
        yield Difference(about, DifferenceKind.UNSAID, quotes, named)


def difference(question: str, found: Found) -> Difference:
    """Return what two answers to a question differ in."""
    named = (found.named.quote,) if found.named else ()
    return Difference(question, found.kind, (found.one.quote, found.other.quote), named)


def once(found: Iterable[Difference]) -> tuple[Difference, ...]:
    """Leave out differences between sentences whose difference is among them already.

    That one is older says little where one of the two differs in something else.
    """
    kept: list[Difference] = []
    for item in sorted(found, key=lambda item: item.kind is DifferenceKind.OLDER):
        ends = {quote.sentence for quote in item.quotes}
        told = ({quote.sentence for quote in other.quotes} for other in kept)
        aged = item.kind is DifferenceKind.OLDER
        if not any(ends & one if aged else ends <= one for one in told):
            kept.append(item)
    return tuple(kept)
