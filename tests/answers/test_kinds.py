"""What is asked for by its kind: told by name, not by a word on the kind or on another one."""

import pytest

from tests.answers.conftest import FERRY, first


@pytest.mark.parametrize(
    ("question", "spoken", "told"),
    [
        (
            "Which leaders has Quint met so far?",
            "Quint has met several leaders since the talks began.",
            "She met King Otto and President Anna Marsh.",
        ),
        (
            "Which countries took part in the race?",
            "Nine countries took part in the race.",
            "In the race sailed crews of Lund and Elmer.",
        ),
    ],
)
def test_who_is_named_goes_before_a_word_on_how_many_they_are(made, question, spoken, told):
    answer = made(("Post", "2020-01-02", f"{FERRY} {spoken} {told}")).ask(question)
    assert answer.answered
    assert first(answer) == told


@pytest.mark.parametrize(
    ("question", "other", "own"),
    [
        (
            "Will there be a press conference?",
            "Press reports say that a meeting of mayors will be in Lund on Friday.",
            "A press conference will be given on Friday.",
        ),
        (
            "When is the next fair in Lund?",
            "The fair in Lund was held on 4 May and ended well.",
            "There will be another fair in Lund on 4 June.",
        ),
        (
            "When is the next fair in Lund?",
            "The fair in Lund ended next week's quarrel on 4 May.",
            "The next fair in Lund opens on 4 June.",
        ),
    ],
)
def test_what_is_of_another_kind_or_was_before_is_none_that_is_asked_for(
    made, question, other, own
):
    rest = "The rain has stopped. Nobody was hurt. Ships came in at noon."
    assert not made(("Post", "2020-05-01", f"{other} {rest}")).ask(question).answered
    assert first(made(("Post", "2020-05-01", f"{other} {own} {rest}")).ask(question)) == own


def test_those_asked_for_by_name_may_be_named_in_the_next_sentence(made):
    told = "She met Otto Moor, the king of Elmer, and Lars Thorn of Lund."
    story = f"Orla Quint has met several heads of state this year. {told}"
    answer = made(("Post", "2020-01-02", f"{FERRY} {story}")).ask(
        "Which heads of state has Orla Quint met?"
    )
    assert answer.answered
    assert first(answer) == told
