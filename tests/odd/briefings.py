"""Editions, comparisons, coverage, timelines and people made of odd texts."""

from collections.abc import Sequence
from datetime import date
from random import Random

from bot.answers.answer import Quote
from bot.briefings.comparison import Comparison, Difference, Row, Table
from bot.briefings.coverage import Cell, Coverage
from bot.briefings.dates.expression import (
    Certainty,
    Granularity,
    Interval,
    Status,
    TemporalExpression,
)
from bot.briefings.differences import DifferenceKind
from bot.briefings.edition import Edition, Section
from bot.briefings.people import Mentions, Person, Who
from bot.briefings.timeline import Event, Telling, Timeline
from bot.corpus.article import Corpus
from bot.corpus.names import Name, NameKind
from tests.odd.texts import odd_text

DAY = date(2019, 4, 18)


def odd_quotes(random: Random, corpus: Corpus) -> list[Quote]:
    places = [(s, article) for article in corpus.articles for s in article.quotable]
    random.shuffle(places)
    return [
        Quote(sentence, article, random.random(), ((0, 5), (7, 9)), random.random() < 0.3)
        for sentence, article in places
    ]


def odd_difference(random: Random, quotes: Sequence[Quote]) -> Difference:
    sides = tuple(random.sample(quotes, min(len(quotes), random.randint(2, 9))))
    return Difference(odd_text(random), random.choice(list(DifferenceKind)), sides)


def odd_edition(random: Random, quotes: Sequence[Quote]) -> Edition:
    cut = sorted(random.randint(0, len(quotes)) for _ in range(2))
    articles = tuple({quote.article.id: quote.article for quote in quotes}.values())
    sections = tuple(
        Section(odd_text(random, 4), tuple(quotes[at : at + random.randint(1, 3)]))
        for at in range(0, cut[1], 2)
    )
    return Edition(
        published=random.choice((None, DAY)),
        current=articles,
        older=articles[:1],
        bottom_line=random.choice((None, quotes[0])),
        sections=sections,
        differences=tuple(odd_difference(random, quotes) for _ in range(random.randint(0, 3))),
        background=tuple(quotes[cut[1] :]),
        new=random.choice((None, tuple(quotes))),
        also_differing=tuple(odd_text(random) for _ in range(random.randint(0, 3))),
    )


def odd_comparison(random: Random, quotes: Sequence[Quote]) -> Comparison:
    rows = tuple(
        Row(
            f"{odd_text(random, 3)} {number}",
            random.choice((None, quote)),
            random.choice((None, odd_text(random, 3))),
        )
        for number, quote in enumerate(quotes)
    )
    agreeing = tuple(odd_text(random, 3) for _ in range(random.choice((0, 2, 60))))
    differences = tuple(odd_difference(random, quotes) for _ in range(random.randint(0, 4)))
    tables = (Table(odd_text(random), rows, agreeing),) if random.random() < 0.8 else ()
    return Comparison(odd_text(random), tables, differences)


def odd_coverage(random: Random) -> Coverage:
    topics = tuple(f"{odd_text(random, 4)} {n}" for n in range(random.randint(1, 60)))
    outlets = tuple(f"{odd_text(random, 5)} {n}" for n in range(random.choice((1, 5, 40))))
    cells = {
        (topic, outlet): Cell(random.choice((0, 0, 7, 12345)), older=random.random() < 0.2)
        for topic in topics
        for outlet in outlets
    }
    return Coverage(topics, outlets, cells)


def odd_timeline(random: Random, quotes: Sequence[Quote]) -> Timeline:
    events = []
    at = 0
    while at < len(quotes):
        told = quotes[at : at + random.choice((1, 1, 2, 3, 30))]
        at += len(told)
        tellings = tuple(
            Telling(
                TemporalExpression(
                    quote.article,
                    quote.sentence,
                    quote.sentence.start,
                    quote.sentence.start + 1,
                    Interval(DAY, DAY),
                    random.choice(list(Granularity)),
                    random.choice(list(Certainty)),
                    random.choice(list(Status)),
                    minor=False,
                ),
                quote,
                number,
            )
            for number, quote in enumerate(told)
        )
        events.append(Event(Interval(DAY, DAY), tellings))
    return Timeline(tuple(events), random.randint(0, 3))


def odd_person(random: Random, quotes: Sequence[Quote]) -> Who:
    name = Name(odd_text(random, 3), NameKind.PERSON)
    cut = random.randint(0, len(quotes))
    mentions = (
        Mentions(odd_text(random, 3), tuple(quotes[:cut])),
        Mentions(odd_text(random, 3), tuple(quotes[cut:])),
    )
    beside = tuple((odd_text(random, 5), 3) for _ in range(random.randint(0, 8)))
    others = tuple(odd_text(random, 3) for _ in range(random.choice((0, 2, 40))))
    return Who("x", Person(name, random.choice((None, quotes[0])), mentions, beside), others)
