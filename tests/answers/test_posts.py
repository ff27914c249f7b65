"""Who holds a post: told by whatever names the place, the post and the one who holds it."""

import pytest

from tests.answers.conftest import first

NAMES = """
[[person]]
name = "Ada Moor"
aliases = ["Prime Minister Ada Moor", "Ms Moor", "the prime minister of Graustark"]
loose = ["the prime minister"]

[[place]]
name = "Graustark"

[[place]]
name = "Ruritania"
"""
TALK = (
    "The prime minister spoke at noon. The prime minister left Graustark by train. Graustark was"
    " calm. A spokesman of the prime minister said so in Graustark. Shops shut early. It rained."
)
QUESTIONS = [
    "who is graustark's prime minister",
    "Who is the prime minister of Graustark?",
    "Who is the Graustark premier?",
]


def asked(made, question, told, names=NAMES):
    return made(("Post", "2020-01-02", f"{TALK} {told}"), names=names).ask(question)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    "told",
    [
        "A holiday was cut short by Graustark's prime minister, Ada Moor, on Sunday.",
        "A holiday was cut short by Graustarkian Prime Minister Ada Moor on Sunday.",
        "A holiday was cut short by Ada Moor, the new prime minister of Graustark.",
        "The Graustarkian press hailed Prime Minister Ada Moor on Sunday for cutting it short.",
    ],
)
def test_who_holds_a_post_is_named_beside_it(made, question, told):
    answer = asked(made, question, told)
    assert answer.answered
    assert first(answer) == told
    # "The Graustark premier" may be anything where nothing tells that Graustark is a place.
    if question != QUESTIONS[-1]:
        assert first(asked(made, question, told, names="")) == told


@pytest.mark.parametrize(
    "told",
    [
        "A holiday was cut short by Graustark's deputy prime minister, Otto Quint, on Sunday.",
        "A holiday was cut short by Graustark's former prime minister, Otto Quint, on Sunday.",
        "The Graustarkian press talked of former Prime Minister Otto Quint on Sunday.",
    ],
)
def test_who_held_it_or_another_post_is_not_told(made, told):
    answer = asked(made, "Who is Graustark's prime minister?", told)
    assert not answer.answered or first(answer) != told


def test_who_tells_it_plainly_goes_before_who_names_it_besides(made):
    told = "A holiday was cut short by Graustark's prime minister, Ada Moor, on Sunday."
    answer = asked(made, QUESTIONS[0], f"Prime Minister Ada Moor met Graustarkians. {told}")
    assert first(answer) == told


def test_where_another_place_is_named_the_post_may_be_of_that(made):
    told = "The Graustarkian press had talked for many years of Prime Minister Ada Moor."
    other = "The Graustarkian press in Ruritania hailed Prime Minister Otto Quint."
    assert first(asked(made, QUESTIONS[0], f"{other} {told}")) == told
