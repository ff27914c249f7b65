"""Names found in tokens: the longest alias first, each under its canonical name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.corpus.names import Name, NameKind, Role
from bot.index.tokens import Token, tokens


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text: tokens `first` up to, not including, `last`.

    A loose mention is a word that often stands for the name, beside its own meaning.
    """

    name: Name
    first: int
    last: int
    loose: bool


@dataclass(frozen=True, slots=True)
class _Alias:
    forms: tuple[str, ...]
    capital: bool
    name: Name
    loose: bool


class NameFinder:
    """Finds the names of a corpus in the tokens of any text."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._by_form: dict[str, list[_Alias]] = {}
        everyone = {name.name: name for name in names}
        for name in everyone.values():
            for spelling in dict.fromkeys((name.name, *name.aliases)):
                self._add(_forms(spelling), spelling, name, loose=False)
            for spelling in name.loose:
                self._add(_forms(spelling), spelling, name, loose=True)
            for role in name.roles:
                self._add_role(role, everyone[role.of], name)
        for aliases in self._by_form.values():
            aliases.sort(key=lambda alias: -len(alias.forms))

    def find(self, text: Sequence[Token]) -> list[Mention]:
        """Return the mentions in a text, left to right; loose ones may overlap others."""
        strict: list[Mention] = []
        loose: list[Mention] = []
        cased = any(token.capital for token in text[1:])
        at = 0
        while at < len(text):
            taken = 1
            for alias in self._matches(text, at, cased):
                if alias.loose:
                    loose.append(Mention(alias.name, at, at + len(alias.forms), loose=True))
                else:
                    taken = len(alias.forms)
                    strict.append(Mention(alias.name, at, at + taken, loose=False))
                    break
            at += taken
        return sorted([*strict, *_apart(loose, strict)], key=lambda mention: mention.first)

    def _add(self, forms: tuple[str, ...], spelling: str, name: Name, *, loose: bool) -> None:
        if forms:
            capital = any(char.isupper() for char in spelling)
            self._by_form.setdefault(forms[0], []).append(_Alias(forms, capital, name, loose))

    def _add_role(self, role: Role, of: Name, name: Name) -> None:
        """Add "Ruritania's leader", "Ruritanian leader", "leader of Ruritania"."""
        titles = [_forms(title) for title in role.titles]
        for spelling in dict.fromkeys((of.name, *of.aliases, *of.loose)):
            owner = _forms(spelling)
            for title in titles:
                self._add((*owner, *title), spelling, name, loose=True)
                self._add((*title, "of", *owner), spelling, name, loose=True)
                self._add((*title, "of", "the", *owner), spelling, name, loose=True)

    def _matches(self, text: Sequence[Token], at: int, cased: bool) -> Iterable[_Alias]:
        for alias in self._by_form.get(text[at].form, ()):
            last = at + len(alias.forms)
            if last > len(text):
                continue
            if any(text[at + n].form != form for n, form in enumerate(alias.forms)):
                continue
            known_by_case = any(token.capital or "." in token.form for token in text[at:last])
            if cased and alias.capital and not known_by_case:
                continue
            yield alias


def _forms(spelling: str) -> tuple[str, ...]:
    return tuple(token.form for token in tokens(spelling))


def _apart(loose: Iterable[Mention], strict: Sequence[Mention]) -> list[Mention]:
    """Drop a title that the person's own name follows: "Russian President Dmitry Medvedev"."""
    people = {mention.first for mention in strict if mention.name.kind is NameKind.PERSON}
    return [
        mention
        for mention in loose
        if not (mention.name.kind is NameKind.PERSON and mention.last in people)
    ]
