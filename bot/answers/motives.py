"""What somebody is after in an event: told by what they seek or would gain, in any words."""

import re
from collections.abc import Iterator, Sequence

from bot.answers.asks import Asks
from bot.answers.heads import counterparts
from bot.answers.profiles import Profiles
from bot.answers.question import Question, Unit
from bot.answers.ranking import Candidate
from bot.answers.scope import Scope
from bot.corpus.article import Kind
from bot.corpus.names import Name, NameKind
from bot.corpus.patterns import pattern

_EVENT = (
    r"(?:meet(?:s|ing|ings)?|met|summits?|talks?|talking|negotiat\w+|visit(?:s|ing|ed)?|trips?"
    r"|journeys?|travel(?:s|ling|ing|led|ed)?|see(?:s|ing)?|reach(?:ing|ed)? out|deals?|agreements?"
    r"|alliances?|encounters?|get-togethers?|sit(?:ting)? down|host(?:s|ing|ed)?|invit\w+)"
)
_WHO = r"[\w.'’ -]{2,60}?"
_LONGS = r"(?:want\w*|wish\w*|hop\w+|keen|eager|interested|willing|ready|try\w*|plan\w*|seek\w*)"
_ASKS_WHY_OR_HOW = (
    # Why somebody wants to meet somebody.
    pattern(
        rf"^why (?:do|does|did|would|is|are|was|were|might|could) (?P<who>{_WHO})"
        rf" (?:(?:so|also|now) )?(?:{_LONGS}|{_EVENT})\b(?P<what>.*)",
        re.IGNORECASE,
    ),
    # What somebody gets out of it, which is asked as a benefit by now.
    pattern(
        rf"^how (?:would|could|will|do|does|might|may|can) (?P<who>{_WHO})"
        r" (?:benefit|profit)\b(?: (?:from|by) (?:it|this|that))?(?P<what>.*)",
        re.IGNORECASE,
    ),
)
# What somebody wants, or wants to gain, from somebody or before something.
_WANTS = pattern(
    rf"^what (?:do|does|would|could|might|will) (?P<who>{_WHO})"
    r" (?:want|seek|(?:hope|want|seek|expect|aim|try) (?:for|to (?:gain|get|achieve|win)))"
    r"(?: (?:from|of|out of|by|with|at|in|before|in return for)\b(?P<rest>.*))?\W*$",
    re.IGNORECASE,
)
# What somebody may ask of somebody.
_ASKS_FOR = pattern(
    rf"^what (?:do|does|would|could|might|will|may|is|are) (?P<who>{_WHO})"
    r" (?:(?:likely|expected|going|set|sure|bound) to )?(?:ask|press|push|beg|lobby)"
    r"(?P<rest> .*?)? (?:for|of|to do)\b(?: (?:when|at|during|in|from)\b.*|(?: [\w.'’-]+){0,3}"
    r"(?: (?:when|at|during|in)\b.*)?)?\W*$",
    re.IGNORECASE,
)
# It may be their economy that would gain, or their administration that wants.
_WHOSE = pattern(r"(?:['’]s? \w+| (?:administration|government|team|side|office|regime|camp))?")
_OF_AN_EVENT = pattern(rf"\b{_EVENT}\b", re.IGNORECASE)
_FRAMES = pattern(rf"{_EVENT}|{_LONGS}", re.IGNORECASE)
_DENIED = pattern(r"\b(?:not|never|no longer|refus\w+)\b|n['’]t\b", re.IGNORECASE)
_TITLED = r"(?:(?:mr|mrs|ms|dr|president|prime minister|chancellor|king|queen)\.? )?$"
# "For Moor, the talks are a chance to…"
_FOR = pattern(rf"(?:^|[.;:—–] )\W*(?:(?:but|and|yet) )?for {_TITLED}", re.IGNORECASE)
_CHANCE = pattern(
    r"\b(?:opportunity|chance|allow\w*|offers?|means?|could|may|might|would|way|stage|benefits?)\b",
    re.IGNORECASE,
)
# "The talks give Moor a stage", "a chance for Moor".
_GIVES = pattern(
    r"\b(?:giv(?:e|es|ing)|offer(?:s|ing)?|allow(?:s|ing)?|help(?:s|ing)?|let(?:s|ting)?"
    rf"|benefit(?:s|ing)?|(?:opportunity|chance|advantage|boost|win|stage) for) {_TITLED}",
    re.IGNORECASE,
)
# "Moor will seek to…", "as Lund looks to…", "Orr could also claim…".
_SEEKS = pattern(
    r"^(?P<through>['’]s \w+|,? who|, whose \w+| (?:administration|government|regime))?"
    r"(?: (?:himself|herself|itself|also|now|still|both))?"
    r" (?:(?:will|would|could|may|might|can|is|are|was|has|have|had|been|be|likely|also|probably"
    r"|once again|again|still|now|\w+ly) ){0,4}"
    r"(?:seek(?:s|ing)?|look(?:s|ing)? to|want(?:s|ed|ing)?|hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?"
    r"|tr(?:y|ies|ied|ying) to|intend(?:s|ed)?|needs?|eager|keen|determined"
    r"|us(?:e|es|ing) (?:the|this)|push(?:es|ing)?|benefits?|gain|claim|appeal"
    r"|find it (?:useful|helpful)|present|expand)\b",
    re.IGNORECASE,
)
_OPEN = pattern(r"\b(?:unclear|unknown|unlikely)\b", re.IGNORECASE)
# How much each of these tells of a motive, and of a wish; and what the head of a country tells
# for it.
_FOR_WORTH, _GIVES_WORTH, _SEEKS_WORTH = (3.0, 2.2), (2.5, 2.0), (2.5, 3.0)
_HEAD_WORTH = 0.6
_LEAST = 1.5
# The share of what else is asked that stands there as well.
_ENOUGH = 1 / 3
_EVENT_WORTH, _NAMED_WORTH = 0.5, 0.5
_LONG = 60
# Sentences on somebody that are looked at in a large archive.
_LOOKED_AT = 500


