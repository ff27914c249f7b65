"""Find the weights of ranking and evidence again, and write them to bot/answers/weights.py.

    python -m tests.benchmarks.fit SQUAD.json

Ranking: a softmax over each question's candidates, the right ones together against the rest.
Evidence: a logistic regression on whether the corpus answers the question at all; then its
score is calibrated on whether the first sentence is right. Learned on SQuAD articles (whole
for ranking, half of the paragraphs left out for evidence) and on the project's own questions,
which count more because they are fewer. `--hold-out N` keeps the last N SQuAD articles apart
and reports on them; nothing is written then. `--evidence` keeps the ranking's weights.
"""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from bot.answers import evidence, features
from bot.answers.answering import Options
from bot.answers.ordering import ordered
from bot.answers.profiles import Profiles
from bot.answers.question import Question, QuestionReader
from bot.answers.ranking import Candidate, Ranker
from bot.answers.scope import Outlets, scope
from bot.answers.thesaurus import read_lexicon
from bot.answers.weights import RANKING
from bot.index.index import SentenceIndex
from tests.benchmarks.datasets import ROOT, Asked, Dataset, fitted, squad

WEIGHTS = ROOT / "bot/answers/weights.py"
OWN_SHARE = 5.0
OWN_GATE_SHARE = 15.0
RIDGE = 1e-3
# Ranking is learned on every candidate, also those that only other words for the question bring.
POOLED = 90
# A question that is answerable, but not by the first sentence, tells the evidence little.
WRONG_SHARE = 0.2
Array = NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """A question with its ranked candidates and which of them answer it."""

    asked: Asked
    question: Question
    ranked: list[Candidate]
    right: list[bool]


def cases(dataset: Dataset, ranking: dict[str, float] | None = None) -> Iterable[Case]:
    """Yield each question's candidates, in the order of the given weights if there are any."""
    index = SentenceIndex(dataset.corpus)
    lexicon = read_lexicon(index.analyser.stem_all)
    lexicon.synonyms.read_all()
    lexicon.related.read_all()
    reader = QuestionReader(index, lexicon)
    profiles, outlets = Profiles(index), Outlets(dataset.corpus.articles)
    if ranking is None:
        ranker = Ranker(profiles, {"bm25": 1.0}, keep=POOLED)
    else:
        ranker = Ranker(profiles, ranking)
    for asked in dataset.asked:
        mention = outlets.mentioned(asked.question)
        outlet, rest = (mention.outlet, mention.rest) if mention else (None, asked.question)
        question = reader.read(rest)
        within = scope(dataset.corpus, outlet, None, timedelta(days=30))
        ranked = ranker.rank(question, within)
        if ranking is not None:
            ranked = ordered(question, ranked, profiles, enough=2.0)
        right = [asked.answered_by(index.sentences[c.position]) for c in ranked]
        yield Case(asked, question, ranked, right)


def fit_ranking(groups: Sequence[tuple[Array, NDArray[np.bool_], float]]) -> Array:
    """Return the weights under which the right candidates take the most of each softmax."""
    used = [(x, y, w) for x, y, w in groups if y.any() and not y.all()]
    x = np.vstack([g[0] for g in used])
    right = np.concatenate([g[1] for g in used]).astype(float)
    lengths = np.array([len(g[1]) for g in used])
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    share = np.array([g[2] for g in used]) / sum(g[2] for g in used)

    def loss(weights: Array) -> tuple[float, Array]:
        scores = x @ weights
        scores = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), lengths))
        every = np.add.reduceat(scores, starts)
        good = np.add.reduceat(scores * right, starts) + 1e-300
        gradient = scores / np.repeat(every, lengths) - scores * right / np.repeat(good, lengths)
        value = float((share * (np.log(every) - np.log(good))).sum() + RIDGE * weights @ weights)
        return value, x.T @ (gradient * np.repeat(share, lengths)) + 2 * RIDGE * weights

    return minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B").x


def fit_logistic(x: Array, y: Array, share: Array) -> Array:
    """Return the weights of a logistic regression; the last column is the constant."""
    share = share / share.sum()

    def loss(weights: Array) -> tuple[float, Array]:
        odds = x @ weights
        value = float((share * (np.logaddexp(0, odds) - y * odds)).sum())
        ridge = RIDGE * np.append(weights[:-1], 0.0)
        gradient = x.T @ (share * (1 / (1 + np.exp(-odds)) - y))
        return value + float(ridge @ weights), gradient + 2 * ridge

    return minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B").x


