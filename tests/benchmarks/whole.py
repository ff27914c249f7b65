"""What the whole program costs: one question, 1,000 in a stream, and the bot that runs.

    python -m tests.benchmarks.whole [--seeds FOLDER] [--runs 15] [--questions 1000] [--write]

The processor's time of `ask` is set against that of `import rank_bm25`, in turn; in the stream,
the time from one answer to the next, so that the start is apart. `--write` puts the table into
docs/performance.md; with `--seeds`, into the place for a large archive.
"""

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from bot.settings import shipped_seeds
from tests.answers.conftest import ROOT
from tests.benchmarks.folder_questions import questions_on
from tests.benchmarks.memory import measured
from tests.benchmarks.tables import machine, write_between

ASK = (sys.executable, "-m", "bot", "ask")
LIBRARY = (sys.executable, "-c", "import rank_bm25")
# Answered, and not found.
FINE = (0, 1)


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds that one process took, by the clock and of the processor."""

    clock: float
    processor: float


@dataclass(frozen=True, slots=True)
class Stream:
    """Seconds to the first answer, and milliseconds from one answer to the next."""

    start: float
    apart: list[float]


def environment(home: str, seeds: Path | None) -> dict[str, str]:
    """Return an environment without settings, with a home of its own."""
    given = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    given |= {"HOME": home, "PYTHONPATH": str(ROOT)}
    return given | ({"BOT_SEEDS": str(seeds)} if seeds else {})


def once(command: tuple[str, ...], given: dict[str, str], folder: str) -> Run:
    """Run a command to its end."""
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=folder, env=given) as child:
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in FINE:
        raise SystemExit(f"{' '.join(command)}: ended with {child.returncode}")
    return Run(time.perf_counter() - began, used.ru_utime + used.ru_stime)


def stream(asked: list[str], given: dict[str, str], folder: str) -> Stream:
    """Ask everything of one process and note when each answer comes."""
    came: list[float] = []
    file = Path(folder) / "questions.txt"
    file.write_text("".join(f"{question}\n" for question in asked), encoding="utf-8")
    began = time.perf_counter()
    with (
        file.open("rb") as lines,
        subprocess.Popen(
            (*ASK, "--json", "-"), stdin=lines, stdout=subprocess.PIPE, cwd=folder, env=given
        ) as child,
    ):
        assert child.stdout
        answers = []
        for line in child.stdout:
            came.append(time.perf_counter())
            answers.append(line)
    if [json.loads(line)["question"] for line in answers] != asked:
        raise SystemExit(f"{len(answers)} answers to {len(asked)} questions, or in another order")
    return Stream(came[0] - began, (np.diff(came) * 1000).tolist())


def table(rows: list[tuple[str, str]]) -> str:
    """Return rows of two as a Markdown table."""
    return "\n".join(
        f"| {' | '.join(row)} |" for row in (("what", "measured"), ("---", "---"), *rows)
    )


def costs(seeds: Path | None, runs: int, many: int) -> list[tuple[str, str]]:
    """Measure everything."""
    asked = questions_on(seeds, many)
    with TemporaryDirectory() as home:
        given = environment(home, seeds)
        one = (*ASK, asked[0])
        first = once(one, given, home)
        once(LIBRARY, given, home)
        pairs = [(once(one, given, home), once(LIBRARY, given, home)) for _ in range(runs)]
        streamed = stream(asked, given, home)
    ours, theirs = zip(*pairs, strict=True)
    ratio = statistics.median(a.processor / b.processor for a, b in pairs)
    clock = statistics.median(run.clock for run in ours)
    half, most = np.percentile(streamed.apart, (50, 95))
    (ready, after), (later, later_after) = asyncio.run(measured(50, seeds))
    return [
        ("first `ask` of all, nothing kept from before", f"{first.clock * 1000:,.0f} ms"),
        (
            f"a later `ask`, median of {runs}",
            f"{clock * 1000:,.0f} ms, {_processor(ours)} of the processor",
        ),
        ("`import rank_bm25`", f"{_processor(theirs)} of the processor"),
        ("`ask` against `import rank_bm25`, processor", f"{ratio:.2f} times"),
        (
            f"{many:,} questions by `ask --json -`: to the first answer",
            f"{streamed.start * 1000:,.0f} ms",
        ),
        (
            "then, a question",
            f"{statistics.mean(streamed.apart):.2f} ms on average, median {half:.2f}, 95th percentile {most:.2f}",
        ),
        (
            "the bot when ready, after its first start and a later one",
            f"{ready:.1f} and {later:.1f} MB resident",
        ),
        ("the bot after 50 questions", f"{after:.1f} and {later_after:.1f} MB resident"),
    ]


def size(seeds: Path) -> tuple[str, str]:
    """Return a row on how large a folder of articles is."""
    files = list(seeds.rglob("*.txt"))
    return (
        "articles",
        f"{len(files):,}, {sum(f.stat().st_size for f in files) / 1e6:,.0f} MB of text",
    )


def _processor(runs: tuple[Run, ...]) -> str:
    return f"{statistics.median(run.processor for run in runs) * 1000:,.0f} ms"


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=Path)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--questions", type=int, default=1000)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    seeds = arguments.seeds.resolve() if arguments.seeds else None
    rows = [size(seeds or shipped_seeds())]
    rows += costs(seeds, arguments.runs, arguments.questions)
    shown = f"{machine()}\n\n{table(rows)}"
    print(shown)
    if arguments.write:
        block = "large" if seeds else "whole"
        write_between(ROOT / "docs" / "performance.md", block, shown)


if __name__ == "__main__":
    main()
