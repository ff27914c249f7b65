"""Lines that are no questions about the news: greetings, thanks, questions to the bot itself."""

import re
from collections.abc import Sequence

from bot.answers.notes import INTRODUCTION
from bot.corpus.patterns import pattern
from bot.phrase import Phrase

_RUN = pattern(r"(\W{3})\W{3,}")
_LONGEST = 20_000
_GREETING = pattern(
    r"^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|dear|ok(?:ay)?"
    r"|please|so|well|um+|quick question|question|bot|briefing bot|there|all|everyone)\b"
    r"[\s,.:;!-]*)+",
    re.IGNORECASE,
)
_CLOSING = pattern(
    r"[\s,.;!-]*\b(?:thanks(?: a lot| in advance)?|thank you|thx|please|cheers|pls|plz)\b"
    r"[\s,.!?]*$",
    re.IGNORECASE,
)
_ITSELF = pattern(
    r"^(?:who|what) (?:are|r) (?:you|u)\b(?! (?:talk|say|think|read))|^what(?:'s| is) your name"
    r"|^what (?:can|do) you do\b"
    r"|^are you (?:an? |the )?(?:bot|robot|human|ai|person|machine|real)\b"
    r"|^who (?:made|built|created|wrote|runs) you\b|^how do you work\b|^can you help\b"
    r"|^what(?:'s| is) the (?:time|date)(?: now| today)?$|^what (?:time|day|date) is (?:it|today)\b"
    r"|^what can i ask\b|^help\b$|^how does this work\b",
    re.IGNORECASE,
)
_FILLER = pattern(
    r"^(?:(?:can|could|would|will) you (?:please )?(?:tell|explain|show|remind) (?:to )?(?:me|us)\b"
    r"|(?:can|could|would) (?:you|some(?:one|body)|any(?:one|body))(?: here)? (?:please )?"
    r"(?:confirm|verify|check|tell(?: me| us)?|explain|say)\b"
    r"|(?:please )?settle (?:an?|the|this|our) (?:argument|bet|debate|dispute)(?: for (?:me|us))?\b"
    r"|(?:please )?(?:tell|remind|show) (?:me|us)\b|i (?:want|would like|'d like|need) to know\b"
    r"|do (?:you|we) (?:happen to )?know\b|does anyone know\b|any idea\b|i was wondering\b"
    r"|i wonder\b|just curious\b)[\s,:]*(?:if |whether |about (?=how|what|when|where|who|why))?",
    re.IGNORECASE,
)


def tidy(text: str) -> str:
    """Return a line with its white space folded and runs of signs cut short.

    The patterns here and for outlets may not meet endless runs, which they would walk again
    from every place in them.
    """
    return _RUN.sub(r"\1 ", " ".join(text.split()))[:_LONGEST].strip()


def bare_question(text: str) -> str:
    """Return a line without greetings, thanks and other words around the question."""
    bare = _CLOSING.sub("", _GREETING.sub("", text.strip()))
    bare = _FILLER.sub("", bare)
    return bare.strip() or text.strip()


def speaks_to_bot(text: str) -> bool:
    """Whether a line is about the bot and not about the news, or is no more than a greeting."""
    bare = _CLOSING.sub("", " " + _GREETING.sub("", text.strip())).strip(" ,.!?")
    return bool(_ITSELF.match(bare)) or (not bare and bool(text.strip(" ,.!?")))


def introduction(outlets: Sequence[str]) -> Phrase:
    """Return how the bot introduces itself, who reads an article of each of some outlets."""
    return Phrase(INTRODUCTION, articles=len(outlets), outlets=", ".join(dict.fromkeys(outlets)))
