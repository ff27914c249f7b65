"""How old somebody is, told right beside the name: "Ada Moor, 69," or "At 69 she"."""

import re

from bot.answers.profiles import Profiles
from bot.answers.question import Question
from bot.answers.scope import Scope
from bot.corpus.article import Kind
from bot.corpus.patterns import pattern

_ASKS = pattern(r"^how old (?:is|was)\b|\bage of\b|['’]s? age\b", re.IGNORECASE)
# More than how old somebody is: "how old was Moor when she won".
_THEN = pattern(r"\b(?:when|at the time|in|during|before|after)\b", re.IGNORECASE)
_YEARS = r"(?:aged )?\d{1,3}(?=[,.;:)!?]|$| years? old| and\b| when\b)"
_BEHIND = pattern(
    rf"^(?:, who| \(|,)?(?: (?:is|was|turned|turns|has turned|will be|now|only|just|about))*"
    rf" ?{_YEARS}",
    re.IGNORECASE,
)
_BEFORE = pattern(r"\b\d{1,3}[- ]years?[- ]old (?:[\w’'-]+,? ){0,4}$", re.IGNORECASE)
_LEANING = pattern(
    rf"^\W*(?:(?:at|aged) (?:the age of )?\d{{1,3}}\b,? s?he\b"
    rf"|s?he(?:['’]s| is| was| turned| turns)(?: now| only| just| about)? {_YEARS})",
    re.IGNORECASE,
)
# Sentences on somebody that are looked at in a large archive.
_LOOKED_AT = 500


def ages(question: Question, scope: Scope, profiles: Profiles) -> list[int]:
    """Return the sentences that tell how old the one is who is asked about, what is newer first."""
    if not _ASKS.search(question.text) or _THEN.search(question.text):
        return []
    names = [unit.key for unit in question.units if unit.name]
    whose = names or [unit.key for unit in question.units if unit.capital]
    index, found = profiles.index, list[tuple[bool, bool, bool, int]]()
    for at in index.common(whose)[:_LOOKED_AT].tolist() if whose else ():
        following = index.after[at]
        telling = [at] if _told(whose[-1], at, profiles) else []
        if following >= 0 and _LEANING.match(index.sentences[following].text):
            telling.append(following)
        for one in telling:
            sentence = index.sentences[one]
            if sentence.article in scope.articles:
                headline = sentence.kind is Kind.HEADLINE
                found.append((sentence.article in scope.older, headline, one != at, one))
    return [at for *_, at in sorted(found)]


def _told(key: str, at: int, profiles: Profiles) -> bool:
    text = profiles.index.sentences[at].text
    spots = [term for term in profiles.index.analyses[at].terms if term.key == key]
    return any(_BEHIND.match(text[t.end :]) or _BEFORE.search(text[: t.start]) for t in spots)
