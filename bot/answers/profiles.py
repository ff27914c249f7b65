"""A sentence as the ranking sees it, worked out when it is first needed."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.answers import signs
from bot.corpus.names import NameKind
from bot.index.analysis import Analysis
from bot.index.index import SentenceIndex

PROFILES = 50_000


@dataclass(frozen=True, slots=True)
class Profile:
    """What a sentence holds: its terms, whom and where it names, how it reads."""

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


class Profiles:
    """Profiles of an index's sentences by position, the last ones kept."""

    def __init__(self, index: SentenceIndex) -> None:
        self.index = index
        self.of = lru_cache(maxsize=PROFILES)(self._profile)
        self.numbers = lru_cache(maxsize=PROFILES)(self._numbers)
        self._titled: dict[str, set[str]] = {}
        for article in index.corpus.articles:
            for key in index.analyser.analyse(article.title or "").content:
                self._titled.setdefault(key, set()).add(article.id)
        self._kinds = {"@" + name.name: name.kind for name in index.names}

    def titled(self, key: str) -> Collection[str]:
        """Return the ids of the articles with a term in their title."""
        return self._titled.get(key, ())

    def _profile(self, at: int) -> Profile:
        analysis, text = self.index.analyses[at], self.index.sentences[at].text
        keys = analysis.keys
        content = set(analysis.content)
        people, localities = self._bearers(analysis)
        return Profile(
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
        )

    def _numbers(self, at: int) -> tuple[int, ...]:
        """Return which terms of a sentence are numbers."""
        terms = self.index.analyses[at].terms
        return tuple(n for n, term in enumerate(terms) if signs.has_number(term.form))

    def _bearers(self, analysis: Analysis) -> tuple[frozenset[str], frozenset[str]]:
        """Return the terms that may name a person, and those that may name a place."""
        people: set[str] = set()
        localities: set[str] = set()
        before = ""
        for n, term in enumerate(analysis.terms):
            kind = self._kinds.get(term.key)
            if kind is NameKind.PLACE:
                localities.add(term.key)
            elif kind is NameKind.PERSON:
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
