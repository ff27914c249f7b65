"""Which candidates hold the words of a question, told from the index without reading a sentence."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.answers.profiles import Profiles
from bot.answers.question import Question, Unit
from bot.answers.thesaurus import Words
from bot.index.postings import Positions

Column = Sequence[float]


class Match(NamedTuple):
    """The candidates that hold a unit of the question, by their positions, each in one set alone.

    `here` hold the unit itself, `told` stand in an article of the outlet that it names, `soft`
    and `related` hold other words for it, closer and less close ones.
    """

    unit: Unit
    here: Positions
    told: Positions
    soft: Positions
    related: Positions

    def among(self, positions: Positions) -> "Match":
        """Return the match with no candidates but some."""
        unit, *held = self
        return Match(unit, *(found & positions for found in held))


def matches(question: Question, positions: Iterable[int], profiles: Profiles) -> list[Match]:
    """Return what of each unit of the question the candidates hold."""
    wanted = frozenset(positions)
    return [_match(unit, wanted, profiles) for unit in question.units]


def covered(
    question: Question, found: Iterable[Match], positions: Sequence[int]
) -> dict[str, Column]:
    """Return coverage, soft and related of each candidate: shares of the weight of all units."""
    rows = {at: n for n, at in enumerate(positions)}
    coverage, soft, related = ([0.0] * len(rows) for _ in range(3))
    for match in found:
        share = match.unit.weight / (question.weight or 1.0)
        held = ((coverage, match.here), (coverage, match.told))
        for column, holders in (*held, (soft, match.soft), (related, match.related)):
            for at in holders:
                column[rows[at]] += share
    return {"coverage": coverage, "soft": soft, "related": related}


def _match(unit: Unit, wanted: Positions, profiles: Profiles) -> Match:
    here = profiles.index.holding(unit.key, wanted)
    if unit.particle:
        here = frozenset([at for at in here if profiles.of(at).says((unit.key, unit.particle))])
    missing = wanted - here
    told: Positions = frozenset()
    # Whoever "told the Post" something need not be told so by the Post itself.
    if (unit.name or unit.capital) and (own := profiles.published(unit.key)):
        sentences = profiles.index.sentences
        told = frozenset([at for at in missing if sentences[at].article in own])
        missing -= told
    soft = _holding_words(unit.others, missing, profiles)
    related = _holding_words(unit.related, missing - soft, profiles)
    return Match(unit, here, told, soft, related)


def _holding_words(words: Words, wanted: Positions, profiles: Profiles) -> Positions:
    """Return which of the wanted sentences hold one of some words or phrases."""
    index = profiles.index
    found = index.holding_any(words.single, wanted)
    for stems in words.phrases:
        held = index.holding_all(stems, wanted - found)
        found |= {at for at in held if profiles.of(at).says(stems)}
    return found
