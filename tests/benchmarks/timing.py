"""How long questions take, every peer in turn, round by round in one process."""

import gc
import time
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tests.benchmarks.peers import Hits, Peer

# A peer that took longer than this for all questions sits out all rounds but the first, and there
# is asked no more than fit into the second time.
_SLOW, _LONGEST = 5.0, 60.0  # seconds
_WARM = 3  # questions, which compile what there is to compile


@dataclass(frozen=True, slots=True)
class Answers:
    """A peer's least time for each question it was asked, in microseconds, and what it found."""

    times: list[float]
    hits: list[Hits]


def timed(peers: Mapping[str, Peer], asked: list[list[str]], rounds: int) -> dict[str, Answers]:
    """Ask all peers all questions and return what each found how fast.

    The order of the peers moves on by one in each round, so that none is always after the same
    other.
    """
    found = {name: Answers([], []) for name in peers}
    spent = dict.fromkeys(peers, 0.0)
    for peer in peers.values():
        for terms in asked[:_WARM]:
            peer.search(terms)
    names = list(peers)
    gc.collect()
    gc.disable()
    try:
        for number in range(rounds):
            turn = number % len(names)
            for name in (*names[turn:], *names[:turn]):
                if spent[name] < _SLOW:
                    began = time.perf_counter()
                    _ask(peers[name], asked, found[name])
                    spent[name] = time.perf_counter() - began
    finally:
        gc.enable()
    return found


def _ask(peer: Peer, asked: list[list[str]], answers: Answers) -> None:
    """Ask once more, keeping the least times, or for the first time."""
    clock, search = time.perf_counter_ns, peer.search
    least, known = answers.times, len(answers.times)
    last = clock() + _LONGEST * 1e9
    for at, terms in enumerate(asked):
        began = clock()
        if began > last:
            break
        hits = search(terms)
        taken = (clock() - began) / 1000
        if at < known:
            least[at] = min(least[at], taken)
        else:
            least.append(taken)
            answers.hits.append(hits)


def bandwidth() -> float:
    """Return how many bytes a second this machine reads and writes at best, one thread."""
    source = np.ones(32_000_000)
    target = np.zeros_like(source)
    best = 0.0
    for _ in range(7):
        began = time.perf_counter()
        np.copyto(target, source)
        copied = time.perf_counter()
        source.sum()
        summed = time.perf_counter()
        best = max(best, 2 * source.nbytes / (copied - began), source.nbytes / (summed - copied))
    return best
