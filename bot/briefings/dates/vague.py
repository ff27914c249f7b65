"""Words that say when and leave it open; they are shown, and never resolved."""

from bot.briefings.dates.rule import Rule, unresolved
from bot.briefings.dates.vocabulary import SOME, UNIT, S

_UNITS = "days weeks weekends months quarters years decades centuries"

RULES = (
    Rule(
        "in over during for",
        rf"(?i:(?:in|over|during|for){S}(?:the{S})?(?:more{S})?(?:recent|coming|past|last|next|previous))"
        rf"{S}(?:{SOME}{S})?(?i:hours|{UNIT}s)\b",
        unresolved,
    ),
    Rule(
        f"several some many a few couple number dozens minutes hours {_UNITS}",
        rf"(?:{SOME}{S})?(?i:minutes|hours|{UNIT}s){S}(?i:ago|later|earlier)\b",
        unresolved,
    ),
    Rule(
        "for",
        rf"(?i:for{S}(?:quite{S})?some{S}time(?:{S}now)?|for{S}years|for{S}decades)\b",
        unresolved,
    ),
    Rule(
        "in",
        rf"(?i:in{S}the{S}(?:near|not[\s-]too[\s-]distant|foreseeable){S}future)\b",
        unresolved,
    ),
)
