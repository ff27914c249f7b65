"""Questions in other words: those in which articles tell the same."""

import re
from collections.abc import Sequence

from bot.answers.signs import is_calendar
from bot.corpus.names import NameKind
from bot.corpus.patterns import pattern
from bot.index.analysis import Analyser, Analysis, Term

# "Who's" and "whos" for "who is"; "its" is left, which is a word of its own.
_CONTRACTED = pattern(
    r"\b(who|what|where|when|why|how)['’]?s\b|\b(that|there|it|he|she)['’]s\b", re.IGNORECASE
)
# "Where the race was held", as it is asked behind "does anyone know".
_INDIRECT = pattern(
    r"^(?P<asks>where|when|why)"
    r" (?P<who>(?:the|an?|th(?:is|at|ese|ose)|my|our|his|her|its|their) [^,;]{1,60}?|s?he|it|they)"
    r" (?P<verb>is|are|was|were|will|would|can|could|has|have|had)"
    r"(?P<rest>(?: (?!(?:who|what|which|where|when|how|do|does|did|is|are|will)\b)[\w’'-]+){1,12})"
    r"\W*$",
    re.IGNORECASE,
)
# "Going to" a deed, not to a place.
_GOING_TO = pattern(
    r"^(?P<asks>(?:(?:where|when|who|what|why|how|(?:at |on |in )?which)\b.{0,30}? )?)(?:is|are)"
    r" (?P<who>.{1,60}?) going to (?=(?:be|meet|take|happen|talk|discuss|visit|travel|go|come|do"
    r"|get|sign|speak|start|end|begin|arrive|leave|give|make|ask|have|hold|say|offer|join|play|pay)\b)",
    re.IGNORECASE,
)
# Thoughts are told by what somebody said.
_THINKS = pattern(r"^(what (?:do|does|did) .{1,60}?)\bthink\b", re.IGNORECASE)
_TALKS_ABOUT = pattern(
    r"^(?P<what>what .{1,60}?)\b(?:talk(?:ed|ing)?|sp(?:eak(?:ing)?|oke)) about\b", re.IGNORECASE
)
# Whether somebody has said anything is told by what they said.
_SAYS_ANYTHING = pattern(
    r"^(?:did|does|do|has|have) (?P<who>.{1,60}?)"
    r" (?:sa(?:y|id) (?:anything|something|a word)|comment(?:ed)?) (?=(?:about|on)\b)",
    re.IGNORECASE,
)
# What somebody gets out of an event is told as a benefit, which it "would" be beforehand.
_OUT_OF_IT = pattern(
    r"^what (?:(?P<past>did)|do|does|would|will|could|can|might|may) (?P<who>.{1,60}?)"
    r" (?:(?:stand|hope|expect|want|have) to )?(?:get|gain|win) (?:out of|from)"
    r"(?= (?:it|this|that|(?:the|such an?|an?|this|that|their|his|her)(?: [\w-]+){0,2}?"
    r" (?:meeting|summit|talks|visit|trip|deal|agreement|alliance|merger|takeover|sale"
    r"|election)|meeting|visiting|talking|joining|hosting)\b)",
    re.IGNORECASE,
)
# What somebody's name or job is, is told by who that is.
_JOB = "job|post|title|rank|role"
_OCCUPATION = pattern(
    rf"^what (?:(?P<verb>is|was) (?:(?P<who>[\w.'’ -]{{2,60}}?)['’]?s? (?:full )?(?:name|{_JOB})"
    rf"|the (?:(?:full )?name|{_JOB}|position) of (?P<of>.{{2,60}}?))"
    rf"|(?:{_JOB}|position) (?:does|did) (?P<holder>.{{2,60}}?) (?:have|hold))\W*$",
    re.IGNORECASE,
)
# What somebody does, and where, is told with who that is.
_WORKS = pattern(
    r"^(?:what (?:does|did) (?P<does>.{2,60}?)"
    r" (?:do(?: for (?:a|his|her|their) living)?|teach|study)"
    r"|(?:where|for whom|who) (?:does|did) (?P<works>.{2,60}?)"
    r" (?:work|teach|lecture)(?: (?:at|for|as))?"
    r"|who (?:is|was) (?P<whose>[\w.'’ -]{2,60}?)['’]s? employer"
    r"|(?:what|which) (?:university|college|school|company|firm|institute|think[ -]tank|newspaper"
    r"|outlet) (?:does|did) (?P<at>.{2,60}?) (?:work|teach|lecture|write)(?: (?:at|for|in))?"
    r"|(?:at|for) (?:what|which) \w+ (?:does|did) (?P<for>.{2,60}?)"
    r" (?:work|teach|lecture|write))\W*$",
    re.IGNORECASE,
)
_SPEAKS_FOR = pattern(
    r"^who (?:speaks|talks|is speaking) (?:for|on behalf of) (?P<whom>[^?!.,]{2,60}?)\W*$",
    re.IGNORECASE,
)
_IN_IT = pattern(r"^what (?:is|was) in it for (?P<who>[^?!.]{1,60})", re.IGNORECASE)
# Children's words for the family, which articles seldom have.
_FAMILY = {
    "dad": "father",
    "daddy": "father",
    "mum": "mother",
    "mom": "mother",
    "granddad": "grandfather",
    "grandpa": "grandfather",
    "grandma": "grandmother",
    "granny": "grandmother",
    "hubby": "husband",
}
# Not with a capital, as a part of a name: "Dad's Army".
_OF_FAMILY = pattern(rf"\b(?:{'|'.join(_FAMILY)})\b")
# Who was in a place has visited it.
_BEEN_IN = pattern(
    r"^(?P<asks>when|why|how (?:often|many times)) (?P<was>was|were|has|have) (?P<who>.{1,60}?)"
    r"(?: been)? in (?P<where>.{1,60}?)\W*$",
    re.IGNORECASE,
)
_ASKS_WHERE_OR_WHEN = pattern(r"\b(?:where|when)\b", re.IGNORECASE)
_HELD = pattern(r"\b(?:be|being) held\b", re.IGNORECASE)
_EVENTS = (
    r"(?:summit|meeting|talks|negotiations|conference|congress|convention|forum|session|hearing"
    r"|ceremony|funeral|wedding|concert|festival|match|game|race|tournament|elections?|vote"
    r"|referendum|event|debate)"
)
_EVENT = pattern(
    r"^(?:where|when) (?:is|are|was|were|will be)"
    r"(?: (?:the|this|that|their|his|her|[\w-]+['’]s))?(?: [\w-]+){0,3}?"
    rf" {_EVENTS}\b$",
    re.IGNORECASE,
)
# Whether it will be in one place or month is told by where or when it will be.
_EVENT_IN = pattern(
    rf"^(?:will|is|are) (?P<what>it|(?:the|this|that|their)(?: [\w-]+){{0,3}}? {_EVENTS})"
    r"(?: (?:be|going to be|going to))?(?: (?:held|tak(?:e|ing) place|happen(?:ing)?))?"
    r" (?:in|at) (?P<where>[^,;]{1,60}?)\W*$",
    re.IGNORECASE,
)
# What strikes does not take place.
_STRUCK = pattern(
    r"^((?:where|when) (?:is|was|did) (?:the|this|that)(?: [\w-]+){0,2}?"
    r" (?:earthquake|quake|tremor|storm|hurricane|typhoon|cyclone|tornado|tsunami|flood|lightning))"
    r"(?: happen| occur| take place)?$",
    re.IGNORECASE,
)
_MEETING = pattern(
    r"\b(?:(?:summit|meeting|talks) (?:between|of) (?P<who>.+?)"
    r"|(?P<one>\w+)(?P<apart>[-–/ ])(?P<other>\w+) (?:summit|meeting|talks))(?: take place)?$",
    re.IGNORECASE,
)
# Of several, one is asked for; what they have been is told as "held" and "summit".
_ANOTHER = pattern(
    r"\b(?:was|were|did|first|second|third|last|latest|previous|next|other)\b", re.IGNORECASE
)
# Before "to" and a name, or before "abroad", these say that somebody travels there.
_GOING = frozenset(["be", "been", "go", "goes", "going", "gone", "went", "come", "came"])
# When somebody sets out is told by "travel", what they do there by "visit".
_ASKS_IF_OR_WHEN = pattern(r"(?:when )?(?:is|are|will|does|do)\b", re.IGNORECASE)
_AWAY = frozenset(["abroad", "overseas"])
# A place's name has so many terms at most.
_NAME = 3
_GOES = pattern(rf"\b(?:{'|'.join(_GOING)}) (?:to|{'|'.join(_AWAY)})\b", re.IGNORECASE)


