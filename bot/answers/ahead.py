"""Sentences on what is only to come, where a question asks what has been done or has come of it."""

import re
from itertools import pairwise

from bot.answers import signs
from bot.answers.asks import Asks
from bot.answers.light import FRAME
from bot.answers.profiles import Profiles
from bot.answers.question import Question
from bot.answers.ranking import Candidate
from bot.corpus.patterns import pattern

# What follows is still to come, up to where something else is spoken of.
_AHEAD = pattern(
    r"\b(?:if|will|would|shall|must|ha(?:s|ve) to|plan(?:s|ned)? to"
    r"|(?:is|are|was|were) (?:to|due to|set to|likely to|expected to|going to))\b"
    r"(?P<what>[^,;:()\u2013\u2014]*?)(?=[,;:()\u2013\u2014]|$"
    r"|\b(?:how|whether|because|after|since|where|which|who|that|if|when|unless|until)\b)",
    re.IGNORECASE,
)
# Who asks what was said or wanted may be told of what is to come.
_ASKS_WORDS = pattern(
    r"\b(?:say|said|tell|told|announce\w*|promise\w*|agree\w*|want\w*|decide\w*|propose\w*|ask\w*"
    r"|call\w*|warn\w*|suggest\w*|demand\w*|offer\w*|threat\w*|urge\w*|claim\w*|predict\w*|plan\w*"
    r"|hope\w*|intend\w*|vow\w*|pledge\w*|declare\w*|confirm\w*|report\w*|expect\w*|order\w*"
    r"|schedul\w*|mean\w*|invite\w*|set|arranged?|purpose|goal|aim\w*|reason|why|given|chosen)\b",
    re.IGNORECASE,
)
_ASKS_STATEMENT = pattern(
    r"^(?:what|which|how)\b.*\b(?:say|said|tell|told|announce\w*|promise\w*|agree\w*|want\w*"
    r"|propose\w*|ask\w*|call\w*|warn\w*|suggest\w*|demand\w*|offer\w*|threat\w*|urge\w*"
    r"|claim\w*|predict\w*|plan\w*|hope\w*|intend\w*|vow\w*|pledge\w*|declare\w*|expect\w*"
    r"|mean\w*)\b",
    re.IGNORECASE,
)
# What came of something, or came after it.
_ASKS_OUTCOME = pattern(
    r"\b(?:results?|outcome|consequence)s? of\b|\bcame (?:out )?of\b"
    r"|^(?:and |so )?how (?:did|was|were) .{1,60}\b(?:go|end|turn out|work out)\b"
    r"|\b(?:in the end|eventually|afterwards?|after the (?:summit|meeting|talks|event|conference"
    r"|election|vote|trial|match))\b",
    re.IGNORECASE,
)
_WISHED = pattern(
    r"\b(?:(?:call|ask|push|press|hop)\w* for|wants?|wanted|demand\w*|seek\w*|sought|urg\w+)\b",
    re.IGNORECASE,
)
_ASKS_AGREED = pattern(
    r"^what (?:did|have|has) .{1,60}?\b(?P<deed>agree|sign|decide|settle)(?:e?d)?\b", re.IGNORECASE
)
_OUTCOME = pattern(
    r"\b(?:result|outcome|end(?:ed|s)\b|fail|collaps|succe|agree|sign|conclu|led to|caus|produc"
    r"|without|br[eo]k|deal|achiev|yield|stall|reach)",
    re.IGNORECASE,
)


def still_to_come(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether a question asks about what has been, and a sentence speaks of it as to come."""
    # "Would be the first since" tells of the last one as well.
    if not question.past or signs.first_since(lead.profile.sentence.text):
        return False
    return (
        _only_ahead(question, lead, profiles)
        or _to_be_done(question, lead, profiles)
        or _of_no_outcome(question, lead)
        or _of_nothing_agreed(question, lead, profiles)
    )


def _only_ahead(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether it is asked what has come of something that is spoken of as still to come."""
    text = profiles.index.sentences[lead.position].text
    denied = signs.has_negation(text)
    if denied if question.asks is Asks.YES_NO else _ASKS_WORDS.search(question.text):
        return False
    asked = question.nameless - FRAME
    spans = [found.span("what") for found in _AHEAD.finditer(text)]
    ahead, told = set[str](), set[str]()
    for term in profiles.index.analyses[lead.position].terms if spans else ():
        if term.key in asked:
            inside = any(start <= term.start < end for start, end in spans)
            (ahead if inside else told).add(term.key)
    # What acts may stand before what it will do.
    first = next((unit.key for unit in question.units if unit.key in asked), None)
    return bool(ahead) and not told - {first}


def _to_be_done(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether what a question says was done is spoken of only as to be done: "must approve it"."""
    text = lead.profile.sentence.text
    if signs.has_negation(text) or _ASKS_STATEMENT.search(question.text):
        return False
    terms = profiles.index.analyses[lead.position].terms
    spans = [found.span("what") for found in _AHEAD.finditer(text)]
    ahead = [[term for term in terms if start <= term.start < end] for start, end in spans]
    verbs = {term.key for part in ahead for term in [t for t in part if not t.stop][:1]}
    verbs |= {b.key for part in ahead for a, b in pairwise(part) if a.form == "to" and not b.stop}
    told = {t.key for t in terms if not any(start <= t.start < end for start, end in spans)}
    return not verbs.isdisjoint(question.nameless - told - question.things - FRAME)


def _of_no_outcome(question: Question, lead: Candidate) -> bool:
    """Whether it is asked what came of something, and only its announcement is told."""
    text = lead.profile.sentence.text
    ahead = signs.speaks_of_future(text) or _WISHED.search(text)
    asked = _ASKS_OUTCOME.search(question.text)
    return bool(asked and ahead) and not (_OUTCOME.search(text) or signs.has_negation(text))


def _of_nothing_agreed(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether it is asked what was agreed on, and only told what somebody is going to ask for."""
    asked = _ASKS_AGREED.search(question.text)
    if not asked or lead.feature("soft") or not signs.speaks_of_future(lead.profile.sentence.text):
        return False
    return set(profiles.index.analyser.analyse(asked["deed"]).keys).isdisjoint(lead.profile.keys)
