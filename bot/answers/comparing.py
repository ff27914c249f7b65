"""Whether outlets agree: who else says the same, and who says otherwise."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answers.asks import Asks
from bot.answers.notes import HOW_MANY, OR_NOT_SAID, WHEN, WHERE, WHO
from bot.answers.profiles import Profiles
from bot.answers.question import Question
from bot.answers.ranking import Candidate
from bot.answers.signs import has_negation
from bot.answers.values import values
from bot.phrase import Phrase

# How much of what the lead says of the question another sentence must say to be compared.
_SAME_MATTER = 0.8
_SAME_CLAIM = 0.4
_CLOSE_SCORE = 0.6
# Names differ for many reasons; only sentences that are otherwise alike are set against each other.
_ALIKE = 0.6
_ABOUT = {
    Asks.DATE: WHEN,
    Asks.NUMBER: HOW_MANY,
    Asks.PLACE: WHERE,
    Asks.PERSON: WHO,
}
_NAMED = frozenset([WHERE, WHO])


@dataclass(frozen=True, slots=True)
class Difference:
    """Candidates whose answers differ, and in what."""

    about: str
    sides: tuple[Candidate, ...]


class Comparer:
    """Compares candidates of different outlets for one question."""

    def __init__(self, question: Question, profiles: Profiles) -> None:
        self._question = question
        self._profiles = profiles
        self._weights = {unit.key: unit.weight for unit in question.units}

    def agreeing(self, lead: Candidate, others: Sequence[Candidate]) -> Iterator[str]:
        """Yield each other outlet with a sentence of its own that bears out the lead."""
        seen = {self._outlet(lead)}
        text = self._text(lead)
        for other in others:
            outlet = self._outlet(other)
            if outlet in seen or not self._comparable(lead, other):
                continue
            if self._text(other) != text and self._bears_out(lead, other):
                seen.add(outlet)
                yield outlet

    def differing(self, lead: Candidate, others: Sequence[Candidate]) -> list[Difference]:
        """Return, for each kind of difference, the lead and those of other outlets who differ."""
        about = _ABOUT.get(self._question.asks)
        if about is None:
            return []
        sides: dict[str, list[Candidate]] = {}
        outlets, texts = {self._outlet(lead)}, {self._text(lead)}
        ours = self._values(lead)
        for other in others:
            outlet, text = self._outlet(other), self._text(other)
            if outlet in outlets or text in texts or not self._comparable(lead, other):
                continue
            if self.same_claim(lead, other) < _SAME_CLAIM:
                continue
            theirs = self._values(other)
            if about in _NAMED:
                if self._names_apart(lead, other, ours, theirs):
                    sides.setdefault(about, [lead]).append(other)
                else:
                    continue
            elif _contradict(ours, theirs):
                sides.setdefault(about, [lead]).append(other)
            elif bool(ours) != bool(theirs) and self._denies(other if ours else lead):
                sides.setdefault(Phrase(OR_NOT_SAID, about=Phrase(about)), [lead]).append(other)
            else:
                continue
            outlets.add(outlet)
            texts.add(text)
        return [Difference(kind, tuple(found)) for kind, found in sides.items()]

    def same_claim(self, one: Candidate, other: Candidate) -> float:
        """Return how much two sentences share of their weight, 0 to 1."""
        a, b = self._profiles.of(one.position), self._profiles.of(other.position)
        shared = sum(map(self._profiles.index.weight, a.content & b.content))
        return shared / (min(a.weight, b.weight) or 1.0)

    def _names_apart(
        self, lead: Candidate, other: Candidate, ours: frozenset[str], theirs: frozenset[str]
    ) -> bool:
        """Whether two sentences that say the same give one name each, and not the same one."""
        if len(ours) != 1 or len(theirs) != 1:
            return False
        a, b = self._profiles.of(lead.position), self._profiles.of(other.position)
        if ours & b.keys or theirs & a.keys:
            return False
        shared = sum(map(self._profiles.index.weight, (a.content & b.content) - ours - theirs))
        names = sum(map(self._profiles.index.weight, ours | theirs))
        return shared >= _ALIKE * (min(a.weight, b.weight) - names / 2)

    def _outlet(self, candidate: Candidate) -> str:
        index = self._profiles.index
        return index.corpus.by_id[index.sentences[candidate.position].article].outlet

    def _text(self, candidate: Candidate) -> str:
        return self._profiles.plain(candidate.position)

    def _comparable(self, lead: Candidate, other: Candidate) -> bool:
        if other.older or other.score < _CLOSE_SCORE * lead.score:
            return False
        ours = sum(self._weights[key] for key in lead.matched)
        shared = sum(self._weights[key] for key in lead.matched & other.matched)
        return ours > 0 and shared >= _SAME_MATTER * ours

    def _values(self, candidate: Candidate) -> frozenset[str]:
        index, at = self._profiles.index, candidate.position
        found = values(
            self._question, index.sentences[at].text, index.analyses[at], self._profiles.of(at)
        )
        return frozenset(value.key for value in found)

    def _telling(self, found: frozenset[str]) -> frozenset[str]:
        """Return the rarest of some values: a city tells more than its country."""
        weights = {value: self._profiles.index.weight(value) for value in found}
        most = max(weights.values(), default=0.0)
        return frozenset(value for value, weight in weights.items() if weight == most)

    def _denies(self, candidate: Candidate) -> bool:
        return has_negation(self._profiles.index.sentences[candidate.position].text)

    def _bears_out(self, lead: Candidate, other: Candidate) -> bool:
        ours, theirs = self._values(lead), self._values(other)
        if ours or theirs:
            return bool(theirs & self._telling(ours))
        return self.same_claim(lead, other) >= _SAME_CLAIM


def _contradict(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two sets of values of one size exclude each other: this week, next week."""
    sizes = {_size(value) for value in ours} & {_size(value) for value in theirs}
    return bool(sizes) and not ours & theirs


def _size(value: str) -> str:
    """Return what a value is measured in: week, month, year, a day, a plain number."""
    for word in ("week", "month", "year", "century"):
        if word in value:
            return word
    if re.search(r"[a-z]", value):
        return "day" if re.search(r"day|\d", value) else value
    return "year" if re.fullmatch(r"1\d{3}|20\d\d", value) else "number"
