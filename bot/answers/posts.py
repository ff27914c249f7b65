"""Who holds a post, told in one breath with its place: "Ruritania's president, Ada Moor"."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.answers.countries import spellings
from bot.answers.profiles import Profiles
from bot.answers.question import Question
from bot.answers.scope import Scope
from bot.corpus.article import Kind
from bot.corpus.names import NameKind
from bot.corpus.patterns import pattern
from bot.index.index import SentenceIndex

_POST = (
    r"(?P<post>(?:[\w-]+ ){0,3}?(?:president|premier|minister|secretary|chancellor|leader|ruler"
    r"|king|queen|emperor|monarch|prince(?:ss)?|chief(?: executive)?|head|chair(?:man|woman)?"
    r"|ambassador|envoy|governor|mayor|spokes(?:man|woman|person)|director|boss|speaker))"
)
_PLACE = r"(?P<place>[\w.’-]+(?: [\w.’-]+){0,3}?)"
_ASKS = (
    pattern(
        rf"^who(?:['’]?s| is| was) (?:the )?(?:current |present )?{_POST} (?:of|in)"
        rf" (?:the )?{_PLACE}(?: (?:now|at the time|then))?\W*$",
        re.IGNORECASE,
    ),
    pattern(rf"^who(?:['’]?s| is| was) (?:the )?{_PLACE}['’]s? {_POST}\W*$", re.IGNORECASE),
)
# "The Ruritanian minister" as well, but not "the new minister".
_ASKS_BY_PEOPLE = pattern(rf"^who(?:['’]?s| is| was) the {_PLACE} {_POST}\W*$", re.IGNORECASE)
_SAME = {"premier": "prime minister", "prime minister": "premier"}
# How those of a place are called, behind its name without the last vowel.
_LAST_VOWEL = pattern(r"[aeiou]$", re.IGNORECASE)
_PEOPLE = r"(?:a?n|ian|ese|ish|is?)?s?"
_CALLED = r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,3}"
_LESSER = r"(?:deputy|vice|former|ex|assistant)\b"
_ADDED = rf"(?:(?!{_LESSER})[\w-]+ ){{0,2}}"
# Words that start with so many letters of a name may be of its people.
_LONG_ENOUGH = 3
# Sentences on a place that are looked at in a large archive.
_LOOKED_AT = 500


class _Telling(NamedTuple):
    """What tells who holds a post of a place, and what does so where no other is spoken of."""

    plainly: re.Pattern[str]
    loosely: re.Pattern[str]


def holds_post(question: Question, scope: Scope, profiles: Profiles) -> list[int]:
    """Return the sentences that name who holds the post asked for, the best one first.

    What tells it plainly goes before what only names place and post, what was told lately before
    what is older, and short sentences before long ones.
    """
    index, found = profiles.index, list[tuple[bool, bool, int, int]]()
    asked = next(filter(None, (asks.match(question.asked) for asks in _ASKS)), None)
    people = _ASKS_BY_PEOPLE.match(question.asked)
    if people and not asked and _is_place(people["place"], index):
        asked = people
    if asked is None:
        return []
    called = list(dict.fromkeys(_spellings(asked["place"], index)))
    tells = _telling(asked["post"].casefold(), called)
    for at in _speaking_of(called, index):
        sentence = index.sentences[at]
        if sentence.article not in scope.articles or sentence.kind is Kind.HEADLINE:
            continue
        words = sentence.text.split()
        text = " ".join(words)
        plainly = tells.plainly.search(text) is not None
        if plainly or (tells.loosely.search(text) and not _other_places(called, at, index)):
            found.append((not plainly, sentence.article in scope.older, len(words), at))
    return [at for *_, at in sorted(found)]


def _is_place(words: str, index: SentenceIndex) -> bool:
    """Whether words are those of a place or its people: "Russian", not "new"."""
    mentions = index.analyser.analyse(words).mentions
    return bool(spellings(words)) or any(m.name.kind is NameKind.PLACE for m in mentions)


def _spellings(place: str, index: SentenceIndex) -> Iterator[str]:
    """Yield how a place is written: by any alias, and by what its people are called."""
    yield place
    yield from spellings(place)
    for mention in index.analyser.analyse(place).mentions:
        if mention.name.kind is not NameKind.PERSON:
            yield from (mention.name.name, *mention.name.aliases)


def _speaking_of(called: Sequence[str], index: SentenceIndex) -> list[int]:
    """Return the sentences that hold a place, or a word that starts as its name does."""
    found: set[int] = set()
    single = (_LAST_VOWEL.sub("", one).casefold() for one in called if " " not in one)
    stems = tuple(stem for stem in single if len(stem) >= _LONG_ENOUGH)
    forms = [form for form in index.vocabulary if form.startswith(stems)]
    for one in (*called, *forms):
        keys = index.analyser.analyse(one).keys
        found.update(index.common(keys)[:_LOOKED_AT].tolist())
    return sorted(found)


def _other_places(called: Sequence[str], at: int, index: SentenceIndex) -> bool:
    """Whether a sentence names another place than one, which the post may be of as well."""
    analysis, own = index.analyses[at], {one.casefold() for one in called}
    opening = index.sentences[at].opening
    named = [
        *(
            m.name.name
            for m in analysis.mentions
            if m.name.kind is NameKind.PLACE and m.start >= opening
        ),
        *(t.form for t in analysis.terms if t.capital and t.start >= opening and spellings(t.form)),
    ]
    return any(name.casefold() not in own for name in named)


def _telling(post: str, called: Sequence[str]) -> _Telling:
    posts = "|".join(map(re.escape, filter(None, (post, _SAME.get(post)))))
    bare = "|".join(re.escape(_LAST_VOWEL.sub("", one)) for one in called)
    whole = "|".join(map(re.escape, called))
    place = rf"(?i:\b(?:(?:{whole})(?:['’]s?)?|(?:{bare}){_PEOPLE}))"
    own = rf"{place} (?i:{_ADDED}(?:{posts}))"
    of = rf"(?i:\b(?:{posts}) (?:of|in) (?:the )?){place}"
    is_ = r"(?:(?:is|was|became) )?"
    return _Telling(
        re.compile(
            rf"{own},? {_CALLED}|{of},? {_CALLED}|{_CALLED},? {is_}(?:the )?{own}\b"
            rf"|{_CALLED},? {is_}(?:the |an? )?{_ADDED}{of}\b"
        ),
        re.compile(
            rf"^(?=.*(?i:\b(?:(?:{whole})['’]s?|(?:{bare})(?:a?n|ian|ese|ish|i)s?)\b)).*"
            rf"(?i:(?<!deputy )(?<!vice )(?<!former )\b(?:{posts})),? {_CALLED}"
        ),
    )
