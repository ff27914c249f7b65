"""Reading when: plain words ("weekdays 08:00", "every 6 hours") or cron."""

import re
from dataclasses import dataclass, field
from datetime import time, timedelta

from bot.phrase import Phrase
from bot.schedule import refusals
from bot.schedule.cron import is_cron, read_cron
from bot.schedule.recurrence import (
    LAST,
    MONTHS,
    WEEKDAYS,
    Daily,
    Days,
    Every,
    Recurrence,
    RecurrenceError,
    checked,
)

EXAMPLES = (
    "weekdays 08:00",
    "mon,thu 18:30",
    "every day at 8am and 6pm",
    "every 6 hours",
    "last day of the month 09:00",
    "0 8 * * mon-fri",
)
LONGEST_TEXT = 2000

_INTERVAL = re.compile(
    r"(?:every|each)\s+(?:(?P<amount>\d{1,5}|an?|one|two|three|four|six|eight|twelve)\s*)?"
    r"(?P<unit>hours?|hrs?|h|minutes?|mins?|m|days?|weeks?|months?)"
)
_AMOUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "six": 6}
_AMOUNTS |= {"eight": 8, "twelve": 12}
_OTHER = re.compile(r"(?:every|each)\s+(?:other|second|\d+(?:st|nd|rd|th)?)\s+(?:day|week|month)")
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?s?"
_MONTH = "|".join([*MONTHS, *(name[:3] for name in MONTHS), "sept"])
_TOKEN = re.compile(
    r"\s*(?:"
    r"(?P<clock>(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))\s*(?P<half>[ap]\.?m\b\.?)?)"
    r"|(?P<short>(?P<on_hour>\d{1,2})\s*(?:(?P<on_half>[ap]\.?m\b\.?)|h\b|o[’']?clock))"
    r"|(?P<named>noon|midday|midnight)\b"
    r"|(?P<nth>\d{1,2})(?:st|nd|rd|th)\b"
    r"|(?P<from_last>last-\d{1,2})\b"
    r"|(?P<order>first|second|third|fourth|last)\b"
    r"|(?P<number>\d+)"
    rf"|(?P<weekday>{_WEEKDAY})\b"
    rf"|(?P<month>{_MONTH})\b"
    r"|(?P<group>daily|every\s*day|weekdays?|work(?:ing)?\s*days?|business\s+days?|weekends?)\b"
    r"|(?P<monthly>monthly)\b"
    r"|(?P<day>days?)\b"
    r"|(?P<of_month>months?)\b"
    r"|(?P<range>-|–|to\b|until\b|through\b)"
    r"|(?P<either>or\b)"
    r"|(?P<filler>,|;|&|\+|at\b|on\b|every\b|each\b|the\b|of\b|in\b|and\b|from\b)"
    r")"
)
_BEFORE_MONTH = re.compile(rf"\s*(?:(?:of|,|and)\s*)?(?:{_MONTH})\b")
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": LAST}
_NAMED = {"noon": time(12), "midday": time(12), "midnight": time(0)}


def read_times(text: str) -> Recurrence:
    """Read when a schedule comes round; raises RecurrenceError with examples."""
    words = " ".join(text.casefold().split()).rstrip(".!")
    try:
        return _read(words)
    except RecurrenceError as error:
        known = ", ".join(f"“{example}”" for example in EXAMPLES)
        raise RecurrenceError(
            Phrase(refusals.WITH_EXAMPLES, because=error.because, examples=known)
        ) from None


def _read(words: str) -> Recurrence:
    if not words:
        raise _refusal(refusals.NOTHING_WRITTEN)
    if len(words) > LONGEST_TEXT:
        raise _refusal(refusals.TOO_LONG, count=LONGEST_TEXT)
    if is_cron(words):
        return read_cron(words)
    return _interval(words) or checked(_Reader(words).read())


def _interval(words: str) -> Recurrence | None:
    words = {"hourly": "every hour"}.get(words, words)
    if _OTHER.match(words):
        raise _refusal(refusals.EVERY_OTHER)
    match = _INTERVAL.fullmatch(words)
    if match is None:
        if (begun := _INTERVAL.match(words)) and begun["unit"][0] in "hm" and _apart(words, begun):
            raise _refusal(refusals.COUNTED_FROM_NOW)
        return None
    if match["unit"].startswith(("day", "week", "month")):
        if match["unit"] == "day" and not match["amount"]:
            raise _refusal(refusals.NO_TIME_OF_DAY)
        raise _refusal(refusals.NO_DAYS_AND_TIME)
    written = match["amount"] or "1"
    amount = _AMOUNTS.get(written) or int(written)
    hours = match["unit"].startswith("h")
    return checked(Every(timedelta(hours=amount) if hours else timedelta(minutes=amount)))


def _apart(words: str, begun: re.Match[str]) -> bool:
    """Say whether the unit ends where a word ends: "every month" begins with "every m"."""
    return not words[begun.end() :][:1].isalnum()


