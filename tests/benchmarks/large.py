"""What briefings cost on a large archive, made up from a seed.

    python -m tests.benchmarks.large [SENTENCES] [--seed N] [--folder FOLDER]

Writes articles of made-up words with their manifest, names and topics, 100,000 sentences unless
told otherwise, then times loading, preparing, and each command when it is first asked and again.
"""

import argparse
import json
import random
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.answers.answering import Answerer, Options
from bot.answers.thesaurus import read_lexicon
from bot.briefings.desk import desk_of
from bot.corpus.loading import load
from bot.index.index import SentenceIndex
from bot.pauses import keep_pauses_short

ARTICLE = 40  # sentences
WORDS = 12_000
FIRST = date(2015, 1, 1)
OUTLETS = [f"{name} {kind}" for name in ("Ansel", "Lorne", "Kerrat") for kind in ("Post", "Times")]
SYLLABLES = "ba be bi co da de fo ga ha hi ka ko la le lo ma mi mo na ne no pa po ra re ro".split()
NAMES = [f"{first} {last}" for first in ("Ada", "Ben", "Cleo", "Dov") for last in ("Orr", "Voss")]
TIMES = (
    "on {day} {month} {year}", "last week", "next month", "in {year}", "on Tuesday", "this week",
    "in {month}", "earlier this year", "on {month} {day}", "two days later", "since {year}",
)  # fmt: skip
MONTHS = "January February March April June July August October November December".split()
FORMS = (
    "{name} said the {a} of the {b} would {c} the {d} {when}.",
    "The {a} {b} and the {c} met {name} in {place} {when}, the {d} said.",
    "A {a} of {number} {b} was {c} by the {d} near {place}.",
    "The {a} is the {b} of the {c}, and {name} wants it {d}.",
    "“We {a} the {b},” {name} told the {c} of {place}, “and no {d} was announced.”",
    "It is unclear whether the {a} will {b} the {c} before the {d} in {place}.",
)
PLACES = ("Ansel", "Port Lorne", "Kerrat", "Gannet Bay")


def words(chance: random.Random) -> list[str]:
    """Return made-up words, each once."""
    found = {"".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(2 * WORDS)}
    return sorted(found)[:WORDS]


def sentences(chance: random.Random) -> Iterator[str]:
    """Yield sentences without end, their words as unevenly frequent as in any language."""
    known = words(chance)
    chance.shuffle(known)
    weights = [1 / (rank + 10) for rank in range(len(known))]
    drawn = chance.choices(known, weights, k=1_000_000)
    while True:
        a, b, c, d = (chance.choice(drawn) for _ in "abcd")
        when = chance.choice(TIMES).format(
            day=chance.randint(1, 28), month=chance.choice(MONTHS), year=chance.randint(2001, 2019)
        )
        yield chance.choice(FORMS).format(
            a=a, b=b, c=c, d=d, when=when, name=chance.choice(NAMES), place=chance.choice(PLACES),
            number=chance.randint(2, 900),
        )  # fmt: skip


def write(folder: Path, count: int, seed: int) -> None:
    """Write an archive of so many sentences."""
    chance = random.Random(seed)
    lines = sentences(chance)
    tables: list[str] = []
    for number in range(0, count, ARTICLE):
        file = f"{number // ARTICLE:05}.txt"
        body = [next(lines) for _ in range(min(ARTICLE, count - number))]
        pairs = (" ".join(body[at : at + 2]) for at in range(0, len(body), 2))
        (folder / file).write_text("\n\n".join(pairs), encoding="utf-8")
        published = FIRST + timedelta(days=chance.randint(0, 1500))
        tables.append(
            f'[[article]]\nfile = "{file}"\noutlet = "{chance.choice(OUTLETS)}"\n'
            f'title = "Number {number // ARTICLE}"\npublished = {published}\n'
        )
    (folder / "articles.toml").write_text("\n".join(tables), encoding="utf-8")
    people = [f"[[person]]\nname = {json.dumps(name)}\n" for name in NAMES]
    places = [f"[[place]]\nname = {json.dumps(place)}\n" for place in PLACES]
    (folder / "names.toml").write_text("\n".join(people + places), encoding="utf-8")
    chosen = [next(lines).split()[1] for _ in range(8)]
    topics = [
        f'[[topic]]\nname = "Topic {n}"\nquestions = ["What did {NAMES[n % len(NAMES)]} say of the '
        f'{word}?", "When will {NAMES[n % 3]} meet the {word} in {PLACES[n % 4]}?"]\n'
        for n, word in enumerate(chosen)
    ]
    (folder / "topics.toml").write_text("\n".join(topics), encoding="utf-8")


def timed(what: str, work: Callable[[], object]) -> None:
    """Print how long something takes when it is first done, and again, and the processor's part."""
    print(f"{what:24}", end="")
    for run in ("first", "again"):
        began, worked = time.perf_counter(), time.process_time()
        work()
        taken, spent = time.perf_counter() - began, time.process_time() - worked
        print(f" {run} {taken * 1000:8.1f} ms ({spent * 1000:7.1f} of the processor)", end="")
    print()


def measure(folder: Path) -> None:
    """Time a start, then each command."""
    began = time.perf_counter()
    corpus = load(folder)
    read = time.perf_counter()
    index = SentenceIndex(corpus)
    indexed = time.perf_counter()
    answerer = Answerer(index, read_lexicon(index.analyser.stem_all), Options())
    answerer.prepare()
    desk = desk_of(answerer)
    ready = time.perf_counter()
    desk.prepare()
    keep_pauses_short()
    done = time.perf_counter()
    print(f"{len(corpus.sentences)} sentences of {len(corpus.articles)} articles")
    print(
        f"load {read - began:.1f} s, index {indexed - read:.1f} s, answerer {ready - indexed:.1f} s"
    )
    print(f"prepare the desk {done - ready:.1f} s")
    day = max(article.published for article in corpus.articles if article.published)
    before = day - timedelta(days=100)
    name = corpus.names.entries[0]
    scope = answerer.within()
    timelines = desk.timelines
    timed("brief", desk.editor.edition)
    timed("brief as of a day", lambda: desk.editor.edition(as_of=before))
    timed("brief on a topic", lambda: desk.editor.edition(topic=desk.topics[0]))
    timed("timeline", lambda: timelines.timeline(scope))
    timed("timeline of a name", lambda: timelines.timeline(scope, name=name))
    timed("timeline of a month", lambda: timelines.timeline(scope, before, day))
    timed("timeline as of a day", lambda: timelines.timeline(answerer.within(as_of=before)))
    timed("compare a topic", lambda: desk.comparer.compare(desk.topics[1].name))
    timed("compare a question", lambda: desk.comparer.compare("Who met Ada Orr in Kerrat?"))
    timed("compare everything", lambda: desk.comparer.compare(""))
    timed("coverage", lambda: desk.coverage(None))
    timed("who", lambda: desk.who(name.name))


def main() -> None:
    """Write an archive and measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sentences", nargs="?", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="keep the archive here, or read it from here")
    arguments = parser.parse_args()
    with TemporaryDirectory() as made:
        folder = arguments.folder or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / "articles.toml").is_file():
            write(folder, arguments.sentences, arguments.seed)
        measure(folder)


if __name__ == "__main__":
    main()
