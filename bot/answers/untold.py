"""Sentences without what was said or done, where a question asks for just that."""

import re

from bot.answers.asks import Asks
from bot.answers.profiles import Profiles
from bot.answers.question import Question
from bot.answers.ranking import Candidate
from bot.corpus.patterns import pattern

_ASKS_WHAT_ABOUT = pattern(r"^what (?:did|have|has) .*\b(?:discuss|agree)(?:ed)?\b", re.IGNORECASE)
_TALK = pattern(
    r"\b(?:discuss\w*|talk\w*|agree\w*|said|says?|told|tells?|spoke|speaks?|asked|ask|call\w*|raised"
    r"|urg\w+|press\w*|wants?|wanted|propos\w*|offer\w*|promis\w*|pledg\w*|sign\w*|deal\w*|accord\w*"
    r"|negotiat\w*|focus\w*|agenda|topics?|about|on how|cover\w*|debat\w*|consult\w*|decid\w*"
    r"|commit\w*|backed|support\w*|arrang\w*|settl\w*|undertak\w*|consent\w*|accept\w*|exchang\w*"
    r"|brief\w*|review\w*|address\w*)\b",
    re.IGNORECASE,
)
_ASKS_REACTION = pattern(
    r"^(?:how|what) (?:did|has|have|do|does|was|is|were) .*?"
    r"\b(?P<deed>react\w*|respon[ds]\w*|answer\w*|repl(?:y|ied|ies))\b",
    re.IGNORECASE,
)
# Behind or before the name of who reacts, with no other clause between.
_SPEAKS = (
    r"\b(?:said|says?|told|tells|tweeted|wrote|called|calls|announced|condemned|welcomed|warned"
    r"|criti\w+|denounced|rejected|dismissed|praised|vowed|threatened|insisted|refused|declined"
    r"|ordered|sent|offered|promised|pledged|asked|urged|declared|added|denied|walked)\b"
)
_SPEAKS_AFTER = pattern(rf"^[^,;:.]{{0,40}}?{_SPEAKS}", re.IGNORECASE)
# "She spoke with Secretary of State Moor and said…": others speak.
_SPOKEN_OF = pattern(r"\b(?:with|against|from|about|to|for) (?:the )?(?:(?:[A-Z][\w.]*|of) ){0,5}$")
_SPEAKS_BEFORE = pattern(r"\b(?:said|says|by|from) (?:[A-Z][\w.]* ){0,2}$")
_ASKS_WHEN_DONE = pattern(
    r"^(?:when|in (?:what|which) year|(?:what|which) year) (?:was|were) .*"
    r"\b(?P<deed>appointed|named|elected|born|founded|built|created|established|married|arrested"
    r"|killed|signed|made|hired|fired|chosen|opened|launched|promoted|dismissed|sacked)\b",
    re.IGNORECASE,
)
_ASKS_WHO_DID = pattern(
    r"^who (?P<deed>won|lost|scored|died|killed|survived|resigned|arrived|paid|bought|sold|owns?"
    r"|funds|funded|founded|runs|led|leads|wrote|made|built|invented|replaced|succeeded|accompanied"
    r"|translated|attended|hosted|organi[sz]ed|watched|saw|elected|appointed|chose|drove|flew"
    r"|designed|filmed|leaked|hacked|shot|attacked)\b",
    re.IGNORECASE,
)
# "A book by her" and "her book" tell who wrote it.
_OF_SOMEBODY = pattern(r"\b(?:by|his|her|their)\b|\w['’]s\b", re.IGNORECASE)
# Any word that may lead up to a reason, however loosely.
_REASON = pattern(
    r"\b(?:because|due|owing|thanks|amid|over|given|by (?:\w+ing|an?|the)|means?|meaning|allow\w*"
    r"|enabl\w*|prevent\w*|help\w*|result\w*|reason\w*|caus\w*|led|lead\w*|forc\w*|need\w*|want\w*"
    r"|fear\w*|concern\w*|risk\w*|lack\w*|without|opportunity|benefit\w*|factors?|response|protest"
    r"|penal\w*|punish\w*|hop\w*|efforts?|bid|attempt\w*|citing|cited|unable|fail\w*|refus\w*"
    r"|blam\w*|danger\w*|threat\w*|too|so|such|enough|as|since|when|while|if|after|for|not|no|never"
    r"|unclear|could|would|had|might|must|should|who|which|whose|where|making|leaving"
    r"|(?<!according )to (?!be\b|the\b|an?\b|th(?:is|at)\b|his\b|her\b|its\b|their\b)"
    r"(?-i:[a-z])\w+)\b"
    r"|n['’]t\b|[—–:;]",
    re.IGNORECASE,
)
_ASKS_SUCCESSOR = pattern(
    r"^who (?:(?:has|had|will|would|is|was|could) )?(?:(?:been|be|going) )?(?:to )?(?:replac\w+"
    r"|succeed\w*|bec[oa]me|take(?:s|n)? over|took over|follow(?:s|ed) as)\b",
    re.IGNORECASE,
)
_ASKS_WHOM = pattern(
    r"^whom? (?:did|does|do|has|have|had|will|would) .{2,60}?"
    r" (?:meet|met|see|seen|visit(?:ed)?|call(?:ed)?|phoned?|marry|married|appoint(?:ed)?|named?"
    r"|replace[d]?|hire[d]?|fire[d]?|invite[d]?|accuse[d]?|blame[d]?|thank(?:ed)?)\b",
    re.IGNORECASE,
)
_SOMEBODY = pattern(
    r"\b(?:officials|leaders|ministers|counterparts?|representatives|delegat\w+|diplomats|envoys?"
    r"|journalists|reporters|workers|people|relatives|residents|executives|members|generals|nobody"
    r"|no ?one|anyone|someone|others|wife|husband|daughter|son|father|mother|brother|sister)\b",
    re.IGNORECASE,
)
# Capitals of no name: "Interior Minister".
_OFFICE = pattern(
    r"minister|ministry|secretary|state|president|prime|deputy|vice|special|representative|envoy"
    r"|ambassador|general|chief|foreign|interior|defen[cs]e|finance|justice|trade|treasury|home"
    r"|mr|mrs|ms|dr|sir|lord|lady|king|queen|prince|princess|chancellor|senator|governor|mayor"
    r"|judge|professor|captain|colonel|council|party|government|department|parliament|congress",
    re.IGNORECASE,
)
_ASKS_WHAT_DONE = pattern(
    r"^what (?:did|has|have|does|do|had) .{1,60}? (?P<deed>offer|send|promise|propose|sell|buy"
    r"|build|sign|lend|steal|invent|win|lose|wear|eat|drink|write|paint)"
    r"(?:s|ed|t|n)?\b",
    re.IGNORECASE,
)
_ASKS_WAY = pattern(
    r"\b(?:how|where|when) (?:can|do|could|should|must) (?:i|we|one|you)\b", re.IGNORECASE
)
_SHOWS_WAY = pattern(
    r"\b(?:you|must|should|can|may|by|via|through|website|online|available|apply|call)\b",
    re.IGNORECASE,
)


