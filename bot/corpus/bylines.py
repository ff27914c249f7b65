"""Lines that say who wrote an article, for whom and when."""

import re
from collections.abc import Sequence

from bot.corpus import left_out
from bot.corpus.article import Kind
from bot.corpus.blocks import SOLID_WORDS, STOPS, WORD, Block
from bot.corpus.manifest import Entry

_MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun"
_CALENDAR = rf"(?:{_DAYS}|{_MONTHS})"
_CREDIT_WORD = re.compile(
    rf"\d+(?:st|nd|rd|th|am|pm|h|m)?|{_CALENDAR}|by|and|special|to|for|from|in|of|at|on|the|a|staff"
    r"|writer|reporter|correspondent|editor|contributor|newsroom|updated?|published|posted|last"
    r"|first|modified|am|pm|[ap]|e[sd]?t|p[sd]?t|c[sd]t|gmt|utc|bst|cet|ist|mins?|minutes?|hours?"
    r"|days?|ago|earlier|now|read|local|time",
    re.IGNORECASE,
)
_NAMES = r"(?:[A-Z][\w.'’-]*\s*){1,4}"
_BY_SOMEONE = re.compile(rf"^(?i:by|from)\s+{_NAMES}(?:(?:,|and|&|\|)\s*{_NAMES})*")
_NAME = r"[A-Z][a-z'’-]+(?: [A-Z]\.)?(?: [A-Z][\w'’-]+){1,2}"
_SOMEONE = re.compile(rf"^{_NAME}(?:(?:, | and | & |, and ){_NAME})*$")
_WITH_ROLE = re.compile(
    rf"^(?:[A-Z]+ )?(?:(?i:by|words by|from) )?{_NAME}(?:(?:, | and | & ){_NAME})*,?"
    r" [\w’' -]{0,40}"
    r"\b(?i:reporter|correspondent|editor|writer|columnist|contributor|critic|producer)s?$"
)
_ROLE = re.compile(
    r"^(?:[\w’'-]+ ){0,4}(?:reporter|correspondent|editor|writer|columnist|contributor|critic)s?$",
    re.IGNORECASE,
)
_SIGNED = re.compile(rf"\b(?:[Bb]y|BY|[Aa]bout)\s+({_NAME}|[A-Z]+(?: [A-Z][\w'’-]+){{1,2}})")
_DATE = re.compile(rf"\b{_CALENDAR}\b.*\d|\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{1,4}}", re.IGNORECASE)
_AGE = re.compile(r"^(?:last )?(?:updated |posted |published )?\d+ ?\w+ ago$", re.IGNORECASE)
_SIGNED_LINES = 12

_PLACE = r"[A-Z][A-Z.'’-]+(?:[\s/][A-Z][A-Z.'’-]+){0,3}"
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:,\s[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)?"
    rf"(?:,?\s(?:(?i:{_MONTHS})\.?\s\d{{1,2}}|\d{{1,2}}\s(?i:{_MONTHS})))?"
    r"(?:,\s\d{4})?(?:\s\([A-Z][^()]{1,30}\))?|\([A-Z][^()]{1,30}\))"
    r"\s*(?:--|[-–—])(?=\s+[\"'“‘A-Z0-9])"
    rf"|{_PLACE},\s(?i:{_MONTHS})\.?\s\d{{1,2}}\.?\s/[A-Z][\w -]+/\.?(?=\s)"
    r"|\([A-Z]{2,6}\)(?=\s+[\"'“‘A-Z])"
)

# "may" is a verb far more often than a month: only names of days and dated months tell.
TELLS_DAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    rf"|\b(?:\d{{1,2}} )?\b(?i:{_MONTHS})\.? \d|\d (?i:{_MONTHS})\b"
)


def is_byline(block: Block, entry: Entry) -> bool:
    """Whether a line holds only names, the outlet, roles and dates."""
    if block.words > SOLID_WORDS or STOPS.search(block.text):
        return False
    if _WITH_ROLE.match(block.text) or _AGE.match(block.text):
        return True
    rest, known = block.text, False
    for name in (*entry.authors, entry.outlet, entry.via or ""):
        if not name:
            continue
        rest, found = re.subn(rf"(?<!\w){re.escape(name)}(?!\w)", " ", rest, flags=re.IGNORECASE)
        known = known or found > 0
    left = [word for word in WORD.findall(rest) if not _CREDIT_WORD.fullmatch(word)]
    if _BY_SOMEONE.match(block.text) and all(word[0].isupper() for word in left):
        return True
    return not left and (known or bool(_DATE.search(block.text)))


def is_someone(text: str) -> bool:
    """Whether a line is nothing but names as people bear them."""
    return bool(_SOMEONE.match(text))


def dateline(text: str) -> int:
    """Return the length of the place, date and agency that a story's first paragraph opens with."""
    found = _DATELINE.match(text)
    return found.end() if found else 0


def mark_roles(blocks: list[Block]) -> None:
    """Mark lines that only say what a reporter does, under the reporter's name."""
    for at in range(1, len(blocks)):
        above, block = blocks[at - 1], blocks[at]
        if block.kind is None and above.kind is Kind.BYLINE and _ROLE.match(block.text):
            blocks[at] = block.judged(Kind.BYLINE, left_out.CREDITS)


def writers(blocks: Sequence[Block], entry: Entry) -> tuple[str, ...]:
    """Return the authors: those the manifest names, and those the page's own lines sign."""
    signed = [
        found.group(1)
        for block in blocks[:_SIGNED_LINES]
        if block.kind in {Kind.BYLINE, Kind.BOILERPLATE}
        for found in _SIGNED.finditer(block.text)
    ]
    return tuple(dict.fromkeys((*entry.authors, *signed)))
