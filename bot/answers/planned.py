"""Questions on how something went that the articles only know as still to come."""

import re
from collections.abc import Set as AbstractSet

from bot.answers import signs
from bot.answers.asks import Asks
from bot.answers.light import FRAME, LIGHT
from bot.answers.profiles import Profiles
from bot.answers.question import Question
from bot.answers.ranking import Candidate
from bot.answers.scope import Scope
from bot.corpus.patterns import pattern
from bot.index.analysis import Term

# So many sentences on the same people must look ahead, and nearly all that there are.
_ENOUGH = 3
_NEARLY_ALL = 0.8
_TOGETHER = 2
_LITTLE = FRAME | LIGHT
# What is planned itself, and what takes place.
_EVENT = pattern(
    r"(?:meet\w*|met|summit|talk|visit|conference|encounter|hold|held|tak\w+|place|happen\w*|go|see)s?$",
    re.IGNORECASE,
)


def only_planned(question: Question, lead: Candidate, scope: Scope, profiles: Profiles) -> bool:
    """Whether a question on the past asks what people have done together only in plans."""
    names = _people(question, profiles)
    if not question.past or len(names) < _TOGETHER:
        return False
    text = profiles.index.sentences[lead.position].text
    if lead.matched.issuperset(question.known) and not signs.speaks_of_future(text):
        return False
    if _done_already(question, lead, profiles):
        return False
    if question.asks is Asks.YES_NO and (
        signs.has_negation(text) or _says_first(question, text, profiles)
    ):
        return False
    together = [profiles.index.sentences[at].text for at in _on_all(names, scope, profiles)]
    ahead = sum(map(signs.speaks_of_future, together))
    return ahead >= _ENOUGH and ahead >= _NEARLY_ALL * len(together)


def _done_already(question: Question, lead: Candidate, profiles: Profiles) -> bool:
    """Whether a sentence with all of a question's names tells all that is asked of them as done.

    "Moor invited Orr and will meet her" tells of the invitation, and not of the meeting.
    """
    deeds = [
        {unit.key, *unit.others.single}
        for unit in question.units
        if (unit.known or unit.elsewhere)
        and not (unit.name or unit.capital or unit.key in _LITTLE or _EVENT.match(unit.form))
    ]
    if not deeds or not lead.matched.issuperset(question.named):
        return False
    text, profile = lead.profile.sentence.text, lead.profile
    parts: dict[int, list[Term]] = {}
    for term, clause in zip(
        profiles.index.analyses[lead.position].terms, profile.clauses, strict=True
    ):
        parts.setdefault(clause, []).append(term)
    done = {
        term.key
        for part in parts.values()
        if not signs.speaks_of_future(text[part[0].start : part[-1].end])
        for term in part
    }
    return all(not deed.isdisjoint(done) for deed in deeds)


def first_ever(question: Question, scope: Scope, profiles: Profiles) -> int | None:
    """Return where it is said to be the first time, if a question asks whether people have yet.

    One that asks of more than them and what they do is about something else: "rumours of a summit".
    """
    names = _people(question, profiles)
    if not question.past or len(names) < _TOGETHER or question.asks is not Asks.YES_NO:
        return None
    sentences = profiles.index.sentences
    saying = [
        at
        for at in _on_all(names, scope, profiles)
        if _says_first(question, sentences[at].text, profiles)
        and not _of_more(question, at, profiles)
    ]
    return min(saying, key=lambda at: sentences[at].article in scope.older, default=None)


def _people(question: Question, profiles: Profiles) -> set[str]:
    return {key for key in question.named if profiles.is_person(key)}


def _on_all(names: set[str], scope: Scope, profiles: Profiles) -> list[int]:
    """Return the positions of the sentences that name all of some people, in reading order."""
    index = profiles.index
    return [
        at for at in index.common(names).tolist() if index.sentences[at].article in scope.articles
    ]


def _of_more(question: Question, at: int, profiles: Profiles) -> bool:
    """Whether a question asks of what the corpus knows, and a sentence does not tell at all."""
    profile = profiles.of(at)
    firsts = _firsts(profile.sentence.text, profiles)
    return any(
        unit.known
        and unit.key not in profile.keys
        and firsts.isdisjoint((unit.key, *unit.others.single))
        for unit in question.units
        if not (unit.name or unit.capital or unit.key in _LITTLE)
    )


def _firsts(text: str, profiles: Profiles) -> AbstractSet[str]:
    """Return the stems of what a text says that there has been none of before."""
    return set(map(profiles.index.analyser.stem, signs.firsts(text)))


def _says_first(question: Question, text: str, profiles: Profiles) -> bool:
    """Whether a text says of what a question asks that there has been none before."""
    asked = {
        word for unit in question.units if not unit.name for word in (unit.key, *unit.others.single)
    }
    return not asked.isdisjoint(_firsts(text, profiles))
