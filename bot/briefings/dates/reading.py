"""The temporal expressions of an article, each resolved from what the article says."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.briefings.dates.expression import (
    Certainty,
    Granularity,
    Interval,
    Resolution,
    Status,
    TemporalExpression,
)
from bot.briefings.dates.rule import Context
from bot.briefings.dates.scanning import Found, scan
from bot.briefings.dates.tense import Tenses
from bot.briefings.dates.verbs import Tense
from bot.corpus.article import Article, Kind, Sentence

# How many sentences back a date may lie that another one hangs on.
_REACH = 3
_KEPT = 12
_ATTRIBUTION = re.compile(
    r"\b(?:said|says|saying|added|told(?: \S+){1,5}?|wrote|noted|tweeted|quoted|according to"
    r"|interview|statement|speaking|reported)(?: in a (?:statement|tweet|post|report))?"
    r"(?: to \S+)?(?:,? (?:on|late|early))?\s+$",
    re.IGNORECASE,
)
_ATTRIBUTED = 80
_HEARSAY = re.compile(
    r"\b(?:reportedly|allegedly|alleged|apparently|according to|rumou?r\w*|unconfirmed|sources"
    r"|(?:is|are|was|were) said to|believed to|(?:press|media|news|local) reports?|claim(?:s|ed))"
    r"\b",
    re.IGNORECASE,
)
_COARSE = frozenset({Granularity.DECADE, Granularity.CENTURY, Granularity.VAGUE})


@dataclass(frozen=True, slots=True)
class _Told:
    """A date told of: in which sentence, and whether it only dates a report or an aside."""

    paragraph: int | None
    sentence: int
    start: int
    resolution: Resolution
    report: bool
    aside: bool


def read_article(article: Article) -> tuple[TemporalExpression, ...]:
    """Return the temporal expressions of an article's quotable sentences, in reading order."""
    told: list[_Told] = []
    result: list[TemporalExpression] = []
    for number, sentence in enumerate(article.quotable):
        found = list(scan(sentence.text))
        if found:
            result += _Reader(article, sentence, number, told).read(found)
    return tuple(result)


class _Reader:
    """Resolves the expressions of one sentence."""

    def __init__(
        self, article: Article, sentence: Sentence, number: int, told: list[_Told]
    ) -> None:
        self._article, self._sentence, self._number = article, sentence, number
        self._published: date | None = article.published
        self._text = sentence.text
        self._tenses = Tenses(sentence.text, headline=sentence.kind is Kind.HEADLINE)
        self._told = told

    def read(self, found: Sequence[Found]) -> list[TemporalExpression]:
        resolved: dict[int, Resolution | None] = {}
        later = [at for at, item in enumerate(found) if item.rule.looks_ahead]
        for at, item in enumerate(found):
            if at not in later:
                resolved[at] = self._resolve(item, None)
                self._tell(item, resolved[at])
        for at in later:
            ahead = next((resolved[n] for n in range(at + 1, len(found)) if resolved.get(n)), None)
            resolved[at] = self._resolve(found[at], ahead)
            self._tell(found[at], resolved[at])
        return [self._expression(item, resolved[at]) for at, item in enumerate(found)]

    def _resolve(self, item: Found, ahead: Resolution | None) -> Resolution | None:
        return item.rule.resolve(item.match, self._context(item, ahead))

    def _context(self, item: Found, ahead: Resolution | None) -> Context:
        place = (self._number, item.start)
        near = [t for t in self._told if (t.sentence, t.start) < place and self._near(t)]
        if self._published and any(t.resolution.interval.first > self._published for t in near):
            tense, _ = self._tenses.at(item.start, item.end)
            if tense is Tense.PAST:
                near = [t for t in near if t.resolution.interval.first <= self._published]
        near.sort(key=lambda told: (not told.report, told.sentence, told.start))
        days = [told for told in near if told.resolution.granularity is Granularity.DAY]
        just = [
            told
            for told in near
            if told.paragraph == self._sentence.paragraph
            and self._number - told.sentence <= 1
            and not told.aside
        ]
        return Context(
            published=self._published,
            text=self._text,
            start=item.start,
            end=item.end,
            tenses=self._tenses,
            day=days[-1].resolution.interval if days else None,
            last=near[-1].resolution if near else None,
            just_before=just[-1].resolution if just else None,
            ahead=ahead,
        )

    def _near(self, told: _Told) -> bool:
        """Whether a date is near enough to hang on: a sentence back, further in its paragraph."""
        back = self._number - told.sentence
        return back <= 1 or (back <= _REACH and told.paragraph == self._sentence.paragraph)

    def _tell(self, item: Found, resolution: Resolution | None) -> None:
        if resolution is None or item.rule.stretch or resolution.granularity in _COARSE:
            return
        self._told.append(
            _Told(
                self._sentence.paragraph,
                self._number,
                item.start,
                resolution,
                self._is_report(item),
                self._is_aside(item),
            )
        )
        del self._told[:-_KEPT]

    def _expression(self, item: Found, resolution: Resolution | None) -> TemporalExpression:
        interval = resolution.interval if resolution else None
        report = self._is_report(item)
        size = resolution.granularity if resolution else Granularity.VAGUE
        return TemporalExpression(
            article=self._article,
            sentence=self._sentence,
            start=self._sentence.start + item.start,
            end=self._sentence.start + item.end,
            interval=interval,
            granularity=size,
            certainty=resolution.certainty if resolution else Certainty.VAGUE,
            status=self._status(item, interval, report=report),
            minor=report
            or item.start < self._sentence.opening
            or item.rule.stretch
            or interval is None
            or size in _COARSE,
        )

    def _is_report(self, item: Found) -> bool:
        """Whether a date only says when something was said."""
        before = self._text[max(0, item.start - _ATTRIBUTED) : item.start]
        return bool(_ATTRIBUTION.search(before))

    def _is_aside(self, item: Found) -> bool:
        """Whether a date only stands in what is said by the way: ", signed in March 2014,"."""
        return self._text.startswith(",", item.end) and "," in self._text[: item.start]

    def _status(self, item: Found, interval: Interval | None, *, report: bool) -> Status:
        published = self._published
        if interval and published and interval.first > published:
            return Status.PLANNED
        if interval and published and interval.first == published < interval.last:
            return Status.PLANNED
        if interval is None or published is None or interval.last >= published:
            tense, _ = self._tenses.at(item.start, item.end)
            if tense is Tense.FUTURE:
                return Status.PLANNED
        hearsay = not report and _HEARSAY.search(self._text)
        return Status.REPORTED if hearsay else Status.PAST
