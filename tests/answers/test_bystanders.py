"""Sentences on somebody else than whom a question asks about; and those on the right one."""

import pytest

from tests.answers.conftest import first

TALKS = (
    "Ruritania's foreign minister, Ada Moor, met the harbour workers on Monday. The deputy finance"
    " minister, Lars Thorn, was late. A crowd of dockers waited in front of the palace of King Olaf"
    " of Graustark for the talks on fish. The weather was fine all week, and a band played. Shops"
    " shut at noon. The interior minister of Graustark, Orla Quint, said the port would open soon."
)


def answer_to(made, question, more=""):
    return made(("Post", "2020-01-02", f"{TALKS} {more}")).ask(question)


@pytest.mark.parametrize(
    "question",
    [
        "Who is the foreign minister of Ruritania?",
        "Who is Ruritania's foreign minister?",
        "Who is the interior minister of Graustark?",
    ],
)
def test_who_holds_a_role_is_told(made, question):
    assert answer_to(made, question).answered


@pytest.mark.parametrize(
    "question",
    [
        "Who is the foreign minister of Graustark?",
        "Who is Graustark's foreign minister?",
        "Who is the interior minister of Ruritania?",
        "Who is the finance minister?",
        "Who is the trade minister of Graustark who said the port would open soon?",
    ],
)
def test_a_deputy_and_a_minister_of_other_things_or_of_another_country_hold_another_role(
    made, question
):
    assert not answer_to(made, question).answered


def test_who_stands_before_a_role_holds_it_and_is_not_its_place(made):
    more = (
        "Ulla Brand, mayor of Lund since May, and Nils Eck, harbour master, sang for the dockers."
    )
    for question in ("Who is the mayor of Lund?", "Who is the harbour master of Lund?"):
        assert first(answer_to(made, question, more)) == more
        assert answer_to(made, question, more).answered
    assert not answer_to(made, "Who is the mayor of Skell?", more).answered


def test_where_a_sentence_does_not_tell_of_which_country_another_one_on_the_holder_does(made):
    more = "On Friday Foreign Minister Ada Moor flew to the talks on fish in Graustark."
    question = "Who is the foreign minister of Graustark?"
    assert not answer_to(made, question, more).answered


def test_a_role_held_by_nobody_who_is_named_is_not_told(made):
    more = "The chairman of the fishing company spoke for an hour."
    question = "Who is the chairman of the fishing company?"
    assert not answer_to(made, question, more).answered
    named = more.replace("company", "company, Ulla Brand,")
    assert answer_to(made, question, named).answered


@pytest.mark.parametrize(
    "question",
    [
        "What did King Olaf say about the talks on fish?",
        "What did the dockers talk about at the talks on fish?",
    ],
)
def test_who_is_only_spoken_of_has_said_nothing(made, question):
    assert not answer_to(made, question).answered


@pytest.mark.parametrize(
    "told",
    [
        "King Olaf warned that the talks on fish would take weeks.",
        "The talks on fish will take weeks, according to King Olaf.",
        "“The talks on fish,” said the country's old ruler, King Olaf, “will take weeks.”",
    ],
)
def test_who_speaks_has_said_it(made, told):
    answer = answer_to(made, "What did King Olaf say about the talks on fish?", told)
    assert answer.answered
    assert first(answer) == told


def test_what_another_expects_is_not_what_is_asked(made):
    told = "Orla Quint expects many boats to come now that Ada Moor has left."
    assert not answer_to(made, "Does Ada Moor expect many boats to come?", told).answered
    answer = answer_to(made, "Does Orla Quint expect many boats to come?", told)
    assert answer.answered
    assert first(answer) == told


def test_he_who_says_it_is_named_before(made):
    said = "“The old salt tax has to be lifted before the winter,” he’d said at the time."
    asked = "What did King Olaf say about lifting the salt tax?"
    answer = answer_to(made, asked, f"In May King Olaf fell ill. {said}")
    assert answer.answered
    assert first(answer) == said
    assert not answer_to(made, asked, f"In May nobody fell ill. {said}").answered


NAMESAKES = """
[[person]]
name = "Ada Moor"
aliases = ["Moor"]
not = ["Ines Moor"]

[[person]]
name = "Ines Moor"
not = ["Ada Moor"]
"""


def test_a_namesake_answers_nothing_that_is_asked_of_another(made):
    told = "Ines Moor was born in the fishing village of Skell. Ada Moor sailed for Lund in May."
    article = ("Post", "2020-01-02", f"{told} A band played. Shops shut at noon. Rain fell.")
    answerer = made(article, names=NAMESAKES)
    assert not answerer.ask("In which fishing village was Ada Moor born?").answered
    assert answerer.ask("In which fishing village was Ines Moor born?").answered
    assert answerer.ask("Which Moor was born in a fishing village?").answered


GAINS = (
    "For Mrs. Moor, the sale would bring a benefit of many years, unlike for Lars Thorn. For years,"
    " the fair was good for the town, and Orla Quint would benefit from a longer one. Lund is small."
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How would Moor benefit from the sale?", True),
        ("What would Moor get out of the sale?", True),
        ("How would Thorn benefit from the sale?", False),
        ("How would Quint benefit from the fair?", True),
        ("How would Brand benefit from the fair?", False),
        ("How would the town benefit from the fair?", True),
        ("How would people benefit from the fair?", True),
    ],
)
def test_a_benefit_is_that_of_whom_it_is_told(made, question, told):
    assert made(("Post", "2020-01-02", GAINS)).ask(question).answered == told


def test_who_is_named_without_a_benefit_has_none(summit):
    answer = summit.ask("What does Xi gain from the summit?")
    assert "Xi Jinping" in first(answer)
    assert not answer.answered


def test_whose_benefit_is_asked_is_named_beside_it(summit):
    assert not summit.ask("What does Trump get out of it?").answered
    assert not summit.ask("How would Xi benefit from the summit?").answered
    answer = summit.ask("What does Kim get out of it?")
    assert answer.answered
    assert first(answer).startswith("For Mr. Kim, the meeting may offer an opportunity")
