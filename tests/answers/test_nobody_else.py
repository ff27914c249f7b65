"""Nobody else is told of, nothing was agreed, no more than one thing: that is no answer."""

import pytest

from tests.answers.conftest import first

NAMES = """
[[person]]
name = "Ada Moor"
aliases = ["Moor"]

[[person]]
name = "Otto Orr"
aliases = ["Orr"]

[[person]]
name = "Ines Quint"
aliases = ["Quint"]
"""
REST = (
    " The ferry to Skell was late. A band played in the park, and it rained. Shops shut at noon."
    " The boat to Lund was full."
)


def asked(made, question, told):
    return made(("Post", "2020-01-02", told + REST), names=NAMES).ask(question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Who replaced Moor as harbour secretary?",
            "They asked to replace Harbour Secretary Moor.",
        ),
        ("Who will replace Moor?", "Dockers in Skell have asked for a replacement for Moor."),
        ("Who became harbour minister after Moor?", "Harbour Minister Moor became ill in Skell."),
        ("Whom did Moor meet in Skell?", "Harbour Minister Ada Moor had a meeting in Skell."),
        ("What did Moor and Orr agree on in Skell?", "In Skell Moor is likely to press Orr."),
        ("What did the council decide in Skell?", "Moor will put it to the council in Skell."),
        ("What did Orr build for Moor in Skell?", "Orr has been in Skell for years with Moor."),
        ("How did Moor respond to the call of the dockers?", "Orr spoke with Moor and called her."),
        ("Besides fish, what else did Moor and Orr discuss?", "Moor and Orr discussed fish."),
        ("Will Moor attend the fish market in Skell?", "Orr opens the fish market in Skell."),
        ("Who is the chief fish negotiator of Skell?", "Orr wants fish negotiations in Skell."),
        ("who is the new harbour master", "The outgoing harbour master, Otto Orr, sang in Skell."),
        ("How often do the boats to Skell go?", "The boats to Skell carry 50 guests each."),
        ("How long does the trip to Lund take?", "A report from Lund told of a trip to Lund."),
        (
            "Were the taxes on fish lifted in the end?",
            "Moor asked for an end to the taxes on fish.",
        ),
    ],
)
def test_without_what_is_asked_for_there_is_no_answer(made, question, told):
    assert not asked(made, question, told).answered


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who replaced Moor as harbour secretary?", "Otto Orr replaced Moor as the secretary."),
        ("Who will replace Moor?", "Moor will be replaced by Lars Thorn."),
        ("Whom did Moor meet in Skell?", "In Skell Moor met several officials."),
        ("Whom did Moor meet in Skell?", "In Skell Moor met Ulla Brand."),
        ("What did Moor and Orr agree on in Skell?", "In Skell Moor and Orr agreed to buy a boat."),
        ("What did Orr build for Moor in Skell?", "Orr built a barn for Moor in Skell."),
        (
            "How did Moor respond to the dockers?",
            "Orr called Moor, and Moor said the dockers lied.",
        ),
        (
            "Besides fish, what else did Moor and Orr discuss?",
            "Besides fish, Moor and Orr discussed salt.",
        ),
        ("Will Moor attend the fish market in Skell?", "She opens the fish market in Skell."),
        ("Who is the chief fish negotiator?", "The chief fish negotiator is Otto Orr."),
        ("who is the new harbour master", "The new harbour master, Otto Orr, sang in Skell."),
        ("How long does the trip to Lund take?", "The trip to Lund takes from dawn to dusk."),
        ("Which fishes did Moor send to Skell?", "Moor was sending fishes to Skell such as cod."),
        ("Which fishes did Moor send to Skell?", "Moor was sending fat fishes to Skell."),
        ("In which city did Moor sign the fish pact?", "Moor signed the fish pact in Elmer."),
        ("Were the taxes on fish lifted in the end?", "The taxes on fish were lifted."),
    ],
)
def test_with_it_there_is(made, question, told):
    answer = asked(made, question, told)
    assert answer.answered
    assert first(answer) == told


@pytest.mark.parametrize("question", ["When was the race held?", "Where was the race held?"])
def test_the_last_one_before_is_not_the_one_asked_about(made, question):
    earlier = "The last race was held in Elmer in 1999."
    told = "Under a grey sky the big race for old and for new boats was held in Skell on Monday."
    assert first(asked(made, question, f"{earlier} {told}")) == told
    before = question.replace("the race", "the last race before this one")
    assert first(asked(made, before, f"{earlier} {told}")) == earlier
