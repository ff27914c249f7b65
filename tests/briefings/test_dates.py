"""Temporal expressions in English news, on stories made up for the purpose."""

import re
from datetime import date

import pytest

from bot.briefings.dates import scanning
from bot.briefings.dates.expression import Certainty, Granularity, Status
from bot.briefings.dates.reading import read_article
from tests.briefings.dated import FOLDER, article_of, read, score

TEXTS = sorted(FOLDER.glob("*.txt"))
# A Wednesday.
PUBLISHED = date(2019, 4, 17)


def found(sentence, published=PUBLISHED):
    text = f"The Town Square\n\n{sentence}\n"
    return read_article(article_of(text, published))


def days(sentence, published=PUBLISHED):
    """Return what the expressions of a sentence mean, as short text."""
    return [
        (e.text, f"{e.interval.first}..{e.interval.last}" if e.interval else "?")
        for e in found(sentence, published)
    ]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_story_s_dates_are_right(path) -> None:
    result = score(*read(path))
    assert [fault for fault in result.faults if not fault.startswith("missed")] == []


def test_nearly_all_are_found() -> None:
    scores = [score(*read(path)) for path in TEXTS]
    assert sum(s.resolvable for s in scores) > 200
    assert sum(s.right for s in scores) >= 0.98 * sum(s.resolvable for s in scores)


@pytest.mark.parametrize(
    ("sentence", "words", "meaning"),
    [
        ("The mayor spoke on Wednesday.", "Wednesday", "2019-04-17..2019-04-17"),
        ("The mayor spoke on Thursday.", "Thursday", "2019-04-11..2019-04-11"),
        ("The mayor will speak on Wednesday.", "Wednesday", "2019-04-17..2019-04-17"),
        ("It was cold over the weekend.", "the weekend", "2019-04-13..2019-04-14"),
        ("The mayor will speak on Thursday.", "Thursday", "2019-04-18..2019-04-18"),
        ("They agreed to meet on Friday.", "Friday", "2019-04-19..2019-04-19"),
        ("At Friday’s meeting they agreed to lend money.", "Friday", "2019-04-12..2019-04-12"),
        ("It was shut on Friday and Saturday.", "Friday and Saturday", "2019-04-12..2019-04-13"),
        ("It was seen last Friday.", "last Friday", "2019-04-12..2019-04-12"),
        ("It opens next Friday.", "next Friday", "2019-04-26..2019-04-26"),
        ("It opened on Monday of last week.", "Monday of last week", "2019-04-08..2019-04-08"),
        (
            "It closed the day before yesterday.",
            "the day before yesterday",
            "2019-04-15..2019-04-15",
        ),
        ("He flew in last night.", "last night", "2019-04-16..2019-04-16"),
        ("It will end later this month.", "later this month", "2019-04-17..2019-04-30"),
        ("It ended earlier this week.", "earlier this week", "2019-04-15..2019-04-17"),
        ("It begins in early May.", "early May", "2019-05-01..2019-05-10"),
        ("It ended in mid-March.", "mid-March", "2019-03-11..2019-03-20"),
        (
            "It comes in the second half of April.",
            "the second half of April",
            "2019-04-16..2019-04-30",
        ),
        ("They have to the end of this year.", "the end of this year", "2019-12-31..2019-12-31"),
        ("It was passed last June.", "last June", "2018-06-01..2018-06-30"),
        ("The Feb. 28 collapse of the roof was a shock.", "Feb. 28", "2019-02-28..2019-02-28"),
        ("It will be held on Sept. 28.", "Sept. 28", "2019-09-28..2019-09-28"),
        ("The fair is on April 27 and 28.", "April 27 and 28", "2019-04-27..2019-04-28"),
        ("He was there from March 19 to 25.", "March 19 to 25", "2019-03-19..2019-03-25"),
        ("It ran between May 3 and 5, 2018.", "May 3 and 5, 2018", "2018-05-03..2018-05-05"),
        ("The talks of April 24-25 will be short.", "April 24-25", "2019-04-24..2019-04-25"),
        (
            "It ran from 28 December to 3 January.",
            "28 December to 3 January",
            "2018-12-28..2019-01-03",
        ),
        ("It fell in 2001 and 2002.", "2001 and 2002", "2001-01-01..2002-12-31"),
        ("The 2017–18 season was short.", "2017–18", "2017-01-01..2018-12-31"),
        ("It was worse in the 1990s.", "the 1990s", "1990-01-01..1999-12-31"),
        ("It began in the early 2000s.", "the early 2000s", "2000-01-01..2003-12-31"),
        ("It has grown since 2011.", "2011", "2011-01-01..2011-12-31"),
        ("It lost for the first time since 2002.", "2002", "2002-01-01..2002-12-31"),
        ("It was found two weeks ago.", "two weeks ago", "2019-04-01..2019-04-07"),
        ("It will be found in three days.", "in three days", "2019-04-20..2019-04-20"),
        ("It was filed on 24/04/2018.", "24/04/2018", "2018-04-24..2018-04-24"),
        ("It was filed on 2018-04-05.", "2018-04-05", "2018-04-05..2018-04-05"),
        ("Sales rose in Q3 2018.", "Q3 2018", "2018-07-01..2018-09-30"),
        ("It rained on New Year's Day.", "New Year's Day", "2019-01-01..2019-01-01"),
        ("It will reopen this summer.", "this summer", "2019-06-01..2019-08-31"),
        ("It closed last winter.", "last winter", "2018-12-01..2019-02-28"),
        (
            "The first Monday in May is a holiday.",
            "The first Monday in May",
            "2019-05-06..2019-05-06",
        ),
        ("They met on the 10th of this month.", "the 10th of this month", "2019-04-10..2019-04-10"),
        ("It fell by half over the past month.", "the past month", "2019-03-17..2019-04-17"),
        ("The vote is set for Sunday, May 5.", "Sunday, May 5", "2019-05-05..2019-05-05"),
        ("A judge ruled in May last year.", "May last year", "2018-05-01..2018-05-31"),
        ("Floods came in the 19th century.", "the 19th century", "1801-01-01..1900-12-31"),
    ],
)
def test_what_words_mean(sentence, words, meaning) -> None:
    assert days(sentence) == [(words, meaning)]


