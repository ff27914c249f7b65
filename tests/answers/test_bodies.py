"""What a body is: told by the sentence that says it, not by one that only names it."""

import pytest

from tests.answers.conftest import first

NAMES = """
[[organisation]]
name = "Tarn"
aliases = ["Tarn Press Agency", "Tarn Air"]

[[organisation]]
name = "Harbour Guild"
"""
MENTIONS = (
    "One of the fishers who spoke to Tarn, however, feared for the harbour. Tarn asked the Harbour"
    " Guild. The Harbour Guild thanked Tarn and said so twice."
)
REST = " The weather was calm. A band played in the park. Shops shut at noon. It rained a little."


def asked(made, question, *told):
    story = " ".join([MENTIONS, *told]) + REST
    return made(("Post", "2020-01-02", story), names=NAMES).ask(question)


@pytest.mark.parametrize(
    "told",
    [
        "The fishers were told of it by the Ruritanian broadcaster Tarn on the day of the storm.",
        "An airline, Tarn, flew the fishers home on the day of the storm that hit the coast.",
        "Fishers were flown home by Tarn, an airline of the north, on the day of the big storm.",
        "Fishers were told of it by the Tarn Press Agency on the day of the storm on the coast.",
    ],
)
@pytest.mark.parametrize("question", ["What is Tarn?", "what's tarn"])
def test_what_a_body_is_stands_beside_its_name(made, question, told):
    answer = asked(made, question, told)
    assert answer.answered
    assert first(answer) == told


@pytest.mark.parametrize("question", ["What is Tarn?", "What is the Harbour Guild?"])
def test_a_body_that_is_only_named_is_not_explained(made, question):
    assert not asked(made, question).answered


def test_a_name_that_tells_it_already_tells_no_more(made):
    told = "The Harbour Guild met in Skell."
    assert not asked(made, "What is the Harbour Guild?", told).answered
    placed = "The Harbour Guild of Skell met."
    answer = asked(made, "What is the Harbour Guild?", placed)
    assert answer.answered
    assert first(answer) == placed
