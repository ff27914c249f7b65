"""Whether a date, a place or a price is known yet."""

import pytest

from tests.answers.conftest import first

NONE = "No date for the vote was given."
NEWS = (
    "The mayor of Lund wants a vote on the ferry this year. {told} The ferry was built in Elmer."
    " The council meets on Monday. The captain said the boat was safe. It rained."
)


@pytest.mark.parametrize(
    "question",
    [
        "Is the date of the vote fixed?",
        "is there a date for the vote yet",
        "Has the council announced the day of the vote?",
        "Do we know when the vote is, is the exact date known?",
        "Did anybody give a firm date for the vote?",
    ],
)
def test_what_is_not_known_yet_answers_whether_it_is(made, question):
    answer = made(("Post", "2020-05-01", NEWS.format(told=NONE))).ask(question)
    assert answer.answered
    assert first(answer) == NONE


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Is the venue of the vote known?", NONE),
        ("Is the date of the vote fixed?", "No date for the regatta was given."),
        ("Is the date of the vote fixed?", "The date of the rain is unclear to all."),
    ],
)
def test_what_is_open_about_something_else_does_not(made, question, told):
    answer = made(("Post", "2020-05-01", NEWS.format(told=told))).ask(question)
    assert told not in [quote.sentence.text for quote in answer.quotes[:1]]


def test_a_short_word_that_none_is_known_is_on_what_stands_around_it(made):
    told = NEWS.format(told="No date was announced.")
    assert first(made(("Post", "2020-05-01", told)).ask("is the date of the vote fixed")) == (
        "No date was announced."
    )
    assert not made(("Post", "2020-05-01", told)).ask("is the date of the trial fixed").answered


def test_what_was_unknown_does_not_go_before_what_is_known_since(made):
    known = "The date of the vote has been set: it will be held on 9 June."
    answerer = made(
        ("Post", "2020-05-01", NEWS.format(told=NONE)),
        ("Echo", "2020-05-06", f"{known} It rained."),
    )
    assert first(answerer.ask("Has the date of the vote been set?")) == known


def test_the_summit_has_no_date_yet(summit):
    assert first(summit.ask("is the date fixed?")) == "No specific date was announced."
