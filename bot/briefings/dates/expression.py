"""What is known of one temporal expression of an article."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.corpus.article import Article, Sentence


class Granularity(StrEnum):
    """How finely an expression says when."""

    DAY = "day"
    WEEK = "week"
    HALF_MONTH = "half-month"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"
    VAGUE = "vague"


class Certainty(StrEnum):
    """How sure an interval is.

    `stated`: the very days; `bounded`: some time inside them; `inferred`: worked out from another
    date of the text or from what the wording makes likely; `vague`: not to be resolved.
    """

    STATED = "stated"
    BOUNDED = "bounded"
    INFERRED = "inferred"
    VAGUE = "vague"


class Status(StrEnum):
    """Whether the text tells of it as done, as still to come, or only as hearsay."""

    PAST = "past"
    PLANNED = "planned"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `first` to `last`, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Resolution:
    """The days an expression means."""

    interval: Interval
    granularity: Granularity
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class TemporalExpression:
    """Words that say when: `text == file[start:end]`; no interval where they can't be resolved.

    `minor` are those that only date a report ("said on Thursday") or span a stretch of time.
    """

    article: Article
    sentence: Sentence
    start: int
    end: int
    interval: Interval | None
    granularity: Granularity
    certainty: Certainty
    status: Status
    minor: bool

    @property
    def text(self) -> str:
        """The words as they stand in the file."""
        return self.article.text[self.start : self.end]
