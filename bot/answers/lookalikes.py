"""Sentences on what a question is about that can't be its answer: they lack what it asks for."""

import re

from bot.answers import signs
from bot.answers.ahead import still_to_come
from bot.answers.asks import Asks
from bot.answers.bystanders import of_someone_else
from bot.answers.countries import spellings
from bot.answers.describing import only_mentions
from bot.answers.figures import gives_no_figure
from bot.answers.kinds import of_the_kind_alone
from bot.answers.profiles import Profiles
from bot.answers.question import Question
from bot.answers.ranking import Candidate
from bot.answers.restated import only_restates
from bot.answers.untold import leaves_untold
from bot.corpus.patterns import pattern
from bot.index.analysis import Term

_ASKS_NAME = pattern(
    r"\bnames? of (?:the|an?|his|her|its|their) (?P<of>\w+ ?\w*)"
    r"|^what (?:is|was|are|were) (?:.{1,60} )?(?P<whose>[\w-]+)['’]s? names?\b",
    re.IGNORECASE,
)
# Words between a name and who bears it: "the mayor of Lund, Ada Moor".
_BESIDE = 5
_ASKS_WHERE = pattern(
    r"\bwhere\b(?P<inside> (?:exactly )?(?:in|on|within)\b)?"
    r"|\b(?:what|which) (?P<kind>city|country|town|village)\b",
    re.IGNORECASE,
)
_TOWNS = frozenset(["city", "town", "village"])
_UNNAMED_PLACE = pattern(
    r"\b(?:in|at|on|near|from|under|behind|outside|inside|off|along|across|beside|between|aboard"
    r"|into|through|around|over|above|below|within|beneath|among|to (?:the|an?|his|her|its|their))"
    r" (?!\d)\w",
    re.IGNORECASE,
)
# The next of its kind is another one; "next week" tells when.
_NO_TIME = (
    r"\b(?!(?: few| two| couple of)? (?:week|month|year|day|night|time|minute|decade|century|season"
    r"|spring|summer|autumn|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?\b)"
)
_NEXT, _LAST = rf"\bnext{_NO_TIME}", rf"\blast{_NO_TIME}"
_ASKS_NEXT = pattern(_NEXT, re.IGNORECASE)
_NEXT_ONE = pattern(
    rf"{_NEXT}|\b(?:another|further|third|upcoming|future|again|follow\w*|new)\b", re.IGNORECASE
)
_ASKS_WHEN_LAST = pattern(
    rf"^(?:when|(?:on |in )?(?:what|which) (?:day|date|month|year))\b.*(?:{_LAST}|\blast time\b)",
    re.IGNORECASE,
)
_LAST_ONE = pattern(
    rf"{_LAST}|\b(?:latest|previous(?:ly)?|most recent(?:ly)?|since|last time)\b", re.IGNORECASE
)
_ASKS_WEEKDAY = pattern(r"\b(?:what|which) (?:day of the week|weekday)\b", re.IGNORECASE)
_WEEKDAY = pattern(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b", re.IGNORECASE)
_ASKS_WHOSE = pattern(
    r"^who (?:is|was|are|were) (?P<whose>.{2,40}?)['’]s? (?:\w+ )?(?:(?:grand|step)?(?:father"
    r"|mother|son|daughter|parent|child)|wife|husband|brother|sister|uncle|aunt|nephew|niece|cousin|widow"
    r"|fianc[ée]e?|boyfriend|girlfriend)(?:s|ren)?\W*$",
    re.IGNORECASE,
)
_HOUSE = r"(?:building|hotel|hall|room|restaurant|palace|venue|street|square|stadium)"
_ASKS_WHICH_HOUSE = pattern(
    rf"\b(?:which|what) {_HOUSE}\b(?= (?:in|at|on|near|will|is|was|are|were|did|do|does|has|have"
    r"|had|hosts?|hosted)\b|\W*$)",
    re.IGNORECASE,
)
# "At the Kremlin" names a building as well as "in the Metropol Hotel" does.
_HOUSE_NAMED = pattern(
    rf"\b(?i:{_HOUSE}s?|university|school|airport|station|theat(?:er|re)|church|embassy|residence)\b"
    r"|\b(?:at|inside|outside)(?: the)? [A-Z]|\bin the [A-Z]"
)
_ASKS_ELSE = pattern(
    r"\b(?:what|who|where|which) else\b|^(?:besides|apart from|other than|in addition to)\b",
    re.IGNORECASE,
)
_ELSE = pattern(
    r"\b(?:also|as well|too|besides|addition\w*|others?|including|includes?|and|another|not only"
    r"|along|together|further|moreover|among)\b",
    re.IGNORECASE,
)
_ASKS_OF_YEAR = pattern(r"\b(?:in|during) (?P<year>(?:1[0-9]|20)\d\d)\b", re.IGNORECASE)
# Those named before may be meant.
_THEY = pattern(
    r"\b(?:two|both|they|s?he|his|her|their|him|them|leaders|sides|presidents)\b|[“\"]",
    re.IGNORECASE,
)
_SUPPORT = ("soft", "prefix", "leaned")


def lacks_answer(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether a sentence can't answer a question, however many of its words it holds."""
    return (
        _names_nothing(question, lead, profiles)
        or _on_the_name_alone(question, lead)
        or _on_nobody_named(question, lead, profiles)
        or _nowhere_new(question, lead, profiles)
        or of_the_kind_alone(question, lead, profiles)
        or _of_no_next_one(question, lead)
        or _of_no_last_one(question, lead)
        or _of_nothing_else(question, lead, profiles)
        or _first_since_then(question, lead)
        or _in_no_building(question, lead)
        or _of_nobody_else(question, lead, profiles)
        or gives_no_figure(question, lead, profiles)
        or only_mentions(question, lead, profiles)
        or still_to_come(question, lead, profiles)
        or of_someone_else(question, lead, profiles)
        or leaves_untold(question, lead, profiles)
        or only_restates(question, lead, profiles)
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


def _nowhere_new(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether a place is asked for where none is told, or none within the one asked about."""
    asked = question.asks is Asks.PLACE and _ASKS_WHERE.search(question.text)
    if not asked or lead.feature("leaned"):
        return False
    profile, terms = profiles.of(lead.position), profiles.index.analyses[lead.position].terms
    given = {term.form for term in question.analysis.terms}
    if asked["inside"]:
        return all(terms[at].form in given for at in profile.localities_at)
    if asked["kind"] and asked["kind"].lower() in _TOWNS:
        terms_at = [terms[at] for at in profile.localities_at]
        return all(term.form in given or _is_country(term) for term in terms_at)
    # "In Lund" tells where "the Lund summit" was.
    if profile.localities_at:
        return False
    if asked["kind"]:
        return all(terms[at].form in given for at in profile.named)
    return not _UNNAMED_PLACE.search(profile.sentence.text)


def _is_country(term: Term) -> bool:
    return bool(spellings(term.form) or spellings(term.key.removeprefix("@")))


def _of_no_next_one(question: Question, lead: Candidate) -> bool:
    """Whether the next of a kind is asked for, and no other one is spoken of."""
    text = lead.profile.sentence.text
    return bool(_ASKS_NEXT.search(question.text)) and not _NEXT_ONE.search(text)


def _of_no_last_one(question: Question, lead: Candidate) -> bool:
    """Whether it is asked when the last of a kind was, or on which weekday, and none is told."""
    text = lead.profile.sentence.text
    if _ASKS_WEEKDAY.search(question.text) and not _WEEKDAY.search(text):
        return True
    return bool(_ASKS_WHEN_LAST.search(question.text)) and not _LAST_ONE.search(text)


def _of_nothing_else(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether it is asked what else there is, and no more than one thing is told.

    Those of the question, "Moor and Orr", are no more than one.
    """
    if not _ASKS_ELSE.search(question.asked):
        return False
    text, terms = lead.profile.sentence.text, profiles.index.analyses[lead.position].terms
    joined = [
        (one.end, other.start)
        for one, _, other in zip(terms, terms[1:], terms[2:], strict=False)
        if question.known.issuperset((one.key, other.key))
    ]
    return not any(
        not any(start <= found.start() < end for start, end in joined)
        for found in _ELSE.finditer(text)
    )


def _first_since_then(question: Question, lead: Candidate) -> bool:
    """Whether the year asked about is only told as the one since which something is the first."""
    text, asked = lead.profile.sentence.text, _ASKS_OF_YEAR.search(question.text)
    if not asked or not signs.first_since(text):
        return False
    year = asked["year"]
    return year in text and text.count(year) == text.count(f"since {year}")


def _in_no_building(question: Question, lead: Candidate) -> bool:
    """Whether it is asked in which building, say, and only the town is told."""
    asked = _ASKS_WHICH_HOUSE.search(question.text)
    return bool(asked) and not _HOUSE_NAMED.search(lead.profile.sentence.text)


def _of_nobody_else(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether somebody's father, say, is asked for, and the one whose he is named nowhere near."""
    asked = _ASKS_WHOSE.match(question.text)
    whose = profiles.index.analyser.analyse(asked["whose"]).terms if asked else ()
    names = {term.key for term in whose if term.capital or term.key.startswith("@")}
    before = profiles.index.before[lead.position]
    near = lead.profile.keys | (profiles.of(before).keys if before >= 0 else frozenset())
    return bool(names & question.known) and names.isdisjoint(near)


def _on_nobody_named(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether something is asked of people, yes or no, and only others are spoken of."""
    people = set(filter(profiles.is_person, question.named))
    if question.asks is not Asks.YES_NO or not people or lead.feature("leaned"):
        return False
    told, rivals = lead.profile.keys, frozenset[str]().union(*question.rivals.values())
    if not told.isdisjoint(people | rivals) or _THEY.search(lead.profile.sentence.text):
        return False
    return any(map(profiles.is_person, told))


def _on_the_name_alone(question: Question, lead: Candidate) -> bool:
    """Whether nothing speaks to what a question asks of somebody, yes or no."""
    if question.asks is not Asks.YES_NO:
        return False
    asked = question.nameless
    return bool(asked) and asked.isdisjoint(lead.matched) and not any(map(lead.feature, _SUPPORT))
