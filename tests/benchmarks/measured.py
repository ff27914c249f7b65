"""What is measured of all peers at one size, and how far their top tens agree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tests.benchmarks.footprint import Footprint
from tests.benchmarks.peers import RIVALS, RankBM25
from tests.benchmarks.timing import Answers


@dataclass(frozen=True, slots=True)
class Agreement:
    """Whether each question's ten are rank-bm25's to the last bit, and the share as good as them."""

    exact: list[bool]
    as_good: list[float]

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(self.exact + other.exact, self.as_good + other.as_good)


@dataclass(frozen=True, slots=True)
class Measured:
    """Times in microseconds by kind of question and peer, one a question; `touched` postings."""

    size: int
    times: dict[str, dict[str, list[float]]]
    costs: dict[str, Footprint]
    agreed: dict[str, Agreement]
    touched: float

    def percentile(self, kind: str, peer: str, share: int) -> float:
        """Return a percentile of a peer's times."""
        return float(np.percentile(self.times[kind][peer], share))

    def best_rival(self, kind: str) -> tuple[str, float] | None:
        """Return the quickest of those that ours is measured against, and its median."""
        there = [name for name in RIVALS if name in self.times[kind]]
        return min(
            ((name, self.percentile(kind, name, 50)) for name in there),
            key=lambda pair: pair[1],
            default=None,
        )


def agreement(
    found: Mapping[str, Answers], measure: RankBM25, asked: Sequence[list[str]]
) -> dict[str, Agreement]:
    """Compare every peer's top ten with rank-bm25's, as far as that was asked.

    Ties may fall differently, so a document is as good as rank-bm25's if its score there is no
    less than the tenth one's.
    """
    exact: dict[str, list[bool]] = {name: [] for name in found}
    good: dict[str, list[float]] = {name: [] for name in found}
    for at in range(len(found[measure.name].hits)):
        scores = measure.scores(asked[at])
        best = measure.exactly(asked[at], scores)
        least = best[-1][1] * (1 - 1e-6)
        for name, answers in found.items():
            for hits in answers.hits[at : at + 1]:
                exact[name].append(hits == best)
                share = sum(scores[place] >= least for place, _ in hits[: len(best)]) / len(best)
                good[name].append(share)
    return {name: Agreement(exact[name], good[name]) for name in found}
