"""Which sentence tells a matter that articles tell in phrases of their own."""

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
    if matter is None or (matter.no_people and _asks_of_people(question)):
        return False, None
    tells = matter.tells.search(lead.profile.sentence.text)
    if tells and _share(question, matter, lead.position, profiles.index) >= _ENOUGH:
        return False, lead.position
    best: dict[bool, tuple[float, int]] = {}
    for at in _holding(question, matter, profiles.index):
        sentence = profiles.index.sentences[at]
        fit = sentence.article in scope.articles and sentence.kind is not Kind.HEADLINE
        if not fit or not matter.tells.search(sentence.text):
            continue
        share = _share(question, matter, at, profiles.index)
        older = sentence.article in scope.older
        if share >= _ENOUGH and share > best.get(older, (0.0, 0))[0]:
            best[older] = (share, at)
    told = (best.get(False) or best.get(True) or (0.0, None))[1]
    return matter.needed or _of_another(question, matter, lead, profiles.index), told


def _asks_of_people(question: Question) -> bool:
    kinds = {mention.name.kind for mention in question.analysis.mentions}
    return NameKind.PERSON in kinds or not kinds


def _of_another(question: Question, matter: Matter, lead: Candidate, index: SentenceIndex) -> bool:
    """Whether a matter is asked of someone of whom a sentence does not speak, nor one before."""
    names, _ = _named(question, index, sides=matter.sides)
    positions = [lead.position, *(_before(lead.position, index) if lead.profile.leans else ())]
    held = (index.analyses[at].keys for at in positions)
    return matter.of and bool(names) and all(names[0].isdisjoint(keys) for keys in held)


def _holding(question: Question, matter: Matter, index: SentenceIndex) -> list[int]:
    """Return the sentences that may tell a matter; a word for it may be part of a name."""
    keys = {index.analyser.stem(word) for word in matter.words.split()}
    names, _ = _named(question, index, sides=matter.sides)
    if matter.of and names:
        keys |= names[0]
    return sorted({at for key in keys for at in index.array(key)[:_LOOKED_AT].tolist()})


def _share(question: Question, matter: Matter, at: int, index: SentenceIndex) -> float:
    """Return how much of a question's other words a sentence holds; none without its names."""
    text, analysis = index.sentences[at].text, index.analyses[at]
    leans = matter.leans and matter.leans.search(text)
    if matter.leans and not leans and matter.leans.search(question.text):
        return 0.0
    own = set(analysis.keys)
    around = own.union(*(index.analyses[n].keys for n in _before(at, index) if leans))
    names, naming = _named(question, index, sides=matter.sides)
    needed = names[:1] if matter.only_of else names
    places = [m for m in question.analysis.mentions if m.name.kind is NameKind.PLACE]
    if matter.only_of and places:
        return 0.0
    missing = any(around.isdisjoint(keys) for keys in needed)
    if missing or (matter.of and names and own.isdisjoint(names[0])):
        return 0.0
    units = (u for u in question.units if not (u.name or u.key in naming))
    asked = [unit for unit in units if not _only_frames(unit, matter)]
    if matter.within and (phrase := matter.tells.search(text)):
        inside = range(phrase.start(), phrase.end())
        own = {term.key for term in analysis.terms if term.start in inside}
    held = sum(u.weight for u in asked if u.key in own or not own.isdisjoint(u.others.single))
    total = sum(unit.weight for unit in asked)
    return held / total if total else float(bool(names))


def _only_frames(unit: Unit, matter: Matter) -> bool:
    words = unit.form.lower().split()
    return all(matter.frame.fullmatch(word) or word in STOP_WORDS for word in words)


def _named(
    question: Question, index: SentenceIndex, *, sides: bool
) -> tuple[list[set[str]], set[str]]:
    """Return the keys that stand for each name of a question, and the terms that names are of."""
    names: dict[int, set[str]] = {}
    naming: set[str] = set()
    for mention in question.analysis.mentions:
        others = counterparts(mention.name, index) if sides else ()
        names.setdefault(mention.start, set()).update(f"@{n}" for n in (mention.name.name, *others))
        inside = range(mention.start, mention.end)
        naming.update(term.key for term in question.analysis.terms if term.start in inside)
    capital = {unit.key for unit in question.units if unit.capital} - naming
    for term in question.analysis.terms:
        if term.key in capital:
            names.setdefault(term.start, {term.key})
    return [names[start] for start in sorted(names)], naming | capital


def _before(at: int, index: SentenceIndex) -> list[int]:
    article = index.sentences[at].article
    first = max(at - _BEFORE, 0)
    return [n for n in range(first, at) if index.sentences[n].article == article]
