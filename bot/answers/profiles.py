"""A sentence as the ranking sees it, worked out when it is first needed."""

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

from bot.answers import signs
from bot.answers.thesaurus import bare
from bot.answers.times import Span, spans
from bot.corpus.blocks import plain
from bot.corpus.names import NameKind
from bot.corpus.patterns import pattern
from bot.index.analysis import Analyser, Analysis, Term
from bot.index.index import SentenceIndex

# All profiles of a corpus of so many sentences are kept, of a larger one the last ones.
PROFILES = 4096
_LAST = 1024
_BREAK = pattern(r"[,;:()\u2013\u2014]| - |--")
_REACH = 3
_PHRASE = 8
_LIST = pattern(r",[^,;.]{2,60},? (?:and|or|as well as) ", re.IGNORECASE)
_POSSESSIVE = pattern(r"(?:['’]s|s['’])")
Kinds = Mapping[str, NameKind | None]
_OPENS = frozenset(["who", "which", "whose", "while", "but", "although", "because", "if", "where"])


class Profile:
    """What a sentence holds: its terms, whom and where it names, how it reads.

    `terms` are its terms in order and `keys` the same without order; `places_of` tells where each
    stands first; `weight` is that of its content. What only some questions need is made for them.
    """

    def __init__(self, index: SentenceIndex, kinds: Kinds, at: int) -> None:
        self._index, self._kinds, self._at = index, kinds, at
        self.sentence = index.sentences[at]
        analysis = index.analyses[at]
        keys = analysis.keys
        content = dict.fromkeys(analysis.content)
        self.terms = tuple(keys)
        self.keys = frozenset(keys)
        self.content = frozenset(content)
        self.places_of = {key: n for n, key in reversed(list(enumerate(keys)))}
        self.weight = sum(map(index.weight, content))
        self.words = len(keys)
        self.asking = self.sentence.text.rstrip("\"'”’").endswith("?")

    @property
    def _analysis(self) -> Analysis:
        # Not kept here: the index keeps the last ones, for all who need them.
        return self._index.analyses[self._at]

    def says(self, phrase: Sequence[str]) -> bool:
        """Whether some terms stand side by side, but for "the" or "its" within them."""
        said = f" {' '.join(bare(phrase))} "
        return said in self._bare_line or said in self._line

    @cached_property
    def _line(self) -> str:
        return f" {' '.join(self.terms)} "

    @cached_property
    def _bare_line(self) -> str:
        return f" {' '.join(bare(self.terms))} "

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        return frozenset(pairwise(self.terms))

    def beside(self, pairs: Collection[tuple[str, str]]) -> int:
        """Return how many of some pairs of terms stand side by side."""
        held = [(a, b) for a, b in pairs if a in self.keys and b in self.keys]
        return len(self._pairs.intersection(held)) if held else 0

    @cached_property
    def leans(self) -> bool:
        """Whether it can hardly be read without the sentence before it."""
        return signs.leans_back(self.sentence.text)

    @cached_property
    def lists(self) -> bool:
        """Whether it lists three things or more, with a comma and a word between the last."""
        return bool(_LIST.search(self.sentence.text))

    @cached_property
    def clauses(self) -> tuple[int, ...]:
        """For each term, the number of the clause it stands in."""
        return _clauses(self.sentence.text, self._analysis)

    @cached_property
    def described(self) -> frozenset[str]:
        """The names of those who are only spoken of, as "the judge" or "Ruritania's leader"."""
        mentions = self._analysis.mentions
        loose = {"@" + m.name.name for m in mentions if m.loose}
        return frozenset(loose - {"@" + m.name.name for m in mentions if not m.loose})

    @cached_property
    def people(self) -> frozenset[str]:
        """The terms that may name a person."""
        found: set[str] = set()
        for n, term in enumerate(self._analysis.terms):
            kind = self._kinds.get(term.key)
            if kind is NameKind.PERSON:
                if term.key not in self.described:
                    found.add(term.key)
            elif kind is None and n and _is_name(term):
                found.add(term.key)
        return frozenset(found)

    @cached_property
    def localities(self) -> frozenset[str]:
        """The terms that may name a place."""
        found: set[str] = set()
        before = ""
        for term in self._analysis.terms:
            kind = self._kinds.get(term.key)
            if kind is NameKind.PLACE or (
                kind is None and before in signs.BEFORE_PLACE and _is_name(term)
            ):
                found.add(term.key)
            before = before if term.form == "the" else term.form
        return frozenset(found)

    @cached_property
    def named(self) -> tuple[int, ...]:
        """Which terms are written as names."""
        return tuple([n for n, term in enumerate(self._analysis.terms) if _is_name(term)])

    @cached_property
    def actors(self) -> tuple[int, ...]:
        """Which terms may name who acts: no one's possessor, and none behind a preposition."""
        terms, text = self._analysis.terms, self.sentence.text
        return tuple(
            [
                n
                for n in self.named
                if not _POSSESSIVE.search(text[terms[n].start : terms[n].end + 2])
                and (n == 0 or terms[n - 1].form not in signs.BEFORE_PLACE)
            ]
        )

    @cached_property
    def bearers(self) -> frozenset[str]:
        """The terms that are written as names."""
        return frozenset([self.terms[n] for n in self.named])

    @cached_property
    def people_at(self) -> tuple[int, ...]:
        """Which terms may name a person."""
        return tuple([n for n in self.named if self.terms[n] in self.people])

    @cached_property
    def localities_at(self) -> tuple[int, ...]:
        """Which terms may name a place and say where."""
        return tuple(
            [
                n
                for n in self.named
                if self.terms[n] in self.localities and _behind_preposition(self._analysis, n)
            ]
        )

    def opening(self, at: int) -> int:
        """Return where the phrase begins that says where: "in the far eastern city of Lund"."""
        terms = self._analysis.terms
        for n in range(at - 1, max(at - _PHRASE, 0) - 1, -1):
            if terms[n].form in signs.BEFORE_PLACE and terms[n].form != "of":
                return n if self.clauses[n] == self.clauses[at] else at
        return at

    @cached_property
    def inner(self) -> frozenset[str]:
        """The plain words that names are made of: "RIA news agency" says what it is."""
        stem = self._index.analyser.stem
        return frozenset([stem(form) for one in self._analysis.mentions for form in one.plain])


