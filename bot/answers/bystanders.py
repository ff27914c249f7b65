"""Sentences that speak of somebody else than the one a question is about."""

import re

from bot.answers.asks import Asks
from bot.answers.holders import another_role
from bot.answers.profiles import Profiles
from bot.answers.question import Question
from bot.answers.ranking import Candidate
from bot.corpus.patterns import pattern

_ASKS_SPEECH = pattern(
    r"^what (?:did|does|do|has|have) (?P<who>[\w.'’ -]{1,60}?)"
    r" (?:say|said|think|thought|tell|told|call|called|announced?|warn|warned|claim|claimed"
    r"|talk|talked|discuss|discussed)\b",
    re.IGNORECASE,
)
_ASKS_OPINION = pattern(
    r"^(?:does|do|did) (?P<who>[\w.'’ -]{1,60}?)"
    r" (?:(?:really|actually|still|also) )?"
    r"(?:think|believe|expect|predict|doubt|hope|fear|reckon)\b",
    re.IGNORECASE,
)
_SPEAKS = pattern(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:old|ell\w*|alk(?:ed|ing))|sp(?:eak\w*|oke)|stat(?:ed?|es|ement)"
    r"|add(?:s|ed)|according|claim\w*|argu\w+|warn\w*|announc\w*|declar\w*|impl(?:y|ie[sd])"
    r"|suggest\w*|insist\w*|confirm\w*|den(?:y|ie[sd])|believ\w*|th(?:inks?|ought)|contend\w*"
    r"|call(?:s|ed|ing)?|express\w*|expect\w*|describ\w*|promis\w*|vow\w*|pledg\w*|urg\w+"
    r"|ask\w*|report\w*|not(?:es|ed)|explain\w*|wr(?:ote|ites?|iting)|criti\w+|prais\w*"
    r"|predict\w*|refus\w*|reject\w*|want\w*|propos\w*|discuss\w*|agree\w*|comment\w*"
    r"|respond\w*|repl(?:y|ie[sd])|accus\w*|acknowledg\w*|admit\w*|conclud\w*|tweet\w*|quot\w+"
    r"|voic\w+|support\w*|condemn\w*|blam\w+|thank\w*|remark\w*|hint\w*|threat\w*|offer\w*"
    r"|maintain\w*|assert\w*|alleg\w*|reiterat\w*|stress\w*|emphasi[sz]\w*|caution\w*|reveal\w*"
    r"|demand\w*|order\w*|appeal\w*|complain\w*|congratulat\w*|welcom\w+|hop\w+)\b|[“\"]",
    re.IGNORECASE,
)
_SAID_BY = pattern(
    r"\b(?:(?:sa(?:id|ys)|according to|told|added|wrote|warned|called|quoted)\b[^.;]{0,80}"
    r"|by(?: [\w.]+){0,3} )$",
    re.IGNORECASE,
)
# Somebody named before.
_THEY_SAY = pattern(
    r"\b(?:s?he|they)(?:['’]d| had| has| have| also)? (?:said|says?|told|added|wrote)\b"
)

_ASKS_BENEFIT = pattern(
    r"^how (?:did|do|does|would|will|could|can|might|may) (?P<who>[\w.'’ -]{1,60}?) benefit\b",
    re.IGNORECASE,
)
# So many commas between a name and a wish set them apart.
_IN_BETWEEN = 2
_ASKS_WISH = pattern(
    r"^what (?:do|does|did|has|have|is|are|was|were|would) (?P<who>[\w.'’ -]{1,60}?)"
    r" (?:(?:still|really|actually|now) )?(?:want|seek|demand|hope|need|require|insist|wish|aim"
    r"|call|ask|push|press|look|after|expect)(?:s|ed|ing)?\b",
    re.IGNORECASE,
)
_WISHES = pattern(
    r"\b(?:wants?|wanted|seeks?|seeking|sought|demand(?:s|ed|ing)?|hop(?:es?|ed|ing)|need(?:s|ed)?"
    r"|requir(?:es?|ed)|insist\w*|wish\w*|aim\w*|call(?:s|ed|ing) (?:for|on)|ask(?:s|ed|ing)"
    r"|push\w*|press(?:es|ed|ing)?|look(?:s|ing) (?:to|for)|expect\w*)\b",
    re.IGNORECASE,
)
# "For Mr. Moor, it would be a chance": whatever follows is told of him.
_FOR = pattern(r"(?:(?:and|but) )?for (?P<whom>[^,]{1,40}),", re.IGNORECASE)


