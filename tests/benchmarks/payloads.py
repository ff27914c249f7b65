"""Whether any question and any article, however odd, make a payload that Discord takes.

    python -m tests.benchmarks.payloads [N] [--seed SEED]

Makes N odd texts (100,000 unless told otherwise), each an answer and one other kind of payload,
and prints how many break a limit and how many hold a mention, link or emoji that is not escaped.
Both must be 0; the exit status says so.
"""

import argparse
import sys
import time
from collections import Counter
from random import Random

from tests.odd.judging import faults, obeyed
from tests.odd.payloads import odd_payloads


def main() -> int:
    """Judge odd payloads and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts", nargs="?", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    began = time.perf_counter()
    kinds: Counter[str] = Counter()
    over = mentions = 0
    for number in range(arguments.texts):
        for kind, payload in odd_payloads(Random(f"{arguments.seed}:{number}")):
            kinds[kind] += 1
            if found := list(faults(payload)):
                over += 1
                print(f"{number}, {kind}: {found}", file=sys.stderr)
            if alive := list(obeyed(payload)):
                mentions += 1
                print(f"{number}, {kind}: {alive}", file=sys.stderr)
    seconds = time.perf_counter() - began
    total = kinds.total()
    print(f"{arguments.texts:,} questions and texts, {total:,} payloads in {seconds:.0f} s")
    print(", ".join(f"{kind} {count:,}" for kind, count in sorted(kinds.items())))
    print(f"payloads over a limit: {over}")
    print(f"payloads with an unescaped mention, link or emoji: {mentions}")
    return 1 if over or mentions else 0


if __name__ == "__main__":
    sys.exit(main())
