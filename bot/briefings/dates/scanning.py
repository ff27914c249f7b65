"""Where temporal expressions stand in a text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

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
_WORD = re.compile(r"\w+")
_TELLS = itemgetter(1)
_NOT_BEFORE = frozenset("$£€#")
# Every expression holds one of these words, or figures; most sentences hold none.
_TELLING = frozenset(
    """
    day days week weeks weekend weekends month months year years decade decades century centuries
    hour hours minute minutes quarter quarters night morning afternoon evening today tonight
    yesterday tomorrow spring summer autumn fall winter christmas halloween july valentine boxing
    then time future fiscal financial
    """.split()
)
# The farthest that the telling word of an expression stands from its first.
_LONGEST = 45


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
    kinds = list(map(_kind, _WORD.findall(text)))
    if not any(map(_TELLS, kinds)):
        return
    starts = [found.start() for found in _WORD.finditer(text)]
    telling = [start for start, (_, tells) in zip(starts, kinds, strict=True) if tells]
    telling.reverse()
    at = 0
    for start, (head, _) in zip(starts, kinds, strict=True):
        while telling and telling[-1] < start:
            telling.pop()
        if not telling:
            return
        rules = _HEADS.get(head)
        if not rules or start < at or telling[-1] - start > _LONGEST:
            continue
        if start and text[start - 1] in _NOT_BEFORE:
            continue
        if found := _at(text, start, rules):
            yield found
            at = found.end


@lru_cache(maxsize=50_000)
def _kind(word: str) -> tuple[str, bool]:
    """Return what kind of first word this is, and whether it may tell of a time."""
    if word[0].isdigit():
        return "DIGIT", len(word) > 1
    lowered = word.lower()
    if word[0].isupper() and len(word) > 2:
        if lowered[:3] in _WEEKDAYS:
            return "WEEKDAY", True
        if lowered[:3] in _MONTHS:
            return "MONTH", True
    return lowered, lowered in _TELLING or (lowered[0] in "qh" and len(word) == 2)


def _at(text: str, start: int, rules: Sequence[tuple[Rule, re.Pattern[str]]]) -> Found | None:
    """Return what the first rule that holds finds at a place."""
    for rule, pattern in rules:
        match = pattern.match(text, start)
        if match is None:
            continue
        if rule.accept is None or rule.accept(match, text[:start], text[match.end() :]):
            return Found(rule, match)
    return None