@pytest.mark.parametrize(
    ("text", "words", "meaning"),
    [
        ("The ship lands on Tuesday, April 23. Talks may open the following day.", "the following day",
         "2019-04-24..2019-04-24"),
        ("The roof fell on Feb. 28. The previous day an inspector had called.", "The previous day",
         "2019-02-27..2019-02-27"),
        ("The fire was in 2011. A year earlier the firm was sold.", "A year earlier",
         "2010-01-01..2010-12-31"),
        ("He left in May 2012. That year sales fell.", "That year", "2012-01-01..2012-12-31"),
        ("The bridge fell in February. Since then, ferries have run.", "Since then",
         "2019-02-01..2019-04-17"),
        ("It comes two months after the flood in February.", "two months after", "2019-04-01..2019-04-30"),
        ("He was held on March 2, 2015. In June he was freed.", "June", "2015-06-01..2015-06-30"),
    ],
)  # fmt: skip
def test_what_hangs_on_another_date(text, words, meaning) -> None:
    assert (words, meaning) in days(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "In recent weeks the river rose.",
        "It will be decided in the coming days.",
        "It was filed on 03/04/2018.",
        "Growth is forecast for fiscal 2019.",
        "A year earlier it was worse.",
        "The following day it was gone.",
        "He left a few weeks ago.",
        "Rumours have swirled for some time now.",
        "It was cold in the winter of 1940.",
    ],
)
def test_what_is_open_is_shown_and_not_guessed(sentence) -> None:
    [expression] = found(sentence)
    assert expression.interval is None
    assert expression.granularity is Granularity.VAGUE
    assert expression.certainty is Certainty.VAGUE
    assert expression.minor


@pytest.mark.parametrize(
    "sentence",
    [
        "Resolution 2397 was passed, and then Resolution 1973.",
        "It may march on.",
        "May the best one win, and march they did.",
        "Theresa May was there with April Jones and August Brandt.",
        "The Women's March drew 2018 people.",
        "It cost $2018m, or 2,018 crowns, for 2019 homes.",
        "The shop is open 24/7.",
        "It recalls the 9/11 attacks.",
        "Flight 2018 left from gate 19.",
        "She is 62 and he is a 12-year-old.",
        "Trains run every Friday and on Sundays.",
        "The Sunday Times wrote of Black Friday.",
        "It has an 11-mile border and a 7th committee.",
        "The town holds its fair every October.",
        "In his last year at school he lost weight.",
        "It took four years and 11 months.",
        "They talked in three days of talks.",
        "It is 2:41 p.m. and 2100 GMT.",
        "It was a last-minute call.",
    ],
)
def test_what_is_no_date(sentence) -> None:
    assert days(sentence) == []


def test_without_a_publication_date_only_full_dates_are_known() -> None:
    text = "It fell on May 4, 1968 and again in 1990. It fell last week, on Friday and in June."
    known = [e.text for e in found(text, None) if e.interval]
    assert known == ["May 4, 1968", "1990"]
    assert [e.text for e in found(text, None) if not e.interval] == ["last week", "Friday", "June"]


@pytest.mark.parametrize(
    ("sentence", "status", "certainty", "minor"),
    [
        ("The mayor resigned on Tuesday.", Status.PAST, Certainty.STATED, False),
        ("The mayor resigned, his office said on Tuesday.", Status.PAST, Certainty.STATED, True),
        ("The mayor will resign next week.", Status.PLANNED, Certainty.BOUNDED, False),
        ("The mayor reportedly resigned last week.", Status.REPORTED, Certainty.BOUNDED, False),
        ("The mayor has been ill over the past month.", Status.PAST, Certainty.BOUNDED, True),
    ],
)
def test_what_is_known_of_a_date(sentence, status, certainty, minor) -> None:
    [expression] = found(sentence)
    assert (expression.status, expression.certainty, expression.minor) == (status, certainty, minor)


def test_a_headline_s_infinitive_is_to_come() -> None:
    article = article_of("Mayor to Open Bridge on Friday\n\nIt is new.\n", PUBLISHED)
    assert read_article(article)[0].interval.first == date(2019, 4, 19)


def test_a_dateline_is_minor() -> None:
    text = "Bridge Shut\n\nPORT ELLA, April 16 (CNW) - The bridge was shut.\n"
    [expression] = read_article(article_of(text, PUBLISHED))
    assert expression.text == "April 16"
    assert expression.minor


def test_rules_are_tried_wherever_they_could_begin() -> None:
    texts = [sentence.text for path in TEXTS for sentence in read(path)[0].quotable]
    every = [(rule, re.compile(rule.pattern)) for rule in scanning._RULES]
    for text in texts:
        found = [(item.rule, item.start, item.end) for item in scanning.scan(text)]
        at, expected = 0, []
        for word in re.finditer(r"\w+", text):
            if word.start() < at or text[word.start() - 1 : word.start()] in ("$", "£", "€", "#"):
                continue
            item = scanning._at(text, word.start(), every)
            if item:
                expected.append((item.rule, item.start, item.end))
                at = item.end
        assert found == expected
