"""Draw how often the first sentence is right at each confidence, as an SVG.

python docs/draw_reliability.py [--squad SQUAD.json]

Asks the project's own questions and, where the file is given, the last sixteen SQuAD articles
with every second paragraph left out; writes docs/reliability.svg.
"""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from bot.answers.answering import Answerer, Options  # noqa: E402
from bot.answers.thesaurus import read_lexicon  # noqa: E402
from bot.index.index import SentenceIndex  # noqa: E402
from tests.benchmarks.datasets import Dataset, held_out, squad  # noqa: E402

BINS = 10
SIDE, LEFT, TOP = 300, 60, 30
Point = tuple[float, float, int]


def confidences(datasets: Iterable[Dataset]) -> list[tuple[float, bool]]:
    """Return, for each question, the confidence and whether the first sentence is right."""
    found: list[tuple[float, bool]] = []
    for dataset in datasets:
        index = SentenceIndex(dataset.corpus)
        answerer = Answerer(index, read_lexicon(index.analyser.stem_all), Options())
        for asked in dataset.asked:
            answer = answerer.ask(asked.question)
            shown = (*answer.quotes, *answer.closest)
            found.append((answer.confidence, bool(shown) and asked.answered_by(shown[0].sentence)))
    return found


def points(found: Iterable[tuple[float, bool]]) -> list[Point]:
    """Return mean confidence, share of right ones and number for each tenth of confidence."""
    tenths: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for sure, right in found:
        tenths[min(int(sure * BINS), BINS - 1)].append((sure, right))
    return [
        (sum(s for s, _ in t) / len(t), sum(r for _, r in t) / len(t), len(t)) for t in tenths if t
    ]


def line(series: list[Point], colour: str) -> str:
    """Return one series as a line with dots, larger where there are more questions."""
    every = sum(n for _, _, n in series)
    path = " ".join(f"{LEFT + SIDE * x:.0f},{TOP + SIDE * (1 - y):.0f}" for x, y, _ in series)
    dots = "".join(
        f'<circle cx="{LEFT + SIDE * x:.0f}" cy="{TOP + SIDE * (1 - y):.0f}"'
        f' r="{2 + 14 * (n / every) ** 0.5:.1f}" fill="{colour}" fill-opacity="0.6">'
        f"<title>{n} questions: confidence {x:.2f}, right {y:.2f}</title></circle>\n"
        for x, y, n in series
    )
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>\n{dots}'


def picture(series: dict[str, list[Point]]) -> str:
    """Return the plot: what is promised across, what is kept upwards, the diagonal in grey."""
    colours = ("#2a6fdb", "#d9822b")
    right, bottom = LEFT + SIDE, TOP + SIDE
    parts = [
        (
            f'<svg viewBox="0 0 {right + 190} {bottom + 60}" xmlns="http://www.w3.org/2000/svg"'
            ' font-family="sans-serif" font-size="13">'
        ),
        f'<rect width="{right + 190}" height="{bottom + 60}" fill="#ffffff"/>',
        f'<rect x="{LEFT}" y="{TOP}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#888888"/>',
        f'<path d="M{LEFT} {bottom} L{right} {TOP}" stroke="#bbbbbb" stroke-dasharray="4"/>',
        f'<text x="{LEFT + SIDE / 2}" y="{bottom + 42}" text-anchor="middle">confidence</text>',
        (
            f'<text x="18" y="{TOP + SIDE / 2}" text-anchor="middle"'
            f' transform="rotate(-90 18 {TOP + SIDE / 2})">first sentence right</text>'
        ),
    ]
    for tick in (0, 0.5, 1):
        x, y = LEFT + SIDE * tick, TOP + SIDE * (1 - tick)
        parts.append(f'<text x="{x}" y="{bottom + 20}" text-anchor="middle">{tick}</text>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{tick}</text>')
    for number, ((name, found), colour) in enumerate(zip(series.items(), colours, strict=False)):
        y = TOP + 20 + 22 * number
        parts.append(line(found, colour))
        parts.append(f'<circle cx="{right + 20}" cy="{y - 4}" r="5" fill="{colour}"/>')
        asked = sum(n for _, _, n in found)
        parts.append(f'<text x="{right + 32}" y="{y}">{name} ({asked:,})</text>')
    return "\n".join((*parts, "</svg>", ""))


def main() -> None:
    """Ask everything and write docs/reliability.svg."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--squad", type=Path)
    arguments = parser.parse_args()
    series = {"questions nothing is fitted to": points(confidences(held_out()))}
    if arguments.squad:
        apart = squad(arguments.squad, slice(-16, None), drop=True)
        series["SQuAD"] = points(confidences(apart))
    (HERE / "reliability.svg").write_text(picture(series), encoding="utf-8")


if __name__ == "__main__":
    main()
