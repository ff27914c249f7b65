"""Choose BM25's k1 and b for short sentences by measurement.

    python -m tests.benchmarks.parameters [--squad SQUAD.json]

Prints, for each pair, how often the best-scored sentence is right, over the project's own
questions and, where the file is given, the first sixteen SQuAD articles. Query terms count once.
"""

import argparse
from pathlib import Path

from bot.index.bm25 import PostingsBM25
from bot.index.index import SentenceIndex
from tests.benchmarks.datasets import Dataset, fitted, squad

K1S = (0.4, 0.6, 0.9, 1.2, 1.5)
BS = (0.2, 0.4, 0.6, 0.75)


def main() -> None:
    """Measure every pair and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--squad", type=Path)
    arguments = parser.parse_args()
    sets: list[Dataset] = fitted()
    if arguments.squad:
        sets += squad(arguments.squad, slice(0, 16))
    hits: dict[tuple[float, float], int] = dict.fromkeys(((k, b) for k in K1S for b in BS), 0)
    asked = 0
    for dataset in sets:
        index = SentenceIndex(dataset.corpus)
        queries = [
            (question, list(dict.fromkeys(index.analyser.analyse(question.question).keys)))
            for question in dataset.asked
            if question.answerable
        ]
        asked += len(queries)
        documents = [analysis.keys for analysis in index.analyses]
        for k1, b in hits:
            engine = PostingsBM25(documents, k1, b)
            for question, keys in queries:
                best = engine.top_k(keys, 1)
                hits[k1, b] += bool(best) and question.answered_by(index.sentences[best[0][0]])
    print("k1 \\ b " + "".join(f"{b:>8}" for b in BS))
    for k1 in K1S:
        print(f"{k1:<7}" + "".join(f"{hits[k1, b] / asked:8.3f}" for b in BS))


if __name__ == "__main__":
    main()
