"""Where temporal expressions stand in a text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.briefings.dates import anchored, parts, relative, stated, vague, weekdays, years
from bot.briefings.dates.rule import Match, Rule
from bot.briefings.dates.vocabulary import MONTHS, WEEKDAYS

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
_HEADS: dict[str, list[tuple[Rule, re.Pattern[str]]]] = {}
for _rule in _RULES:
    _compiled = (_rule, re.compile(_rule.pattern))
    for _head in _rule.heads.split():
        _HEADS.setdefault(_head, []).append(_compiled)
_MONTHS, _WEEKDAYS = frozenset(MONTHS), frozenset(WEEKDAYS)
_WORD = re.compile(r"(?<![\w$£€#])\w+")
# The farthest that the telling word of an expression stands from its first.
_LONGEST = 45
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
    hints = [hint.end() for hint in _HINT.finditer(text.lower())]
    hints.reverse()
    at = 0
    for word in _WORD.finditer(text) if hints else ():
        start = word.start()
        while hints and hints[-1] <= start:
            hints.pop()
        if not hints:
            return
        if start < at or hints[-1] - start > _LONGEST:
            continue
        rules = _HEADS.get(_head_of(word.group()))
        found = rules and _at(text, start, rules)
        if found:
            yield found
            at = found.end


def _head_of(word: str) -> str:
    """Return what kind of first word this is: a number, a month, a weekday, or itself."""
    if word[0].isdigit():
        return "DIGIT"
    lowered = word.lower()
    if word[0].isupper() and len(word) > 2:
        if lowered[:3] in _WEEKDAYS:
            return "WEEKDAY"
        if lowered[:3] in _MONTHS:
            return "MONTH"
    return lowered


def _at(text: str, start: int, rules: Sequence[tuple[Rule, re.Pattern[str]]]) -> Found | None:
    """Return what the first rule that holds finds at a place."""
    for rule, pattern in rules:
        match = pattern.match(text, start)
        if match is None:
            continue
        if rule.accept is None or rule.accept(match, text[:start], text[match.end() :]):
            return Found(rule, match)
    return None
