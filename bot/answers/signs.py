"""Signs of an answer in a sentence: numbers, dates, places, people, reasons."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.corpus.patterns import pattern

# Texts of which the signs are kept, since questions meet the same sentences again.
_KEPT = 50_000
_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)|apr(?:il|\.)?|may|june?|july?"
    r"|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
# "March 19 to 25" and "April 27 and 28", but not "March 5 and 12 people".
_DAYS = (
    r"(?:\d{1,2}(?:(?: (?:to|through|until) | ?[-–] ?)\d{1,2}\b"
    r"| (?:and|or) \d{1,2}\b(?! (?!(?:in|at|on|of|by|with|as|last|next|this)\b)[a-z]))"
    r"|\d{1,4}\b(?![.,]\d{3}\b))"
)
_DATE = pattern(
    rf"\b(?:{_MONTH} {_DAYS}|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}\b"
    rf"|(?:in|of|since|by|until|last|next|this|late|early|mid|and) {_MONTH}\b(?: {_DAYS})?"
    r"|(?:1[0-9]|20)\d\ds?\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|(?:last|next|this|previous|following|past) "
    r"(?:week|month|year|day|night|summer|winter|spring|autumn|fall|century|decade)\b"
    r"|(?:today|tomorrow|yesterday|tonight)\b"
    r"|\w+ (?:days?|weeks?|months?|years?|decades?|hours?) (?:ago|later|earlier|before|after)\b"
    r"|\d+(?:st|nd|rd|th)[ -]century\b|(?:bc|ad|bce|ce)\b|(?:date|soon)\b)",
    re.IGNORECASE,
)
_A_MONTH = pattern(rf"\b(?:{_MONTH}|months?)\b", re.IGNORECASE)
_NUMBER = pattern(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty"
    r"|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|third|quarter|twice"
    r"|once|thrice|double|triple|several|single)\b",
    re.IGNORECASE,
)
_REASON = pattern(
    r"\b(?:because|since (?:it|he|she|they|we|there|this|that|these|no|so|most|many|such)\b|due to"
    r"|owing to|so that|so as to|in order to|thanks to|as a result|causes?(?= of)|aim|"
    r"(?:a|the|major|main|key) factors?|blamed? (?:on|for)|"
    r"aims|aimed|aiming|reason|reasons|hoping|hopes|hope|wants?|seeks?|seeking|would (?:allow|help"
    r"|give|let)|to (?:avoid|ease|gain|get|push|show|demonstrate|project|expand|prevent|protect|"
    r"help|secure|allow|make|keep|save|reduce|raise|improve)|for fear|opportunity|trying to|led to"
    r"|caused|therefore|thus|after (?:failing|being|having)|intended to|designed to"
    r"|cited|citing)\b",
    re.IGNORECASE,
)
_CALENDAR = pattern(
    rf"{_MONTH}|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|christmas|easter", re.IGNORECASE
)
BEFORE_PLACE = frozenset(
    {"in", "at", "near", "to", "from", "outside", "inside", "across", "around", "of", "on", "via"}
)
_NEGATION = pattern(
    r"\b(?:no|not|never|none|neither|nor|without|yet to|unclear|unknown|declined|refused|denied|"
    r"undisclosed|unconfirmed)\b|n['’]t\b",
    re.IGNORECASE,
)
_FIRST = pattern(r"\b(?:first|never|yet to)((?:[ -]\w[\w’'-]*){1,3})", re.IGNORECASE)
_DENIED = pattern(
    r"\b(?:no longer|not|never|nor|cannot|yet to|\w+n['’]t)\s"
    r"(?:(?:be|been|being|yet|very|so|even|really|fully|at all)\s)*(\w+)",
    re.IGNORECASE,
)
_DEFINITION = pattern(
    r"\b(?:is|are|was|were) (?:an?|the|one)\b|\bcalled\b|\bknown as\b|\bwhereby\b|\bwhich\b"
    r"|, an? |\bor\b|\brefers\b|\bmeans\b",
    re.IGNORECASE,
)
_LEANS = pattern(
    r"^[\"'“‘(]*(?:he|she|it|they|his|her|its|their|that|this|these|those|such|there|then|but|and"
    r"|also|however|both|the (?:two|latter|former|move|decision|deal|plan|pair|meeting|announcement"
    r"|statement|proposal|same|company|group|report))\b",
    re.IGNORECASE,
)


_NO_DATES = frozenset({"date", "soon"})
_AHEAD = pattern(
    r"\b(?:will|would|shall|could|may|might|plans?|planned|planning|expected|due|upcoming|set|likely"
    r"|potential|possible|next|going) (?:to\b|be\b|\w+)|['’]ll\b|\bwon['’]t\b",
    re.IGNORECASE,
)
_BEHIND = pattern(
    r"\b(?:did|was|were|had|has|have|ago|last|since|yesterday|earlier|previous|former|late)\b"
    r"|\b\w{3,}ed\b",
    re.IGNORECASE,
)
_ASKS_BEHIND = pattern(
    r"\b(?:did|happened|was|were|had|ha(?:s|ve)(?! to\b))\b"
    r"|^(?:who|what|which \w+|how many \w+) (?:\w{2,}ed|came|went|led|won|took|got|gave|made|met"
    r"|said|told|became|began|saw|sent|held|left|lost|paid|spoke|wrote|brought|built|bought|caught"
    r"|chose|drew|fell|found|fought|kept|sold|shot|stole|taught|threw|ran)\b",
    re.IGNORECASE,
)
_ASKS_AHEAD = pattern(
    r"\b(?:will|would|shall|going to|expected|planned?|next|upcoming|might|could)\b", re.IGNORECASE
)


_FIRST_SINCE = pattern(
    r"\b(?:first\b.*\b(?:since|ever|time)|(?:never|not|yet)\b.*\b(?:before|since|ever|to)"
    r"|last (?:time|met|visited|held)|previous(?:ly)?)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=_KEPT)
def first_since(text: str) -> bool:
    """Whether a sentence says that something was the first of its kind, or has been before."""
    return bool(_FIRST_SINCE.search(text))


@lru_cache(maxsize=_KEPT)
def looks_ahead(text: str) -> bool:
    """Whether a sentence speaks only of what is to come."""
    return bool(_AHEAD.search(text)) and not _BEHIND.search(text)


@lru_cache(maxsize=_KEPT)
def speaks_of_future(text: str) -> bool:
    """Whether a sentence speaks of what is to come, among other things."""
    return bool(_AHEAD.search(text))


def asks_about_past(question: str) -> bool:
    """Whether a question asks about what has been."""
    return bool(_ASKS_BEHIND.search(question)) and not _ASKS_AHEAD.search(question)


def asks_about_future(question: str) -> bool:
    """Whether a question asks about what is to come."""
    return bool(_ASKS_AHEAD.search(question))


@lru_cache(maxsize=_KEPT)
def has_number(text: str) -> bool:
    """Whether a text holds a number, in figures or words."""
    return bool(_NUMBER.search(text))


def dates(text: str) -> Iterator[re.Match[str]]:
    """Yield the time expressions of a text."""
    return (found for found in _DATE.finditer(text) if found.group().lower() not in _NO_DATES)


def names_month(text: str) -> bool:
    """Whether a text tells of a month, by its name or as "last month"."""
    return bool(_A_MONTH.search(text))


@lru_cache(maxsize=_KEPT)
def has_date(text: str) -> bool:
    """Whether a text says when."""
    return bool(_DATE.search(text))


@lru_cache(maxsize=_KEPT)
def has_reason(text: str) -> bool:
    """Whether a text gives a reason or an aim."""
    return bool(_REASON.search(text))


def is_calendar(word: str) -> bool:
    """Whether a word names a day of the week, a month or a feast."""
    return bool(_CALENDAR.fullmatch(word))


@lru_cache(maxsize=_KEPT)
def has_negation(text: str) -> bool:
    """Whether a text denies something or calls it unknown."""
    return bool(_NEGATION.search(text))


@lru_cache(maxsize=_KEPT)
def denied(text: str) -> tuple[str, ...]:
    """Return the words that a text says are not so: "interested" of "no longer interested"."""
    return tuple(found[1] for found in _DENIED.finditer(text))


@lru_cache(maxsize=_KEPT)
def firsts(text: str) -> tuple[str, ...]:
    """Return the words that may name what a text says there never was: of "the first visit"."""
    return tuple(word for found in _FIRST.finditer(text) for word in found[1].split())


@lru_cache(maxsize=_KEPT)
def has_definition(text: str) -> bool:
    """Whether a text may say what something is."""
    return bool(_DEFINITION.search(text))


def leans_back(text: str) -> bool:
    """Whether a sentence can hardly be read without the one before it."""
    return bool(_LEANS.match(text))
