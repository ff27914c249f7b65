"""How often the first quote answers, and how often the bot rightly says it can't.

    python -m tests.benchmarks.answers [--squad SQUAD.json] [--questions FILE.jsonl] [-v]

Prints a row for each question set and type: right sentence first (hit@1), among the first
three (hit@3), the right thing done (answered rightly, or refused where nothing answers), beside
plain rank-bm25 as its README uses it and, where installed (the extra "minilm"), all-MiniLM-L6-v2.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from rank_bm25 import BM25Okapi

from bot.answers.answering import Answerer, Options
from bot.answers.thesaurus import read_lexicon
from bot.corpus.article import Sentence
from bot.index.index import SentenceIndex
from tests.benchmarks import embeddings
from tests.benchmarks.datasets import (
    ROOT,
    SHARED_TYPES,
    Asked,
    Dataset,
    fitted,
    held_out,
    squad,
    story,
    weeks,
)


def judge(
    dataset: Dataset, rows: dict[str, list[tuple[bool, bool, bool, bool, float]]], *, verbose: bool
) -> None:
    """Ask every question and note (answerable, first, among three, right thing, confidence)."""
    index = SentenceIndex(dataset.corpus)
    answerer = Answerer(index, read_lexicon(index.analyser.stem_all), Options())
    for asked in dataset.asked:
        answer = answerer.ask(asked.question)
        seen = [quote.sentence for quote in (*answer.quotes, *answer.closest)]
        right = [asked.answered_by(sentence) for sentence in seen]
        first = bool(right) and right[0]
        good = first and answer.answered if asked.answerable else not answer.answered
        kind = kind_of(dataset, asked)
        rows[kind].append((asked.answerable, first, any(right[:3]), good, answer.confidence))
        if verbose and not good:
            shown = seen[0].text[:90] if seen else ""
            print(
                f"  {answer.status} {answer.confidence:.2f} [{asked.type}] {asked.question} -> {shown}"
            )


def kind_of(dataset: Dataset, asked: Asked) -> str:
    """Return the row that a question counts in."""
    return asked.type if asked.type in SHARED_TYPES else f"{dataset.name} {asked.type}"


def nearest_by_words(dataset: Dataset) -> Callable[[str], Sentence]:
    """Return rank-bm25's best sentence for a question, split at spaces as in its README."""
    sentences: tuple[Sentence, ...] = dataset.corpus.sentences
    engine = BM25Okapi([sentence.text.split(" ") for sentence in sentences])
    return lambda question: sentences[int(np.argmax(engine.get_scores(question.split(" "))))]


def hits(dataset: Dataset, nearest: Callable[[str], Sentence]) -> Iterator[tuple[str, bool]]:
    """Yield for every answerable question its row, and whether another ranking's best is right."""
    for asked in dataset.asked:
        if asked.answerable:
            yield kind_of(dataset, asked), asked.answered_by(nearest(asked.question))


def reliability(rows: Iterable[tuple[bool, bool, bool, bool, float]]) -> None:
    """Print, for each tenth of confidence, how often the first sentence was right."""
    tenths: dict[int, list[bool]] = defaultdict(list)
    for _, first, _, _, confidence in rows:
        tenths[min(int(confidence * 10), 9)].append(first)
    for tenth, firsts in sorted(tenths.items()):
        print(
            f"confidence {tenth / 10:.1f}-{tenth / 10 + 0.1:.1f}: right {np.mean(firsts):.2f}",
            end=" ",
        )
        print(f"of {len(firsts)}")


def answered_at(rows: Sequence[tuple[bool, bool, bool, bool, float]], refused: float) -> float:
    """Return the share of answerable questions answered where so many others are refused."""
    cut = np.quantile([row[4] for row in rows if not row[0]], refused)
    return float(np.mean([row[4] > cut for row in rows if row[0]]))


def main() -> None:
    """Judge the project's own questions, and SQuAD's or others where a file is given."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--squad", type=Path)
    parser.add_argument("--group", type=int, default=1)
    parser.add_argument("--articles", type=int, default=None)
    parser.add_argument("--questions", type=Path, help="questions on the five articles")
    parser.add_argument("-v", "--verbose", action="store_true")
    arguments = parser.parse_args()
    datasets = [*fitted(), *held_out()]
    if arguments.questions:
        datasets.append(story("given", ROOT / "seeds", arguments.questions))
    rows: dict[str, list[tuple[bool, bool, bool, bool, float]]] = defaultdict(list)
    others = {"rank-bm25": nearest_by_words}
    if embeddings.installed():
        others["MiniLM"] = embeddings.nearest_by_embedding()
    beside: dict[str, dict[str, list[bool]]] = {name: defaultdict(list) for name in others}
    if arguments.squad:
        datasets += squad(arguments.squad, slice(arguments.articles), arguments.group)
        datasets += weeks(arguments.squad)
    for dataset in datasets:
        judge(dataset, rows, verbose=arguments.verbose)
        for name, other in others.items():
            for kind, hit in hits(dataset, other(dataset)):
                beside[name][kind].append(hit)
    head = "".join(f"{name:>11}" for name in others)
    print(f"{'questions':32}{'n':>6}{'hit@1':>8}{'hit@3':>8}{'right':>8}{head}")
    for kind, found in rows.items():
        answerable = [row for row in found if row[0]]
        h1 = f"{np.mean([r[1] for r in answerable]):.2f}" if answerable else "-"
        h3 = f"{np.mean([r[2] for r in answerable]):.2f}" if answerable else "-"
        right = f"{np.mean([r[3] for r in found]):.2f}"
        firsts = [f"{np.mean(by[kind]):.2f}" if by[kind] else "-" for by in beside.values()]
        others_first = "".join(f"{first:>11}" for first in firsts)
        print(f"{kind:32}{len(found):>6}{h1:>8}{h3:>8}{right:>8}{others_first}")
    if found := rows.get("weeks"):
        print(f"weeks: {answered_at(found, 0.95):.2f} answered at 95 % refused")
    reliability([row for found in rows.values() for row in found])


if __name__ == "__main__":
    main()
