"""What bodies are, told beside their names: "the broadcaster KBS", "Tarn Air, an airline"."""

import re

from bot.corpus.patterns import pattern

_BODY = (
    r"(?:(?:news)?paper|publication|daily|weekly|magazine|journal|tabloid|broadcaster|channel"
    r"|station|network|agency|outlet|service|(?:web)?site|airline|carrier|company|firm|group|bank"
    r"|maker|manufacturer|producer|operator|supplier|retailer|chain|start-?up|party|movement|union"
    r"|alliance|bloc|coalition|organi[sz]ation|association|federation|charity|foundation|institute"
    r"|university|college|school|think[ -]tank|ministry|department|authority|regulator|watchdog"
    r"|court|council|committee|commission|parliament|assembly|army|militia|team|club|platform"
    r"|program(?:me)?|project|body|which (?:makes|owns|runs|operates|represents|monitors))"
)
_NAMED = pattern(rf"\b{_BODY}\b", re.IGNORECASE)
_BEFORE = pattern(rf"\b{_BODY}s?,? (?:the )?$", re.IGNORECASE)
_AFTER = pattern(rf"^[^.;:!?]{{0,3}},? [^.;:!?,]{{0,40}}\b{_BODY}\b", re.IGNORECASE)
_APART = pattern(
    r"^[^.;:!?]{0,3}(?:, (?:an?|one)\b|,? \("
    r"| (?:is|was|became|has been|had been) (?:an?|the|one)\b)"
    r"|^,? (?:of the|of|in|from|based in) [A-Z]"
)
_NEAR = 60


def titled(text: str, start: int, end: int, name: str) -> bool:
    """Whether the name of a body in a text says what it is, or the words in front of it do.

    Tarn is an agency where it is called "the Tarn Press Agency".
    """
    told = _NAMED.search(text, start, end) and not _NAMED.search(name)
    return bool(told or _BEFORE.search(text[max(0, start - _NEAR) : start]))


def explained(text: str, end: int) -> bool:
    """Whether the words behind the name of a body say what it is."""
    return bool(_AFTER.match(text[end : end + _NEAR]))


def described(text: str, start: int, end: int, name: str) -> bool:
    """Whether anything beside the name of a body says what it is, or where."""
    behind = text[end : end + _NEAR]
    return titled(text, start, end, name) or explained(text, end) or bool(_APART.match(behind))