def reworded(text: str, analyser: Analyser) -> str:
    """Return a question in plainer words, which stands as it is where there are none."""
    text = _CONTRACTED.sub(lambda found: f"{found[1] or found[2]} is", text)
    text = _INDIRECT.sub(r"\g<asks> \g<verb> \g<who>\g<rest>?", text)
    text = _GOING_TO.sub(r"\g<asks>will \g<who> ", text)
    text = _OUT_OF_IT.sub(
        lambda found: f"how {found['past'] or 'would'} {found['who']} benefit from", text
    )
    text = _IN_IT.sub(r"how would \g<who> benefit", text)
    text = _OF_FAMILY.sub(lambda found: _FAMILY[found[0]], text)
    if been := _BEEN_IN.match(text):
        text = _visiting(been, analyser)
    text = _SAYS_ANYTHING.sub(r"what did \g<who> say ", text)
    text = _TALKS_ABOUT.sub(r"\g<what>discuss", _THINKS.sub(r"\1say", text))
    if occupied := _OCCUPATION.match(text) or _WORKS.match(text):
        text = _occupation(occupied, analyser)
    text = _SPEAKS_FOR.sub(r"who is the spokesman of \g<whom>?", text)
    if held := _EVENT_IN.match(text):
        text = _held_in(held, analyser)
    if _ASKS_WHERE_OR_WHEN.search(text):
        text = _HELD.sub("take place", text)
        text = _EVENT.sub(r"\g<0> take place", text.rstrip("?!. "))
        text = _meeting(_STRUCK.sub(r"\1 strike", text), analyser) + "?"
    return _travelling(text, analyser.analyse(text)) if _GOES.search(text) else text


