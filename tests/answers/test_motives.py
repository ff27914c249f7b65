"""What somebody is after in an event, however it is asked and told."""

import pytest

from tests.answers.conftest import first

NAMES = """
[[person]]
name = "Ada Moor"
aliases = ["Moor"]
roles = ["president of Ruritania"]

[[person]]
name = "Otto Orr"
aliases = ["Orr"]

[[place]]
name = "Ruritania"
aliases = ["Ruritanian"]
loose = ["Lund"]

[[place]]
name = "Skell"
"""
STORY = (
    "President Moor will meet Orr in Skell next month, her office said on Monday. Moor and Orr last"
    " met in 2012. Orr wants the bridge to be paid for by others. No date was given for the"
    " meeting. The meeting of Moor and Orr comes after a cold winter. Shops shut at noon."
)
ASKED = (
    "Why does Moor want to meet Orr?",
    "Why is Moor so keen to see Orr?",
    "why would moor meet orr",
    "What's in it for Moor?",
    "What would Moor get out of the meeting?",
    "How would Moor benefit from meeting Orr?",
    "What does Moor hope to gain from the meeting?",
)


def asked(made, question, *told):
    return made(("Post", "2020-01-02", " ".join([STORY, *told])), names=NAMES).ask(question)


@pytest.mark.parametrize(
    "told",
    [
        "For Ms. Moor, the meeting is a chance to sell more herring.",
        "The meeting gives Moor a stage on which to be seen by the north.",
        "Moor will likely use the meeting to sell more herring.",
        "The talks have been planned for months as Moor looks to sell more herring.",
        # Her country stands for her.
        "The talks have been planned for months as Ruritania seeks to sell more herring.",
        "The talks have been planned for months as Lund seeks to sell more herring.",
    ],
)
@pytest.mark.parametrize("question", ASKED)
def test_a_motive_is_told_by_what_somebody_seeks_or_would_gain(made, question, told):
    answer = asked(made, question, told)
    assert answer.answered
    assert first(answer) == told


@pytest.mark.parametrize("question", ["What does Ruritania want?", "What does Lund want?"])
def test_a_place_wants_what_its_head_wants(made, question):
    told = "Moor hopes to sell more herring."
    answer = asked(made, question, told)
    assert answer.answered
    assert first(answer) == told


@pytest.mark.parametrize(
    "question",
    [
        "What does Moor want from Orr?",
        "What does Moor want from Skell before the pier is mended?",
        "What does the Moor government want before any pier is mended?",
        "What does Ruritania hope to gain by mending the pier?",
    ],
)
def test_what_is_wanted_may_be_wanted_of_somebody_and_beforehand(made, question):
    told = "Skell met with Moor, whose government wants more herring before the pier is mended."
    answer = asked(made, question, told, "Moor wants a hat.", "For Moor, the talks mean more fame.")
    assert answer.answered
    assert told in [quote.sentence.text for quote in answer.quotes[:2]]


def test_a_wish_with_a_condition_is_told_with_it(made):
    told = "It is unclear what Orr wants. Orr hopes to sing. Moor wants a hat."
    assert not asked(made, "What does Moor want before the treaty is signed?", told).answered


@pytest.mark.parametrize("question", ASKED)
def test_where_nothing_is_told_of_it_nobody_elses_motive_is(made, question):
    told = "For Mr. Orr, the meeting is a chance to sell more herring."
    answer = asked(made, question, told)
    assert not answer.answered or first(answer) != told


@pytest.mark.parametrize(
    "question",
    [
        "Why did Moor not want to meet Orr?",
        "Why does the cook of Moor's ship want to meet Orr?",
        "Why do Moor and Orr want to meet the bishop?",
        "Why does Moor want a longer pier?",
    ],
)
def test_another_question_is_not_taken_for_one_on_a_motive(made, question):
    told = "For Ms. Moor, the meeting is a chance to sell more herring."
    assert told not in [q.sentence.text for q in asked(made, question, told).quotes]


def test_a_current_motive_goes_before_an_older_one(made):
    older = "For Ms. Moor, the meeting with Orr is a great chance to sell more herring."
    newer = "Moor hopes that the meeting will end the strike at the mill."
    answerer = made(
        ("Post", "2020-01-02", f"{older} {STORY}"),
        ("Echo", "2020-06-02", f"{newer} {STORY}"),
        names=NAMES,
    )
    assert first(answerer.ask("Why does Moor want to meet Orr?")) == newer


@pytest.mark.parametrize(
    "question",
    ["What is Moor likely to ask Orr for?", "What will Moor press Orr to do?"],
)
def test_what_somebody_may_ask_for_is_told_by_what_they_seek(made, question):
    told = "Moor will likely use the meeting to make Orr buy more herring."
    answer = asked(made, question, told)
    assert answer.answered
    assert first(answer) == told
