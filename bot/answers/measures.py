"""What a question about a quantity counts or measures, and whether a sentence gives it."""

import re
from functools import lru_cache

from bot.answers import signs
from bot.corpus.patterns import pattern

_KEPT = 50_000
_COUNT = (
    r"(?:\d[\d.,]*|an?|half an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?|several|few|couple of"
    r"|many)"
)
_GAP = r"[ -](?:of )?(?:\w+[ -])?"
_TIME = r"(?:second|minute|hour|day|night|week|month|year|decade|centur(?:y|ie)|generation)s?"
_SPAN = (
    rf"\b{_COUNT}{_GAP}{_TIME}\b|\bovernight\b|\b(?:since|until)\b"
    r"|\bfrom (?:the )?(?:\d|\w+ \d|(?:\w+(?<=day))\b|dawn|noon|midnight|morning|evening"
    r"|early|mid|late|spring|summer|autumn|winter|beginning|start|birth|childhood"
    r"|\w+ (?:until|till|through)\b)"
    rf"|\bfor (?:\w+ )?(?:{_TIME}(?<=s)|ages)\b"
)
_SPACE = (
    rf"\b{_COUNT}{_GAP}(?:(?:kilo|centi|milli|nautical )?(?:met(?:er|re)|mile)s?|km|m|mi|feet|foot"
    r"|ft|yards?|inch(?:es)?|light[ -]years?|hectares?|acres?)\b"
)
_DURATION = pattern(_SPAN, re.IGNORECASE)
_DISTANCE = pattern(_SPACE, re.IGNORECASE)
_LENGTH = pattern(f"{_SPAN}|{_SPACE}", re.IGNORECASE)
_MONEY = pattern(
    r"[$£€¥]|\b(?:dollar|pound|euro|yen|yuan|rouble|ruble|won|cent|penny|pence|franc|peso|rupee"
    r"|crown|million|billion|trillion|per ?cent|thousand)s?\b|\d",
    re.IGNORECASE,
)
_AGE = pattern(rf"\b{_COUNT}[ -]year|\baged?\b|\b\d{{1,3}}\b", re.IGNORECASE)
_OFTEN = pattern(
    r"\beach (?:day|night|week|month|year|hour|morning|evening|summer|winter|time)\b"
    r"|\b(?:every|once|twice|thrice|daily|weekly|monthly|annual(?:ly)?|yearly|times|per)\b",
    re.IGNORECASE,
)
_WARMTH = pattern(r"\bdegrees?\b|°|\b(?:below|above) (?:zero|freezing)\b", re.IGNORECASE)
_SPEED = pattern(
    r"\b(?:an?|per) (?:hour|minute|second|day)\b|\b(?:km|m|mi)/[hs]\b|\b(?:mph|kph|knots?|mach)\b",
    re.IGNORECASE,
)
_STRENGTH = pattern(
    rf"\bmagnitude|\brichter|\bcategory \w|\bforce \w|{_SPEED.pattern}", re.IGNORECASE
)
_WEIGHT = pattern(
    r"\b(?:tons?|tonnes?|kilos?|(?:kilo|milli)?gram(?:me)?s?|kg|pounds?|lbs?|ounces?|stone)\b",
    re.IGNORECASE,
)
_ASKED = (
    (pattern(r"\bhow (?:cold|hot|warm)\b", re.IGNORECASE), _WARMTH),
    (pattern(r"\bhow fast\b", re.IGNORECASE), _SPEED),
    (
        pattern(
            r"\bhow (?:strong|powerful|violent|big)\b.*(?:quake|\b(?:tremor|aftershock|storm"
            r"|hurricane|typhoon|cyclone|tornado|wind)s?\b)",
            re.IGNORECASE,
        ),
        _STRENGTH,
    ),
    (pattern(r"\bhow much .*\bweigh\w*\b", re.IGNORECASE), _WEIGHT),
    (
        pattern(
            r"\bhow long (?:is|are|was|were|(?:would|will)(?=.* be\b)) (?:the|an?|this|its|his|her"
            r"|their)\b",
            re.IGNORECASE,
        ),
        _LENGTH,
    ),
    (pattern(r"\bhow long(?! ago)\b", re.IGNORECASE), _DURATION),
    (pattern(r"\bhow (?:far|tall|high|deep|wide|large|big)\b", re.IGNORECASE), _DISTANCE),
    (pattern(r"\bhow much\b", re.IGNORECASE), _MONEY),
    (pattern(r"\bhow old\b", re.IGNORECASE), _AGE),
    (pattern(r"\bhow (?:often|frequently)\b", re.IGNORECASE), _OFTEN),
)
_NUMERAL = (
    r"(?:\d+(?:[.,]\d+)*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|\w+ty|hundreds?|thousands?|millions?|billions?|dozens?|half|third|quarter|several|single)"
)
# A number of things: not of days or degrees, no sum, no part of a whole in per cent.
_THINGS = pattern(
    rf"(?<![\w.,$£€¥]){_NUMERAL}"
    rf"(?!\w|[.,]\d|%|[ -](?:{_TIME}|per ?cent|degrees?|o['’]clock|[ap]\.?m)\b)",
    re.IGNORECASE,
)
_AMOUNT = pattern(
    rf"(?<![\w.,]){_NUMERAL}(?!\w)|[$£€¥]|\b(?:trillions?|double|twice|much|little|most|few|many"
    r"|enough|some|all|more|less|massive\w*|huge\w*|large\w*|great\w*|vast\w*|significant\w*"
    r"|substantial\w*|limited|free|minimal)\b",
    re.IGNORECASE,
)
_QUALITY = pattern(r"\bhow (?P<quality>\w+)", re.IGNORECASE)


def measure(question: str) -> re.Pattern[str] | None:
    """Return what a sentence must show to give the quantity asked for, or None."""
    if "how" not in question.casefold():
        return None
    for asked, shown in _ASKED:
        if asked.search(question):
            return shown
    return None


def quality(question: str) -> str | None:
    """Return the word for what is measured, which its unit says too: "cold" of "how cold"."""
    found = _QUALITY.search(question)
    return found["quality"].casefold() if found and measure(question) else None


@lru_cache(maxsize=_KEPT)
def gives(wanted: re.Pattern[str], text: str) -> bool:
    """Whether a text gives a quantity of the kind wanted."""
    return bool(wanted.search(text))


@lru_cache(maxsize=_KEPT)
def counts(text: str) -> bool:
    """Whether a text has a number that may be one of things, and is no part of a date."""
    return _beside_dates(_THINGS, text)


@lru_cache(maxsize=_KEPT)
def tells_amount(text: str) -> bool:
    """Whether a text has a number that is no part of a date, or says vaguely how much."""
    return _beside_dates(_AMOUNT, text)


def _beside_dates(wanted: re.Pattern[str], text: str) -> bool:
    dates = [found.span() for found in signs.dates(text)]
    return any(
        not any(start <= found.start() < end for start, end in dates)
        for found in wanted.finditer(text)
    )
