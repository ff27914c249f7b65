"""What happened when: the dated events of a corpus, several outlets on one event in one row."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from math import exp

from bot.briefings.dates.expression import (
    Certainty,
    Granularity,
    Interval,
    Status,
    TemporalExpression,
)
from bot.briefings.dates.reading import read_article
from bot.corpus.article import Kind
from bot.corpus.names import Name
from bot.index.index import SentenceIndex

# How much of its weight, and how many words, one telling must share with another of one event.
SAME_EVENT, SHARED_WORDS, TELLING = 0.2, 2, 0.05
# A sentence often tells of several things: words count less the further they are from the date.
_FADING = tuple(exp(-n / 4) for n in range(20))
# Sentences of one event share one of their most telling terms.
_TELLING = 8
_CERTAINTIES = tuple(Certainty)


@dataclass(frozen=True, slots=True)
class Event:
    """One row: an interval and the expressions that tell of it, the best one first."""

    interval: Interval | None
    expressions: tuple[TemporalExpression, ...]

    @property
    def lead(self) -> TemporalExpression:
        """The expression whose sentence is shown."""
        return self.expressions[0]

    @property
    def granularity(self) -> Granularity:
        """How finely the event is dated."""
        return self.lead.granularity

    @property
    def certainty(self) -> Certainty:
        """How sure its date is."""
        return self.lead.certainty

    @property
    def status(self) -> Status:
        """Whether it is told of as past, planned or only reported."""
        return self.lead.status

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that tell of it, each once."""
        return tuple(dict.fromkeys(e.article.outlet for e in self.expressions))


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in order, and how many minor expressions were left out."""

    events: tuple[Event, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class _Dated:
    """An expression and the position of its sentence in the index."""

    position: int
    expression: TemporalExpression


class Timelines:
    """Makes timelines of one corpus; its texts are read once."""

    def __init__(self, index: SentenceIndex) -> None:
        self._index = index
        self._events = lru_cache(maxsize=16)(self._make_events)

    @cached_property
    def _dated(self) -> tuple[_Dated, ...]:
        found: list[_Dated] = []
        first = 0
        for article in self._index.corpus.articles:
            places = {sentence.start: first + n for n, sentence in enumerate(article.quotable)}
            found += [_Dated(places[e.sentence.start], e) for e in read_article(article)]
            first += len(places)
        return tuple(found)

    def timeline(
        self,
        first: date | None = None,
        last: date | None = None,
        name: Name | None = None,
        as_of: date | None = None,
    ) -> Timeline:
        """Return the events between two days, of one name, as told by a day."""
        events, minor = self._events(as_of)
        kept = tuple(e for e in events if _overlaps(e, first, last) and self._tells_of(e, name))
        return Timeline(kept, minor)

    def expressions(
        self,
        first: date | None = None,
        last: date | None = None,
        name: Name | None = None,
        as_of: date | None = None,
    ) -> tuple[Event, ...]:
        """Return every expression as a row of its own, minor and undated ones as well."""
        rows = [Event(d.expression.interval, (d.expression,)) for d in self._seen(as_of)]
        kept = [e for e in rows if _overlaps(e, first, last) and self._tells_of(e, name)]
        return tuple(sorted(kept, key=_order))

    def _seen(self, as_of: date | None) -> Iterable[_Dated]:
        for dated in self._dated:
            published = dated.expression.article.published
            if as_of is None or (published and published <= as_of):
                yield dated

    def _make_events(self, as_of: date | None) -> tuple[tuple[Event, ...], int]:
        """Return the events of what was published by a day, and the count of what is minor."""
        by_interval: dict[Interval, list[_Dated]] = {}
        minor = 0
        for dated in self._seen(as_of):
            interval = dated.expression.interval
            if dated.expression.minor or interval is None:
                minor += 1
            else:
                by_interval.setdefault(interval, []).append(dated)
        events = [
            Event(interval, tuple(d.expression for d in sorted(group, key=_lead)))
            for interval, told in by_interval.items()
            for group in self._groups(told)
        ]
        return tuple(sorted(events, key=_order)), minor

    def _groups(self, told: Sequence[_Dated]) -> list[list[_Dated]]:
        """Put together what tells of one event, each with the first group it is close to."""
        groups: list[list[_Dated]] = []
        contents: list[list[dict[str, float]]] = []
        holders: dict[str, list[int]] = {}
        for dated in told:
            content = self._content(dated)
            telling = sorted(content, key=content.__getitem__, reverse=True)[:_TELLING]
            near = Counter(at for key in telling for at in holders.get(key, ()))
            home = next(
                (
                    at
                    for at, _ in near.most_common()
                    if any(_same(content, other) for other in contents[at])
                ),
                len(groups),
            )
            if home == len(groups):
                groups.append([])
                contents.append([])
            groups[home].append(dated)
            contents[home].append(content)
            for key in telling:
                known = holders.setdefault(key, [])
                if home not in known:
                    known.append(home)
        return groups

    def _content(self, dated: _Dated) -> dict[str, float]:
        """Return the terms around a date by weight, without those of the date itself."""
        expression = dated.expression
        begin, end = (at - expression.sentence.start for at in (expression.start, expression.end))
        terms = [term for term in self._index.analyses[dated.position].terms if not term.stop]
        before = [term for term in reversed(terms) if term.end <= begin]
        after = [term for term in terms if term.start >= end]
        content: dict[str, float] = {}
        for side in (before, after):
            for term, near in zip(side, _FADING, strict=False):
                weight = self._index.weight(term.key) * near
                content[term.key] = max(weight, content.get(term.key, 0.0))
        return content

    def _tells_of(self, event: Event, name: Name | None) -> bool:
        if name is None:
            return True
        return any(
            mention.name.name == name.name and not mention.loose
            for expression in event.expressions
            for mention in self._index.analyser.analyse(expression.sentence.text).mentions
        )


def _same(one: dict[str, float], other: dict[str, float]) -> bool:
    """Whether what stands around two dates is of one event."""
    whole = min(sum(one.values()), sum(other.values()))
    shared = [min(one[key], other[key]) for key in one.keys() & other.keys()]
    telling = [weight for weight in shared if weight >= TELLING * whole]
    return len(telling) >= SHARED_WORDS and sum(shared) >= SAME_EVENT * whole


def _lead(dated: _Dated) -> tuple[int, int, bool, int]:
    """Newest first, as it knows best; then the surest, and a headline only without a sentence."""
    expression = dated.expression
    published = expression.article.published
    return (
        -published.toordinal() if published else 0,
        _CERTAINTIES.index(expression.certainty),
        expression.sentence.kind is Kind.HEADLINE,
        dated.position,
    )


def _order(event: Event) -> tuple[bool, date, int]:
    """By first day, the shorter interval first; what has no date comes last."""
    if event.interval is None:
        return True, date.max, 0
    return False, event.interval.first, (event.interval.last - event.interval.first).days


def _overlaps(event: Event, first: date | None, last: date | None) -> bool:
    interval = event.interval
    if interval is None:
        return first is None and last is None
    return (first is None or interval.last >= first) and (last is None or interval.first <= last)
