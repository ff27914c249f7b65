"""Questions with known answers, each beside the corpus it is asked of."""

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bot.corpus.article import Corpus, Sentence
from bot.corpus.loading import load

ROOT = Path(__file__).resolve().parents[2]
# The stories whose questions the weights are fitted to, and those that only judge them.
FITTED = ("harbour-bridge", "spice-virus")
JUDGING = ("lorvenia-election", "cormorant-takeover", "sorra-earthquake", "ishbar-talks")
# The stories that are also asked what people type first, in a few words.
ASKED_SHORTLY = ("lorvenia-election", "cormorant-takeover", "sorra-earthquake", "harbour-bridge")
SHORT = "short.jsonl"
# The sets on the summit that were written last, each from the articles alone.
LATEST = ("students", "newsroom", "readers")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the spans that answer it: (file, start, end); none where it can't be."""

    question: str
    type: str
    gold: tuple[tuple[str, int, int], ...]
    outlet: str | None = None

    @property
    def answerable(self) -> bool:
        """Whether the corpus answers it."""
        return bool(self.gold)

    def answered_by(self, sentence: Sentence) -> bool:
        """Whether a sentence overlaps a span that answers it."""
        return any(
            sentence.file == file and sentence.start < end and start < sentence.end
            for file, start, end in self.gold
        )


@dataclass(frozen=True, slots=True)
class Dataset:
    """A corpus and what is asked of it."""

    name: str
    corpus: Corpus
    asked: tuple[Asked, ...]


def story(name: str, folder: Path, questions: Path) -> Dataset:
    """Read a corpus folder and its questions, one JSON object a line."""
    rows = [json.loads(line) for line in questions.read_text(encoding="utf-8").splitlines()]
    asked = tuple(
        Asked(
            row["question"],
            "ordinary" if row["answerable"] and row["type"] not in TYPES else row["type"],
            tuple((g["file"], g["start"], g["end"]) for g in row["gold"]),
            row.get("outlet"),
        )
        for row in rows
    )
    return Dataset(name, load(folder), asked)


# How many articles make a week of news, how many others are asked about, how long each may be.
_WEEK, _OTHERS, _PARAGRAPHS = 8, 3, 12
TYPES = ("ordinary", "paraphrased", "trap", "unanswerable")
# Rows of the table that many corpora share.
SHARED_TYPES = ("squad", "weeks")


def fitted() -> list[Dataset]:
    """Return the question sets that the weights are fitted to."""
    asked = ROOT / "tests/questions"
    summit = [
        story(name, ROOT / "seeds", asked / f"{name}.jsonl") for name in ("summit", "summit-short")
    ]
    short = [
        story(f"{name} short", ROOT / "tests/stories" / name, ROOT / "tests/stories" / name / SHORT)
        for name in ASKED_SHORTLY
    ]
    return [*summit, *map(_fictional, FITTED), *short]


def held_out() -> list[Dataset]:
    """Return the question sets that no weight was ever fitted to.

    On all of them but "final", rules of ranking and refusing were found.
    """
    asked = ROOT / "tests/questions"
    summit = [
        story(name, ROOT / "seeds", asked / f"summit-{name}.jsonl")
        for name in ("held-out", "rules", "unseen", "unseen-short", "fresh", *LATEST, "final")
    ]
    return [*summit, *map(_fictional, JUDGING)]


def _fictional(name: str) -> Dataset:
    folder = ROOT / "tests/stories" / name
    return story(name, folder, folder / "questions.jsonl")


def weeks(data: Path) -> Iterator[Dataset]:
    """Yield corpora of a few SQuAD articles, asked their own questions and those of others.

    Articles are cut to the length of a long news piece; what is asked of the others can't be
    answered.
    """
    found = json.loads(data.read_text(encoding="utf-8"))
    for first in range(0, len(found) - _WEEK - _OTHERS + 1, _WEEK + _OTHERS):
        part = found[first : first + _WEEK + _OTHERS]
        short = [dict(article, paragraphs=article["paragraphs"][:_PARAGRAPHS]) for article in part]
        others: list[Asked] = []
        for article in short[_WEEK:]:
            _write(article, "", others, drop=False)
        unanswerable = tuple(replace(asked, type="weeks", gold=()) for asked in others)
        week = _dataset(short[:_WEEK], drop=False)
        own = tuple(replace(asked, type="weeks") for asked in week.asked)
        yield replace(week, asked=own + unanswerable)


def squad(
    data: Path, articles: slice = slice(None), group: int = 1, *, drop: bool = False
) -> Iterator[Dataset]:
    """Yield SQuAD articles as corpora of `group` articles each.

    With `drop` every second paragraph is left out, and its questions can't be answered.
    """
    found = json.loads(data.read_text(encoding="utf-8"))[articles]
    for first in range(0, len(found), group):
        yield _dataset(found[first : first + group], drop=drop)


def _dataset(articles: list[dict], *, drop: bool) -> Dataset:
    with tempfile.TemporaryDirectory() as folder:
        asked: list[Asked] = []
        tables: list[str] = []
        for number, article in enumerate(articles):
            file = f"article{number}.txt"
            text = _write(article, file, asked, drop=drop)
            Path(folder, file).write_text(text, encoding="utf-8")
            title = json.dumps(article["title"].replace("_", " "))
            tables.append(
                f'[[article]]\nfile = "{file}"\nid = "a{number}"\noutlet = "Wikipedia"\n'
                f"title = {title}\npublished = 2016-06-01\n"
            )
        Path(folder, "articles.toml").write_text("\n".join(tables), encoding="utf-8")
        return Dataset(articles[0]["title"], load(Path(folder)), tuple(asked))


def _write(article: dict, file: str, asked: list[Asked], *, drop: bool) -> str:
    text = ""
    for number, paragraph in enumerate(article["paragraphs"]):
        kept = not (drop and number % 2)
        body = paragraph["text"].replace("\n", " ")
        for question in paragraph["questions"]:
            if question["impossible"]:
                continue
            words = " ".join(question["question"].split()) or "?"
            spans = _spans(body, question["answers"], file, len(text)) if kept else ()
            if spans or not kept:
                asked.append(Asked(words, "squad", spans))
        text += body + "\n\n" if kept else ""
    return text


def _spans(body: str, answers: list[str], file: str, base: int) -> tuple[tuple[str, int, int], ...]:
    spans: list[tuple[str, int, int]] = []
    for answer in answers:
        at = body.find(answer)
        while answer and at >= 0:
            spans.append((file, base + at, base + at + len(answer)))
            at = body.find(answer, at + 1)
    return tuple(spans)