@dataclass(slots=True)
class _Reader:
    """Reads words one by one and gathers what they name."""

    words: str
    times: set[time] = field(default_factory=set)
    months: set[int] = field(default_factory=set)
    month_days: set[int] = field(default_factory=set)
    weekdays: set[int] = field(default_factory=set)
    orders: list[int] = field(default_factory=list)
    every_day: bool = False
    either: bool = False
    _dates: bool = False
    _only_times: bool = True
    _last: tuple[str, int] | None = None
    _range: tuple[str, int] | None = None

    def read(self) -> Daily:
        """Return the recurrence that the words make."""
        at = 0
        while at < len(self.words.rstrip()):
            match = _TOKEN.match(self.words, at)
            if match is None:
                word = self.words[at:].split()[0].strip(",")
                raise _refusal(refusals.NOT_UNDERSTOOD, typed=word)
            self._take(match)
            at = match.end()
        if self._range:
            raise _refusal(refusals.RANGE_WITHOUT_END, typed=self.words)
        self._settle_orders()
        if not (self._days_named() or self.months or self._only_times):
            raise _refusal(refusals.NO_DAYS)
        if self.every_day and (self.weekdays or self.month_days):
            raise _refusal(refusals.EVERY_AND_SINGLE)
        if len(self.weekdays) == 7 and not self.either:
            self.weekdays.clear()
        both = bool(self.month_days and self.weekdays)
        if self.either and not both:
            raise _refusal(refusals.OR_MISPLACED)
        days = Days(
            frozenset(self.months) if len(self.months) < 12 else frozenset(),
            frozenset(self.month_days),
            frozenset(self.weekdays),
            either=self.either,
        )
        return Daily(tuple(sorted(self.times)), days)

    def _days_named(self) -> bool:
        return bool(self.every_day or self.weekdays or self.month_days)

    def _take(self, match: re.Match[str]) -> None:
        """Take one token in."""
        kind = match.lastgroup
        found = match.groupdict()
        if found["clock"] or found["short"] or found["named"]:
            self._time(match)
        elif found["weekday"]:
            self._one_or_range("weekday", _weekday(found["weekday"]), self.weekdays, range(7))
        elif found["month"]:
            names = [name[:3] for name in MONTHS]
            number = names.index(found["month"][:3]) + 1
            self._one_or_range("month", number, self.months, range(1, 13))
        elif found["nth"] or found["number"]:
            self._number(match)
        elif found["from_last"]:
            self.month_days.add(LAST - int(found["from_last"].removeprefix("last-")))
        elif found["order"]:
            self.orders.append(_ORDER[found["order"]])
        elif found["group"]:
            self._group(found["group"])
        elif found["monthly"] or found["day"]:
            self._dates = True
        elif found["range"]:
            self._range = self._last or ("nothing", 0)
        elif found["either"]:
            self.either = True
        if kind not in {"weekday", "month", "nth", "number", "range"}:
            self._last = None
        if kind not in {"clock", "short", "named", "filler"}:
            self._only_times = False

    def _time(self, match: re.Match[str]) -> None:
        if self._range:
            raise _refusal(refusals.RANGE_OF_HOURS)
        self.times.add(_NAMED[match["named"]] if match["named"] else _clock(match))

    def _number(self, match: re.Match[str]) -> None:
        """Take a day of the month; a bare number needs "day" or a month beside it."""
        number = int(match["nth"] or match["number"])
        after_month = self._last is not None and self._last[0] == "month"
        before_month = _BEFORE_MONTH.match(self.words, match.end())
        if match["number"] and not (self._dates or after_month or before_month):
            hour, minute = divmod(number, 100) if number >= 100 else (number, 0)
            raise _refusal(
                refusals.HOUR_OR_DAY,
                typed=match["number"],
                time=f"{hour % 24:02}:{minute % 60:02}",
                day=f"day {number % 32 or 1}",
            )
        if not 1 <= number <= 31:
            raise _refusal(refusals.NO_SUCH_DAY, day=number)
        self._one_or_range("date", number, self.month_days, range(1, 32))

    def _one_or_range(self, kind: str, number: int, into: set[int], circle: range) -> None:
        """Add a day or month, or all from the one before to it; the week goes round."""
        if self._range:
            before, first = self._range
            if before != kind:
                raise _refusal(refusals.MIXED_RANGE)
            if kind == "date" and first > number:
                raise _refusal(refusals.RANGE_BACKWARDS, first=first, last=number)
            size = len(circle)
            into.update(
                (first + n - circle[0]) % size + circle[0]
                for n in range((number - first) % size + 1)
            )
            self._range = None
        into.add(number)
        self._last = (kind, number)

    def _group(self, group: str) -> None:
        if group.startswith(("daily", "every")):
            self.every_day = True
        elif group.startswith("weekend"):
            self.weekdays |= {5, 6}
        else:
            self.weekdays |= set(range(5))

    def _settle_orders(self) -> None:
        """Give "first" and "last" their meaning: of a weekday, or as a day of the month."""
        if not self.orders:
            return
        if self.weekdays and not self._dates:
            # The second Tuesday is the Tuesday among the days 8 to 14.
            for order in self.orders:
                first = 7 * (order - 1) + 1
                self.month_days |= set(range(first, first + 7)) if order > 0 else set(range(-7, 0))
        else:
            self.month_days |= set(self.orders)


def _clock(match: re.Match[str]) -> time:
    written = match.group().strip()
    hour = int(match["hour"] or match["on_hour"])
    minute = int(match["minute"] or 0)
    half = match["half"] or match["on_half"]
    if half:
        if not 1 <= hour <= 12:
            raise _refusal(refusals.NO_HALF, typed=written)
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if (hour, minute) == (24, 0):
        hour = 0
    if hour > 23 or minute > 59:
        raise _refusal(refusals.NO_CLOCK, typed=written)
    return time(hour, minute)


def _weekday(word: str) -> int:
    return [name[:3] for name in WEEKDAYS].index(word[:3])


def _refusal(told: str, **values: object) -> RecurrenceError:
    return RecurrenceError(Phrase(told, **values))
