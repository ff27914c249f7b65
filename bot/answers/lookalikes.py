"""Sentences on what a question is about that can't be its answer: they lack what it asks for."""

import re

from bot.answers import signs
from bot.answers.asks import Asks
from bot.answers.bystanders import of_someone_else
from bot.answers.measures import gives
from bot.answers.profiles import Profiles
from bot.answers.question import Question
from bot.answers.ranking import Candidate
from bot.answers.wording import OCCASIONS
from bot.corpus.patterns import pattern

_ASKS_NAME = pattern(
    r"\bnames? of (?:the|an?|his|her|its|their) (?P<of>\w+ ?\w*)"
    r"|^what (?:is|was|are|were) (?:.{1,60} )?(?P<whose>[\w-]+)['’]s? names?\b",
    re.IGNORECASE,
)
_ASKS_AGE = pattern(r"^how old (?:is|was|are|were)\b", re.IGNORECASE)
_AGE = pattern(
    r"\byears?\b|\baged?\b|,? \d{1,3}[,.;)]|\bof \d{1,3}\b|\b(?:is|was|turn\w*) \d{1,3}\b"
    r"|\b(?:1[0-9]|20)\d\d\b|\bcentur",
    re.IGNORECASE,
)
_ASKS_MONEY = pattern(
    r"\bhow much (?!of\b)(?:money\b|.*\b(?:costs?|earn\w*|pay|pays|paid|worth|salar\w+|wages?"
    r"|spen[dt]\w*|fined?|charged?)\b)"
    r"|^what (?:is|was|are|were) (?:the (?:salary|wages?|price) of"
    r"|.{1,60}['’]s? (?:salary|wages?))\b",
    re.IGNORECASE,
)
_MONEY = pattern(
    r"[$£€¥]|\b(?:dollar|pound|euro|yen|yuan|rou?ble|cent|penny|pence|franc|peso|rupee|lira|krona"
    r"|kroner|crown|shekel|dinar|dirham|riyal|real|zloty|florin|mark|thaler|million|billion"
    r"|trillion)s?\b|\d won\b|\bfree\b",
    re.IGNORECASE,
)
_ASKS_FIGURE = pattern(
    r"^what(?:['’]?s| is| was| are| were) (?:the )?(?:\w+ ){0,2}?(?:range|length|height|weight"
    r"|speed|age|price|cost|size|distance|population|number|amount|value|rate|temperature|depth|width"
    r"|capacity|budget|salary|toll|total|turnout|duration|percentage|volume)"
    r" (?:of|between|from|for|to|in)\b",
    re.IGNORECASE,
)
# What is told by its unit alone; how large something is may be told in per cent, or in words.
_MEASURED = pattern(
    r"\bhow (?:long(?! ago)|cold|hot|warm|strong|powerful|violent|much\b.*\bweigh\w*)\b",
    re.IGNORECASE,
)
# What follows is still to come, up to where something else is spoken of.
_AHEAD = pattern(
    r"\b(?:if|will|would|shall|plan(?:s|ned)? to|(?:is|are|was|were) (?:to|due to|set to|likely to"
    r"|expected to|going to))\b(?P<what>[^,;:()\u2013\u2014]*?)(?=[,;:()\u2013\u2014]|$"
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
_ASKS_COUNT = pattern(r"\bhow many\b", re.IGNORECASE)
_ASKS_WHEN = pattern(
    r"^when (?:am|is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|shall|may"
    r"|might)\b",
    re.IGNORECASE,
)
# Words between a name and who bears it: "the mayor of Lund, Ada Moor".
_BESIDE = 5
# When, told by the clock, by the season or by what else happens.
_OTHERWISE = pattern(
    r"\b(?:after|before|when|while|once|until|following|during|upon|ahead of|at (?:the|an?)|noon"
    r"|midnight|dawn|dusk|mornings?|afternoons?|evenings?|nights?|spring|summer|autumn|winter"
    r"|o['’]clock|\d\d?:\d\d|\d ?[ap]\.?m)\b",
    re.IGNORECASE,
)
_ORDINAL = pattern(r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b")
# How many times something has been is told by "the third", and not by "the first since".
_AGAIN = pattern(
    r"\b(?:first\b(?!.*\bsince\b)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b"
)
_VAGUELY = pattern(
    r"\b(?:rarely|seldom|often|frequently|regularly|repeatedly|occasionally|usually|sometimes"
    r"|always|several|multiple|many|numerous)\b",
    re.IGNORECASE,
)
_BY_CLOCK = pattern(
    r"\b(?:noon|midnight|dawn|dusk|mornings?|afternoons?|evenings?|nights?|o['’]clock|\d\d?:\d\d"
    r"|\d ?[ap]\.?m)\b",
    re.IGNORECASE,
)
_ASKS_WHERE = pattern(
    r"\bwhere\b(?P<inside> (?:exactly )?(?:in|on|within)\b)?"
    r"|\b(?:what|which) (?P<kind>city|country|town|village)\b",
    re.IGNORECASE,
)
_UNNAMED_PLACE = pattern(
    r"\b(?:in|at|on|near|from|under|behind|outside|inside|off|along|across|beside|between|aboard"
    r"|to|into|through|around|over|above|below|within|beneath|among) (?!\d)\w",
    re.IGNORECASE,
)
_SUPPORT = ("soft", "prefix", "leaned")


def lacks_answer(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether a sentence can't answer a question, however many of its words it holds."""
    text = profiles.index.sentences[lead.position].text
    return (
        _names_nothing(question, lead, profiles)
        or _gives_no_quantity(question, text)
        or _only_ahead(question, lead, profiles)
        or _of_no_kind(question, lead, text)
        or _only_the_date_given(question, lead, profiles)
        or _on_the_name_alone(question, lead)
        or _nowhere_new(question, lead, profiles)
        or of_someone_else(question, lead, profiles)
    )


def _names_nothing(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether a name is asked for where none is given, or not of the one who is spoken of.

    The names of places to be at are none.
    """
    asked = _ASKS_NAME.search(question.text)
    if not asked:
        return False
    terms, profile = profiles.index.analyses[lead.position].terms, profiles.of(lead.position)
    bearer = profiles.index.analyser.analyse(asked["of"] or asked["whose"]).keys
    spots = [profile.places_of[key] for key in bearer if key in profile.places_of]
    return not any(
        terms[at].key not in question.given | profile.described
        and not (at and terms[at - 1].form in signs.BEFORE_PLACE)
        and (not spots or any(abs(at - spot) <= _BESIDE for spot in spots))
        for at in profile.named
        if at or terms[at].key.startswith("@")
    )


def _gives_no_quantity(question: Question, text: str) -> bool:
    """Whether a duration, a weight, an age, a price… is asked for where none is given."""
    wanted = question.measure
    if _ASKS_FIGURE.search(question.text) and not signs.has_number(text):
        return not signs.has_negation(text)
    if wanted and _MEASURED.search(question.text) and not gives(wanted, text):
        return True
    return any(
        asks.search(question.text) and not given.search(text)
        for asks, given in ((_ASKS_AGE, _AGE), (_ASKS_MONEY, _MONEY))
    )


def _only_ahead(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether it is asked what has come of something that is spoken of as still to come."""
    text = profiles.index.sentences[lead.position].text
    # "Would be the first since" tells of the last one as well.
    if not question.past or signs.first_since(text):
        return False
    denied = signs.has_negation(text)
    if denied if question.asks is Asks.YES_NO else _ASKS_WORDS.search(question.text):
        return False
    asked = _nameless(question)
    spans = [found.span("what") for found in _AHEAD.finditer(text)]
    ahead, told = set[str](), set[str]()
    for term in profiles.index.analyses[lead.position].terms if spans else ():
        if term.key in asked:
            inside = any(start <= term.start < end for start, end in spans)
            (ahead if inside else told).add(term.key)
    # What acts may stand before what it will do.
    first = next((unit.key for unit in question.units if unit.key in asked), None)
    return bool(ahead) and not told - {first}


def _of_no_kind(question: Question, lead: Candidate, text: str) -> bool:
    """Whether a time or a count is asked for where there is neither that nor a denial of it."""
    if lead.feature("leaned") or signs.has_negation(text):
        return False
    number = signs.has_number(text)
    if question.wording.counted == OCCASIONS:
        told = lead.feature("counted") or lead.feature("measured") or _VAGUELY.search(text)
        return not (told or _AGAIN.search(text))
    if _ASKS_COUNT.search(question.text):
        return not (number or _ORDINAL.search(text))
    told = number or signs.has_date(text) or _OTHERWISE.search(text)
    return not told and bool(_ASKS_WHEN.search(question.text))


def _only_the_date_given(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether all that tells when is in the question itself: "on what day in May"."""
    text = profiles.index.sentences[lead.position].text
    if question.asks is not Asks.DATE or signs.has_negation(text) or _BY_CLOCK.search(text):
        return False
    terms = profiles.index.analyses[lead.position].terms
    told = [terms[at] for at in profiles.dates(lead.position)]
    given = {term.form for term in question.analysis.terms}
    return bool(told) and all(
        term.form in given or (term.stop and not signs.is_calendar(term.form)) for term in told
    )


def _nowhere_new(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether a place is asked for where none is told but those that the question names."""
    asked = question.asks is Asks.PLACE and _ASKS_WHERE.search(question.text)
    if not asked or lead.feature("leaned"):
        return False
    profile, terms = profiles.of(lead.position), profiles.index.analyses[lead.position].terms
    given = {term.form for term in question.analysis.terms}
    if asked["inside"]:
        return all(terms[at].form in given for at in profile.localities_at)
    named = any(terms[at].form not in given for at in profile.named)
    told = not asked["kind"] and _UNNAMED_PLACE.search(profile.sentence.text)
    return not (named or told)


def _on_the_name_alone(question: Question, lead: Candidate) -> bool:
    """Whether nothing speaks to what a question asks of somebody, yes or no."""
    if question.asks is not Asks.YES_NO:
        return False
    asked = _nameless(question)
    return bool(asked) and asked.isdisjoint(lead.matched) and not any(map(lead.feature, _SUPPORT))


def _nameless(question: Question) -> set[str]:
    """Return what a question asks but for names and the words they are made of."""
    names = [(mention.start, mention.end) for mention in question.analysis.mentions]
    parts = {
        term.key
        for term in question.analysis.terms
        if any(start <= term.start < end for start, end in names)
    }
    return {unit.key for unit in question.units if not unit.name and not unit.capital} - parts