def motive(question: Question, scope: Scope, profiles: Profiles) -> int | None:
    """Return the sentence that tells best what somebody is after, if no more than that is asked."""
    whose = _asked_about(question)
    if whose is None:
        return None
    best: dict[bool, tuple[float, int]] = {}
    rest, wish = _rest(question), _wish(question) is not None
    names = {whose.name: 1.0} | dict.fromkeys(counterparts(whose, profiles.index), _HEAD_WORTH)
    for name, share in names.items():
        for at in _naming(name, profiles):
            sentence = profiles.index.sentences[at]
            if sentence.article not in scope.articles or not _tells(sentence.kind, sentence.text):
                continue
            told = share * max(_told(at, name, profiles, wish=wish), default=0.0)
            if not _holds(rest, at, profiles):
                continue
            worth = told + _on(question, whose, at, profiles) - len(sentence.text.split()) / _LONG
            older = sentence.article in scope.older
            if told >= _LEAST and worth > best.get(older, (0.0, 0))[0]:
                best[older] = (worth, at)
    return (best.get(False) or best.get(True) or (0.0, None))[1]


def gives_no_motive(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether no more than why some meet is asked, and a sentence tells no aim of theirs."""
    people = {m.name.name for m in question.analysis.mentions if m.name.kind is NameKind.PERSON}
    others = (unit for unit in question.units if not _FRAMES.fullmatch(unit.form))
    if not all(unit.key.removeprefix("@") in people for unit in others):
        return False
    whose = _asked_about(question) if question.asks is Asks.REASON else None
    if whose is None:
        return False
    names = (whose.name, *counterparts(whose, profiles.index))
    return not any(told for name in names for told in _told(lead.position, name, profiles))


def _asked_about(question: Question) -> Name | None:
    """Return the one whose motive a question asks for."""
    asked = next(
        filter(
            None, (asks.match(question.text) for asks in (*_ASKS_WHY_OR_HOW, _WANTS, _ASKS_FOR))
        ),
        None,
    )
    if asked is None or _DENIED.search(question.text):
        return None
    what = asked.groupdict().get("what", "")
    if what.strip(" ?!.") and not _OF_AN_EVENT.search(asked.string, asked.end("who")):
        return None
    start, end = asked.span("who")
    named = [m for m in question.analysis.mentions if start <= m.start and m.end <= end]
    names = {mention.name.name: mention.name for mention in named}
    if len(names) != 1 or not _WHOSE.fullmatch(asked.string, max(m.end for m in named), end):
        return None
    return next(iter(names.values()))


def _wish(question: Question) -> re.Match[str] | None:
    return _WANTS.match(question.text) or _ASKS_FOR.match(question.text)


def _rest(question: Question) -> list[Unit]:
    """Return what a question asks besides what somebody wants: "before there is a treaty"."""
    asked = _wish(question)
    if not asked or not asked["rest"]:
        return []
    words = question.analysis.terms
    keys = {term.key for term in words if term.start >= asked.start("rest")}
    units = (unit for unit in question.units if unit.key in keys and not unit.name)
    return [unit for unit in units if not _FRAMES.fullmatch(unit.form)]


def _holds(units: Sequence[Unit], at: int, profiles: Profiles) -> bool:
    """Whether a sentence holds enough of some units by their weight, or other words for them."""
    keys = set(profiles.index.analyses[at].keys)
    held = (u.weight for u in units if u.key in keys or not keys.isdisjoint(u.others.single))
    return sum(held) >= _ENOUGH * sum(unit.weight for unit in units)


def _naming(name: str, profiles: Profiles) -> list[int]:
    """Return sentences that name somebody, or that speak of them by a loose word: "Moscow"."""
    index = profiles.index
    found = set(index.array(f"@{name}")[:_LOOKED_AT].tolist())
    for entry in index.names:
        for word in entry.loose if entry.name == name else ():
            keys = index.analyser.analyse(word).keys
            found |= set(index.array(keys[0])[:_LOOKED_AT].tolist()) if len(keys) == 1 else set()
    return sorted(found)


def _tells(kind: Kind, text: str) -> bool:
    asking = text.rstrip("\"'”’").endswith("?")
    return kind is not Kind.HEADLINE and not asking and not _OPEN.search(text)


def _told(at: int, name: str, profiles: Profiles, *, wish: bool = False) -> Iterator[float]:
    """Yield how plainly each mention of somebody in a sentence stands beside an aim or a gain.

    A wish may be that of "Moor, whose party wants" as well.
    """
    text = profiles.index.sentences[at].text
    for mention in profiles.index.analyses[at].mentions:
        if mention.name.name != name:
            continue
        before, after = text[: mention.start], text[mention.end :]
        if _FOR.search(before) and _CHANCE.search(after):
            yield _FOR_WORTH[wish]
        if _GIVES.search(before):
            yield _GIVES_WORTH[wish]
        seeks = _SEEKS.match(after)
        if seeks and (wish or not seeks["through"]):
            yield _SEEKS_WORTH[wish]


def _on(question: Question, whose: Name, at: int, profiles: Profiles) -> float:
    """Return how much else of a question a sentence holds: its words, an event, whom it names."""
    keys = set(profiles.index.analyses[at].keys)
    held = sum(unit.weight for unit in question.units if unit.key in keys)
    on_event = _OF_AN_EVENT.search(profiles.index.sentences[at].text)
    others = {m.name.name: m.name for m in question.analysis.mentions if m.name is not whose}
    named = any(
        not keys.isdisjoint(
            {f"@{one}" for one in (other.name, *counterparts(other, profiles.index))}
        )
        for other in others.values()
    )
    return held / (question.weight or 1.0) + _EVENT_WORTH * bool(on_event) + _NAMED_WORTH * named