class Profiles:
    """Profiles of an index's sentences by position, the last ones kept."""

    def __init__(self, index: SentenceIndex) -> None:
        self.index = index
        most = PROFILES if len(index.sentences) <= PROFILES else _LAST
        self.of = lru_cache(maxsize=most)(self._profile)
        self.numbers = lru_cache(maxsize=most)(self._numbers)
        self.dates = lru_cache(maxsize=most)(self._dates)
        self.plain = lru_cache(maxsize=most)(self._plain)
        self.times = lru_cache(maxsize=most)(self._times)
        self._titled: dict[str, set[str]] = {}
        for article in index.corpus.articles:
            for key in index.analyser.analyse(article.title or "").content:
                self._titled.setdefault(key, set()).add(article.id)
        self._published: dict[str, set[str]] = {}
        for article in index.corpus.articles:
            for key in outlet_keys(index.analyser, article.outlet):
                self._published.setdefault(key, set()).add(article.id)
        self._kinds = {"@" + name.name: name.kind for name in index.names}

    def is_person(self, key: str) -> bool:
        """Whether a term is the name of someone the corpus knows as a person."""
        return self._kinds.get(key) is NameKind.PERSON

    def published(self, key: str) -> Collection[str]:
        """Return the ids of the articles of an outlet, by its name or single word as a term."""
        return self._published.get(key, ())

    def titled(self, key: str) -> Collection[str]:
        """Return the ids of the articles with a term in their title."""
        return self._titled.get(key, ())

    def _profile(self, at: int) -> Profile:
        return Profile(self.index, self._kinds, at)

    def _numbers(self, at: int) -> tuple[int, ...]:
        """Return which terms of a sentence are numbers."""
        terms = self.index.analyses[at].terms
        return tuple(n for n, term in enumerate(terms) if signs.has_number(term.form))

    def _dates(self, at: int) -> tuple[int, ...]:
        """Return which terms of a sentence belong to a time expression."""
        spans = [found.span() for found in signs.dates(self.index.sentences[at].text)]
        terms = self.index.analyses[at].terms
        return tuple(
            n for n, t in enumerate(terms) if any(start <= t.start < end for start, end in spans)
        )

    def _plain(self, at: int) -> str:
        """Return the words of a sentence alone, as copies of it have them too."""
        return plain(self.index.sentences[at].text)

    def _times(self, at: int) -> list[Span]:
        """Return the years and months that a sentence names."""
        sentence = self.index.sentences[at]
        published = self.index.corpus.by_id[sentence.article].published
        return spans(sentence.text, published) if published else []


def outlet_keys(analyser: Analyser, outlet: str) -> set[str]:
    """Return the terms that stand for an outlet: its name, or the one word it consists of."""
    terms = analyser.analyse(outlet).terms
    single = terms if len(terms) == 1 else ()
    return {term.key for term in terms if term.key.startswith("@")} | {t.key for t in single}


def _is_name(term: Term) -> bool:
    """Whether a term is written as a name."""
    return term.capital and not term.stop and not signs.is_calendar(term.form)


def _behind_preposition(analysis: Analysis, at: int) -> bool:
    """Whether a name says where: "in Lund", "in the harbour town of Lund", not "Lund says"."""
    before = analysis.terms[max(at - _REACH, 0) : at]
    return any(term.form in signs.BEFORE_PLACE for term in before)


def _clauses(text: str, analysis: Analysis) -> tuple[int, ...]:
    """Return, for each term, the number of the clause it stands in."""
    breaks = [found.span() for found in _BREAK.finditer(text)]
    starts = [start for start, _ in breaks]
    found: list[int] = []
    clause = end = 0
    for term in analysis.terms:
        between = bisect_left(starts, end)
        parted = between < len(breaks) and breaks[between][1] <= term.start
        clause += parted or term.form in _OPENS
        found.append(clause)
        end = term.end
    return tuple(found)