def of_someone_else(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether a sentence speaks of others than the one a question asks about, or asks for."""
    if (
        _another_speaks(question, lead, profiles)
        or _another_benefits(question, lead, profiles)
        or _another_wishes(question, lead, profiles)
    ):
        return True
    # Whom the sentence before names, this one may speak of.
    return not lead.feature("leaned") and (
        another_role(question, lead, profiles) or _namesake(question, lead, profiles)
    )


def _another_speaks(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether it is asked what somebody said or thinks, who says nothing here."""
    asked = _ASKS_SPEECH.search(question.text) or _ASKS_OPINION.match(question.text)
    profile = profiles.of(lead.position)
    if not asked:
        return False
    who = _content(profiles, asked["who"])
    units = [unit for unit in question.units if unit.key in who]
    before = profiles.index.before[lead.position]
    people = profiles.of(before).people if before >= 0 else frozenset[str]()
    if _THEY_SAY.search(profile.sentence.text) and not who.isdisjoint(people):
        return False
    if not (profile.leans or lead.feature("leaned")) and any(
        profile.keys.isdisjoint((unit.key, *unit.others.single, *unit.related.single))
        for unit in units
    ):
        return True
    if any(profiles.published(key) for key in who):
        return False
    text, terms = profile.sentence.text, profiles.index.analyses[lead.position].terms
    spots = [term for term in terms if term.key in who]
    return bool(spots) and not any(
        _SPEAKS.search(text, term.end) or _SAID_BY.search(text[: term.start]) for term in spots
    )


def _another_benefits(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether it is asked how somebody named benefits, and no benefit of theirs is told."""
    asked = _ASKS_BENEFIT.search(question.text)
    who = question.named.keys() & _content(profiles, asked["who"]) if asked else None
    if not who:
        return False
    profile = profiles.of(lead.position)
    told = _FOR.match(profile.sentence.text)
    if told and any(letter.isupper() for letter in told["whom"]):
        return who.isdisjoint(_content(profiles, told["whom"]))
    if profile.leans or lead.feature("leaned"):
        return False
    return not who <= profile.keys or any(
        profile.keys.isdisjoint((unit.key, *unit.others.single, *unit.related.single))
        for unit in question.units
        if unit.form.startswith("benefit")
    )


def _another_wishes(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether it is asked what somebody named wants, and each wish told is that of another.

    Who wishes is the name before.
    """
    asked = _ASKS_WISH.match(question.text)
    who = question.named.keys() & _content(profiles, asked["who"]) if asked else None
    if not who or lead.feature("leaned"):
        return False
    profile, terms = profiles.of(lead.position), profiles.index.analyses[lead.position].terms
    text, named = profile.sentence.text, [terms[at] for at in profile.named]
    wishes = list(_WISHES.finditer(text))
    wishers = [[term for term in named if term.end <= wish.start()][-1:] for wish in wishes]
    return bool(wishers) and all(
        before
        and before[0].key not in who
        and text.count(",", before[0].end, wish.start()) < _IN_BETWEEN
        for before, wish in zip(wishers, wishes, strict=True)
    )


def _content(profiles: Profiles, words: str) -> set[str]:
    return set(profiles.index.analyser.analyse(words).content)


def _namesake(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether only someone easily taken for whom a question names is spoken of."""
    if question.asks is Asks.YES_NO:
        return False
    keys = profiles.of(lead.position).keys
    asked_which = {
        "@" + mention.name.name
        for mention in question.analysis.mentions
        if question.text[: mention.start].rstrip().casefold().endswith("which")
    }
    return any(
        profiles.is_person(name) and name not in keys and not keys.isdisjoint(rivals)
        for name, rivals in question.rivals.items()
        if name not in asked_which
    )
