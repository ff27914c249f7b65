"""A question understood: what it asks for, about whom, and by which words."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import accumulate, pairwise, takewhile

from bot.answers.asks import Asks, asked_for
from bot.answers.heads import by_country, by_head, by_word
from bot.answers.light import FRAME, LIGHT
from bot.answers.measures import measure
from bot.answers.profiles import outlet_keys
from bot.answers.rewording import reworded
from bot.answers.signs import asks_about_future, asks_about_past
from bot.answers.thesaurus import LONGEST, Lexicon, Stems, Words, bare
from bot.answers.times import Span, spans
from bot.answers.wording import OCCASIONS, Wording, wording
from bot.index.analysis import Analysis, Term
from bot.index.index import SentenceIndex

_ARTICLES = frozenset(["the", "a", "an"])
# Behind these a year is where the time asked for ends or starts, and seldom stands in the answer.
_BOUNDS = frozenset(["before", "after", "since", "until", "till"])
_FRAME_SHARE = 0.35
_LIGHT_SHARE = 0.3
# How many times is told by "twice" or "two trips" as well.
_OCCASIONS_SHARE = 0.2
# With a word behind that tells as little, these tell of something: "put off", "give in".
_PHRASAL = frozenset(["go", "get", "come", "give", "make", "put", "let", "own", "see"])
_PHRASE_WEIGHT = 2.0
# With one of these behind it a verb tells something else than alone: who "takes over".
_PARTICLES = frozenset(
    ["over", "off", "out", "up", "down", "away", "back", "through", "apart", "asid", "along"]
)
# Words whose other words are kept from one question to the next.
_KEPT = 4096
_NO_WORDS = Words()
# The words of "the North's ruler" count less once it is known whom they mean.
_DESCRIBED_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Unit:
    """One content term of a question: how much it tells, and what else may stand for it.

    `others` can stand for it, `related` words only hint at it. `known` tells
    whether the corpus holds the term, `elsewhere` whether it holds another word for it. A verb
    with a `particle` is met only where that stands behind it.
    """

    key: str
    form: str
    weight: float
    others: Words = _NO_WORDS
    related: Words = _NO_WORDS
    known: bool = True
    elsewhere: bool = False
    capital: bool = False
    name: bool = False
    particle: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the ranking sees it: as it was `asked`, and its `text` in plainer words.

    `things` are the words behind articles, which name someone or something and no deed.
    `past` and `future` tell whether it asks about what has been, or what is to come; `weight` is
    that of all units together, `known` holds their keys, `given` those but for
    names that are only described, `figures` those that are numbers, and
    `first_name` is the name mentioned first.
    """

    asked: str
    text: str
    asks: Asks
    analysis: Analysis
    keys: tuple[str, ...]
    units: tuple[Unit, ...]
    pairs: frozenset[tuple[str, str]]
    things: frozenset[str]
    rivals: Mapping[str, frozenset[str]]
    past: bool
    future: bool
    weight: float
    known: frozenset[str]
    given: frozenset[str]
    figures: frozenset[str]
    first_name: str | None
    named: Mapping[str, float]
    wording: Wording
    measure: re.Pattern[str] | None
    times: tuple[Span, ...]

    @property
    def nameless(self) -> set[str]:
        """The keys of its units but for names and the words that they are made of."""
        names = sorted((mention.start, mention.end) for mention in self.analysis.mentions)
        starts = [start for start, _ in names]
        # How far the names reach that begin before a place: nowhere before the first.
        reach = [0, *accumulate((end for _, end in names), max)]
        parts = {
            term.key
            for term in self.analysis.terms
            if term.start < reach[bisect_right(starts, term.start)]
        }
        return {unit.key for unit in self.units if not unit.name and not unit.capital} - parts


