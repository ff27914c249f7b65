"""Which sentence tells a matter that articles tell in phrases of their own."""

from dataclasses import dataclass

from bot.answers.heads import counterparts
from bot.answers.matters import MATTERS, Matter
from bot.answers.profiles import Profiles
from bot.answers.question import Question, Unit
from bot.answers.ranking import Candidate
from bot.answers.scope import Scope
from bot.corpus.article import Kind
from bot.corpus.names import NameKind
from bot.index.index import SentenceIndex
from bot.index.stopwords import STOP_WORDS

# Names may stand so many sentences before one that leans on them.
_BEFORE = 2
# How much of a question's other words stands there as well.
_ENOUGH = 0.4
# Sentences with a word that are looked at in a large archive.
_LOOKED_AT = 500


def phrased(
    question: Question, lead: Candidate, scope: Scope, profiles: Profiles
) -> tuple[bool, int | None]:
    """Return whether a sentence fails to tell a matter that is asked for, and which tells it best.

    No sentence is named where none tells it of those whom the question names.
    """
    matter = next((m for m in MATTERS if m.asks.search(question.text)), None)
    if matter is None:
        return False, None
    if matter.no_people and _asks_of_people(question):
        nameless = not question.analysis.mentions
        return nameless and not matter.tells.search(lead.profile.sentence.text), None
    index, asked = profiles.index, _asked(question, matter, profiles.index)
    tells = matter.tells.search(lead.profile.sentence.text)
    if tells and _share(asked, lead.position, index) >= _ENOUGH:
        return False, lead.position
    best: dict[bool, tuple[float, int]] = {}
    for at in _holding(asked, index):
        sentence = index.sentences[at]
        fit = sentence.article in scope.articles and sentence.kind is not Kind.HEADLINE
        if not fit or not matter.tells.search(sentence.text):
            continue
        share = _share(asked, at, index)
        older = sentence.article in scope.older
        if share >= _ENOUGH and share > best.get(older, (0.0, 0))[0]:
            best[older] = (share, at)
    told = (best.get(False) or best.get(True) or (0.0, None))[1]
    return matter.needed or _of_another(asked, lead, index), told


@dataclass(frozen=True, slots=True)
class _Asked:
    """A matter asked for: the keys that stand for each name, of whom first, and all other words."""

    matter: Matter
    text: str
    names: tuple[frozenset[str], ...]
    units: tuple[Unit, ...]
    of_place: bool


def _asked(question: Question, matter: Matter, index: SentenceIndex) -> _Asked:
    names, naming = _named(question, index, sides=matter.sides)
    units = (unit for unit in question.units if not (unit.name or unit.key in naming))
    kinds = (mention.name.kind for mention in question.analysis.mentions)
    return _Asked(
        matter,
        question.text,
        names,
        tuple(unit for unit in units if not _only_frames(unit, matter)),
        of_place=NameKind.PLACE in kinds,
    )


def _asks_of_people(question: Question) -> bool:
    kinds = {mention.name.kind for mention in question.analysis.mentions}
    return NameKind.PERSON in kinds or not kinds


def _of_another(asked: _Asked, lead: Candidate, index: SentenceIndex) -> bool:
    """Whether a matter is asked of someone of whom a sentence does not speak, nor one before."""
    positions = [lead.position, *(_before(lead.position, index) if lead.profile.leans else ())]
    held = (index.analyses[at].keys for at in positions)
    names = asked.names
    return asked.matter.of and bool(names) and all(names[0].isdisjoint(keys) for keys in held)


def _holding(asked: _Asked, index: SentenceIndex) -> list[int]:
    """Return the sentences that may tell a matter; a word for it may be part of a name."""
    keys = {index.analyser.stem(word) for word in asked.matter.words.split()}
    if asked.matter.of and asked.names:
        keys |= asked.names[0]
    return sorted({at for key in keys for at in index.array(key)[:_LOOKED_AT].tolist()})


def _share(asked: _Asked, at: int, index: SentenceIndex) -> float:
    """Return how much of a question's other words a sentence holds; none without its names."""
    text, analysis, matter = index.sentences[at].text, index.analyses[at], asked.matter
    leans = matter.leans and matter.leans.search(text)
    if matter.leans and not leans and matter.leans.search(asked.text):
        return 0.0
    own = set(analysis.keys)
    around = own.union(*(index.analyses[n].keys for n in _before(at, index) if leans))
    if matter.only_of and asked.of_place:
        return 0.0
    needed = asked.names[:1] if matter.only_of else asked.names
    missing = any(around.isdisjoint(keys) for keys in needed)
    if missing or (matter.of and asked.names and own.isdisjoint(asked.names[0])):
        return 0.0
    if leans:
        own = around
    if matter.within and (phrase := matter.tells.search(text)):
        inside = range(phrase.start(), phrase.end())
        own = {term.key for term in analysis.terms if term.start in inside}
    units = asked.units
    held = sum(u.weight for u in units if u.key in own or not own.isdisjoint(u.others.single))
    total = sum(unit.weight for unit in units)
    return held / total if total else float(bool(asked.names))


def _only_frames(unit: Unit, matter: Matter) -> bool:
    words = unit.form.lower().split()
    return all(matter.frame.fullmatch(word) or word in STOP_WORDS for word in words)


def _named(
    question: Question, index: SentenceIndex, *, sides: bool
) -> tuple[tuple[frozenset[str], ...], set[str]]:
    """Return the keys that stand for each name of a question, and the terms that names are of."""
    names: dict[int, frozenset[str]] = {}
    reach, reaches = 0, dict[int, int]()
    for mention in question.analysis.mentions:
        others = counterparts(mention.name, index) if sides else ()
        keys = {f"@{name}" for name in (mention.name.name, *others)}
        names[mention.start] = names.get(mention.start, frozenset()) | keys
        reaches[mention.start] = max(reaches.get(mention.start, 0), mention.end)
    naming: set[str] = set()
    for term in question.analysis.terms:
        reach = max(reach, reaches.get(term.start, 0))
        if term.start < reach:
            naming.add(term.key)
    capital = {unit.key for unit in question.units if unit.capital} - naming
    for term in question.analysis.terms:
        if term.key in capital:
            names.setdefault(term.start, frozenset([term.key]))
    return tuple(dict.fromkeys(names[start] for start in sorted(names))), naming | capital


def _before(at: int, index: SentenceIndex) -> list[int]:
    article = index.sentences[at].article
    first = max(at - _BEFORE, 0)
    return [n for n in range(first, at) if index.sentences[n].article == article]
