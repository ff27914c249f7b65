"""How long questions take, every peer in turn, round by round in one process."""

import gc
import time
from collections.abc import Mapping

import numpy as np

from tests.benchmarks.peers import Peer

# A peer that took longer than this for all questions sits out all rounds but the first.
_SLOW = 5.0  # seconds
_WARM = 3  # questions, which compile what there is to compile


def timed(peers: Mapping[str, Peer], asked: list[list[str]], rounds: int) -> dict[str, list[float]]:
    """Return each peer's least time for each question, in microseconds.

    The order of the peers moves on by one in each round, so that none is always after the same
    other.
    """
    least = {name: [float("inf")] * len(asked) for name in peers}
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
                    _ask(peers[name], asked, least[name])
                    spent[name] = time.perf_counter() - began
    finally:
        gc.enable()
    return least


def _ask(peer: Peer, asked: list[list[str]], least: list[float]) -> None:
    clock, search = time.perf_counter_ns, peer.search
    for at, terms in enumerate(asked):
        began = clock()
        search(terms)
        least[at] = min(least[at], (clock() - began) / 1000)


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
