"""Texts in which every temporal expression is marked with the days it means.

`[[words=2018-06-03]]`, `[[words=2018-06]]`, `[[words=2018]]`, `[[words=2018-06-03..2018-06-05]]`;
`?` for what can't be resolved, and nothing for what is no date at all. Before a bar, more words.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.briefings.dates.reading import read_article
from bot.corpus.article import Article, pack
from bot.corpus.manifest import Entry
from bot.corpus.splitting import split

FOLDER = Path(__file__).with_name("dated")
MARK = re.compile(r"\[\[(?:([^\]|=]*)\|)?([^\]|=]*)(=[^\]]*)?\]\]")


@dataclass(frozen=True)
class Marked:
    start: int
    end: int
    first: date | None
    last: date | None
    sure: bool = True

    @property
    def resolvable(self) -> bool:
        return self.sure and (self.first is not None or self.last is not None)


@dataclass(frozen=True)
class Score:
    resolvable: int
    right: int
    exact: int
    wrong: int
    missed: int
    invented: int
    faults: tuple[str, ...]


def article_of(text: str, published: date | None) -> Article:
    """Make an article of a bare text."""
    sentences = split(text, Entry(file="text.txt", outlet="The Mat"))
    return Article("text", "text.txt", "The Mat", pack(text), sentences, published=published)


def unmark(text: str) -> tuple[str, list[Marked]]:
    """Take the marks out of a text."""
    marks, plain, at = [], "", 0
    for found in MARK.finditer(text):
        plain += text[at : found.start()]
        long, words, days = found.groups()
        start = len(plain) + (long.find(words) if long and words else 0)
        plain += long or words
        if days:
            marks.append(Marked(start, start + len(words), *days_of(days[1:])))
        at = found.end()
    return plain + text[at:], marks


def days_of(text: str) -> tuple[date | None, date | None]:
    """Read a mark: a day, month, year or two days."""
    if text == "?":
        return None, None
    first, _, last = text.partition("..")
    return _edge(first, last=False), _edge(last or first, last=True)


def _edge(text: str, *, last: bool) -> date:
    parts = [int(part) for part in text.split("-")]
    year = parts[0]
    month = parts[1] if len(parts) > 1 else (12 if last else 1)
    day = parts[2] if len(parts) > 2 else (calendar.monthrange(year, month)[1] if last else 1)
    return date(year, month, day)


def read(path: Path) -> tuple[Article, list[Marked]]:
    """Read a marked text."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    day = head.removeprefix("published: ").strip()
    text, marks = unmark(body)
    return article_of(text, None if day == "none" else date.fromisoformat(day)), marks


def score(article: Article, marks: list[Marked]) -> Score:
    """Compare the expressions found in an article with what is marked."""
    right = exact = wrong = missed = 0
    faults: list[str] = []
    found = read_article(article)
    for mark in marks:
        words = article.text[mark.start : mark.end]
        near = [e for e in found if e.start < mark.end and mark.start < e.end and e.interval]
        if not mark.sure:
            continue
        if not mark.resolvable:
            wrong += bool(near)
            faults += [f"guessed {e.text!r} {e.interval}" for e in near]
        elif not near:
            missed += 1
            faults.append(f"missed {words!r}: {mark.first}..{mark.last}")
        else:
            got = near[0].interval
            inside = (mark.first is None or got.first >= mark.first) and got.last <= mark.last
            right += inside
            wrong += not inside
            exact += got.first == mark.first and got.last == mark.last
            if not inside:
                faults.append(
                    f"wrong {words!r}: {got.first}..{got.last} for {mark.first}..{mark.last}"
                )
    invented = [
        e
        for e in found
        if e.interval and not any(e.start < m.end and m.start < e.end for m in marks)
    ]
    faults += [f"invented {e.text!r} {e.interval.first}..{e.interval.last}" for e in invented]
    resolvable = sum(mark.resolvable for mark in marks)
    return Score(resolvable, right, exact, wrong, missed, len(invented), tuple(faults))
