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
from bot.briefings.dates.tense import Tense, Tenses
from bot.corpus.article import Article, Kind, Sentence

# How many sentences back a date may lie that another one hangs on.
_REACH = 3
_ATTRIBUTION = re.compile(
    r"\b(?:said|says|saying|added|told(?: \S+){1,5}?|wrote|noted|tweeted|quoted|according to"
    r"|interview|statement|speaking|reported)(?: in a (?:statement|tweet|post|report))?"
    r"(?: to \S+)?(?:,? (?:on|late|early))?\s+$",
    re.IGNORECASE,
)
_HEARSAY = re.compile(
    r"\b(?:reportedly|allegedly|alleged|apparently|according to|rumou?r\w*|unconfirmed|sources"
    r"|(?:is|are|was|were) said to|believed to|(?:press|media|news|local) reports?|claim(?:s|ed))\b",
    re.IGNORECASE,
)
_COARSE = frozenset({Granularity.DECADE, Granularity.CENTURY, Granularity.VAGUE})


@dataclass(frozen=True, slots=True)
class _Told:
    """A date told of: in which sentence, and whether it only dates a report."""

    paragraph: int | None
    sentence: int
    start: int
    resolution: Resolution
    report: bool
    stretch: bool


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
        near = [
            told
            for told in self._told
            if self._near(told)
            and (told.sentence, told.start) < (self._number, item.start)
            and told.resolution.granularity not in _COARSE
            and not told.stretch
        ]
        tense, sure = self._tenses.at(item.start, item.end)
        if tense is Tense.PAST and self._published:
            near = [told for told in near if told.resolution.interval.first <= self._published]
        just = [
            told
            for told in near
            if told.paragraph == self._sentence.paragraph and self._number - told.sentence <= 1
        ]
        near.sort(key=lambda told: (not told.report, told.sentence, told.start))
        days = [told for told in near if told.resolution.granularity is Granularity.DAY]
        return Context(
            published=self._published,
            tense=tense,
            sure=sure,
            before=self._text[: item.start],
            after=self._text[item.end :],
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
        if resolution is None:
            return
        report = bool(_ATTRIBUTION.search(self._text[: item.start]))
        stretch = item.rule.stretch
        self._told.append(
            _Told(self._sentence.paragraph, self._number, item.start, resolution, report, stretch)
        )
        del self._told[:-12]

    def _expression(self, item: Found, resolution: Resolution | None) -> TemporalExpression:
        interval = resolution.interval if resolution else None
        tense, _ = self._tenses.at(item.start, item.end)
        before = self._text[: item.start]
        report = bool(_ATTRIBUTION.search(before))
        size = resolution.granularity if resolution else Granularity.VAGUE
        return TemporalExpression(
            article=self._article,
            sentence=self._sentence,
            start=self._sentence.start + item.start,
            end=self._sentence.start + item.end,
            interval=interval,
            granularity=size,
            certainty=resolution.certainty if resolution else Certainty.VAGUE,
            status=self._status(interval, tense, report=report),
            minor=report
            or item.start < self._sentence.opening
            or item.rule.stretch
            or interval is None
            or size in _COARSE,
        )

    def _status(self, interval: Interval | None, tense: Tense, *, report: bool) -> Status:
        published = self._published
        if interval and published and interval.first > published:
            return Status.PLANNED
        still_open = interval is None or published is None or interval.last >= published
        if tense is Tense.FUTURE and still_open:
            return Status.PLANNED
        if interval and published and interval.first == published < interval.last:
            return Status.PLANNED
        hearsay = not report and _HEARSAY.search(self._text)
        return Status.REPORTED if hearsay else Status.PAST