def ranking_weights(squads: Iterable[Dataset], own: Iterable[Dataset]) -> dict[str, float]:
    """Fit the weights of the ranking."""
    groups = []
    for share, datasets in ((1.0, squads), (OWN_SHARE, own)):
        for dataset in datasets:
            for case in cases(dataset):
                if case.ranked:
                    x = np.array([c.features for c in case.ranked])
                    groups.append((x, np.array(case.right), share))
    found = fit_ranking(groups)
    return {n: round(float(w), 3) for n, w in zip(features.NAMES, found, strict=True)}


@dataclass(frozen=True)
class Gate:
    """What the evidence says of many questions: features, answerable, first one right, share."""

    x: Array
    answerable: Array
    right: Array
    share: Array


def gate_cases(
    squads: Iterable[Dataset], own: Iterable[Dataset], ranking: dict[str, float]
) -> Gate:
    """Collect the evidence for every question."""
    rows: list[tuple[list[float], bool, bool, float]] = []
    for share, datasets in ((1.0, squads), (OWN_GATE_SHARE, own)):
        for dataset in datasets:
            for case in cases(dataset, ranking):
                if case.ranked:
                    found = evidence.evidence(
                        case.question, case.ranked, len(dataset.corpus.sentences)
                    )
                    values = [found[name] for name in evidence.NAMES]
                    rows.append(([*values, 1.0], case.asked.answerable, case.right[0], share))
    columns = [np.array(column, dtype=float) for column in zip(*rows, strict=True)]
    return Gate(*columns)


def main() -> None:
    """Fit everything and write or report it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("squad", type=Path)
    parser.add_argument("--hold-out", type=int, default=0)
    parser.add_argument("--evidence", action="store_true", help="keep the weights of the ranking")
    arguments = parser.parse_args()
    learned = slice(None, -arguments.hold_out or None)
    own = fitted()
    ranking = RANKING
    if not arguments.evidence:
        ranking = ranking_weights(squad(arguments.squad, learned), own)
    gate = gate_cases(squad(arguments.squad, learned, drop=True), own, ranking)
    misled = (gate.answerable > 0) & (gate.right == 0)
    telling = gate.share * np.where(misled, WRONG_SHARE, 1.0)
    weights = fit_logistic(gate.x, gate.answerable, telling)
    scores = gate.x @ weights
    line = np.column_stack([scores, np.ones_like(scores)])
    slope, offset = fit_logistic(line, gate.right, gate.share)
    names = [*evidence.NAMES, "constant"]
    found = {n: round(float(w), 3) for n, w in zip(names, weights, strict=True)}
    if arguments.hold_out:
        kept = slice(-arguments.hold_out, None)
        held = gate_cases(squad(arguments.squad, kept, drop=True), [], ranking)
        enough = Options().enough
        report(held, held.x @ weights, float((np.log(enough / (1 - enough)) - offset) / slope))
        for group in (1, 6):
            first = [
                case.right[:1] == [True]
                for dataset in squad(arguments.squad, kept, group)
                for case in cases(dataset, ranking)
            ]
            print(f"{group} at a time: hit@1 {np.mean(first):.3f} of {len(first)}")
    else:
        write(ranking, found, (round(float(slope), 4), round(float(offset), 4)))


def report(gate: Gate, scores: Array, cut: float) -> None:
    """Print how well the evidence parts answerable questions from the others."""
    yes, no = scores[gate.answerable > 0], scores[gate.answerable == 0]
    auroc = float((yes[:, None] > no[None, :]).mean())
    print(f"AUROC {auroc:.3f} answered where there {(yes > cut).mean():.3f}", end=" ")
    print(f"refused where not {(no <= cut).mean():.3f}")


def write(
    ranking: dict[str, float], found: dict[str, float], calibration: tuple[float, float]
) -> None:
    """Write the weights as a module."""
    lines = [
        '"""How much each feature counts, found by tests/benchmarks/fit.py; tuned nowhere else."""',
        "",
        "RANKING: dict[str, float] = {",
        *(f'    "{name}": {weight},' for name, weight in ranking.items()),
        "}",
        "",
        "# Evidence is for log-odds; found.get(..., 1.0) makes `constant` the intercept.",
        "EVIDENCE: dict[str, float] = {",
        *(f'    "{name}": {weight},' for name, weight in found.items()),
        "}",
        "",
        "# Slope and offset that turn the evidence into how often the first quote is right.",
        f"CALIBRATION: tuple[float, float] = {calibration}",
        "",
    ]
    WEIGHTS.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