def _occupation(asked: re.Match[str], analyser: Analyser) -> str:
    """Ask who somebody is instead of for the job; for that of a place or a body as it was."""
    who = next(words for name, words in asked.groupdict().items() if words and name != "verb")
    analysis = analyser.analyse(who)
    people = all(mention.name.kind is NameKind.PERSON for mention in analysis.mentions)
    named = all(term.capital or term.key.startswith("@") for term in analysis.terms)
    verb = asked.groupdict().get("verb") or "is"
    return f"who {verb} {who}?" if people and named else asked.string


def _held_in(asked: re.Match[str], analyser: Analyser) -> str:
    """Ask where an event will be instead of whether in one of some places; in months, when."""
    places = re.split(r"\bor\b(?: in\b)?", asked["where"])
    terms = [analyser.analyse(place.strip()).terms for place in places]
    if not all(map(_is_place_or_person, terms)):
        return asked.string
    word = "when" if any(is_calendar(first.form.lower()) for first, *_ in terms) else "where"
    return f"{word} will {asked['what']} take place?"


def _visiting(asked: re.Match[str], analyser: Analyser) -> str:
    """Ask when somebody visited a place instead of was there, where both have names."""
    person, place = (analyser.analyse(asked[part]) for part in ("who", "where"))
    people = [mention.name.kind is NameKind.PERSON for mention in person.mentions]
    if people != [True] or not _is_place_or_person(place.terms) or len(place.terms) > _NAME:
        return asked.string
    verb = "did" if asked["was"].lower().startswith("w") else asked["was"]
    visit = "visit" if verb == "did" else "visited"
    return f"{asked['asks']} {verb} {asked['who']} {visit} {asked['where']}?"


def _meeting(text: str, analyser: Analyser) -> str:
    """Say of a "meeting between Moor and Orr" that they meet."""
    found = _MEETING.search(text)
    if not found or _ANOTHER.search(text):
        return text
    who = found["who"] or f"{found['one']} and {found['other']}"
    if found["apart"] == " ":
        ends = [mention.end for mention in analyser.analyse(text).mentions]
        named = {found.end("one"), found.end("other")} <= set(ends)
    else:
        last = analyser.analyse(who).terms[-1:]
        named = any(term.capital or term.key.startswith("@") for term in last)
    return f"{text[: found.start()]}{who} meet" if named else text


def _travelling(text: str, analysis: Analysis) -> str:
    """Say of who has "been to Lund" or "gone abroad" that they visited or travelled."""
    terms = analysis.terms
    for at in range(len(terms) - 2, -1, -1):
        if terms[at].form not in _GOING:
            continue
        going, behind = terms[at], terms[at + 1]
        if behind.form in _AWAY:
            text = f"{text[: going.start]}travel{text[going.end :]}"
        elif behind.form == "to" and _is_place_or_person(terms[at + 2 :]):
            verb = "travel to" if _ASKS_IF_OR_WHEN.match(text) else "visit"
            text = f"{text[: going.start]}{verb}{text[behind.end :]}"
    return text


def _is_place_or_person(terms: Sequence[Term]) -> bool:
    first = next((term for term in terms if term.form != "the"), None)
    return first is not None and (first.capital or first.key.startswith("@"))
