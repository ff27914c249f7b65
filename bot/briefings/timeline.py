"""What happened when: the dated events of a corpus, several outlets on one event in one row."""

from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property, lru_cache, partial
from itertools import chain
from math import exp

from bot.answers.answer import Quote
from bot.answers.scope import Scope
from bot.briefings.dates.expression import Certainty, Interval, TemporalExpression
from bot.briefings.dates.reading import read_article
from bot.briefings.people import mentioned
from bot.corpus.article import Kind
from bot.corpus.names import Name
from bot.index.index import SentenceIndex

# How much of its weight, and how many words, one telling must share with another of one event.
SAME_EVENT, SHARED_WORDS, TELLING = 0.14, 2, 0.05
# A sentence often tells of several things: words count less the further they are from the date.
_FADING = tuple(exp(-n / 4) for n in range(20))
# Sentences of one event share one of their most telling terms.
_TELLING = 8
# Intervals whose events are kept: a day's timeline shares most of them with another day's.
_KEPT = 100_000
# Names whose sentences are kept.
_NAMES = 64
_CERTAINTIES = tuple(Certainty)


@dataclass(frozen=True, slots=True)
class Telling:
    """An expression in the quote that holds it, and the quote's position in the index."""

    expression: TemporalExpression
    quote: Quote
    position: int


@dataclass(frozen=True, slots=True)
class _Around:
    """The terms around a date by weight, the most telling of them, and what all weigh."""

    terms: dict[str, float]
    telling: tuple[str, ...]
    whole: float


@dataclass(frozen=True, slots=True)
class Event:
    """One row: an interval and what tells of it, the best first."""

    interval: Interval | None
    tellings: tuple[Telling, ...]

    @property
    def lead(self) -> TemporalExpression:
        """The expression whose sentence is shown first."""
        return self.tellings[0].expression

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotes that tell of it."""
        return tuple(telling.quote for telling in self.tellings)

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that tell of it, each once."""
        return tuple(dict.fromkeys(quote.article.outlet for quote in self.quotes))


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in order, and how many minor or undated expressions were left out."""

    events: tuple[Event, ...]
    left_out: int

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Every quote, in the order of the rows."""
        return tuple(quote for event in self.events for quote in event.quotes)


