"""Who holds a role, where a question asks who does: "the foreign minister of Ruritania"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from bot.answers import signs
from bot.answers.profiles import Profiles
from bot.answers.question import Question
from bot.answers.ranking import Candidate
from bot.corpus.patterns import pattern
from bot.index.analysis import Term

_ASKS_HOLDER = pattern(
    r"^who(?:['’]?s| is| was) (?:the |(?:[\w.-]+ ){0,4}?[\w.-]+['’]s? )(?P<role>[^?]+)",
    re.IGNORECASE,
)
_BEHIND_ROLE = pattern(r"\b(?:of|in|for|at|to|from|when|during|on)\b|[,.?!]", re.IGNORECASE)
# With one of these before it a role is another one.
_LESSER = frozenset(["deputy", "vice", "assistant", "former", "ex"])
# Of whatever kind a role is, these may be said of who holds it.
_NO_KIND = frozenset(["new", "current", "present", "first", "last", "next", "young", "old", "top"])
_DEED = pattern(r"(?:tions?|ments?|ings?|ships?|cy)$")
_NEW = pattern(r"\b(?:new|next|future|incoming)\b", re.IGNORECASE)
_INCOMING = pattern(
    r"\b(?:new|next|future|incoming|designate|appoint\w*|named|nominat\w*|elect\w*|becom\w*|became"
    r"|succe(?:ss|ed)\w*|replac\w*|tak(?:es?|en|ing) over|took over|chosen|will be|sworn)\b",
    re.IGNORECASE,
)
_APPOSED = pattern(r"\W{0,2},(?: [\w’'-]+){0,3} ", re.IGNORECASE)
_APPOSED_BEHIND = pattern(r"[^,;.:]{0,40}, ")
_BECOMES = pattern(
    r"[^;.:]{0,60}\b(?:is|was|be|been|bec[oa]m\w+|elected|appointed|named|chosen|serv\w+|as|made"
    r"|remain\w*|succeed\w*|replac\w*)\b[^;.:]{0,40}",
    re.IGNORECASE,
)
_OF = frozenset(["of", "to", "for", "in", "at"])
# Words beside a role among which its place and its holder are named.
_BESIDE = 4
# Sentences on somebody that are looked at for the role they hold.
_LOOKED_AT = 50


class Holding(NamedTuple):
    """A role as a text speaks of it: a lesser one or not, of which places, held by whom."""

    lesser: bool
    of: frozenset[str]
    holders: frozenset[str]


def another_role(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether who holds a role is asked where nobody is named, or who holds another one.

    A deputy's is another one, and so is the same role in another country.
    """
    asked = _ASKS_HOLDER.search(question.text)
    if not asked or any(map(profiles.is_person, question.given)):
        return False
    profile, terms = lead.profile, profiles.index.analyses[lead.position].terms
    new = (at for at in profile.named if profile.terms[at] not in question.given)
    if not any(at or terms[at].key.startswith("@") for at in new):
        return True
    words = _BEHIND_ROLE.split(asked["role"], maxsplit=1)[0]
    role = list(profiles.index.analyser.analyse(words).keys)
    if not role or any(term.form in _LESSER for term in question.analysis.terms):
        return False
    if _without_the_role(role[-1], question, lead, terms):
        return True
    if _NEW.search(question.text) and not _INCOMING.search(profile.sentence.text):
        return True
    here = list(_holdings(profile.sentence.text, terms, role))
    if all(holding.lesser for holding in here) and (here or _of_another_kind(role, terms)):
        return True
    if here and not any(one.holders - question.given for one in here):
        named = [terms[at] for at in profile.named if terms[at].key not in question.given]
        spots = [term for term in terms if term.key == role[-1]]
        if not any(_is_called(profile.sentence.text, who, spot) for who in named for spot in spots):
            return True
    wanted = next(_holdings(question.text, question.analysis.terms, role), None)
    return wanted is not None and bool(wanted.of) and _of_others(here, role, wanted.of, profiles)


def _without_the_role(
    role: str, question: Question, lead: Candidate, terms: Sequence[Term]
) -> bool:
    """Whether a sentence has neither a role nor another word for it: "boss" for a leader.

    Talk of negotiations is none of a negotiator.
    """
    units = [unit for unit in question.units if unit.key == role]
    keys = {term.key for term in terms if not _DEED.search(term.form)}
    return bool(units) and all(
        unit.key not in keys
        and keys.isdisjoint(unit.others.single | unit.related.single)
        and not any(map(lead.profile.says, (*unit.others.phrases, *unit.related.phrases)))
        for unit in units
    )


def _is_called(text: str, who: Term, role: Term) -> bool:
    """Whether somebody in a text holds a role there: "Moor, the mayor", "Moor became mayor"."""
    if who.start < role.start:
        between = text[who.end : role.start]
        return bool(_APPOSED.fullmatch(between) or _BECOMES.fullmatch(between))
    between = text[role.end : who.start]
    return bool(_APPOSED_BEHIND.fullmatch(between) or _BECOMES.fullmatch(between))


def _of_another_kind(role: Sequence[str], terms: Sequence[Term]) -> bool:
    """Whether a text has an interior minister, say, where a foreign minister is asked for."""
    keys = [term.key for term in terms]
    if len(role) < 2 or not set(role[:-1]).isdisjoint((*keys, *_NO_KIND)):
        return False
    before = [terms[at - 1] for at, key in enumerate(keys) if key == role[-1] and at]
    return bool(before) and all(
        not (term.stop or term.key.startswith("@") or signs.is_calendar(term.form))
        for term in before
    )


def _of_others(
    here: Sequence[Holding], role: Sequence[str], wanted: frozenset[str], profiles: Profiles
) -> bool:
    """Whether a role is held of other places than those wanted, by all that the articles tell."""
    told = [one.of for one in here if one.of]
    if not told:
        index, holders = profiles.index, frozenset[str]().union(*(one.holders for one in here))
        for at in sorted(index.holders(holders))[:_LOOKED_AT]:
            found = _holdings(index.sentences[at].text, index.analyses[at].terms, role)
            told += [one.of for one in found if one.of and not holders.isdisjoint(one.holders)]
    return bool(told) and not any(wanted <= of for of in told)


def _holdings(text: str, terms: Sequence[Term], role: Sequence[str]) -> Iterator[Holding]:
    """Yield how a text speaks of a role: "Ruritania's deputy ambassador to Lund, Ada Moor"."""
    for first in range(len(terms) - len(role) + 1):
        end = first + len(role)
        if [term.key for term in terms[first:end]] != role:
            continue
        before = list(_run(reversed(terms[:first])))
        gaps = zip(before, (terms[first], *before), strict=False)
        parted = [n for n, (term, next_) in enumerate(gaps) if "," in text[term.end : next_.start]]
        whose, apart = (before[: parted[0]], before[parted[0] :]) if parted else (before, [])
        behind = [term for term in terms[end : end + 1] if term.form not in _OF]
        named = _names(_run(terms[end + 1 - len(behind) :]))
        yield Holding(
            any(term.form in _LESSER for term in before[:1]),
            _names(whose) | (frozenset() if behind else named),
            named | _names(apart),
        )


def _run(terms: Iterable[Term]) -> Iterator[Term]:
    """Yield the terms up to the first that tells nothing, a few at most."""
    return islice(takewhile(lambda term: not term.stop, terms), _BESIDE)


def _names(terms: Iterable[Term]) -> frozenset[str]:
    return frozenset(t.key for t in terms if t.capital and not signs.is_calendar(t.form))
