"""Other words for the same thing, in general news English."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files


@dataclass(frozen=True)
class Thesaurus:
    """Groups of words and phrases, each a tuple of stems, that can stand for one another."""

    groups: tuple[tuple[tuple[str, ...], ...], ...] = ()

    @cached_property
    def _groups_of(self) -> Mapping[tuple[str, ...], tuple[int, ...]]:
        found: dict[tuple[str, ...], list[int]] = {}
        for number, group in enumerate(self.groups):
            for member in group:
                found.setdefault(member, []).append(number)
        return {member: tuple(numbers) for member, numbers in found.items()}

    @cached_property
    def longest(self) -> int:
        """How many words the longest phrase has."""
        return max((len(member) for group in self.groups for member in group), default=0)

    def others(self, member: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        """Return what can stand for a word or phrase, without itself."""
        numbers = self._groups_of.get(member, ())
        found = dict.fromkeys(other for number in numbers for other in self.groups[number])
        found.pop(member, None)
        return tuple(found)


def read_thesaurus(stem: Callable[[str], str], lines: Iterable[str] | None = None) -> Thesaurus:
    """Read the thesaurus of this package, or the given lines, in stems."""
    if lines is None:
        source = files("bot.answers") / "thesaurus.txt"
        lines = source.read_text(encoding="utf-8").splitlines()
    groups: list[tuple[tuple[str, ...], ...]] = []
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        members = dict.fromkeys(
            tuple(stem(word) for word in member.replace("-", " ").replace("u.s.", "u.s").split())
            for member in line.split(",")
        )
        if len(members) > 1:
            groups.append(tuple(members))
    return Thesaurus(tuple(groups))
