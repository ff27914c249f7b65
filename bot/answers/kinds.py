"""Sentences that speak of a kind of thing, and of none of the things asked for by that kind."""

import re

from bot.answers.asks import Asks
from bot.answers.profiles import Profiles
from bot.answers.question import Question
from bot.answers.ranking import Candidate
from bot.corpus.patterns import pattern

_ASKS_WHICH_KIND = pattern(
    r"^(?:which|what)(?: (?:kinds?|types?|sorts?) of)? (?P<kind>\w+s) (?:did|does|do|has|have|had"
    r"|was|were|is|are|will|would|can|could)\b",
    re.IGNORECASE,
)
_NAMED_BEHIND = pattern(
    r"(?:,? (?:such as|including|like|called|named|known|on|in|at|from|of|that|which|who|about|to"
    r"|between|with)\b|:|,| [A-Z0-9]|[—–(]|.*\b(?:such as|including|among them|namely)\b)"
)
_ASKS_WHICH = pattern(r"(?:in |at |on |from )?which\b", re.IGNORECASE)
_ASKS_WHETHER_THERE_IS = pattern(
    r"^(?:is|are|was|were|will|would|has|have|had|could)(?:n['’]t)? there"
    r" (?:(?:be|been|going to be|any|an?|still) )*",
    re.IGNORECASE,
)
# Of several countries or ministers that are asked for, one at least has a name.
_ASKS_WHICH_ONES = pattern(
    r"^(?:and |so )?(?:which|what) (?:(?!of\b)\w+ ){0,2}?(?:countries|nations|governments|cities"
    r"|towns|capitals|continents|leaders|presidents|prime ministers|ministers|politicians"
    r"|heads of (?:state|government))\b",
    re.IGNORECASE,
)


def of_the_kind_alone(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether one of a kind is asked for, and a sentence names none of it, or only a part of it."""
    return (
        _of_none_there_is(question, lead)
        or _bare(question, lead, profiles)
        or _of_a_part_alone(question, lead, profiles)
        or _names_no_one(question, lead, profiles)
    )


def _of_none_there_is(question: Question, lead: Candidate) -> bool:
    """Whether it is asked which of a kind that nothing speaks of: "which hotel did he stay in".

    Where all else is told, the kind need not be: football is a sport.
    """
    if not _ASKS_WHICH.match(question.text) or question.asks is Asks.PLACE:
        return False
    kind = question.wording.heads[:1]
    nowhere = any(u.key in kind and not (u.known or u.elsewhere) for u in question.units)
    return nowhere and any(u.key not in (*kind, *lead.matched) for u in question.units)


def _bare(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether it is asked which weapons, say, and there is no word on the weapons but that."""
    asked = _ASKS_WHICH_KIND.match(question.text)
    if not asked:
        return False
    text, terms = lead.profile.sentence.text, profiles.index.analyses[lead.position].terms
    kind = profiles.index.analyser.stem(asked["kind"].lower())
    spots = [at for at, term in enumerate(terms) if term.key == kind]
    return bool(spots) and all(
        (not at or terms[at - 1].stop or terms[at - 1].form.endswith(("ing", "ed")))
        and not _NAMED_BEHIND.match(text, terms[at].end)
        for at in spots
    )


def _of_a_part_alone(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether it is asked if there is a press conference, say, and only the press is spoken of."""
    asked = _ASKS_WHETHER_THERE_IS.match(question.asked)
    if not asked:
        return False
    terms = profiles.index.analyser.analyse(question.asked).terms
    what = [term for term in terms if term.start >= asked.end()][:2]
    keys = {term.key for term in what}
    return len(keys) == 2 and not any(t.stop for t in what) and not keys <= lead.profile.keys


def asks_which_ones(question: Question) -> bool:
    """Whether several people or places are asked for by name: "which countries"."""
    return bool(_ASKS_WHICH_ONES.search(question.text))


def _names_no_one(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether it is asked which countries, say, and no name stands there but the question's own."""
    if not asks_which_ones(question):
        return False
    terms, given = profiles.index.analyses[lead.position].terms, question.given
    named = (terms[at].key for at in lead.profile.named if at or terms[at].key.startswith("@"))
    return given.issuperset(named)
