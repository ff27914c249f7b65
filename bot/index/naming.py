"""Names found in tokens: the longest alias first, each under its canonical name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.corpus.names import Name, NameKind
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
        for name in names:
            for spelling in dict.fromkeys((name.name, *name.aliases)):
                self._add(spelling, name, loose=False)
            for spelling in name.loose:
                self._add(spelling, name, loose=True)
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

    def _add(self, spelling: str, name: Name, loose: bool) -> None:
        forms = tuple(token.form for token in tokens(spelling))
        if forms:
            capital = any(char.isupper() for char in spelling)
            self._by_form.setdefault(forms[0], []).append(_Alias(forms, capital, name, loose))

    def _matches(self, text: Sequence[Token], at: int, cased: bool) -> Iterable[_Alias]:
        for alias in self._by_form.get(text[at].form, ()):
            last = at + len(alias.forms)
            if last > len(text):
                continue
            if any(text[at + n].form != form for n, form in enumerate(alias.forms)):
                continue
            if cased and alias.capital and not any(token.capital for token in text[at:last]):
                continue
            yield alias


def _apart(loose: Iterable[Mention], strict: Sequence[Mention]) -> list[Mention]:
    """Drop a title that the person's own name follows: "Russian President Dmitry Medvedev"."""
    people = {mention.first for mention in strict if mention.name.kind is NameKind.PERSON}
    return [
        mention
        for mention in loose
        if not (mention.name.kind is NameKind.PERSON and mention.last in people)
    ]
