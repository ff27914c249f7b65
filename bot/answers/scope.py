"""Which articles may answer: those of one outlet, those published by a day, older ones marked."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from bot.corpus.article import Article, Corpus
from bot.corpus.patterns import pattern

_GENERIC = pattern(r" (?:News|Online|Magazine|Newspaper|Agency|Network|\.com)$", re.IGNORECASE)
# What many outlets are, and what outlets' names have in common with everyday words.
_KIND_OF_OUTLET = frozenset(
    "agency association channel daily magazine media network newspaper news online press report"
    " reports service today week weekly".split()
)
_EVERYDAY = frozenset(
    "day evening express mail mirror morning nation people record review standard star state"
    " sun voice world".split()
)
_SAY = (
    "(?:(?:say|report|claim|tell|mention|describe|cover|think|note|cite|call|suggest|explain|expect"
    "|see)s?|(?:report|claim|mention|describ|cover|not|cit|call|suggest|explain)ed|said|saying"
    "|reporting|writes?|wrote|gives?|gave|puts?|have to say)"
)
_ABOUT = "(?: about| on| that| of)?"
_PIECE = "(?:article|report|story|piece|coverage|account|version)"
# How a question names its source; OUTLET, SAY and PIECE are filled in.
_SOURCES = (
    r"[,;]?\s*\b(?:according to|(?:as )?(?:reported by|per)|quoting) OUTLET\b['’]?(?: PIECE)?[,:]?",
    r"[,;]?\s*\b(?:in|from|by) OUTLET(?:['’]s?)? PIECE\b[,:]?",
    r"[,;]?\s*\b(?:does|did|do|has|is|was|would|will|that|how|why|what) OUTLET SAYABOUT\b",
    r"^OUTLET(?:['’]s)?(?: PIECE)?(?: SAY(?: that| about)?\b|\s*[:,-])",
    r"\bOUTLET SAY(?: that| about)?\b(?=.*\?)",
    r"[,;]?\s*\b(?:in|from|by|for|on) OUTLET[?.!\s]*$",
    r"^(?:in|from|for|and|what about|how about) OUTLET[,:?]?(?=\s|$)",
    r"\bOUTLET['’]s PIECE\b",
)


class UnknownOutletError(ValueError):
    """An outlet was asked for that no article of the corpus comes from."""

    def __init__(self, name: str, outlets: Sequence[str]) -> None:
        super().__init__(f"no outlet is called {name!r}; there are {', '.join(outlets)}")


@dataclass(frozen=True, slots=True)
class Scope:
    """The articles that may answer, by id, and which of them are older reporting."""

    articles: frozenset[str]
    older: frozenset[str]


@dataclass(frozen=True, slots=True)
class Taste:
    """Outlets that readers want left out, and those that go first where two do as well."""

    left_out: frozenset[str] = frozenset()
    preferred: frozenset[str] = frozenset()

    def __or__(self, other: "Taste") -> "Taste":
        """Return what leaves out and prefers whatever either of the two does."""
        return Taste(self.left_out | other.left_out, self.preferred | other.preferred)


NO_TASTE = Taste()


@dataclass(frozen=True, slots=True)
class OutletMention:
    """An outlet a question asks for, and the question without those words."""

    outlet: str
    rest: str


def scope(
    corpus: Corpus,
    outlet: str | None,
    as_of: date | None,
    older_after: timedelta,
    left_out: frozenset[str] = frozenset(),
) -> Scope:
    """Return the articles of an outlet published by a day; undated ones only without a day.

    Articles older by `older_after` than the newest that a reader could have seen are marked.
    Those of outlets left out never answer.
    """
    seen = [a for a in corpus.articles if as_of is None or (a.published and a.published <= as_of)]
    newest = max((a.published for a in seen if a.published), default=None)
    older = {a.id for a in seen if newest and a.published and newest - a.published > older_after}
    kept = [a for a in seen if a.outlet not in left_out and outlet in (None, a.outlet)]
    return Scope(frozenset(a.id for a in kept), frozenset(older))


class Outlets:
    """Finds the outlet that a question or an option names."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._spellings: dict[str, str] = {}
        outlets = list(dict.fromkeys(article.outlet for article in articles))
        for outlet in outlets:
            self._spellings.setdefault(outlet.casefold(), outlet)
        for outlet in outlets:
            for short in _short_forms(outlet):
                self._spellings.setdefault(short.casefold(), outlet)
        nouns = Counter(map(_noun, outlets))
        for outlet in outlets:
            noun = _noun(outlet)
            if noun and nouns[noun] == 1 and noun not in self._spellings:
                self._spellings.setdefault(f"the {noun}", outlet)

    def resolve(self, name: str) -> str | None:
        """Return the outlet of this name or short name, or None."""
        bare = name.strip().casefold().removeprefix("the ")
        named = (self._spellings.get(spelling) for spelling in (f"the {bare}", bare))
        return next(filter(None, named), None)

    def mentioned(self, question: str) -> OutletMention | None:
        """Return the outlet a question asks for as its source, if it does."""
        folded = question.casefold()
        if not any(spelling in folded for spelling in self._spellings):
            return None
        for known in self._patterns:
            found = known.search(question)
            if found and not _is_everyday(found):
                rest = f"{question[: found.start()]} {question[found.end() :]}"
                outlet = self._spellings[found.group("outlet").casefold()]
                return OutletMention(outlet, " ".join(rest.split()).strip(" ,;:"))
        return None

    def named(self, question: str) -> str | None:
        """Return the outlet that a question names first, wherever it does."""
        found = self._name.search(question)
        if found is None or _is_everyday(found):
            return None
        return self._spellings[found.group("outlet").casefold()]

    @cached_property
    def _name(self) -> re.Pattern[str]:
        return re.compile(rf"\b{self._any}\b", re.IGNORECASE)

    @cached_property
    def _any(self) -> str:
        """A pattern for the name of any outlet."""
        longest_first = sorted(self._spellings, key=len, reverse=True)
        return f"(?:the )?(?P<outlet>{'|'.join(map(re.escape, longest_first))})"

    @cached_property
    def _patterns(self) -> list[re.Pattern[str]]:
        filled = (
            source.replace("OUTLET", self._any)
            .replace("SAY", _SAY)
            .replace("ABOUT", _ABOUT)
            .replace("PIECE", _PIECE)
            for source in _SOURCES
        )
        return [re.compile(source, re.IGNORECASE) for source in filled]


def _noun(outlet: str) -> str:
    """Return what people call an outlet behind "the": "tribune" for "Carrow Tribune"."""
    words = outlet.casefold().removeprefix("the ").split()
    noun = words[0] if words[1:2] == ["of"] else words[-1] if words[1:] else ""
    return noun if noun.isalpha() and noun not in _KIND_OF_OUTLET else ""


def _is_everyday(found: re.Match[str]) -> bool:
    """Whether "the sun" or "the tribune" is written as no name, where others have capitals."""
    noun = found.group("outlet").removeprefix("the ")
    before = found.string[: found.end("outlet") - len(noun)]
    if not before.casefold().endswith("the ") or not (noun.islower() and noun.isalpha()):
        return False
    return noun in _EVERYDAY or not found.string[1:].islower()


def _short_forms(outlet: str) -> list[str]:
    forms = [outlet.removeprefix("The ")]
    forms += [_GENERIC.sub("", form) for form in forms]
    initials = "".join(word[0] for word in outlet.split() if word[0].isupper())
    if len(initials) > 2 and outlet.startswith("The "):
        forms.append(initials[1:] if len(initials) > 3 else initials)
    return [form for form in forms if len(form) > 2]
