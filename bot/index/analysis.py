"""Text to index terms; the same for sentences and for questions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import Stemmer

from bot.corpus.names import Name
from bot.index.irregular import base_forms
from bot.index.naming import Mention, NameFinder
from bot.index.spelling import american
from bot.index.stopwords import STOP_WORDS
from bot.index.tokens import Token, tokens


class Term(NamedTuple):
    """One term of a text: a stem, or `@Name` for a known name; `start` and `end` as in the text."""

    key: str
    form: str
    start: int
    end: int
    stop: bool
    capital: bool


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text as the index sees it."""

    tokens: tuple[Token, ...]
    terms: tuple[Term, ...]
    mentions: tuple[Mention, ...]

    @property
    def keys(self) -> list[str]:
        """Every term, stop words as well."""
        return [term.key for term in self.terms]

    @property
    def content(self) -> list[str]:
        """The terms that are no stop words."""
        return [term.key for term in self.terms if not term.stop]


# Verbs that carry no topic alone, and do as a part of phrases: "prices went up".
_STOP_VERBS = {
    form: verb
    for verb, forms in {
        "go": "goes going gone went",
        "get": "gets getting got",
        "come": "comes came",
        "give": "gives given",
        "make": "makes making made",
        "put": "puts putting",
    }.items()
    for form in forms.split()
}
# What a NamedTuple calls in its turn.
_new = tuple.__new__
# How many stems are kept: a bot that runs for months meets endless misspellings.
_KEPT = 50_000


class Analyser:
    """Cuts texts into terms: stems of American spelling, known names as one term each."""

    def __init__(self, names: Iterable[Name] = ()) -> None:
        self._finder = NameFinder(names)
        self._stemmer = Stemmer.Stemmer("english", 0)  # stems are kept here
        self._stems: dict[str, str] = {}

    def analyse(self, text: str) -> Analysis:
        """Return the tokens, terms and names of a text."""
        found = tokens(text)
        mentions = self._finder.find(found)
        return Analysis(tuple(found), tuple(self._terms(found, mentions)), tuple(mentions))

    def stem(self, form: str) -> str:
        """Return the stem of a folded word."""
        stem = self._stems.get(form)
        if stem is None:
            self._make_room()
            base = base_forms().get(form, form)
            plain = form in STOP_WORDS or not form.isalpha()
            stem = (
                _STOP_VERBS.get(form, form)
                if plain
                else str(self._stemmer.stemWord(american(base)))
            )
            self._stems[form] = stem
        return stem

    def stem_all(self, words: Iterable[str]) -> dict[str, str]:
        """Return the stems of many folded words at once, faster than one by one."""
        self._make_room()
        unknown = [word for word in dict.fromkeys(words) if word not in self._stems]
        if not unknown:
            return self._stems
        plain = [word for word in unknown if word.isalpha() and word not in STOP_WORDS]
        bases = base_forms()
        found = self._stemmer.stemWords([american(bases.get(word, word)) for word in plain])
        self._stems |= ((word, _STOP_VERBS.get(word, word)) for word in unknown)
        self._stems |= zip(plain, map(str, found), strict=True)
        return self._stems

    def _make_room(self) -> None:
        """Forget all stems once there are too many, in a new table: the old one may be in use."""
        if len(self._stems) >= _KEPT:
            self._stems = {}

    def _terms(self, found: Sequence[Token], mentions: Sequence[Mention]) -> Sequence[Term]:
        stems, stem = self._stems, self.stem
        plain = [
            _new(
                Term, (stems.get(form) or stem(form), form, start, end, form in STOP_WORDS, capital)
            )
            for form, start, end, capital, _ in found
        ]
        return _with_names(plain, mentions) if mentions else plain


def _with_names(plain: Sequence[Term], mentions: Sequence[Mention]) -> list[Term]:
    """Put names in the place of their words, and loose ones before theirs."""
    terms: list[Term] = []
    at, begun = 0, -1
    for mention in mentions:
        if begun < mention.first < at:  # inside another name
            continue
        terms += plain[at : mention.first]
        begun, at = mention.first, max(at, mention.first)
        terms.append(_name_term(mention))
        if not mention.loose:
            at = mention.last
    return [*terms, *plain[at:]]


def _name_term(mention: Mention) -> Term:
    name = mention.name.name
    return Term("@" + name, name, mention.start, mention.end, False, True)
