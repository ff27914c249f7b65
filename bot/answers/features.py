"""What speaks for a sentence as the answer to a question, as numbers."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from bot.answers.asks import Asks
from bot.answers.profiles import Profile, Profiles
from bot.answers.question import Question, Unit
from bot.answers.thesaurus import Words
from bot.corpus.article import Kind
from bot.index.postings import Positions

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
_WORD_NAMES = (
    *("surface", "coverage", "soft", "related", "prefix"),
    *("leaned", "around", "title", "names", "absent_names"),
)
_NEAR = 4
# Below this many sentences BM25's weights shrink to nothing or turn negative for terms that stand
# in half of them; what is covered says more then.
_SMALL = 50

Column = list[float]


class Features:
    """The features of a question's candidates: `table` has a row each, in the order of NAMES.

    `held` has, for each unit of the question, the positions in which its term stands. `bm25`
    and `paragraph` are scores divided by the weight of the question's terms; shares are of the
    weight of the question's units.
    """

    def __init__(
        self,
        question: Question,
        positions: Sequence[int],
        bm25: Column,
        paragraph: Column,
        profiles: Profiles,
    ) -> None:
        self._question, self._positions, self._profiles = question, positions, profiles
        self._found = [profiles.of(at) for at in positions]
        self._rows = {at: n for n, at in enumerate(positions)}
        self._wanted = frozenset(positions)
        self._columns: dict[str, Column] = {"bm25": bm25, "paragraph": paragraph}
        self.held: list[Positions] = []
        self._by_words()
        self._by_kind()
        self._by_shape()
        self.table = np.array([self._columns[name] for name in NAMES]).T

    def _by_words(self) -> None:
        """Which terms of the question stand in a sentence, as what, and how near it."""
        question, index = self._question, self._profiles.index
        for name in _WORD_NAMES:
            self._columns[name] = [0.0] * len(self._positions)
        names = sum(unit.name for unit in question.units) or 1
        before = [index.before[at] for at in self._positions]
        after = [index.after[at] for at in self._positions]
        self._titles = [self._profiles.title_of(at) for at in self._positions]
        for unit in question.units:
            here = index.holding(unit.key, self._wanted)
            self.held.append(here)
            missing = self._wanted - here
            soft = self._holding_words(unit.others, missing)
            related = self._holding_words(unit.related, missing - soft)
            share = unit.weight / (question.weight or 1.0)
            self._add("coverage", here, share)
            self._add("surface", index.holding_form(unit.form, here), share)
            self._add("soft", soft, share)
            self._add("related", related, share)
            self._add("prefix", index.starting_like(unit.key, missing) - soft - related, share)
            in_before = index.holding(unit.key, frozenset(before))
            self._near(unit, share, missing, in_before, before)
            in_after = index.holding(unit.key, frozenset(after))
            self._add("around", (at for at in missing if index.after[at] in in_after), share)
            if unit.name:
                self._add("names", here, 1 / names)
                absent = (at for at in missing if index.before[at] not in in_before)
                self._add("absent_names", absent, 1 / names)
        if len(index.sentences) < _SMALL:
            for name in ("bm25", "paragraph"):
                covered = zip(self._columns[name], self._columns["coverage"], strict=True)
                self._columns[name] = [max(pair) for pair in covered]

    def _near(
        self,
        unit: Unit,
        share: float,
        missing: Positions,
        in_before: Positions,
        before: Sequence[int],
    ) -> None:
        """Count a missing term that the sentence before holds, or the title above."""
        leaned, around = self._columns["leaned"], self._columns["around"]
        title = self._columns["title"]
        for at in missing:
            n = self._rows[at]
            if before[n] in in_before:
                (leaned if self._found[n].leans else around)[n] += share
            if unit.key in self._titles[n]:
                title[n] += share

    def _add(self, name: str, positions: Iterable[int], share: float) -> None:
        column, rows = self._columns[name], self._rows
        for at in positions:
            column[rows[at]] += share

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
        coverage = self._columns["coverage"]
        self._columns |= {
            "precision": [
                covered * question.weight / (profile.weight + 10.0)
                for covered, profile in zip(coverage, self._found, strict=True)
            ],
            "close": self._close(),
            "pairs": [_pairs(question, profile) for profile in self._found],
            "short": [float(profile.words < 8) for profile in self._found],
            "long": [min(profile.words, 60) / 60 for profile in self._found],
            "asking": self._flags("asking"),
            "headline": [float(sentences[at].kind is Kind.HEADLINE) for at in self._positions],
            "subject": [float(_subject(question, profile)) for profile in self._found],
        }

    def _close(self) -> Column:
        """Share of neighbouring units of the question that stand close together in a sentence."""
        units = self._question.units
        close = [0.0] * len(self._positions)
        for (first, a), (second, b) in pairwise(zip(units, self.held, strict=True)):
            for at in a & b:
                n = self._rows[at]
                close[n] += (_apart(self._found[n], first, second) <= _NEAR) / (len(units) - 1)
        return close

    def _holding_words(self, words: Words, wanted: Positions) -> Positions:
        found = self._profiles.index.holding_any(words.single, wanted)
        if not words.phrases:
            return found
        return found | {
            at
            for at in wanted - found
            if any(phrase in self._found[self._rows[at]].line for phrase in words.phrases)
        }

    def _flags(self, name: str) -> Column:
        return [float(getattr(profile, name)) for profile in self._found]

    def _column(self, values: "Sequence[float] | frozenset[str] | bool") -> Column:
        """Return a column of numbers; no values at all are zeros."""
        if isinstance(values, (bool, frozenset)):
            return [0.0] * len(self._positions)
        return [float(value) for value in values]


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
