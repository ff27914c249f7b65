"""How long the event loop is held up while changed articles are read again under questions.

    python -m tests.benchmarks.reloading [--questions 200] [--seconds 10] [--runs 5] [--seeds FOLDER]

Adds an article to a copy of the shipped ones, or of a folder's, while the real bot answers questions over real
sockets. Exits with 1 when a reply was wrong or lost, or the loop stood still for 100 ms. Meant for
a machine with nothing else to do: it measures time by the clock.
"""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from tests.loopback.reloading import SHIPPED, reloaded

STALL = 0.1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seeds", type=Path, default=SHIPPED, help="another folder of articles")
    given = parser.parse_args()
    good = True
    for _ in range(given.runs):
        with tempfile.TemporaryDirectory() as folder:
            found = asyncio.run(reloaded(Path(folder), given.questions, given.seconds, given.seeds))
        stalls = [gap for gap in found.watch.gaps if gap > STALL]
        print(
            f"replies: {dict(found.outcomes)}; swapped {found.seconds:.1f} s after the change;"
            f" longest stall of the event loop {found.watch.worst * 1000:.0f} ms,"
            f" {len(stalls)} over {STALL * 1000:.0f} ms",
            flush=True,
        )
        good &= not stalls and not found.outcomes["wrong"]
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
