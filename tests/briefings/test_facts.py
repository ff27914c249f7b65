"""What an edition of the shipped articles tells, by a list of facts made by reading them."""

import json
from itertools import combinations
from pathlib import Path

import pytest

from bot.briefings.edition import Length
from tests.benchmarks.briefings import carried

FACTS = [
    json.loads(line)
    for line in (Path(__file__).parent / "facts.jsonl").read_text(encoding="utf-8").splitlines()
]


def told(quotes, importance):
    held = frozenset().union(*(carried(quote, FACTS) for quote in quotes))
    return [f["fact"] for f in FACTS if f["importance"] == importance and f["id"] in held]


def test_every_fact_points_at_sentences(answerers):
    spans = {(s.file, s.start, s.end) for s in answerers["summit"].corpus.sentences}
    for fact in FACTS:
        assert {(g["file"], g["start"], g["end"]) for g in fact["sentences"]} <= spans, fact


@pytest.mark.parametrize(
    ("length", "first", "second"), [(Length.SHORT, 6, 4), (Length.STANDARD, 8, 10)]
)
def test_what_matters_most_is_told(editors, length, first, second):
    quotes = editors["summit"].edition(length).quotes
    assert len(told(quotes, 3)) >= first
    assert len(told(quotes, 2)) >= second


@pytest.mark.parametrize("length", Length)
def test_no_two_lines_carry_the_same_facts(editors, length):
    edition = editors["summit"].edition(length)
    lines = [quote for section in edition.sections for quote in section.quotes]
    for one, other in combinations([edition.bottom_line, *lines], 2):
        facts = carried(one, FACTS)
        assert not facts or facts != carried(other, FACTS), facts
