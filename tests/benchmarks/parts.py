"""What of a question's time goes into the index, and what into all the rest.

    python -m tests.benchmarks.parts [--seeds FOLDER] [--cache FOLDER] [--questions 300] [--write]

Asks different questions of an answerer within one process, as the running bot does, once with
numba where it is installed and once without. The index ranks (`top_k` and `get_batch_scores`) and
tells which sentences hold other words (`holding…`). `--write` puts the table into
docs/performance.md.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from bot.answers.thesaurus import read_lexicon
from bot.app import build_answerer
from bot.corpus.loading import load
from bot.index.analysis import Analyser
from bot.pauses import keep_pauses_short
from bot.settings import Settings, shipped_seeds
from tests.answers.conftest import ROOT
from tests.benchmarks.folder_questions import questions_on
from tests.benchmarks.tables import machine, write_between

# Questions before the first that counts, for every cache to be as full as in a bot that runs.
WARM = 600


class Watch:
    """Adds up the seconds that calls of some methods take."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def over(self, owner: object, name: str) -> None:
        """Time a method of one object from now on."""
        method: Callable[..., Any] = getattr(owner, name)

        def timed(*args: Any, **options: Any) -> Any:
            began = time.perf_counter()
            try:
                return method(*args, **options)
            finally:
                self.seconds += time.perf_counter() - began

        setattr(owner, name, timed)


# What the index is asked beside ranking; none of these calls another.
HOLDING = ("holding", "holding_any", "holding_all", "holding_most", "holders", "common")


def parts(seeds: Path, cache: Path, many: int) -> list[list[float]]:
    """Return, for each question, the milliseconds of ranking, other search, and all the rest."""
    keep_pauses_short()
    settings = Settings(_env_file=None, seeds=seeds, cache=cache)
    lexicon = read_lexicon(Analyser().stem_all)
    answerer = build_answerer(load(seeds, cache), settings, lexicon=lexicon)
    answerer.prepare()
    asked = questions_on(seeds, WARM + many)
    for question in asked[:WARM]:
        answerer.ask(question)
    ranking, holding = Watch(), Watch()
    ranking.over(answerer.index.bm25, "top_k")
    for postings in (answerer.index.bm25, answerer.index.paragraphs):
        ranking.over(postings, "get_batch_scores")
    for method in HOLDING:
        holding.over(answerer.index, method)
    found: list[list[float]] = []
    for question in asked[WARM:]:
        ranking.seconds = holding.seconds = 0.0
        began = time.perf_counter()
        answerer.ask(question)
        rest = time.perf_counter() - began - ranking.seconds - holding.seconds
        found.append([seconds * 1000 for seconds in (ranking.seconds, holding.seconds, rest)])
    return found


def apart(given: argparse.Namespace, cache: str, *, numba: bool) -> list[list[float]]:
    """Measure in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.parts", "--measure", "--cache", cache]
    command += ["--seeds", str(given.seeds), "--questions", str(given.questions)]
    done = subprocess.run(
        [*command, *(() if numba else ("--without-numba",))],
        cwd=ROOT, stdout=subprocess.PIPE, check=True,
    )  # fmt: skip
    found: list[list[float]] = json.loads(done.stdout)
    return found


def table(given: argparse.Namespace, cache: str) -> str:
    """Measure with numba and without; return the table."""
    rows = [
        "| | | index, ranking | index, other words | rest |",
        "| --- | --- | ---: | ---: | ---: |",
    ]
    for numba, name in ((True, "with numba"), (False, "NumPy alone")):
        found = np.array(apart(given, cache, numba=numba))
        for figure, values in (("mean", found.mean(axis=0)), ("median", np.median(found, axis=0))):
            shown = " | ".join(f"{value:.2f} ms" for value in values)
            rows.append(f"| {name} | {figure} | {shown} |")
    return "\n".join(rows)


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=Path, default=shipped_seeds())
    parser.add_argument("--cache", type=Path, help="where an index may be kept already")
    parser.add_argument("--questions", type=int, default=300)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--without-numba", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    given.seeds = given.seeds.resolve()
    if given.measure:
        if given.without_numba:
            sys.modules["numba"] = None
        print(json.dumps(parts(given.seeds, given.cache, given.questions)))
        return
    with TemporaryDirectory() as folder:
        cache = str(given.cache.resolve() if given.cache else folder)
        shown = f"{machine()}\n\n{table(given, cache)}"
    print(shown)
    if given.write:
        write_between(ROOT / "docs" / "performance.md", "parts", shown)


if __name__ == "__main__":
    main()
