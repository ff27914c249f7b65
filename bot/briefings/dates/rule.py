"""A rule of the grammar: a pattern, and what its matches mean in their context."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.briefings.dates.expression import Certainty, Granularity, Interval, Resolution
from bot.briefings.dates.tense import Tenses
from bot.briefings.dates.verbs import Tense

Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression may hang on.

    `day` is the last day told of before it, `last` the last date of any size, `just_before` the
    same in this sentence or the one before, `ahead` the next one in its own sentence.
    """

    published: date | None
    text: str
    start: int
    end: int
    tenses: Tenses
    day: Interval | None = None
    last: Resolution | None = None
    just_before: Resolution | None = None
    ahead: Resolution | None = None

    @property
    def tense(self) -> Tense:
        """The tense of the verb it belongs to."""
        return self.tenses.at(self.start, self.end)[0]

    @property
    def sure(self) -> bool:
        """Whether that verb stands in the same clause."""
        return self.tenses.at(self.start, self.end)[1]

    @property
    def before(self) -> str:
        """The sentence's text before it."""
        return self.text[: self.start]

    @property
    def after(self) -> str:
        """The sentence's text after it."""
        return self.text[self.end :]


Resolve = Callable[[Match, Context], Resolution | None]
Accept = Callable[[Match, str, str], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with named groups; `accept` looks at the text around a match.

    `heads` are the words it may begin with, besides DIGIT, MONTH, WEEKDAY for all of a kind.
    """

    heads: str
    pattern: str
    resolve: Resolve
    accept: Accept | None = None
    looks_ahead: bool = False
    stretch: bool = False


def unresolved(_match: Match, _context: Context) -> None:
    """Resolve nothing: the words are too vague."""


def stated(interval: Interval | None, certainty: Certainty = Certainty.STATED) -> Resolution | None:
    """Return a day, or several days that were all named."""
    if interval is None:
        return None
    single = interval.first == interval.last
    return Resolution(interval, Granularity.DAY if single else Granularity.RANGE, certainty)


def bounded(
    interval: Interval | None, granularity: Granularity, certainty: Certainty = Certainty.BOUNDED
) -> Resolution | None:
    """Return some time inside an interval."""
    return None if interval is None else Resolution(interval, granularity, certainty)