class QuestionReader:
    """Understands questions as an index and a lexicon allow."""

    def __init__(self, index: SentenceIndex, lexicon: Lexicon) -> None:
        self._index, self._lexicon = index, lexicon
        published = [a.published for a in index.corpus.articles if a.published]
        self._newest = max(published, default=date.max)
        self._outlets = frozenset[str]().union(
            *(outlet_keys(index.analyser, outlet) for outlet in index.corpus.outlets)
        )
        self._headed = by_head(index)
        self._held = lru_cache(maxsize=_KEPT)(self._find_held)

    def read(self, text: str) -> Question:
        """Analyse a question."""
        asked, text = text, reworded(text, self._index.analyser)
        analysis = self._index.analyser.analyse(text)
        keys = analysis.keys
        rivals = {
            "@" + mention.name.name: frozenset("@" + other for other in mention.name.never)
            for mention in analysis.mentions
            if mention.name.never and not mention.loose
        }
        form = wording(analysis.terms)
        units = tuple(self._units(analysis, form))
        return Question(
            asked=asked,
            text=text,
            asks=_kind(text, form),
            analysis=analysis,
            keys=tuple(dict.fromkeys(keys)),
            units=units,
            pairs=frozenset(pairwise(keys)),
            things=frozenset(
                term.key for before, term in pairwise(analysis.terms) if before.form in _ARTICLES
            ),
            rivals={name: others - set(keys) for name, others in rivals.items()},
            past=asks_about_past(text),
            future=asks_about_future(text),
            weight=sum(unit.weight for unit in units),
            known=frozenset(unit.key for unit in units),
            given=frozenset(unit.key for unit in units) - _only_described(analysis),
            figures=frozenset(unit.key for unit in units if unit.form[0].isdigit()),
            first_name=next((unit.key for unit in units if unit.name), None),
            named={unit.key: unit.weight for unit in units if unit.name or unit.capital},
            wording=form,
            measure=measure(text),
            times=tuple(spans(text, self._newest)),
        )

    def _units(self, analysis: Analysis, form: Wording) -> Iterator[Unit]:
        index, keys, seen = self._index, analysis.keys, set[str]()
        described, shouted = _described(analysis), all(t.capital for t in analysis.terms)
        others = self._lexicon.synonyms.others_in(keys)
        related = self._lexicon.related_to(analysis.terms)
        meant = by_word(analysis) | by_country(analysis, index.analyser)
        for at, term in enumerate(analysis.terms):
            if term.stop and (phrase := self._phrase(analysis.terms, at)):
                yield phrase
            if term.stop or term.key in seen:
                continue
            seen.add(term.key)
            name = term.key.startswith("@")
            weight = index.weight(term.key)
            bound = term.form.isdigit() and at > 0 and analysis.terms[at - 1].form in _BOUNDS
            if bound or term.key in FRAME:
                weight *= _FRAME_SHARE
            elif term.key in LIGHT:
                weight *= _LIGHT_SHARE
            if form.counted == OCCASIONS == (term.key,):
                weight *= _OCCASIONS_SHARE
            if not name and any(start <= term.start < end for start, end in described):
                weight *= _DESCRIBED_SHARE
            headed, names = self._headed.get(term.key, ()), meant.get(term.start, ())
            others_of = () if name else (*others[at], *headed, *names)
            same = self._held(others_of) if others_of else _NO_WORDS
            capital = term.capital and at > 0 and not shouted
            yield Unit(
                term.key,
                term.form,
                weight,
                same,
                _NO_WORDS if name or not related[at] else self._held(related[at]),
                known=index.bm25.frequency(term.key) > 0 or (capital and term.key in self._outlets),
                elsewhere=bool(same.single),
                capital=capital,
                name=name,
                particle=self._particle(analysis.terms, at),
            )

    def _particle(self, terms: Sequence[Term], at: int) -> str:
        """Return what stands behind a verb that has other words together with it, if anything."""
        behind = terms[at + 1].key if at + 1 < len(terms) else ""
        if behind in _PARTICLES and self._lexicon.synonyms.others((terms[at].key, behind)):
            return behind
        return ""

    def _phrase(self, terms: Sequence[Term], at: int) -> Unit | None:
        """Return a phrase of words that tell nothing alone: "go up", "come together"."""
        if terms[at].key not in _PHRASAL:
            return None
        behind = takewhile(lambda term: term.stop, terms[at : at + LONGEST])
        keys = tuple(term.key for term in behind)
        for end in range(len(keys), 1, -1):
            others = self._lexicon.synonyms.others(bare(keys[:end]))
            held = self._held((*others, keys[:end])) if others else _NO_WORDS
            if held.single:
                form = " ".join(keys[:end])
                return Unit(form, form, _PHRASE_WEIGHT, held, elsewhere=True)
        return None

    def _find_held(self, found: tuple[Stems, ...]) -> Words:
        """Keep the words and phrases whose stems the corpus holds."""
        terms = self._index.bm25.terms
        held = [stems for stems in dict.fromkeys(found) if terms.issuperset(stems)]
        return Words(
            frozenset(stems[0] for stems in held if len(stems) == 1),
            tuple(sorted(stems for stems in held if len(stems) > 1)),
        )


def _described(analysis: Analysis) -> list[tuple[int, int]]:
    """Return the spans of descriptions of several words that stand for a name."""
    return [
        (mention.start, mention.end)
        for mention in analysis.mentions
        if mention.loose and mention.last - mention.first > 1
    ]


def _only_described(analysis: Analysis) -> set[str]:
    """Return the names that only a description stands for: "Ruritania's leader"."""
    described = {"@" + m.name.name for m in analysis.mentions if m.loose and m.last - m.first > 1}
    return described - {"@" + m.name.name for m in analysis.mentions if not m.loose}


def _kind(text: str, form: Wording) -> Asks:
    asks = asked_for(text)
    return Asks.LIST if form.several and asks in (Asks.OTHER, Asks.DEFINITION) else asks
