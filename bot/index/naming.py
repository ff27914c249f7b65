"""Names found in tokens: the longest alias first, each under its canonical name.

British and American spellings of a name are the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.corpus.names import Name, NameKind
from bot.index.tokens import Token, tokens

# What stands between a role and whose it is: "leader of Ruritania", "leader of the Union".
_LINKS = (("of",), ("of", "the"))


class Mention(NamedTuple):
    """A name in a text: tokens `first` up to, not including, `last`.

    A loose mention is a word that often stands for the name, beside its own meaning. `start` and
    `end` are as in the text, `plain` the words without capitals that a name is made of.
    """

    name: Name
    first: int
    last: int
    loose: bool
    start: int
    end: int
    plain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Alias:
    forms: tuple[str, ...]
    capital: bool
    name: Name
    loose: bool


@dataclass(frozen=True, slots=True)
class _Title:
    forms: tuple[str, ...]
    holder: Name


class NameFinder:
    """Finds the names of a corpus in the tokens of any text."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._by_form: dict[str, list[_Alias]] = {}
        self._titles: dict[str, list[_Title]] = {}
        for name in names:
            for spelling in dict.fromkeys((name.name, *name.aliases)):
                self._add(spelling, name, loose=False)
            for spelling in name.loose:
                self._add(spelling, name, loose=True)
            for role in name.roles:
                titles = [_Title(_forms(title), name) for title in role.titles]
                self._titles.setdefault(role.of, []).extend(titles)
        for aliases in self._by_form.values():
            aliases.sort(key=lambda alias: -len(alias.forms))

    def find(self, text: Sequence[Token]) -> list[Mention]:
        """Return the mentions in a text, left to right; loose ones may overlap others."""
        strict: list[Mention] = []
        loose: list[Mention] = []
        forms = tuple([token.american for token in text])
        known = [n for n, form in enumerate(forms) if form in self._by_form]
        cased = bool(known) and any(token.capital for token in text[1:])
        end = 0
        for at in known:
            for alias in self._standing(at, forms, text, cased=cased) if at >= end else ():
                last = at + len(alias.forms)
                if alias.loose:
                    loose.append(_mention(alias.name, text, at, last, loose=True))
                    continue
                # "The North" is no name of its own in "the North Harbour Company".
                inner = range(at + 1, last) if alias.forms[0] == "the" else ()
                if not any(self._longer(n, last, forms, text, cased=cased) for n in inner):
                    end = last
                    strict.append(_mention(alias.name, text, at, last, loose=False))
                break
        if strict or loose:
            found = (*strict, *loose)
            loose += [role for mention in found for role in self._roles(mention, forms, text)]
        return sorted([*strict, *_apart(loose, strict)], key=lambda mention: mention.first)

    def _standing(
        self, at: int, forms: tuple[str, ...], text: Sequence[Token], *, cased: bool
    ) -> Iterator[_Alias]:
        """Yield the aliases that stand at a place, the longest first."""
        for alias in self._by_form.get(forms[at], ()):
            last = at + len(alias.forms)
            written = not (cased and alias.capital) or _written_as_name(text[at:last])
            if written and forms[at:last] == alias.forms:
                yield alias

    def _longer(
        self, at: int, end: int, forms: tuple[str, ...], text: Sequence[Token], *, cased: bool
    ) -> bool:
        """Whether a name that stands at a place goes on beyond an end."""
        return any(
            not alias.loose and at + len(alias.forms) > end
            for alias in self._standing(at, forms, text, cased=cased)
        )

    def _add(self, spelling: str, name: Name, *, loose: bool) -> None:
        forms = _forms(spelling)
        if forms:
            alias = _Alias(forms, spelling != spelling.lower(), name, loose)
            self._by_form.setdefault(forms[0], []).append(alias)

    def _roles(
        self, of: Mention, forms: tuple[str, ...], text: Sequence[Token]
    ) -> Iterator[Mention]:
        """Yield who is meant by "Ruritania's leader", "leader of Ruritania" around a name."""
        titles = self._titles.get(of.name.name, ())
        if not titles:
            return
        joined = [link for link in _LINKS if forms[of.first - len(link) : of.first] == link]
        for title in titles:
            length = len(title.forms)
            if forms[of.last : of.last + length] == title.forms:
                yield _mention(title.holder, text, of.first, of.last + length, loose=True)
            for between in joined:
                whole = (*title.forms, *between)
                first = of.first - len(whole)
                if first >= 0 and forms[first : of.first] == whole:
                    yield _mention(title.holder, text, first, of.last, loose=True)


def _mention(name: Name, text: Sequence[Token], first: int, last: int, *, loose: bool) -> Mention:
    plain = () if loose else tuple([t.form for t in text[first:last] if not t.capital])
    return Mention(name, first, last, loose, text[first].start, text[last - 1].end, plain)


def _written_as_name(text: Sequence[Token]) -> bool:
    return any(token.capital or "." in token.form for token in text)


def _forms(spelling: str) -> tuple[str, ...]:
    return tuple(token.american for token in tokens(spelling))


def _apart(loose: Iterable[Mention], strict: Sequence[Mention]) -> list[Mention]:
    """Drop a title that the person's own name follows: "Russian President Dmitry Medvedev"."""
    people = {mention.first for mention in strict if mention.name.kind is NameKind.PERSON}
    return [
        mention
        for mention in loose
        if not (mention.name.kind is NameKind.PERSON and mention.last in people)
    ]
