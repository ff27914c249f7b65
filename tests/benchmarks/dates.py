"""How many temporal expressions are resolved to days inside the right ones.

    python -m tests.benchmarks.dates [--gold DATES.jsonl] [--seeds FOLDER] [-v]

Scores the marked texts of the tests and, where a file is given, its expressions: an object a line
with `file`, `start`, `end`, `from_`, `to` and `certainty`; what is vague there need not be found.
"""

import argparse
import json
from datetime import date
from pathlib import Path

from bot.corpus.loading import load
from tests.briefings.dated import FOLDER, Marked, Score, read, score

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def gold_scores(gold: Path, seeds: Path) -> dict[str, Score]:
    """Score the articles that a file of expressions speaks of."""
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    articles = {article.file: article for article in load(seeds).articles}
    return {
        file: score(
            articles[file],
            [
                Marked(row["start"], row["end"], _day(row["from_"]), _day(row["to"]), _sure(row))
                for row in rows
                if row["file"] == file
            ],
        )
        for file in dict.fromkeys(row["file"] for row in rows)
    }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _sure(row: dict[str, str]) -> bool:
    return row.get("certainty") != "vague"


def main() -> None:
    """Print a row for each text, and the sum."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--seeds", type=Path, default=SEEDS)
    parser.add_argument("-v", action="store_true", dest="verbose")
    arguments = parser.parse_args()
    sets = {
        "marked texts": {path.stem: score(*read(path)) for path in sorted(FOLDER.glob("*.txt"))}
    }
    if arguments.gold:
        sets["given"] = gold_scores(arguments.gold, arguments.seeds)
    print(
        f"{'':28}{'resolvable':>11}{'inside':>8}{'equal':>7}{'wrong':>7}{'missed':>8}{'invented':>9}"
    )
    for name, scores in sets.items():
        for file, result in scores.items():
            _row(f"  {file[:24]}", [result])
            for fault in result.faults if arguments.verbose else ():
                print(f"      {fault}")
        _row(name, list(scores.values()))


def _row(name: str, scores: list[Score]) -> None:
    keys = ("resolvable", "right", "exact", "wrong", "missed", "invented")
    sums = [sum(getattr(result, key) for result in scores) for key in keys]
    print(
        f"{name:28}" + "".join(f"{n:{w}}" for n, w in zip(sums, (11, 8, 7, 7, 8, 9), strict=True))
    )


if __name__ == "__main__":
    main()
