"""Where temporal expressions stand in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.briefings.dates import anchored, parts, relative, stated, vague, weekdays, years
from bot.briefings.dates.rule import Match, Rule

# The first that fits at a place is taken, so longer wordings come before those they begin with.
_RULES: tuple[Rule, ...] = (
    *stated.RULES,
    *parts.RULES,
    *weekdays.RULES[:3],
    *vague.RULES,
    *anchored.RULES,
    *relative.RULES,
    *weekdays.RULES[3:],
    *years.RULES,
    *stated.MONTH_RULES,
    *years.YEAR_RULES,
)
_PATTERNS = tuple(re.compile(rule.pattern) for rule in _RULES)
_NAMED = re.compile(r"\(\?P<\w+>")
_ANY = re.compile(
    r"(?<![\w$£€])(?:"
    + "|".join(f"({_NAMED.sub('(?:', rule.pattern)})" for rule in _RULES)
    + ")"
)
# Every expression holds one of these; most sentences hold none.
_HINT = re.compile(
    r"day|week|month|year|decade|centur|hour|minute|night|tomorrow|quarter|spring|summer|autumn"
    r"|fall|winter|christmas|halloween|fourth|then|for some|future|morning|\d\d[\d-]|\d0s"
    r"|jan|feb|march|mar\.|mar |apr|may|june?|july?|aug|sep|oct|nov|dec|q[1-4]|h[12] "
    r"|mon\.|tue|wed|thu|fri|sat\.|sun\.|\d[/.]\d"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A match of one rule at its place in a text."""

    rule: Rule
    match: Match

    @property
    def start(self) -> int:
        """Where its words begin."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.match.end()


def scan(text: str) -> Iterator[Found]:
    """Yield the temporal expressions of a text, left to right, none inside another."""
    if not _HINT.search(text.lower()):
        return
    at = 0
    while hit := _ANY.search(text, at):
        number = (hit.lastindex or 1) - 1
        found = _at(text, hit.start(), number)
        if found is None:
            word = re.compile(r"\w+|.", re.DOTALL).match(text, hit.start())
            at = word.end() if word else hit.start() + 1
            continue
        yield found
        at = max(found.end, hit.start() + 1)


def _at(text: str, start: int, number: int) -> Found | None:
    """Return the first rule from `number` on that holds at a place."""
    for rule, pattern in zip(_RULES[number:], _PATTERNS[number:], strict=True):
        match = pattern.match(text, start)
        if match is None or match.end() == start:
            continue
        if rule.accept is None or rule.accept(match, text[:start], text[match.end() :]):
            return Found(rule, match)
    return None
