"""Claims that people want to have checked are asked as the questions whether they are so."""

import pytest

from bot.answers.about import bare_question
from bot.answers.claims import as_question


@pytest.mark.parametrize(
    ("line", "question"),
    [
        (
            "A user says Quint and Moor have met before, is that right?",
            "Have Quint and Moor met before?",
        ),
        ("my friend claims that the tower is red, true?", "Is the tower red?"),
        (
            "Somebody in chat insists it rained hard. Do the articles back that up?",
            "Did it rained hard?",
        ),
        ("The race was a success, wasn't it?", "Was The race a success?"),
        ("someone here says quint didn't come, correct?", "Did quint come?"),
        ("someone says they won't sail, any truth in that?", "Will they sail?"),
        ("Is it true that the tower has fallen?", "Has the tower fallen?"),
        ('fact check: "Moor paid for the tower"', "Did Moor paid for the tower?"),
        (
            "we are arguing about whether Quint took the ferry, did she?",
            "Did Quint took the ferry?",
        ),
        ("I read that the race is on Sunday", "Is the race on Sunday?"),
    ],
)
def test_a_claim_is_a_question(line, question):
    assert as_question(bare_question(line)) == question


@pytest.mark.parametrize(
    "line",
    [
        "What did Quint say about the race?",
        "Is the tower red?",
        "the new tower",
        "Quint said that the race is on Sunday",
        "Who says that the tower is red?",
        "what is true or false?",
        "A professor says the race was lost",
        "I say so, right?",
        "",
        "is that right?",
    ],
)
def test_what_is_no_claim_of_theirs_stays_as_it_is(line):
    assert as_question(line) == line


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("can someone confirm where the race was held", "where the race was held"),
        ("settle an argument: who won the race?", "who won the race?"),
        ("could anyone here tell me when it was", "when it was"),
    ],
)
def test_words_around_a_question_are_left_out(line, question):
    assert bare_question(line) == question


def test_a_checked_claim_is_answered_as_its_question(made):
    answerer = made(
        ("Post", "2020-01-02", "The tower of Lund is painted red. The race is on Sunday.")
    )
    asked = answerer.ask("Is the tower of Lund painted red?")
    claimed = answerer.ask("Some user claims that the tower of Lund is painted red. Is that so?")
    assert claimed.question.startswith("Some user")
    assert asked.answered
    assert (claimed.quotes, claimed.confidence) == (asked.quotes, asked.confidence)
