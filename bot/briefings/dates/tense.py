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
    turns: bool = False


# A modal takes the verb after it along: "will be heard", "could cut".
_FUTURE = (
    r"(?:will|won['’]t|shall|would|may|might|could|should|must|can|(?<=['’])ll|going to)"
    r"(?: (?:not|also|then|still|again|soon|now|only|\w+ly|be|have|been|get))*(?: \w+)?"
    r"|upcoming|forthcoming|ahead of|deadline|planned|plans?|planning|expect(?:s|ed|ing)?|due"
    r"|scheduled|slated|set (?:to|for)|poised|ready to|likely|hop(?:es?|ed|ing) (?:to|for)"
    r"|aim(?:s|ed|ing)? (?:to|for)|intend(?:s|ed|ing)?|want(?:s|ed)? to|wants|seek(?:s|ing)? to"
    r"|promis(?:es?|ing) to|vow(?:s|ing)? to|pledg(?:es?|ing) to"
    r"|(?:is|are|be) to|to be(?: \w+)?|about to|proposed|tentatively|booked|preparing|begins|starts"
    r"|opens|resumes|takes place|kicks off|votes|expires|(?:postpon|delay|mov|reschedul|adjourn"
    r"|extend|push|put)(?:ed)?(?: \w+){0,3} (?:until|till|to|for)|open until|lasts? until"
    r"|(?:runs?|valid) (?:until|from|through)|(?:is|are|be) \w+ing|ends|closes|reopens|plays|meets"
    r"|hosts|faces|visits|arrives|leaves|airs|goes|continues|concludes|follows|appears|holds"
    r"|heads to|travels to|returns? to court"
)
_PAST = (
    r"was|were|had|did|has|have|['’]ve|since|ago|according to|says|arose|ate|beat|became|began|bent"
    r"|bit|bled|blew|bore|born|bought|bred|broke|brought|built|came|caught|chose|clung|crept|dealt"
    r"|died|drank|drew|drove|dug|fed|fell|felt|fled|flew|forbade|forgave|forgot|fought|found|froze"
    r"|gave|got|grew|heard|held|hid|hit|hung|kept|knew|laid|lay|led|left|lent|lit|lost|made|meant"
    r"|met|mistook|overcame|overthrew|paid|quit|ran|rang|rode|rose|said|sank|sat|saw|sent|shook|shot"
    r"|shrank|slept|slid|sold|sought|spent|spoke|sprang|stole|stood|strode|struck|stuck|sung|swam"
    r"|swept|swore|swung|taught|thought|threw|told|took|tore|understood|undertook|upheld|went|wept"
    r"|withdrew|withheld|woke|won|wore|wrote|killed|announced|reported|signed|arrested|confirmed"
    r"|launched|published|released|founded|elected"
)
# Past themselves, of what is to come after them: "agreed to meet on Friday".
_TURN = r"(?:agreed|promised|vowed|pledged|decided|offered|threatened|refused|invited|urged) to"
_HEADLINE = re.compile(r"(?<=\w )to(?= [A-Z]?[a-z])")
# The plural of these is a noun as often, so that a time has to follow.
_PLANNED = re.compile(
    r"(?<!\bthe )(?<!\bthis )\b(?:begin|start|open|meet|play|arrive|return|vote|end|close|resume"
    r"|report|leave|go|follow|expire)(?=(?: [a-z]+){0,3} (?:on|in|at|from) )"
)
_WEAK = r"\w{2,}ed(?! (?:to|for)\b)"
_SIGNS = re.compile(
    rf"\b(?:(?P<turn>{_TURN})|(?P<future>{_FUTURE})|(?P<past>{_PAST})|(?P<weak>{_WEAK}))\b",
    re.IGNORECASE,
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
                Tense.FUTURE if found.lastgroup in ("future", "turn") else Tense.PAST,
                found.lastgroup != "weak",
                found.lastgroup == "turn",
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
    if not ordered:
        return None
    return Tense.PAST if ordered[0].turns else ordered[0].tense
