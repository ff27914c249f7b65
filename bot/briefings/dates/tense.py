"""Whether a text speaks of a time as past or as still to come, from the verbs around it."""

import re
from enum import Enum
from typing import NamedTuple


class Tense(Enum):
    """Which way from the day of publication a time lies."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


class _Sign(NamedTuple):
    start: int
    end: int
    tense: Tense
    strong: bool


_FUTURE = (
    r"will|won['’]t|shall|would|may|might|could|should|must|(?<=['’])ll|can|going to|upcoming"
    r"|forthcoming|ahead of|deadline|planned|plans?|planning|expect(?:s|ed|ing)?|due|scheduled"
    r"|slated|set (?:to|for)|poised|ready to|likely|hop(?:es?|ed|ing) to|aim(?:s|ed|ing)? (?:to|for)"
    r"|intend(?:s|ed|ing)?|want(?:s|ed)? to|wants|seek(?:s|ing)? to|promis(?:es?|ed|ing) to"
    r"|agreed to|vow(?:s|ed|ing)? to|pledg(?:es?|ed|ing) to|(?:is|are|be) to|to be|about to"
    r"|proposed|tentatively|booked|preparing|begins|starts|opens|resumes|takes place|kicks off"
    r"|return(?:s)? to court|votes|expires|(?:postpon|delay|mov|reschedul|adjourn|extend|push|put)"
    r"(?:ed)?(?: \w+){0,3} (?:until|till|to|for)|open until|runs until|valid until"
    r"|(?:is|are|be) \w+ing|ends|closes|reopens|plays|meets|hosts|faces|visits|arrives|leaves|airs"
    r"|goes|continues|concludes|runs from|follows|appears|holds|heads to|travels to"
)
_PAST = (
    r"was|were|had|did|has|have|['’]ve|said|told|took|met|gave|came|went|began|held|made|left|won"
    r"|lost|rose|fell|found|sent|saw|got|became|brought|bought|built|broke|caught|chose|drew|drove"
    r"|fled|flew|forgot|fought|grew|heard|hit|kept|knew|laid|led|lent|meant|paid|ran|sank|shot"
    r"|shook|sold|spent|spoke|stole|stood|struck|swore|taught|thought|threw|wrote|wore|withdrew"
    r"|undertook|overthrew|since|ago|according to|says|killed|died|announced|reported|signed"
    r"|arrested|confirmed|launched|published|released|founded|elected|born"
)
# The plural of these is a noun as often, so that a time has to follow.
_PLANNED = re.compile(
    r"(?<!\bthe )(?<!\bthis )\b(?:begin|start|open|meet|play|arrive|return|vote|end|close|resume"
    r"|report|leave|go|follow|expire)(?=(?: [a-z]+){0,4} (?:on|in|at|from)? ?[A-Z\d]| in )"
)
_HEADLINE = re.compile(r"(?<=\w )to(?= [A-Z]?[a-z])")
_WEAK = r"\w{2,}ed(?! (?:to|for)\b)"
_SIGNS = re.compile(
    rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST})|(?P<weak>{_WEAK}))\b", re.IGNORECASE
)
_BOUNDARY = re.compile(
    r"[,;:—–()“”\"]|\b(?:that|which|who|when|where|while|because|but|after|before|as|if|whether)\b",
    re.IGNORECASE,
)


class Tenses:
    """The verbs of one sentence; in a headline, "to" before a verb means what is to come."""

    def __init__(self, text: str, *, headline: bool = False) -> None:
        self._text = text
        self._signs = [
            _Sign(
                found.start(),
                found.end(),
                Tense.FUTURE if found.lastgroup == "future" else Tense.PAST,
                found.lastgroup != "weak",
            )
            for found in _SIGNS.finditer(text)
        ]
        self._signs += [
            _Sign(found.start(), found.end(), Tense.FUTURE, pattern is _HEADLINE)
            for pattern in ((_PLANNED, _HEADLINE) if headline else (_PLANNED,))
            for found in pattern.finditer(text)
        ]
        self._signs.sort(key=lambda sign: sign.start)
        self._boundaries = [found.start() for found in _BOUNDARY.finditer(text)]

    def at(self, start: int, end: int) -> tuple[Tense, bool]:
        """Return the tense of the verb an expression most likely belongs to, and if it is sure."""
        left = max((b for b in self._boundaries if b < start), default=0)
        right = min((b for b in self._boundaries if b >= end), default=len(self._text))
        before = [s for s in self._signs if s.end <= start]
        after = [s for s in self._signs if s.start >= end]
        near = _last([s for s in before if s.start >= left])
        near = near or _first([s for s in after if s.start < right])
        opening = self._text[:start].strip(" \"“‘'—-").count(" ") == 0
        if near is None and opening:
            near = _first(after)
        if near is not None:
            return near, True
        return _last(before) or _first(after) or Tense.UNKNOWN, False


def _last(signs: list[_Sign]) -> Tense | None:
    """Return the last sure sign; participles are often no verbs, so they come second."""
    ordered = [s for s in signs if s.strong] or signs
    return ordered[-1].tense if ordered else None


def _first(signs: list[_Sign]) -> Tense | None:
    ordered = [s for s in signs if s.strong] or signs
    return ordered[0].tense if ordered else None
