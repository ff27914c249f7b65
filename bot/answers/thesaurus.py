"""Other words for the same thing, in general news English."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Single stems, and phrases of stems with spaces between and around them."""

    single: frozenset[str] = frozenset()
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Thesaurus:
    """Groups of words and phrases, each a tuple of stems, that can stand for one another."""

    groups: tuple[tuple[Stems, ...], ...] = ()

    @cached_property
    def _groups_of(self) -> Mapping[Stems, tuple[int, ...]]:
        found: dict[Stems, list[int]] = {}
        for number, group in enumerate(self.groups):
            for member in group:
                found.setdefault(member, []).append(number)
        return {member: tuple(numbers) for member, numbers in found.items()}

    @cached_property
    def longest(self) -> int:
        """How many words the longest phrase has."""
        return max((len(member) for group in self.groups for member in group), default=0)

    def others(self, member: Stems) -> tuple[Stems, ...]:
        """Return what can stand for a word or phrase, without itself."""
        numbers = self._groups_of.get(member, ())
        found = dict.fromkeys(other for number in numbers for other in self.groups[number])
        found.pop(member, None)
        return tuple(found)

    def others_in(self, keys: Sequence[str]) -> list[set[Stems]]:
        """Return what can stand for each term of a text, alone or as part of a phrase there."""
        found: list[set[Stems]] = [set() for _ in keys]
        for first in range(len(keys)):
            for last in range(first + 1, min(first + self.longest, len(keys)) + 1):
                phrase = tuple(keys[first:last])
                if phrase in self._groups_of:
                    others = self.others(phrase)
                    for at in range(first, last):
                        found[at].update(others)
        return found


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Synonyms, and words that are only related and so count less."""

    synonyms: Thesaurus = Thesaurus()
    related: Thesaurus = Thesaurus()


def read_lexicon(stem: Callable[[str], str]) -> Lexicon:
    """Read the word lists of this package, in stems."""
    return Lexicon(*(_read(name, stem) for name in ("thesaurus.txt", "related.txt")))


def parse_thesaurus(lines: Iterable[str], stem: Callable[[str], str]) -> Thesaurus:
    """Return the groups of lines such as `call off, cancel, scrap`; `#` starts a heading."""
    groups: list[tuple[Stems, ...]] = []
    for line in lines:
        if line.strip() and not line.startswith("#"):
            members = (member.replace("-", " ").split() for member in line.split(","))
            stems = dict.fromkeys(tuple(stem(word) for word in words) for words in members)
            if len(stems) > 1:
                groups.append(tuple(stems))
    return Thesaurus(tuple(groups))


def _read(name: str, stem: Callable[[str], str]) -> Thesaurus:
    text = (files("bot.answers") / name).read_text(encoding="utf-8")
    return parse_thesaurus(text.splitlines(), stem)
