"""Our index beside its peers: the same texts, the same questions, in one process.

    python -m tests.benchmarks.speed [--sizes 150 1000 …] [--seed N] [--write]

Prints tables; `--write` puts them into docs/performance.md and draws the chart beside it. Peers that
are not installed are left out: `pip install -e ".[bench]"` brings them. A million sentences take
up to an hour and a few GB of memory; `--quick` leaves build, disk and memory out.
"""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from tests.benchmarks.chart import chart
from tests.benchmarks.drawn import Questions, questions
from tests.benchmarks.footprint import Footprint, footprint
from tests.benchmarks.measured import Agreement, Measured, agreement
from tests.benchmarks.peers import PEERS, Peer, RankBM25, installed
from tests.benchmarks.tables import machine, tables, write_between
from tests.benchmarks.texts import Texts, texts
from tests.benchmarks.timing import bandwidth, timed

DOCS = Path(__file__).resolve().parents[2] / "docs"
SIZES = (150, 1_000, 10_000, 100_000, 1_000_000)
# What takes microseconds needs more rounds until its least time is found; large sizes take minutes.
ROUNDS, LARGE_ROUNDS, LARGE = 40, 15, 100_000
# For exact scores a posting is at least a position of 4 bytes and a weight of 8.
POSTING = 12


def measured(
    held: Texts, asked: Questions, kinds: list[type[Peer]], rounds: int, *, quick: bool
) -> Measured:
    """Measure every peer on these texts."""
    costs: dict[str, Footprint] = {}
    with TemporaryDirectory() as made:
        file = Path(made) / "texts.npz"
        held.save(file)
        peers: dict[str, Peer] = {}
        documents: list[list[str]] = []
        for number, kind in enumerate(kinds):
            folder = Path(made) / str(number)
            folder.mkdir()
            peer = peers[kind.name] = kind()
            if not quick:
                costs[kind.name] = footprint(kind, file, folder)
            if kind.keeps and not quick:
                peer.open(folder)
            else:
                documents = documents or held.documents()
                peer.build(documents, folder)
            print(f"{len(held.ends):,}: {kind.name} built", file=sys.stderr)
        found = {
            "content": timed(peers, asked.content, rounds),
            "natural": timed(peers, asked.natural, rounds),
        }
        agreed: dict[str, Agreement] = {}
        if isinstance(measure := peers.get(RankBM25.name), RankBM25):
            short = agreement(found["content"], measure, asked.content)
            natural = agreement(found["natural"], measure, asked.natural)
            agreed = {name: short[name] + natural[name] for name in peers}
        times = {
            kind: {name: answers.times for name, answers in by_peer.items()}
            for kind, by_peer in found.items()
        }
        touched = np.array([asked.touched(question) for question in asked.content])
        return Measured(len(held.ends), times, costs, agreed, float(np.median(touched)))


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--questions", type=int, default=100, help="of each kind")
    parser.add_argument("--rounds", type=int, help=f"{ROUNDS}, of large sizes {LARGE_ROUNDS}")
    parser.add_argument("--only", nargs="+", choices=[kind.name for kind in PEERS])
    parser.add_argument("--without", nargs="+", default=(), choices=[kind.name for kind in PEERS])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    wanted = [
        kind for kind in PEERS
        if kind.name not in arguments.without and kind.name in (arguments.only or (kind.name,))
    ]  # fmt: skip
    kinds = [kind for kind in wanted if installed(kind)]
    for kind in wanted:
        if kind not in kinds:
            print(f"{kind.name}: not installed, left out", file=sys.stderr)
    found: list[Measured] = []
    every = texts(max(arguments.sizes), arguments.seed)
    for size in sorted(arguments.sizes):
        held = every.first(size)
        asked = questions(held, arguments.questions, arguments.seed)
        rounds = arguments.rounds or (ROUNDS if size < LARGE else LARGE_ROUNDS)
        found.append(measured(held, asked, kinds, rounds, quick=arguments.quick))
        # Said at once, lest an hour be lost to what goes wrong at a larger size.
        print(f"\n{tables(found[-1:])}\n", file=sys.stderr)
    speed = bandwidth()
    drawn = f"Texts {every.fingerprint()} of seed {arguments.seed}"
    shown = f"{machine()} {drawn}; memory moves {speed / 1e9:.0f} GB a second.\n\n{tables(found)}"
    print(shown)
    if arguments.write:
        write_between(DOCS / "performance.md", "speed", shown)
        (DOCS / "performance.svg").write_text(chart(found, speed, POSTING), encoding="utf-8")


if __name__ == "__main__":
    main()
