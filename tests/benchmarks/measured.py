"""What is measured of all peers at one size, and how far their top tens agree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tests.benchmarks.footprint import Footprint
from tests.benchmarks.peers import RIVALS, Peer, RankBM25


@dataclass(frozen=True, slots=True)
class Agreement:
    """Shares of questions whose top ten is rank-bm25's to the last bit, and of documents in it."""

    exact: float
    as_good: float


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
    peers: Mapping[str, Peer], measure: RankBM25, asked: Sequence[list[str]]
) -> dict[str, Agreement]:
    """Compare every peer's top ten with rank-bm25's.

    Ties may fall differently, so a document is as good as rank-bm25's if its score there is no
    less than the tenth one's.
    """
    exact = dict.fromkeys(peers, 0)
    good = dict.fromkeys(peers, 0.0)
    for terms in asked:
        scores = measure.scores(terms)
        best = measure.exactly(terms, scores)
        least = best[-1][1] * (1 - 1e-6)
        for name, peer in peers.items():
            hits = peer.search(terms)
            exact[name] += hits == best
            good[name] += sum(scores[at] >= least for at, _ in hits[: len(best)]) / len(best)
    return {name: Agreement(exact[name] / len(asked), good[name] / len(asked)) for name in peers}
