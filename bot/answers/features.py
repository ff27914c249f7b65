"""What speaks for a sentence as the answer to a question, as numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.answers import signs
from bot.answers.asks import Asks
from bot.answers.question import Question, Unit
from bot.corpus.article import Kind
from bot.index.index import SentenceIndex

NAMES = (
    "bm25",
    "paragraph",
    "surface",
    "coverage",
    "soft",
    "prefix",
    "around",
    "article_title",
    "pairs",
    "rarest",
    "names",
    "precision",
    "number",
    "date",
    "person",
    "place",
    "reason",
    "definition",
    "figures",
    "short",
    "leans",
    "asking",
    "headline",
    "lead",
)
_PREFIX = 5


@dataclass(frozen=True, slots=True)
class Profile:
    """A sentence as the features see it."""

    keys: frozenset[str]
    forms: frozenset[str]
    prefixes: frozenset[str]
    line: str
    places: dict[str, int]
    weight: float
    words: int
    number: bool
    date: bool
    place: bool
    reason: bool
    definition: bool
    leans: bool
    asking: bool
    capitals: frozenset[str]


class Profiles:
    """Profiles of an index's sentences, made when first needed."""

    def __init__(self, index: SentenceIndex) -> None:
        self.index = index
        self.of = lru_cache(maxsize=50_000)(self._profile)
        self._titles = {
            article.id: frozenset(index.analyser.analyse(article.title or "").content)
            for article in index.corpus.articles
        }

    def title_of(self, at: int) -> frozenset[str]:
        """Return the terms of the title over a sentence."""
        return self._titles[self.index.sentences[at].article]

    def _profile(self, at: int) -> Profile:
        analysis, text = self.index.analyses[at], self.index.sentences[at].text
        keys = analysis.keys
        content = set(analysis.content)
        return Profile(
            keys=frozenset(keys),
            forms=frozenset(term.form for term in analysis.terms),
            prefixes=frozenset(key[:_PREFIX] for key in content if len(key) >= _PREFIX),
            line=f" {' '.join(keys)} ",
            places={key: n for n, key in reversed(list(enumerate(keys)))},
            weight=sum(self.index.weight(key) for key in content),
            words=len(keys),
            number=signs.has_number(text),
            date=signs.has_date(text),
            place=signs.has_place(text),
            reason=signs.has_reason(text),
            definition=signs.has_definition(text),
            leans=signs.leans_back(text),
            asking=text.rstrip("\"'”’").endswith("?"),
            capitals=frozenset(t.key for t in analysis.terms[1:] if t.capital and not t.stop)
            | frozenset(k for k in keys if k.startswith("@")),
        )


def stands_in(unit: Unit, profile: Profile) -> bool:
    """Whether another word for the term stands in the sentence."""
    return any(
        other[0] in profile.keys if len(other) == 1 else f" {' '.join(other)} " in profile.line
        for other in unit.others
    )


def features(
    question: Question, at: int, bm25: float, paragraph: float, profiles: Profiles
) -> list[float]:
    """Return the features of the sentence at a position, in the order of NAMES."""
    index = profiles.index
    profile, sentence = profiles.of(at), index.sentences[at]
    total = sum(unit.weight for unit in question.units) or 1.0
    surface = coverage = soft = prefix = names = 0.0
    named = 0
    rarest = max(question.units, key=lambda u: u.weight, default=None)
    matched: list[Unit] = []
    missing: list[Unit] = []
    for unit in question.units:
        if unit.key in profile.keys:
            coverage += unit.weight
            matched.append(unit)
            if unit.form in profile.forms:
                surface += unit.weight
        else:
            missing.append(unit)
            if stands_in(unit, profile):
                soft += unit.weight
            elif len(unit.key) >= _PREFIX and unit.key[:_PREFIX] in profile.prefixes:
                prefix += unit.weight
        if unit.name:
            named += 1
            names += unit.key in profile.keys
    asked = question.analysis
    known = {unit.key for unit in question.units}
    new = profile.capitals - known
    around = _around(missing, at, profiles)
    asks = question.asks
    figures = [t.key for t in asked.terms if t.form[0].isdigit()]
    return [
        bm25,
        paragraph,
        surface / total,
        coverage / total,
        soft / total,
        prefix / total,
        around / total,
        _title(missing, at, profiles) / total,
        _pairs(question, profile),
        float(rarest is not None and rarest.key in profile.keys),
        names / named if named else 0.0,
        sum(unit.weight for unit in matched) / (profile.weight + 10.0),
        float(asks is Asks.NUMBER and profile.number),
        float(asks is Asks.DATE and profile.date),
        float(asks is Asks.PERSON and bool(new)),
        float(asks is Asks.PLACE and profile.place and bool(new)),
        float(asks is Asks.REASON and profile.reason),
        float(asks is Asks.DEFINITION and profile.definition),
        sum(f in profile.keys for f in figures) / len(figures) if figures else 0.0,
        float(profile.words < 8),
        float(profile.leans),
        float(profile.asking),
        float(sentence.kind is Kind.HEADLINE),
        float(sentence.number is not None and sentence.number <= 3),
    ]


def _around(missing: Sequence[Unit], at: int, profiles: Profiles) -> float:
    """Weight of missing terms that stand in the sentences beside this one."""
    sentences = profiles.index.sentences
    own = sentences[at].article
    beside = [
        n for n in (at - 1, at + 1) if 0 <= n < len(sentences) and sentences[n].article == own
    ]
    return sum(
        unit.weight for unit in missing if any(unit.key in profiles.of(n).keys for n in beside)
    )


def _title(missing: Sequence[Unit], at: int, profiles: Profiles) -> float:
    keys = profiles.title_of(at)
    return sum(unit.weight for unit in missing if unit.key in keys)


def _pairs(question: Question, profile: Profile) -> float:
    """Share of neighbouring terms of the question that stand close together in the sentence."""
    units = question.units
    if len(units) < 2:
        return 0.0
    close = 0
    for first, second in zip(units, units[1:], strict=False):
        a, b = profile.places.get(first.key), profile.places.get(second.key)
        close += a is not None and b is not None and abs(a - b) <= 3
    return close / (len(units) - 1)
