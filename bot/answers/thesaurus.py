"""Other words for the same thing, in general news English."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from bot.answers.countries import countries
from bot.answers.wordnet import WordNet
from bot.index.analysis import Term

# How many words the longest phrase of a thesaurus may have.
LONGEST = 5

_DETERMINERS = frozenset(["a", "an", "the", "my", "your", "his", "her", "its", "our", "their"])
# How many of them may stand within a phrase.
_WITHIN = 2
# Words that may stand apart from their verb: "send the workers home".
_APART = frozenset(["off", "down", "up", "out", "over", "back", "home", "away", "asid", "apart"])
_FARTHEST = 6

Stems = tuple[str, ...]
Stemming = Callable[[Iterable[str]], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Words:
    """Single stems, and phrases of several."""

    single: frozenset[str] = frozenset()
    phrases: tuple[Stems, ...] = ()


def bare(stems: Sequence[str]) -> Stems:
    """Leave out what a phrase may have or not: "drag feet" is also "dragged its feet"."""
    left = tuple([stem for stem in stems if stem not in _DETERMINERS])
    return left if len(left) > 1 else tuple(stems)


class Thesaurus:
    """Groups of words and phrases that can stand for one another, a group a line.

    In a line such as "vehicle: car, lorry" the first stands for each of the others, and they for
    it, but not for one another. A line is cut into stems when a word that may stand in it is first
    looked up, since a single question needs a few dozen of thousands; it is known by its place.
    """

    def __init__(self, text: str, stem_all: Stemming) -> None:
        # Every word has a blank before it, that of a line's start as well.
        self._text = text.replace("-", " ").replace("\n", "\n ").join(("\n ", "\n"))
        self._starting: dict[str, list[int]] = {}
        self._stem_all = stem_all
        self._groups: dict[int, tuple[Stems, ...]] = {}
        self._stars: set[int] = set()
        self._others: dict[Stems, tuple[Stems, ...]] = {}
        self._members: dict[Stems, tuple[int, ...]] | None = None
        self._longest: dict[str, int] | None = None

    def others(self, member: Stems) -> tuple[Stems, ...]:
        """Return what can stand for a word or a phrase, in stems, without itself."""
        found = self._others.get(member)
        if found is None and self._members is not None and member not in self._members:
            return ()
        if found is None:
            lines = self._members.get(member, ()) if self._members else self._lines_like(member[0])
            together = [other for line in lines for other in self._beside(member, line)]
            found = tuple(other for other in dict.fromkeys(together) if other != member)
            self._others[member] = found
        return found

    def others_in(self, keys: Sequence[str]) -> list[tuple[Stems, ...]]:
        """Return what can stand for each term of a text, alone or as part of a phrase there."""
        found: list[tuple[Stems, ...]] = [()] * len(keys)
        longest = self._longest
        for first, key in enumerate(keys):
            length = LONGEST if longest is None else longest.get(key, 0)
            reach = min(first + length + _WITHIN, len(keys)) if length else first
            for last in range(first + 1, reach + 1):
                others = self.others(bare(keys[first:last]))
                for at in range(first, last) if others else ():
                    found[at] += others
        for last, key in enumerate(keys):
            for first in range(max(last - _FARTHEST, 0), last - 1) if key in _APART else ():
                found[first] += self.others((keys[first], key))
        return found

    def read_all(self) -> None:
        """Cut every line into stems at once, for many questions to come.

        Questions may go on meanwhile in other threads.
        """
        if self._members is not None:
            return
        stems = self._stem_all(set(self._text.replace(",", " ").replace(":", " ").split()))
        # One object for what stands in many lines: the bot has all of this in memory as it runs.
        same: dict[Stems, Stems] = {}
        members: dict[Stems, tuple[int, ...]] = {}
        place = 0
        for whole in self._text.splitlines(keepends=True):
            number, place, line = place, place + len(whole), whole.strip()
            if not line or line[0] == "#":
                continue
            cut = [
                bare([stems[word] for word in member.split()])
                if " " in member
                else (stems[member],)
                for member in line.replace(": ", ", ").split(", ")
            ]
            group = self._groups[number] = tuple([same.setdefault(each, each) for each in cut])
            if ":" in line:
                self._stars.add(number)
            for member in dict.fromkeys(group):
                members[member] = (*members.get(member, ()), number)
        longest: dict[str, int] = {}
        for member in members:
            longest[member[0]] = max(longest.get(member[0], 0), len(member))
        self._members, self._longest = members, longest

    def _beside(self, member: Stems, number: int) -> tuple[Stems, ...]:
        """Return what a line has beside a member; nothing where it is none."""
        group = self._group(number)
        if member not in group:
            return ()
        return group[:1] if number in self._stars and member != group[0] else group

    def _lines_like(self, stem: str) -> list[int]:
        """Return the lines that may hold a word of this stem, in order."""
        start = " " + (stem[:3] if len(stem) > 3 else stem[:2])
        found = self._starting.get(start)
        if found is None:
            text, found = self._text, []
            at = text.find(start)
            while at >= 0:
                number = text.rindex("\n", 0, at) + 1
                if text[number + 1] != "#":
                    found.append(number)
                at = text.find(start, text.index("\n", at))
            self._starting[start] = found
        return found

    def _group(self, number: int) -> tuple[Stems, ...]:
        group = self._groups.get(number)
        if group is None:
            line = self._text[number : self._text.index("\n", number)]
            if ":" in line:
                self._stars.add(number)
            members = [member.split() for member in line.replace(":", ",").split(",")]
            stems = self._stem_all(word for member in members for word in member)
            group = tuple(bare([stems[word] for word in member]) for member in members)
            self._groups[number] = group
        return group


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Synonyms, and words that are only related and so count less."""

    synonyms: Thesaurus
    related: Thesaurus
    stem_all: Stemming
    wordnet: WordNet | None = None

    def knows(self, form: str) -> bool:
        """Whether a word stands in one of the lists."""
        key = (self.stem_all([form])[form],)
        return bool(self.synonyms.others(key) or self.related.others(key))

    def related_to(self, terms: Sequence[Term]) -> list[tuple[Stems, ...]]:
        """Return what is related to each term of a text, WordNet's synonyms among it."""
        found = self.related.others_in([term.key for term in terms])
        if self.wordnet:
            for at, term in enumerate(terms):
                if not term.stop:
                    found[at] += self._from_wordnet(self.wordnet, term.form)
        return found

    def _from_wordnet(self, wordnet: WordNet, form: str) -> tuple[Stems, ...]:
        members = [member.split() for member in wordnet.synonyms(form)]
        stems = self.stem_all(word for member in members for word in member)
        return tuple(tuple(stems[word] for word in member) for member in members)


def read_lexicon(stem_all: Stemming, wordnet: WordNet | None = None) -> Lexicon:
    """Read the word lists of this package; WordNet's words are added where it is given."""
    texts = [
        (files("bot.answers") / name).read_text(encoding="utf-8")
        for name in ("thesaurus.txt", "related.txt")
    ]
    with_countries = map("\n".join, zip(texts, countries(), strict=True))
    synonyms, related = (Thesaurus(text, stem_all) for text in with_countries)
    return Lexicon(synonyms, related, stem_all, wordnet)
