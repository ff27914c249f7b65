"""What was asked for of a briefing, in so few characters that a button holds it for years."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.briefings.edition import Length
from bot.slash.references import KEY_PATTERN

_DAY: Final = r"(?:\d{4}-\d\d-\d\d)?"
_KEY: Final = rf"(?:{KEY_PATTERN})?"
PATTERN: Final = (
    rf"brief:(?:{'|'.join(Length)}):{_KEY}:{_KEY}:{_DAY}"
    rf"|compare:(?:{_KEY}|\?):{_DAY}"
    rf"|coverage:{_DAY}"
    rf"|timeline:{_DAY}:{_DAY}:{_KEY}:{_DAY}"
    rf"|who:{KEY_PATTERN}:{_DAY}"
)
_ASKED: Final = "?"


@dataclass(frozen=True, slots=True)
class BriefRequest:
    """An edition; topic and outlet are the keys of their names, or empty for all."""

    length: Length = Length.STANDARD
    topic: str = ""
    outlet: str = ""
    as_of: date | None = None

    @property
    def of_everything(self) -> bool:
        """Whether it is of all topics and outlets, and so one in a row of editions."""
        return not (self.topic or self.outlet)

    def __str__(self) -> str:
        return f"brief:{self.length}:{self.topic}:{self.outlet}:{_shown(self.as_of)}"


@dataclass(frozen=True, slots=True)
class CompareRequest:
    """A comparison on a topic, by its key, or on a question; on all topics without either.

    A question is too long for a button, so only that there is one is written down.
    """

    topic: str = ""
    question: str | None = None
    as_of: date | None = None

    def __str__(self) -> str:
        about = self.topic if self.question is None else _ASKED
        return f"compare:{about}:{_shown(self.as_of)}"


@dataclass(frozen=True, slots=True)
class CoverageRequest:
    """Which outlet tells of which topic."""

    as_of: date | None = None

    def __str__(self) -> str:
        return f"coverage:{_shown(self.as_of)}"


@dataclass(frozen=True, slots=True)
class TimelineRequest:
    """A timeline between two days, of the one whose name has a key."""

    first: date | None = None
    last: date | None = None
    name: str = ""
    as_of: date | None = None

    def __str__(self) -> str:
        days = f"{_shown(self.first)}:{_shown(self.last)}"
        return f"timeline:{days}:{self.name}:{_shown(self.as_of)}"


@dataclass(frozen=True, slots=True)
class WhoRequest:
    """Who somebody is whose name has a key."""

    name: str
    as_of: date | None = None

    def __str__(self) -> str:
        return f"who:{self.name}:{_shown(self.as_of)}"


Request = BriefRequest | CompareRequest | CoverageRequest | TimelineRequest | WhoRequest


def parse_request(text: str) -> Request:
    """Return the request that a text of `PATTERN` stands for."""
    match text.split(":"):
        case "brief", length, topic, outlet, as_of:
            return BriefRequest(Length(length), topic, outlet, _day(as_of))
        case "compare", about, as_of:
            asked = about == _ASKED
            return CompareRequest("" if asked else about, "" if asked else None, _day(as_of))
        case "coverage", as_of:
            return CoverageRequest(_day(as_of))
        case "timeline", first, last, name, as_of:
            return TimelineRequest(_day(first), _day(last), name, _day(as_of))
        case "who", name, as_of:
            return WhoRequest(name, _day(as_of))
        case _:
            raise ValueError(f"{text!r} is no request")


def _shown(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
