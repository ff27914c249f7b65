"""What speaks for a sentence as the answer to a question, as numbers."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bot.answers.asks import Asks
from bot.answers.profiles import Profile, Profiles
from bot.answers.question import Question, Unit
from bot.answers.thesaurus import Words
from bot.corpus.article import Kind

NAMES = (
    "bm25",
    "paragraph",
    "surface",
    "coverage",
    "soft",
    "related",
    "prefix",
    "leaned",
    "around",
    "title",
    "close",
    "pairs",
    "names",
    "absent_names",
    "confused",
    "precision",
    "number",
    "number_near",
    "date",
    "person",
    "place",
    "reason",
    "definition",
    "negation",
    "figures",
    "short",
    "long",
    "asking",
    "headline",
    "past_ahead",
    "future",
    "subject",
)
_NEAR = 4
# Below this many sentences BM25's weights shrink to nothing or turn negative for terms that stand
# in half of them; what is covered says more then.
_SMALL = 50

Flags = NDArray[np.bool_]
Column = NDArray[np.float64]


class Features:
    """The features of a question's candidates: `table` has a row each, in the order of NAMES.

    `held` has a row for each unit of the question: in which candidates its term stands.
    `bm25` and `paragraph` are scores divided by the weight of the question's terms; shares are
    of the weight of the question's units.
    """

    def __init__(
        self,
        question: Question,
        positions: NDArray[np.int64],
        bm25: Column,
        paragraph: Column,
        profiles: Profiles,
    ) -> None:
        self._question, self._positions, self._profiles = question, positions, profiles
        self._found = [profiles.of(at) for at in positions.tolist()]
        self._columns: dict[str, Column] = {"bm25": bm25, "paragraph": paragraph}
        self.held: list[Flags] = []
        self._by_words()
        self._by_kind()
        self._by_shape()
        self.table = np.column_stack([self._columns[name] for name in NAMES])

    def _by_words(self) -> None:
        """Which terms of the question stand in a sentence, as what, and how near it."""
        question, positions, index = self._question, self._positions, self._profiles.index
        shares = {
            name: np.zeros(len(positions))
            for name in (
                "surface",
                "coverage",
                "soft",
                "related",
                "prefix",
                "leaned",
                "around",
                "title",
            )
        }
        named = np.zeros(len(positions))
        absent = np.zeros(len(positions))
        leans = self._flags("leans")
        before, after = index.before[positions], index.after[positions]
        titles = [self._profiles.title_of(at) for at in positions.tolist()]
        for unit in question.units:
            here = index.holding(unit.key, positions)
            self.held.append(here)
            missing = ~here
            in_before = index.holding(unit.key, before) & missing
            soft = self._holding_words(unit.others, missing)
            related = self._holding_words(unit.related, missing & ~soft)
            prefix = index.starting_like(unit.key, positions) & missing & ~soft & ~related
            share = unit.weight / (question.weight or 1.0)
            shares["coverage"] += share * here
            shares["surface"] += share * (here & index.holding_form(unit.form, positions))
            shares["soft"] += share * soft
            shares["related"] += share * related
            shares["prefix"] += share * prefix
            shares["leaned"] += share * (in_before & leans)
            shares["around"] += share * (in_before & ~leans)
            shares["around"] += share * (index.holding(unit.key, after) & missing)
            shares["title"] += share * (np.array([unit.key in t for t in titles]) & missing)
            if unit.name:
                named += here
                absent += missing & ~in_before
        self._columns.update(shares)
        if len(index.sentences) < _SMALL:
            for name in ("bm25", "paragraph"):
                self._columns[name] = np.maximum(self._columns[name], shares["coverage"])
        names = sum(unit.name for unit in question.units) or 1
        self._columns["names"], self._columns["absent_names"] = named / names, absent / names

    def _by_kind(self) -> None:
        """Whether a sentence holds the kind of answer that the question asks for."""
        question = self._question
        asks, known = question.asks, question.known
        kinds = {
            "number": asks is Asks.NUMBER and [bool(p.numbers) for p in self._found],
            "number_near": asks is Asks.NUMBER and [_number_near(question, p) for p in self._found],
            "date": asks is Asks.DATE and self._flags("date"),
            "person": asks is Asks.PERSON and [bool(p.people - known) for p in self._found],
            "place": asks is Asks.PLACE and [bool(p.localities - known) for p in self._found],
            "reason": asks is Asks.REASON and self._flags("reason"),
            "definition": asks is Asks.DEFINITION and self._flags("definition"),
            "negation": asks in (Asks.YES_NO, Asks.DATE) and self._flags("negation"),
            "past_ahead": question.past and self._flags("ahead"),
            "future": question.future and self._flags("future"),
            "confused": bool(question.rivals) and [_confused(question, p) for p in self._found],
        }
        figures = question.figures
        for name, flags in kinds.items():
            self._columns[name] = self._column(flags)
        self._columns["figures"] = self._column(
            figures and [len(figures & p.keys) / len(figures) for p in self._found]
        )

    def _by_shape(self) -> None:
        """How a sentence is built, whatever the question is about."""
        question, sentences = self._question, self._profiles.index.sentences
        words = self._column([profile.words for profile in self._found])
        weights = self._column([profile.weight for profile in self._found])
        self._columns |= {
            "precision": self._columns["coverage"] * question.weight / (weights + 10.0),
            "close": self._close(),
            "pairs": self._column([_pairs(question, profile) for profile in self._found]),
            "short": (words < 8).astype(float),
            "long": np.minimum(words, 60) / 60,
            "asking": self._column(self._flags("asking")),
            "headline": self._column(
                [sentences[at].kind is Kind.HEADLINE for at in self._positions.tolist()]
            ),
            "subject": self._column([_subject(question, profile) for profile in self._found]),
        }

    def _close(self) -> Column:
        """Share of neighbouring units of the question that stand close together in a sentence."""
        units = self._question.units
        close = np.zeros(len(self._positions))
        for (first, a), (second, b) in pairwise(zip(units, self.held, strict=True)):
            for n in np.flatnonzero(a & b).tolist():
                close[n] += _apart(self._found[n], first, second) <= _NEAR
        return close / max(len(units) - 1, 1)

    def _holding_words(self, words: Words, wanted: Flags) -> Flags:
        found = self._profiles.index.holding_any(words.single, self._positions)
        if words.phrases:
            for n in np.flatnonzero(wanted & ~found).tolist():
                line = self._found[n].line
                found[n] = any(phrase in line for phrase in words.phrases)
        return found & wanted

    def _flags(self, name: str) -> Flags:
        return np.array([getattr(profile, name) for profile in self._found], dtype=bool)

    def _column(self, values: "Sequence[float] | Flags | frozenset[str] | bool") -> Column:
        """Return a column of numbers; no values at all are zeros."""
        if isinstance(values, (bool, frozenset)):
            return np.zeros(len(self._positions))
        return np.array(values, dtype=float)


def _apart(profile: Profile, first: Unit, second: Unit) -> int:
    return abs(profile.places_of[first.key] - profile.places_of[second.key])


def _pairs(question: Question, profile: Profile) -> float:
    """Share of the question's pairs of terms, stop words as well, that stand in the sentence."""
    pairs = question.pairs
    return len(pairs & profile.pairs) / len(pairs) if pairs else 0.0


def _confused(question: Question, profile: Profile) -> bool:
    """Whether the sentence speaks of someone easily taken for whom the question means."""
    return any(
        profile.keys & rivals and name not in profile.keys
        for name, rivals in question.rivals.items()
    )


def _subject(question: Question, profile: Profile) -> bool:
    """Whether the sentence starts with the first name of the question."""
    first = question.first_name
    return first is not None and profile.places_of.get(first, _NEAR) < _NEAR


def _number_near(question: Question, profile: Profile) -> bool:
    """Whether a number stands just before something that the question counts."""
    spots = [profile.places_of[u.key] for u in question.units if u.key in profile.places_of]
    return any(0 <= spot - number <= _NEAR for number in profile.numbers for spot in spots)
