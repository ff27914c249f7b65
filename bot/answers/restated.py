"""Sentences that say again what a question says, and not who, whose or why."""

import re

from bot.answers import signs
from bot.answers.asks import Asks
from bot.answers.profiles import Profiles
from bot.answers.question import Question
from bot.answers.ranking import Candidate
from bot.corpus.patterns import pattern

_ASKS_WHOSE = pattern(r"^whose\b", re.IGNORECASE)
_OWNER = pattern(
    r"['’]s?\b|s['’]|\b(?:of|by|his|her|its|their|my|our|belong\w*|own\w*|from)\b", re.IGNORECASE
)
_ASKS_WHO_NOT = pattern(
    r"^(?:who|which(?: \w+){1,2}|what) (?:is|are|was|were|do|does|did|has|have|had|will"
    r"|would|can|could|may|might|should)(?: not\b|n['’]t\b)(?! (?:only|just|yet)\b)",
    re.IGNORECASE,
)
_LEFT_OUT = pattern(
    r"\b(?:exclu\w+|except\w*|exempt\w*|omit\w*|miss\w*|absen\w+|refus\w*|reject\w*|left out"
    r"|barred|ban\w*|boycott\w*|declin\w*|fail\w*|skip\w*|avoid\w*|other than|apart from|still"
    r"|remain\w*|lack\w*|un\w+|only|den(?:y|ie[sd])|impossible)\b",
    re.IGNORECASE,
)
_PERSON = (
    r"(?:soldier|leader|president|minister|politician|official|officer|journalist|reporter|player"
    r"|singer|actor|actress|general|senator|governor|mayor|judge|scientist|expert|analyst"
    r"|professor|king|queen|pope|diplomat|envoy|ambassador|spokes(?:man|woman|person)|lawyer"
    r"|banker|pilot|doctor|engineer|writer|author|artist|director|candidate|man|woman)"
)
_AUXILIARY = (
    r"(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|may|might|should|must)"
)
_ASKS_WHICH_PERSON = pattern(
    rf"^(?:which|what) (?:(?!{_AUXILIARY}\b)[\w-]+ )?{_PERSON} (?!of\b|in\b|for\b|from\b)\w",
    re.IGNORECASE,
)


def only_restates(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether a sentence tells no more of what is asked for than the question itself."""
    return (
        restates_without_reason(question, lead, profiles)
        or _without_owner(question, lead)
        or _without_denial(question, lead)
        or names_nobody(question, lead, profiles)
    )


def restates_without_reason(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether it is asked why, and nothing stands there but what the question has already."""
    if question.asks is not Asks.REASON:
        return False
    others = {word for unit in question.units for word in unit.others.single}
    names = {profiles.index.analyser.stem(part) for part in _parts(question)}
    terms = profiles.index.analyses[lead.position].terms
    new = (t for t in terms if not t.stop and not t.key.startswith("@"))
    return all(term.key in question.keys or term.key in others | names for term in new)


def _parts(question: Question) -> list[str]:
    names = (mention.name for mention in question.analysis.mentions)
    return [word.lower() for name in names for word in name.name.split()]


def _without_owner(question: Question, lead: Candidate) -> bool:
    asked = _ASKS_WHOSE.match(question.text)
    return bool(asked) and not _OWNER.search(lead.profile.sentence.text)


def _without_denial(question: Question, lead: Candidate) -> bool:
    """Whether it is asked who is not among some, and nothing is denied of anybody."""
    text = lead.profile.sentence.text
    asked = _ASKS_WHO_NOT.match(question.text)
    return bool(asked) and not (signs.has_negation(text) or _LEFT_OUT.search(text))


def names_nobody(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether it is asked which soldier, say, and nobody is named there."""
    if not _ASKS_WHICH_PERSON.match(question.text):
        return False
    terms, given = profiles.index.analyses[lead.position].terms, question.given
    named = (terms[at].key for at in lead.profile.named if at or terms[at].key.startswith("@"))
    return given.issuperset(named)
