"""A sentence as the ranking sees it, worked out when it is first needed."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.answers import signs
from bot.answers.times import Span, spans
from bot.corpus.blocks import plain
from bot.corpus.names import NameKind
from bot.corpus.patterns import pattern
from bot.index.analysis import Analyser, Analysis
from bot.index.index import SentenceIndex

PROFILES = 4096
_BREAK = pattern(r"[,;:()\u2013\u2014]| - |--")
_REACH = 3
_LIST = pattern(r",[^,;.]{2,60},? (?:and|or|as well as) ", re.IGNORECASE)
_OPENS = frozenset(["who", "which", "whose", "while", "but", "although", "because", "if", "where"])


@dataclass(frozen=True, slots=True)
class Profile:
    """What a sentence holds: its terms, whom and where it names, how it reads."""

    terms: tuple[str, ...]
    keys: frozenset[str]
    content: frozenset[str]
    line: str
    places_of: dict[str, int]
    pairs: frozenset[tuple[str, str]]
    weight: float
    words: int
    leans: bool
    asking: bool
    people: frozenset[str]
    localities: frozenset[str]
    people_at: tuple[int, ...]
    localities_at: tuple[int, ...]
    named: tuple[int, ...]
    bearers: frozenset[str]
    lists: bool
    inner: frozenset[str]
    clauses: tuple[int, ...]


class Profiles:
    """Profiles of an index's sentences by position, the last ones kept."""

    def __init__(self, index: SentenceIndex) -> None:
        self.index = index
        self.of = lru_cache(maxsize=PROFILES)(self._profile)
        self.numbers = lru_cache(maxsize=PROFILES)(self._numbers)
        self.dates = lru_cache(maxsize=PROFILES)(self._dates)
        self.plain = lru_cache(maxsize=PROFILES)(self._plain)
        self.times = lru_cache(maxsize=PROFILES)(self._times)
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
        analysis, text = self.index.analyses[at], self.index.sentences[at].text
        keys = analysis.keys
        content = set(analysis.content)
        people, localities = self._bearers(analysis)
        named = _named(analysis)
        return Profile(
            terms=tuple(keys),
            keys=frozenset(keys),
            content=frozenset(content),
            line=f" {' '.join(keys)} ",
            places_of={key: n for n, key in reversed(list(enumerate(keys)))},
            pairs=frozenset(pairwise(keys)),
            weight=sum(self.index.weight(key) for key in content),
            words=len(keys),
            leans=signs.leans_back(text),
            asking=text.rstrip("\"'”’").endswith("?"),
            people=people,
            localities=localities,
            people_at=tuple(n for n in named if keys[n] in people),
            localities_at=tuple(
                n for n in named if keys[n] in localities and _behind_preposition(analysis, n)
            ),
            named=named,
            bearers=frozenset(analysis.terms[n].key for n in named),
            lists=_lists(text),
            inner=frozenset(self._inner(analysis)),
            clauses=_clauses(text, analysis),
        )

    def _inner(self, analysis: Analysis) -> Iterator[str]:
        """Yield the plain words that a name is made of: it says of "RIA news agency" what it is."""
        for mention in analysis.mentions:
            if not mention.loose:
                for token in analysis.tokens[mention.first : mention.last]:
                    if not token.capital:
                        yield self.index.analyser.stem(token.form)

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

    def _bearers(self, analysis: Analysis) -> tuple[frozenset[str], frozenset[str]]:
        """Return the terms that may name a person, and those that may name a place."""
        people: set[str] = set()
        localities: set[str] = set()
        described = {"@" + m.name.name for m in analysis.mentions if m.loose}
        described -= {"@" + m.name.name for m in analysis.mentions if not m.loose}
        before = ""
        for n, term in enumerate(analysis.terms):
            kind = self._kinds.get(term.key)
            if kind is NameKind.PLACE:
                localities.add(term.key)
            elif kind is NameKind.PERSON:
                if term.key not in described:
                    people.add(term.key)
            elif (
                kind is None and term.capital and not term.stop and not signs.is_calendar(term.form)
            ):
                if n:
                    people.add(term.key)
                if before in signs.BEFORE_PLACE:
                    localities.add(term.key)
            before = before if term.form == "the" else term.form
        return frozenset(people), frozenset(localities)


def outlet_keys(analyser: Analyser, outlet: str) -> set[str]:
    """Return the terms that stand for an outlet: its name, or the one word it consists of."""
    terms = analyser.analyse(outlet).terms
    single = terms if len(terms) == 1 else ()
    return {term.key for term in terms if term.key.startswith("@")} | {t.key for t in single}


def _named(analysis: Analysis) -> tuple[int, ...]:
    """Return which terms are written as names."""
    return tuple(
        n
        for n, term in enumerate(analysis.terms)
        if term.capital and not term.stop and not signs.is_calendar(term.form)
    )


def _behind_preposition(analysis: Analysis, at: int) -> bool:
    """Whether a name says where: "in Lund", "in the harbour town of Lund", not "Lund says"."""
    before = analysis.terms[max(at - _REACH, 0) : at]
    return any(term.form in signs.BEFORE_PLACE for term in before)


def _lists(text: str) -> bool:
    """Whether a sentence lists three things or more, with a comma and a word between the last."""
    return bool(_LIST.search(text))


def _clauses(text: str, analysis: Analysis) -> tuple[int, ...]:
    """Return, for each term, the number of the clause it stands in."""
    found: list[int] = []
    clause = end = 0
    for term in analysis.terms:
        clause += bool(_BREAK.search(text, end, term.start)) or term.form in _OPENS
        found.append(clause)
        end = term.end
    return tuple(found)
