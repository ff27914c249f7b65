"""What only says again what a question says: no reason, no owner, no name, no one left out."""

import pytest

from tests.answers.conftest import first

REST = (
    " The ferry to Lund was late. Orla Quint sold bread at the harbour. It rained all day, and the"
    " band stayed at home. Shops shut at noon."
)


def asked(made, question, told):
    return made(("Post", "2020-01-02", told + REST)).ask(question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Why does Otto Moor hate the tunnel?", "Otto Moor hates the tunnel."),
        ("Why doesn't Otto Moor like singing?", "Otto Moor does not like singing."),
        ("Whose boats were seized?", "The seized boats remain seized."),
        ("Who was not invited?", "Otto Moor was among those who were invited to the feast."),
        ("Which soldier was killed?", "One soldier was killed at the pass."),
        ("Which judge froze the money of the mill?", "A judge froze the money of the mill."),
    ],
)
def test_what_says_no_more_than_the_question_is_no_answer(made, question, told):
    assert not asked(made, question, told).answered


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Why does Otto Moor hate the tunnel?", "Otto Moor hates the tunnel for its dampness."),
        ("Whose boats were seized?", "The boats of two fishers were seized."),
        ("Whose boats were seized?", "Seized were the fishers' boats."),
        ("Who was not invited?", "Otto Moor was not invited to the feast."),
        ("Who was not invited?", "All of them were invited except Otto Moor."),
        ("Which soldier was killed?", "One soldier, Otto Moor, was killed at the pass."),
    ],
)
def test_what_says_more_is(made, question, told):
    answer = asked(made, question, told)
    assert answer.answered
    assert first(answer) == told


@pytest.mark.parametrize(
    ("question", "told", "further"),
    [
        (
            "Which soldier was killed?",
            "One soldier was killed at the pass.",
            "He was named as Otto Moor.",
        ),
        (
            "Why does Otto Moor hate the tunnel?",
            "Otto Moor hates the tunnel.",
            "It makes him sneeze because it is damp.",
        ),
    ],
)
def test_the_next_sentence_may_say_it(made, question, told, further):
    answer = asked(made, question, f"{told} {further}")
    assert answer.answered
    assert first(answer) == further