def leaves_untold(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether a sentence is on those asked about, and not on what they said, answered or did."""
    return (
        _without_a_word_said(question, lead)
        or _without_a_reason(question, lead)
        or _without_reaction(question, lead, profiles)
        or _without_deed(_ASKS_WHEN_DONE.search(question.text), lead, profiles)
        or _without_who_did(question, lead, profiles)
        or _without_a_way(question, lead)
        or _without_a_new_name(question, lead, profiles)
        or _without_deed(_ASKS_WHAT_DONE.search(question.text), lead, profiles)
    )


def _without_a_word_said(question: Question, lead: Candidate) -> bool:
    """Whether it is asked what was discussed or agreed on, and only told that people met."""
    asked = _ASKS_WHAT_ABOUT.search(question.text)
    return bool(asked) and not _TALK.search(lead.profile.sentence.text)


def _without_a_reason(question: Question, lead: Candidate) -> bool:
    asked = question.asks is Asks.REASON
    return asked and not _REASON.search(lead.profile.sentence.text)


def _without_reaction(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether it is asked how somebody reacted, who neither does nor says anything there."""
    if not _without_deed(_ASKS_REACTION.search(question.text), lead, profiles):
        return False
    who = next((t.key for t in question.analysis.terms if t.key in question.named), None)
    text, terms = lead.profile.sentence.text, profiles.index.analyses[lead.position].terms
    return not any(
        (_SPEAKS_AFTER.search(text[term.end :]) and not _SPOKEN_OF.search(text[: term.start]))
        or _SPEAKS_BEFORE.search(text[: term.start])
        for term in terms
        if term.key == who
    )


def _without_who_did(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether it is asked who won, say, and nothing is told of winning."""
    if lead.feature("prefix") or _OF_SOMEBODY.search(lead.profile.sentence.text):
        return False
    return _without_deed(_ASKS_WHO_DID.search(question.text), lead, profiles)


def _without_a_new_name(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether it is asked who came after somebody, or whom one met, and nobody else is told of."""
    whom = _ASKS_WHOM.match(question.text)
    if not (whom or _ASKS_SUCCESSOR.match(question.text)) or lead.feature("leaned"):
        return False
    profile, analysis = lead.profile, profiles.index.analyses[lead.position]
    known = [(mention.start, mention.end) for mention in analysis.mentions]
    elsewhere = set(profile.localities_at)
    new = (
        analysis.terms[at]
        for at in profile.people_at
        if at not in elsewhere and profile.terms[at] not in question.given
    )
    people = any(
        term.key.startswith("@")
        or not (_OFFICE.fullmatch(term.form) or any(a <= term.start < b for a, b in known))
        for term in new
    )
    return not people and not (whom and _SOMEBODY.search(profile.sentence.text))


def _without_a_way(question: Question, lead: Candidate) -> bool:
    """Whether somebody asks how to do something themselves, of which nothing is told."""
    asked = _ASKS_WAY.search(question.asked)
    return bool(asked) and not _SHOWS_WAY.search(lead.profile.sentence.text)


def _without_deed(asked: re.Match[str] | None, lead: Candidate, profiles: Profiles) -> bool:
    """Whether a deed is asked for by a word that a sentence has in no form and in no other word."""
    if asked is None or lead.feature("soft"):
        return False
    deed = set(profiles.index.analyser.analyse(asked["deed"]).keys)
    return deed.isdisjoint(lead.matched) and deed.isdisjoint(lead.profile.keys)