class Timelines:
    """Makes timelines of one corpus; its texts are read once, and so are the events of a scope."""

    def __init__(self, index: SentenceIndex) -> None:
        self._index = index
        self._events = lru_cache(maxsize=8)(self._make_events)
        self._homes = lru_cache(maxsize=_KEPT)(self._find_homes)
        self._around = cache(self._weigh)
        self._naming = lru_cache(maxsize=_NAMES)(self._find_naming)

    def timeline(
        self,
        within: Scope,
        first: date | None = None,
        last: date | None = None,
        name: Name | None = None,
        *,
        everything: bool = False,
        preferred: AbstractSet[str] = frozenset(),
    ) -> Timeline:
        """Return the events of some articles between two days and of one name.

        With `everything`, each expression is a row, minor and undated ones as well. Preferred
        outlets go first in a row where they are as current and as sure as the others.
        """
        events, minor = self._rows(within) if everything else self._events(within)
        kept = (event for event in events if _overlaps(event.interval, first, last))
        naming = None if name is None else self._naming(name)
        named = (e for e in kept if naming is None or _told_in(e, naming))
        shown = (_liked_first(e, preferred) for e in named) if preferred else named
        return Timeline(tuple(shown), minor)

    def prepare(self, within: Scope) -> None:
        """Read the texts now, and find the events of a scope, so that no one need wait for it."""
        self.timeline(within)

    @cached_property
    def _expressions(self) -> tuple[tuple[TemporalExpression, int], ...]:
        """Every expression of the corpus with the position of its sentence.

        All stand in quotes that stand in their files to the letter.
        """
        found: list[tuple[TemporalExpression, int]] = []
        first = 0
        for article in self._index.corpus.articles:
            places = {sentence.start: first + n for n, sentence in enumerate(article.quotable)}
            found += [
                (e, places[e.sentence.start])
                for e in read_article(article)
                if article.text[e.sentence.start : e.sentence.end] == e.sentence.text
            ]
            first += len(places)
        return tuple(found)

    def _telling(self, number: int, within: Scope) -> Telling:
        """Return an expression, by its number among all, in its quote."""
        expression, position = self._expressions[number]
        sentence, article = expression.sentence, expression.article
        span = (expression.start - sentence.start, expression.end - sentence.start)
        quote = Quote(sentence, article, 0.0, (span,), article.id in within.older)
        return Telling(expression, quote, position)

    def _numbers(self, within: Scope) -> Iterator[int]:
        """Yield which expressions stand in some articles."""
        for number, (expression, _) in enumerate(self._expressions):
            if expression.article.id in within.articles:
                yield number

    def _rows(self, within: Scope) -> tuple[tuple[Event, ...], int]:
        tellings = (self._telling(number, within) for number in self._numbers(within))
        rows = (Event(telling.expression.interval, (telling,)) for telling in tellings)
        return tuple(sorted(rows, key=_order)), 0

    def _make_events(self, within: Scope) -> tuple[tuple[Event, ...], int]:
        """Return the events of some articles, and the count of what is minor."""
        by_interval: dict[Interval, list[int]] = {}
        minor = 0
        for number in self._numbers(within):
            expression, _ = self._expressions[number]
            if expression.minor or expression.interval is None:
                minor += 1
            else:
                by_interval.setdefault(expression.interval, []).append(number)
        events: list[Event] = []
        for interval, told in by_interval.items():
            groups: dict[int, list[Telling]] = {}
            for number, home in zip(told, self._homes(tuple(told)), strict=True):
                groups.setdefault(home, []).append(self._telling(number, within))
            events += [
                Event(interval, _each_sentence_once(sorted(group, key=_lead)))
                for group in groups.values()
            ]
        return tuple(sorted(events, key=_order)), minor

    def _find_homes(self, told: tuple[int, ...]) -> tuple[int, ...]:
        """Return the number of each expression's event, that of the first one it is close to.

        The expressions are given by their numbers and have one interval.
        """
        homes: list[int] = []
        around: list[list[_Around]] = []
        holders: dict[str, list[int]] = {}
        for number in told:
            own = self._around(number)
            near = Counter(chain.from_iterable(holders.get(key, ()) for key in own.telling))
            home = len(around)
            for at, _ in near.most_common() if near else ():
                if any(map(partial(_same, own), around[at])):
                    home = at
                    break
            if home == len(around):
                around.append([])
            homes.append(home)
            around[home].append(own)
            for key in own.telling:
                known = holders.setdefault(key, [])
                if home not in known:
                    known.append(home)
        return tuple(homes)

    def _weigh(self, number: int) -> _Around:
        """Return the terms around a date, without those of the date itself."""
        expression, position = self._expressions[number]
        begin, end = (at - expression.sentence.start for at in (expression.start, expression.end))
        terms = [term for term in self._index.analyses[position].terms if not term.stop]
        before = [term for term in reversed(terms) if term.end <= begin]
        after = [term for term in terms if term.start >= end]
        content: dict[str, float] = {}
        for side in (before, after):
            for term, near in zip(side, _FADING, strict=False):
                weight = self._index.weight(term.key) * near
                content[term.key] = max(weight, content.get(term.key, 0.0))
        first = sorted(content, key=content.__getitem__, reverse=True)[:_TELLING]
        return _Around(content, tuple(first), sum(content.values()))

    def _find_naming(self, name: Name) -> frozenset[int]:
        """Return which sentences with expressions name somebody, by any spelling."""
        held = frozenset(self._index.array(f"@{name.name}").tolist())
        dated = held.intersection(position for _, position in self._expressions)
        return frozenset(at for at in dated if mentioned(name, self._index.analyses[at]))


def _told_in(event: Event, positions: AbstractSet[int]) -> bool:
    return any(telling.position in positions for telling in event.tellings)


def _same(one: _Around, other: _Around) -> bool:
    """Whether what stands around two dates is of one event."""
    keys = one.terms.keys() & other.terms.keys()
    if len(keys) < SHARED_WORDS:
        return False
    whole = (one.whole + other.whole) / 2
    shared = [min(one.terms[key], other.terms[key]) for key in keys]
    telling = [weight for weight in shared if weight >= TELLING * whole]
    return len(telling) >= SHARED_WORDS and sum(shared) >= SAME_EVENT * whole


def _lead(telling: Telling) -> tuple[int, int, bool, int]:
    """Newest first, as it knows best; then the surest, and a headline only without a sentence."""
    expression = telling.expression
    published = expression.article.published
    return (
        -published.toordinal() if published else 0,
        _CERTAINTIES.index(expression.certainty),
        expression.sentence.kind is Kind.HEADLINE,
        telling.position,
    )


def _liked_first(event: Event, preferred: AbstractSet[str]) -> Event:
    def standing(telling: Telling) -> tuple[bool, int, bool]:
        sure = _CERTAINTIES.index(telling.expression.certainty)
        return telling.quote.older, sure, telling.quote.article.outlet not in preferred

    return replace(event, tellings=tuple(sorted(event.tellings, key=standing)))


def _order(event: Event) -> tuple[bool, date, int]:
    """By first day, the shorter interval first; what has no date comes last."""
    if event.interval is None:
        return True, date.max, 0
    return False, event.interval.first, (event.interval.last - event.interval.first).days


def _overlaps(interval: Interval | None, first: date | None, last: date | None) -> bool:
    if interval is None:
        return first is None and last is None
    return (first is None or interval.last >= first) and (last is None or interval.first <= last)


def _each_sentence_once(group: Iterable[Telling]) -> tuple[Telling, ...]:
    return tuple({telling.position: telling for telling in reversed(list(group))}.values())[::-1]
