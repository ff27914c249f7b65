"""Sentences without the figure, the count or the time that a question asks for."""

import re

from bot.answers import signs
from bot.answers.asks import Asks
from bot.answers.measures import counts, gives, tells_amount
from bot.answers.nearness import events
from bot.answers.profiles import Profiles
from bot.answers.question import Question
from bot.answers.ranking import Candidate
from bot.answers.wording import OCCASIONS
from bot.corpus.patterns import pattern

_ASKS_AGE = pattern(r"^how old (?:is|was|are|were)\b(?P<who>.*)", re.IGNORECASE)
# An age stands this many terms from the name of whose it is, at most.
_AGED = 4
_GOES_ON = pattern(r"\b(?:s?he|aged)\b", re.IGNORECASE)
_ASKS_MONTH = pattern(r"\b(?:which|what) month\b", re.IGNORECASE)
_ASKS_CLOCK = pattern(r"^(?:at )?what time\b", re.IGNORECASE)
_NO_TIME = pattern(r"\b(?:no|not|unclear|unknown)\b.*\btimes?\b", re.IGNORECASE)
_AGE = pattern(
    r"\byears?\b|\baged?\b|,? \d{1,3}[,.;)]|\bof \d{1,3}\b|\b(?:is|was|turn\w*) \d{1,3}\b"
    r"|\b(?:1[0-9]|20)\d\d\b|\bcentur",
    re.IGNORECASE,
)
_ASKS_MONEY = pattern(
    r"\bhow much (?!of\b)(?:money\b|.*\b(?:costs?|earn\w*|pay|pays|paid|worth|salar\w+|wages?"
    r"|spen[dt]\w*|fined?|charged?)\b)"
    r"|^what (?:do|does|did|will|would) .*\bcosts?\b"
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
_ASKS_FAR = pattern(r"\bhow far (?:away|is|are|can|does|do|from|will|could)\b", re.IGNORECASE)
_FAR = pattern(
    r"\d|\b(?:miles?|(?:kilo)?met(?:er|re)s?|km|hours?|minutes?|days?|near\w*|close\w*|border\w*"
    r"|adjacent|distan\w+|far|across|beside|next to|short|long|range|reach\w*)\b",
    re.IGNORECASE,
)
_ASKS_COUNT = pattern(
    r"\bhow many\b(?P<unit> (?:second|minute|hour|day|night|week|month|year|decade|degree|mile"
    r"|(?:kilo)?met(?:er|re))s?\b)?",
    re.IGNORECASE,
)
_ASKS_AMOUNT = pattern(
    r"\bhow much (?!of\b|longer\b|more\b|is known|do we know|time\b)", re.IGNORECASE
)
_ASKS_WHEN = pattern(
    r"\b(?P<year>(?:what|which) year)\b"
    r"|^when (?:am|is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|shall|may"
    r"|might)\b",
    re.IGNORECASE,
)
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


def gives_no_figure(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether a quantity, a count or a time is asked for where none is given, nor denied."""
    return (
        _gives_no_quantity(question, lead.profile.sentence.text)
        or _of_another_age(question, lead, profiles)
        or _of_no_kind(question, lead, profiles)
        or _only_the_date_given(question, lead, profiles)
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
        for asks, given in ((_ASKS_AGE, _AGE), (_ASKS_MONEY, _MONEY), (_ASKS_FAR, _FAR))
    )


def _of_another_age(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether somebody's age is asked for, and no number stands near their name."""
    asked = _ASKS_AGE.search(question.text)
    places = lead.profile.places_of
    who = profiles.index.analyser.analyse(asked["who"]).content if asked else ()
    spots = [places[key] for key in who if key in places]
    if not spots:
        goes_on = lead.feature("leaned") and _GOES_ON.search(lead.profile.sentence.text)
        return any(key.startswith("@") for key in who) and not goes_on
    numbers = profiles.numbers(lead.position)
    return not any(abs(at - n) <= _AGED for at in spots for n in numbers)


def _of_no_kind(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether a time or a count is asked for where there is neither that nor a denial of it."""
    text = lead.profile.sentence.text
    if _ASKS_CLOCK.search(question.text):
        return not (_BY_CLOCK.search(text) or _NO_TIME.search(text))
    if _ASKS_MONTH.search(question.text):
        return not signs.names_month(text)
    if lead.feature("leaned"):
        return False
    if question.wording.counted == OCCASIONS:
        denied = {profiles.index.analyser.stem(word) for word in signs.denied(text)}
        if not denied.isdisjoint(events(question)):
            return False
        told = lead.feature("counted") or lead.feature("measured") or _VAGUELY.search(text)
        return not (told or _AGAIN.search(text))
    if signs.has_negation(text):
        return False
    if asked := _ASKS_COUNT.search(question.text):
        told = lead.feature("counted") or _ORDINAL.search(text)
        return not (told or counts(text) or (asked["unit"] and signs.has_number(text)))
    if _ASKS_AMOUNT.search(question.text):
        return not tells_amount(text)
    asked = _ASKS_WHEN.search(question.text)
    if asked is None or signs.has_date(text) or any(map(str.isdigit, text)):
        return False
    return bool(asked["year"]) or not _OTHERWISE.search(text)


def _only_the_date_given(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether all that tells when is in the question itself: "on what day in May"."""
    text = lead.profile.sentence.text
    if question.asks is not Asks.DATE or signs.has_negation(text) or _BY_CLOCK.search(text):
        return False
    terms = profiles.index.analyses[lead.position].terms
    told = [terms[at] for at in profiles.dates(lead.position)]
    given = {term.form for term in question.analysis.terms}
    return bool(told) and all(
        term.form in given or (term.stop and not signs.is_calendar(term.form)) for term in told
    )
