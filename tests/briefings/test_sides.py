"""An outlet's row says what answers the question, or that the outlet does not say."""

import pytest

from bot.briefings.sides import sides_of

FERRY = (
    "The Quay",
    "2021-03-04",
    "Ferry Talks\n\nThe ferry between Ansel and Port Lorne stopped.\n",
)
NAMES = """
[[place]]
name = "Port Lorne"
[[place]]
name = "Ansel"
"""


def outlets(answerer, question):
    return {side.quote.article.outlet for side in sides_of(answerer, question)}


@pytest.mark.parametrize(
    ("question", "silent"),
    [
        ("In which city are Kim and Putin expected to meet?", {"The Diplomat"}),
        (
            "Are the talks between Washington and Pyongyang stalled?",
            {"The Diplomat", "The Washington Times"},
        ),
        ("What will Kim and Putin probably discuss?", {"The Washington Times"}),
        ("What did North Korea say about Pompeo?", {"VICE News", "The Diplomat", "Bloomberg"}),
    ],
)
def test_an_outlet_that_does_not_say_has_no_side(answerers, question, silent):
    shown = outlets(answerers["summit"], question)
    assert shown
    assert shown.isdisjoint(silent)


@pytest.mark.parametrize(
    ("question", "saying"),
    [
        ("When will the US envoy Biegun travel to Russia?", {"VICE News", "The Washington Times"}),
        (
            "What was said about hiring North Korean laborers?",
            {"VICE News", "The Diplomat", "Bloomberg"},
        ),
        (
            "How many trips has Kim made to China, or meetings with Xi?",
            {"VICE News", "The Diplomat", "Bloomberg", "The Washington Times"},
        ),
    ],
)
def test_an_outlet_that_says_has_one(answerers, question, saying):
    assert outlets(answerers["summit"], question) == saying


def test_a_question_for_a_place_is_answered_by_a_place_or_that_none_is_known(made):
    answerer = made(
        (
            "Anchor",
            "2021-03-04",
            "Council Meets\n\nThe council will meet in Port Lorne on Monday.\n",
        ),
        (
            "Buoy",
            "2021-03-04",
            "Council Talk\n\nThe council will meet on Monday, said the clerk.\n",
        ),
        ("Chart", "2021-03-04", "Council Plan\n\nThe council will meet, but gave no place yet.\n"),
        FERRY,
        names=NAMES,
    )
    shown = outlets(answerer, "Where will the council meet?")
    assert "Anchor" in shown
    assert "Buoy" not in shown
