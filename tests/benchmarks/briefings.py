"""What a briefing holds and what it costs: facts covered, repeats, stale lines, words, time.

    python -m tests.benchmarks.briefings [--seeds FOLDER] [--facts FACTS.jsonl] [-v]

A fact has an `importance` and the `sentences` that carry it, by file, start and end. Two quotes in
the topics are redundant where they carry the same facts, and at least one.
"""

import argparse
import json
import time
from collections import Counter
from itertools import combinations
from pathlib import Path

from bot.answers.answer import Quote
from bot.answers.answering import Answerer, Options
from bot.answers.thesaurus import read_lexicon
from bot.briefings.drawn_topics import topics_of
from bot.briefings.edition import Edition, Length
from bot.briefings.editor import Editor
from bot.briefings.material import overlap
from bot.briefings.selection import LONG
from bot.corpus.loading import load
from bot.index.index import SentenceIndex
from tests.benchmarks.datasets import ROOT

FACTS = ROOT / "tests/briefings/facts.jsonl"
Facts = list[dict]


def carried(quote: Quote, facts: Facts) -> frozenset[str]:
    """Return the ids of the facts whose sentences a quote overlaps."""
    s = quote.sentence
    return frozenset(
        fact["id"]
        for fact in facts
        for g in fact["sentences"]
        if g["file"] == s.file and g["start"] < s.end and s.start < g["end"]
    )


def judge(editor: Editor, edition: Edition, facts: Facts, *, verbose: bool) -> None:
    """Print the figures of an edition."""
    quotes = edition.quotes
    told = [quote for section in edition.sections for quote in section.quotes]
    told += [edition.bottom_line] if edition.bottom_line else []
    stale = sum(q.older for q in told) + sum(q.older for d in edition.differences for q in d.quotes)
    outlets = Counter(quote.article.outlet for quote in quotes)
    long = sum(len(quote.sentence.text.split()) > LONG for quote in quotes)
    material = editor._material(None, None)
    lines = [material.line(quote) for quote in told]
    most = max((overlap(a, b) for a, b in combinations(lines, 2)), default=0.0)
    print(f"  {len(quotes)} quotes, {edition.words} words, {long} of more than {LONG} words")
    print(f"  stale lines {stale}, greatest overlap of two {most:.2f}")
    print("  " + ", ".join(f"{outlet} {n / len(quotes):.0%}" for outlet, n in outlets.items()))
    found = {quote.sentence: carried(quote, facts) for quote in quotes}
    everything = frozenset().union(*found.values())
    for importance in (3, 2, 1):
        wanted = [fact for fact in facts if fact["importance"] == importance]
        missed = [fact["fact"] for fact in wanted if fact["id"] not in everything]
        print(f"  importance {importance}: {len(wanted) - len(missed)} of {len(wanted)} facts")
        for fact in missed if verbose else ():
            print(f"    missed: {fact}")
    pairs = sum(
        bool(found[a.sentence]) and found[a.sentence] == found[b.sentence]
        for a, b in combinations(told, 2)
    )
    print(f"  redundant pairs {pairs}")


def main() -> None:
    """Judge an edition of each length, and time the standard one, first and again."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=Path, default=ROOT / "seeds")
    parser.add_argument("--facts", type=Path, default=FACTS, help="what a briefing should tell")
    parser.add_argument("-v", "--verbose", action="store_true")
    arguments = parser.parse_args()
    lines = arguments.facts.read_text(encoding="utf-8").splitlines()
    facts = [json.loads(line) for line in lines if line.strip()]
    index = SentenceIndex(load(arguments.seeds))
    answerer = Answerer(index, read_lexicon(index.analyser.stem_all), Options())
    answerer.prepare()
    editor = Editor(answerer, topics_of(index))
    for run in ("first", "again"):
        began = time.perf_counter()
        editor.edition()
        print(f"standard edition, {run}: {(time.perf_counter() - began) * 1000:.1f} ms")
    for length in Length:
        print(length.value)
        judge(editor, editor.edition(length), facts, verbose=arguments.verbose)


if __name__ == "__main__":
    main()
