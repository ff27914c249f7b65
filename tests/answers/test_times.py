from datetime import date

import pytest

from bot.answers.times import meet, spans
from tests.answers.conftest import first

SEEN_ON = date(2019, 4, 18)


def month(year, number):
    return 12 * year + number - 1


@pytest.mark.parametrize(
    ("text", "first_month", "last_month"),
    [
        ("in 2018", month(2018, 1), month(2018, 12)),
        ("last year", month(2018, 1), month(2018, 12)),
        ("the 1990s", month(1990, 1), month(1999, 12)),
        ("in May 2018", month(2018, 5), month(2018, 5)),
        ("Feb. 28", month(2019, 2), month(2019, 2)),
        ("last June", month(2018, 6), month(2018, 6)),
        ("next June", month(2019, 6), month(2019, 6)),
        ("in December", month(2018, 12), month(2018, 12)),
        ("two years ago", month(2017, 1), month(2017, 12)),
        ("last month", month(2019, 3), month(2019, 3)),
    ],
)
def test_words_for_a_time_are_seen_from_the_day_of_publication(text, first_month, last_month):
    assert spans(text, SEEN_ON) == [(first_month, last_month)]


def test_before_and_since_leave_one_end_open():
    ((_, before),) = spans("before April", SEEN_ON)
    ((since, _),) = spans("since April", SEEN_ON)
    assert (before, since) == (month(2019, 3), month(2019, 4))
    assert not meet(spans("before 2018", SEEN_ON), spans("in 2018", SEEN_ON))
    assert meet(spans("since 2018", SEEN_ON), spans("this year", SEEN_ON))


@pytest.mark.parametrize("text", ["he may march", "a week ago", "1,800 soldiers", "", "at 20:19"])
def test_what_only_looks_like_a_time_is_none(text):
    assert spans(text, SEEN_ON) == []


def test_the_sentence_of_the_time_asked_for_goes_first(made):
    years = ("2014", "2015", "2016")
    text = " ".join(f"The mill at Elmer burned in {year} after a storm there." for year in years)
    answerer = made(("Post", "2017-03-01", f"{text} Nobody was hurt. Rain fell all night."))
    assert "2016" in first(answerer.ask("Did the mill at Elmer burn last year?"))
    assert "2014" in first(answerer.ask("Did the mill at Elmer burn before 2015?"))
