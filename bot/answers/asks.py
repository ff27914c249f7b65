"""The kind of answer a question asks for, read off its own words."""

import re
from enum import StrEnum

from bot.corpus.patterns import pattern


class Asks(StrEnum):
    """What would answer the question."""

    PERSON = "person"
    PLACE = "place"
    DATE = "date"
    NUMBER = "number"
    REASON = "reason"
    YES_NO = "yes_no"
    DEFINITION = "definition"
    LIST = "list"
    OTHER = "other"


_AUXILIARY = (
    r"(?:is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|shall|should|may|might"
    r"|must|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|hasn't|haven't|hadn't|can't|won't)"
)
_RULES: tuple[tuple[Asks, re.Pattern[str]], ...] = (
    (
        Asks.NUMBER,
        pattern(
            r"\bhow (?:many|much|long|far|old|big|large|tall|high|deep|wide|fast|heavy|often|few)\b"
            r"|\bwhat (?:is|was|were|are)? ?(?:the )?(?:\w+ ){0,2}(?:number|amount|percentage|cost"
            r"|price|total|population|size|length|height|rate|share|toll|age|distance|sum|value)\b"
            r"|\bwhat (?:percentage|number|share|proportion|fraction|amount)\b|\bnumber of\b"
        ),
    ),
    (
        Asks.DATE,
        pattern(
            r"\bwhen\b|\b(?:what|which) (?:exact |specific |precise )?(?:date|(?:week)?day|year"
            r"|month|week|time|decade|century|season|era|period)s?\b|\bsince what\b|\bhow soon\b"
            r"|\bhow long ago\b"
            r"|\b(?:exact|specific|precise|the) date\b"
        ),
    ),
    (
        Asks.PLACE,
        pattern(
            r"\bwhere\b|\b(?:what|which) (?:\w+ )?(?:city|cities|country|countries|state|town|place"
            r"|location|region|area|county|province|continent|village|capital|venue|street|island)\b"
        ),
    ),
    (
        Asks.REASON,
        pattern(r"\bwhy\b|\bwhat (?:is|was) the reason\b|\bfor what reason\b|\bhow come\b"),
    ),
    (
        Asks.PERSON,
        pattern(
            r"\b(?:who|whom|whose)\b"
            r"|\b(?:what|which) (?:\w+ ){0,2}(?:person|people|man|woman|leader"
            r"|president|minister|official|expert|author|actor|actress|king|queen|scientist|player"
            r"|politician|spokesman|spokeswoman|ambassador|envoy|diplomat|adviser|aide)s?\b"
        ),
    ),
    (Asks.YES_NO, pattern(rf"^(?:and |but |so |well )?{_AUXILIARY}\b")),
    (
        Asks.DEFINITION,
        pattern(r"^what(?:'s| is| are| was| were) (?:an? |the )?[\w' -]{1,40}$|\bwhat .* mean\b"),
    ),
)


def asked_for(question: str) -> Asks:
    """Return the kind of answer a question asks for."""
    text = " ".join(question.casefold().replace("’", "'").split()).rstrip("?!. ")
    if re.match(rf"^{_AUXILIARY}\b", text) and not re.search(r"\b(?:tell|say|know)\b", text[:30]):
        date = re.search(r"\b(?:date|day|when)\b", text)
        return (
            Asks.DATE
            if date and re.search(r"\b(?:give|announce|set|name|say)", text)
            else Asks.YES_NO
        )
    for asks, rule in _RULES:
        if rule.search(text):
            return asks
    return Asks.OTHER
