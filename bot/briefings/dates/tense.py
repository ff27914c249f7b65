"""Whether a text speaks of a time as past or as still to come, from the verbs around it."""

import re
from collections.abc import Sequence
from functools import cached_property

from bot.briefings.dates.verbs import Sign, Tense, signs

_BOUNDARY = re.compile(
    r"[,;:—–()“”\"]|\b(?:that|which|who|when|where|while|because|but|after|before|as|if|whether)\b",
    re.IGNORECASE,
)
_OPENING = " \"“‘'—-"


class Tenses:
    """The verbs of one sentence, looked for when first needed."""

    def __init__(self, text: str, *, headline: bool = False) -> None:
        self._text = text
        self._headline = headline
        self._known: dict[tuple[int, int], tuple[Tense, bool]] = {}

    def at(self, start: int, end: int) -> tuple[Tense, bool]:
        """Return the tense of the verb an expression most likely belongs to, and if it is sure."""
        known = self._known.get((start, end))
        if known is None:
            known = self._known[start, end] = self._at(start, end)
        return known

    @cached_property
    def _signs(self) -> list[Sign]:
        return list(signs(self._text, headline=self._headline))

    @cached_property
    def _boundaries(self) -> list[int]:
        return [found.start() for found in _BOUNDARY.finditer(self._text)]

    def _at(self, start: int, end: int) -> tuple[Tense, bool]:
        left = max((b for b in self._boundaries if b < start), default=0)
        right = min((b for b in self._boundaries if b >= end), default=len(self._text))
        before = [s for s in self._signs if s.end <= start]
        after = [s for s in self._signs if s.start >= end]
        near = _last([s for s in before if s.start >= left])
        near = near or _first([s for s in after if s.start < right])
        opening = self._text[:start].strip(_OPENING).count(" ") == 0
        if near is None and opening:
            near = _first(after)
        if near is not None:
            return near, True
        return _last(before) or _first(after) or Tense.UNKNOWN, False


def _last(found: Sequence[Sign]) -> Tense | None:
    """Return the last sure sign; participles are often no verbs, so they come second."""
    ordered = [s for s in found if s.strong] or found
    return ordered[-1].tense if ordered else None


def _first(found: Sequence[Sign]) -> Tense | None:
    ordered = [s for s in found if s.strong] or found
    if not ordered:
        return None
    return Tense.PAST if ordered[0].turns else ordered[0].tense
