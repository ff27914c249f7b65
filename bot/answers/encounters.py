"""Whom somebody has met: told by the sentence that names most of them beside a meeting."""

import re

from bot.answers import signs
from bot.answers.profiles import Profiles
from bot.answers.question import Question
from bot.answers.scope import Scope
from bot.corpus.article import Kind
from bot.corpus.names import NameKind
from bot.corpus.patterns import pattern
from bot.index.index import SentenceIndex

_ASKS = pattern(
    r"^(?:so |and )?(?:(?:which|what) (?:other |foreign |world )*(?:leaders?|presidents?"
    r"|politicians?|heads of (?:state|government)|prime ministers?|ministers?|people|persons?"
    r"|officials?)|whom?)"
    r"(?: else)? (?:has|have|had|did) (?P<who>(?:(?!yet\b|not\b|never\b)[\w.'’-]+ ?){1,6}?)"
    r" (?:(?:already|ever|also|previously|so far) )*"
    r"(?:met|meet|seen?|visit(?:ed)?|held talks|sp(?:ok|eak)en?|talk(?:ed)?)"
    r"(?: (?:with|to|up))?(?: (?:already|before|so far|until now|to date|in person"
    r"|(?P<often>more than once|repeatedly|several times|often|twice)))*\W*$",
    re.IGNORECASE,
)
_MET = pattern(
    r"\b(?:met|meetings?|visits?|visited|summits?|seen|talks|encounters?)\b", re.IGNORECASE
)
_OFTEN = pattern(
    r"\b(?:multiple|several|many|repeated\w*|times|twice|thrice|two|three|four|second|third|again)\b",
    re.IGNORECASE,
)
_HE = pattern(r"^\W*s?he\b", re.IGNORECASE)
# Fewer are not what "which leaders" asks for.
_SEVERAL = 2
# Sentences on somebody that are looked at in a large archive.
_LOOKED_AT = 500


def encounters(question: Question, scope: Scope, profiles: Profiles) -> list[int]:
    """Return the sentences that name whom somebody has met, newer ones and most names first."""
    asked, index = _ASKS.match(question.asked), profiles.index
    whose = index.analyser.analyse(asked["who"]).mentions if asked else ()
    if not asked or len({mention.name.name for mention in whose}) != 1:
        return []
    name, found = whose[0].name, list[tuple[bool, int, int]]()
    apart = {name.name, *name.never}
    held = index.array(f"@{name.name}")[:_LOOKED_AT].tolist()
    for at in sorted({*held, *(index.after[at] for at in held)} - {-1}):
        sentence = index.sentences[at]
        if sentence.article not in scope.articles or sentence.kind is Kind.HEADLINE:
            continue
        if at not in held and not _HE.match(sentence.text):
            continue
        if not _MET.search(sentence.text) or signs.speaks_of_future(sentence.text):
            continue
        if asked["often"] and not _OFTEN.search(sentence.text):
            continue
        others = _people(at, index) - apart
        if len(others) >= _SEVERAL:
            found.append((sentence.article in scope.older, -len(others), at))
    return [at for *_, at in sorted(found)]


def _people(at: int, index: SentenceIndex) -> set[str]:
    mentions = index.analyses[at].mentions
    return {m.name.name for m in mentions if m.name.kind is NameKind.PERSON and not m.loose}
