"""What speaks for a sentence as the answer to a question, as numbers."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from bot.answers import nearness, signs
from bot.answers.asks import Asks
from bot.answers.matching import Column, Match
from bot.answers.measures import gives
from bot.answers.profiles import Profiles
from bot.answers.question import Question
from bot.answers.times import meet
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
    "pairs",
    "absent_names",
    "confused",
    "precision",
    "number",
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
    "clause",
    "near",
    "acting",
    "named",
    "counted",
    "measured",
    "mismatch",
    "lists",
    "first_since",
    "then",
)
_NEAR = 4
# How much another word counts where it is asked what stands near what.
_OTHER_SHARE = 0.7


class Features:
    """The features of a question's candidates, by name in `columns`, a value for each candidate.

    Those that the index tells without a look at the sentences are given, and what it `found`.
    `matched` has, for each candidate, the question's terms that stand in it. Shares are of the
    weight of the question's units. Columns that stay zero are never made.
    """

    def __init__(
        self,
        question: Question,
        positions: Sequence[int],
        columns: Mapping[str, Column],
        found: Iterable[Match],
        profiles: Profiles,
    ) -> None:
        self._question, self._positions, self._index = question, positions, profiles.index
        self.profiles = [profiles.of(at) for at in positions]
        self._rows = {at: n for n, at in enumerate(positions)}
        self._zeros = (0.0,) * len(positions)
        self._sums: dict[str, list[float]] = {}
        self.columns: dict[str, Column] = {**columns}
        self.matched: list[list[str]] = [[] for _ in positions]
        self._around: list[list[tuple[int, float]]] = [[] for _ in positions]
        self._by_words(found, profiles)
        self.columns |= self._sums
        self._by_kind(profiles)
        self._by_shape()
        self._by_nearness(profiles)

    def rows(self) -> list[tuple[float, ...]]:
        """Return all features of each candidate, in the order of NAMES."""
        return list(zip(*[self.columns.get(name, self._zeros) for name in NAMES], strict=True))

    def _by_words(self, found: Iterable[Match], profiles: Profiles) -> None:
        """Which terms of the question stand in a sentence, as what, and how near it."""
        question, index, rows = self._question, self._index, self._rows
        wanted = frozenset(rows)
        names = sum(unit.name for unit in question.units) or 1
        names_weight = sum(question.named.values()) or 1.0
        befores = frozenset([index.before[at] for at in self._positions])
        afters = frozenset([index.after[at] for at in self._positions])
        for unit, here, told, soft, related in (match.among(wanted) for match in found):
            share = unit.weight / (question.weight or 1.0)
            for at in here:
                row = rows[at]
                self.matched[row].append(unit.key)
                self._around[row].append((self.profiles[row].places_of[unit.key], share))
            for at in told:
                self.matched[rows[at]].append(unit.key)
            missing = wanted - here - told
            if soft:
                self._spot(unit.others.single, soft, _OTHER_SHARE * share)
            self._add("surface", index.holding_form(unit.form, here), share)
            self._add("prefix", index.starting_like(unit.key, missing) - soft - related, share)
            led = missing & {index.after[at] for at in index.holding(unit.key, befores)}
            leaned = frozenset([at for at in led if profiles.of(at).leans])
            self._add("leaned", leaned, share)
            self._add("around", led - leaned, share)
            followed = missing & {index.before[at] for at in index.holding(unit.key, afters)}
            self._add("around", followed, share)
            if titled := profiles.titled(unit.key):
                inside = [at for at in missing if self._article(at) in titled]
                self._add("title", inside, share)
            if unit.name:
                self._add("absent_names", missing.difference(led), 1 / names)
            if unit.key in question.named:
                self._add("mismatch", missing, unit.weight / names_weight)

    def _article(self, at: int) -> str:
        return self.profiles[self._rows[at]].sentence.article

    def _spot(self, words: frozenset[str], positions: Positions, share: float) -> None:
        """Note where in each sentence another word for a term stands first."""
        for at in positions:
            row = self._rows[at]
            profile = self.profiles[row]
            if held := words & profile.keys:
                place = min([profile.places_of[word] for word in held])
                self._around[row].append((place, share))

    def _add(self, name: str, positions: Collection[int], share: float) -> None:
        if not positions:
            return
        column, rows = self._sums.get(name), self._rows
        if column is None:
            column = self._sums[name] = [0.0] * len(rows)
        for at in positions:
            column[rows[at]] += share

    def _by_kind(self, profiles: Profiles) -> None:
        """Whether a sentence holds the kind of answer that the question asks for."""
        question, found, columns = self._question, self.profiles, self.columns
        asks, known = question.asks, question.known
        texts = [profile.sentence.text for profile in found]
        if asks is Asks.NUMBER:
            columns["number"] = [bool(profiles.numbers(at)) for at in self._positions]
        elif asks is Asks.DATE:
            columns["date"] = list(map(signs.has_date, texts))
        elif asks is Asks.PERSON:
            columns["person"] = [_person(p.people - question.given) for p in found]
        elif asks is Asks.PLACE:
            columns["place"] = [not p.localities <= known for p in found]
        elif asks is Asks.REASON:
            columns["reason"] = list(map(signs.has_reason, texts))
        elif asks is Asks.DEFINITION:
            columns["definition"] = list(map(signs.has_definition, texts))
        if asks in (Asks.YES_NO, Asks.DATE):
            columns["negation"] = list(map(signs.has_negation, texts))
        if question.past:
            columns["past_ahead"] = list(map(signs.looks_ahead, texts))
        if question.future:
            columns["future"] = list(map(signs.speaks_of_future, texts))
        if asked := question.times:
            times = map(profiles.times, self._positions)
            columns["then"] = [(1.0 if meet(asked, own) else -1.0) if own else 0.0 for own in times]
        if question.rivals:
            confused = self._confused()
            columns["confused"] = [at in confused for at in self._positions]
        if figures := question.figures:
            columns["figures"] = [len(figures & p.keys) / len(figures) for p in found]

    def _confused(self) -> Positions:
        """Return the sentences that speak of someone easily taken for whom the question means."""
        index, wanted = self._index, frozenset(self._positions)
        return frozenset().union(
            *(
                index.holding_any(rivals, wanted) - index.holding(name, wanted)
                for name, rivals in self._question.rivals.items()
            )
        )

    def _by_shape(self) -> None:
        """How a sentence is built, whatever the question is about."""
        question, found = self._question, self.profiles
        columns, total = self.columns, question.weight
        columns["precision"] = [
            covered * total / (profile.weight + 10.0)
            for covered, profile in zip(columns["coverage"], found, strict=True)
        ]
        if pairs := question.pairs:
            columns["pairs"] = [profile.beside(pairs) / len(pairs) for profile in found]
        columns["short"] = [profile.words < 8 for profile in found]
        columns["long"] = [min(profile.words, 60) / 60 for profile in found]
        columns["asking"] = [profile.asking for profile in found]
        columns["headline"] = [profile.sentence.kind is Kind.HEADLINE for profile in found]
        if first := question.first_name:
            columns["subject"] = [p.places_of.get(first, _NEAR) < _NEAR for p in found]

    def _by_nearness(self, profiles: Profiles) -> None:
        """How closely the question's words stand together, and around what might answer it."""
        question, found, columns = self._question, self.profiles, self.columns
        form, texts = question.wording, (profile.sentence.text for profile in found)
        columns["clause"] = list(map(nearness.in_one_clause, self._around, found))
        if question.asks in nearness.PLACED:
            columns["near"] = [
                nearness.nearest(nearness.places(question, at, profiles), around)
                for at, around in zip(self._positions, self._around, strict=True)
            ]
        if form.subject:
            columns["acting"] = [nearness.acting(question, profile) for profile in found]
        if form.heads:
            columns["named"] = [nearness.named(question, profile) for profile in found]
        if form.counted:
            numbers = map(profiles.numbers, self._positions)
            columns["counted"] = [
                nearness.counted(question, *pair) for pair in zip(found, numbers, strict=True)
            ]
        if wanted := question.measure:
            columns["measured"] = [gives(wanted, text) for text in texts]
        elif form.before:
            columns["first_since"] = list(map(signs.first_since, texts))
        if mismatch := columns.get("mismatch"):
            columns["mismatch"] = [
                0.0 if profile.bearers <= question.known else share
                for share, profile in zip(mismatch, found, strict=True)
            ]
        if form.several:
            columns["lists"] = [profile.lists for profile in found]


def _person(new: frozenset[str]) -> float:
    """Return 1 where someone new is known by name, half of it where a name may be a person's."""
    return 1.0 if any(key.startswith("@") for key in new) else 0.5 * bool(new)
