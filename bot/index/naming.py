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
                self._add_spelling(spelling, name, loose=False)
            for spelling in name.loose:
                self._add_spelling(spelling, name, loose=True)
            for role in name.roles:
                self._add_role(role, everyone[role.of], name)
        for aliases in self._by_form.values():
            aliases.sort(key=lambda alias: -len(alias.forms))

    def find(self, text: Sequence[Token]) -> list[Mention]:
        """Return the mentions in a text, left to right; loose ones may overlap others."""
        strict: list[Mention] = []
        loose: list[Mention] = []
        forms = tuple(token.form for token in text)
        cased = any(token.capital for token in text[1:])
        at = 0
        while at < len(text):
            taken = 1
            for alias in self._by_form.get(forms[at], ()):
                last = at + len(alias.forms)
                if forms[at:last] != alias.forms:
                    continue
                if cased and alias.capital and not _written_as_name(text[at:last]):
                    continue
                if alias.loose:
                    loose.append(Mention(alias.name, at, last, loose=True))
                else:
                    taken = len(alias.forms)
                    strict.append(Mention(alias.name, at, last, loose=False))
                    break
            at += taken
        return sorted([*strict, *_apart(loose, strict)], key=lambda mention: mention.first)

    def _add(self, forms: tuple[str, ...], *, capital: bool, name: Name, loose: bool) -> None:
        if forms:
            self._by_form.setdefault(forms[0], []).append(_Alias(forms, capital, name, loose))

    def _add_spelling(self, spelling: str, name: Name, *, loose: bool) -> None:
        self._add(_forms(spelling), capital=_has_capital(spelling), name=name, loose=loose)

    def _add_role(self, role: Role, of: Name, name: Name) -> None:
        """Add "Ruritania's leader", "Ruritanian leader", "leader of Ruritania"."""
        titles = [_forms(title) for title in role.titles]
        for spelling in dict.fromkeys((of.name, *of.aliases, *of.loose)):
            owner, capital = _forms(spelling), _has_capital(spelling)
            for title in titles:
                for forms in (
                    (*owner, *title),
                    (*title, "of", *owner),
                    (*title, "of", "the", *owner),
                ):
                    self._add(forms, capital=capital, name=name, loose=True)


def _has_capital(spelling: str) -> bool:
    return spelling != spelling.lower()


def _written_as_name(text: Sequence[Token]) -> bool:
    return any(token.capital or "." in token.form for token in text)


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
