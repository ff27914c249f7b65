"""How old somebody is: told beside the name, however much else is told of them."""

import pytest

from tests.answers.conftest import ROOT, answerer_of, first

NAMES = '[[person]]\nname = "Ada Moor"\naliases = ["Moor", "Ms Moor"]\n'
MENTIONS = " ".join(
    f"Moor {did}."
    for did in (
        "won",
        "spoke at noon",
        "left the hall",
        "thanked the crew of 12",
        "read the old letter",
        "went home late",
        "rang the old bell",
        "sang of the old days",
        "bought bread",
        "slept well",
        "met the mayor",
        "saw the sea",
        "wrote to Otto Quint, 31, of the old club",
        "fed 14 gulls, and left",
        "painted the old boat",
    )
)
QUESTIONS = ["How old is Moor?", "what is moor's age", "What is the age of Ada Moor?"]


def asked(made, question, told):
    return made(("Post", "2020-01-02", f"{MENTIONS} {told}"), names=NAMES).ask(question)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    "told",
    [
        "It was in the north that Moor, 69, had once been born.",
        "It was in the north that Ms Moor, who is 69, had once been born.",
        "The north is the home of the 69-year-old former sailor Ada Moor.",
        "Moor is 69 years old.",
    ],
)
def test_an_age_beside_the_name_is_told(made, question, told):
    answer = asked(made, question, told)
    assert answer.answered
    assert first(answer) == told


@pytest.mark.parametrize("told", ["At 69 she is the oldest.", "She is 69."])
def test_an_age_in_the_next_sentence_is_told(made, told):
    answer = asked(made, "How old is Moor?", f"Moor lives up north. {told}")
    assert answer.answered
    assert first(answer) == told


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_age_of_another_is_not_told(made, question):
    assert not asked(made, question, "Moor met 40 people. Otto Quint is 50.").answered


def test_an_age_beside_the_name_goes_before_one_in_the_next_sentence(made):
    told = "In the north lives Ada Moor, 69, a sailor."
    answer = asked(made, "How old is Moor?", f"Moor was young. At 20 she sailed. {told}")
    assert first(answer) == told


AGES = (
    "Under a plan backed by Moor, people in Lund would work until they are 66. A nurse of 26 from"
    " Lund spoke against it. Ada Moor has led the council for nine years. The rain has stopped."
)
MOOR = '[[person]]\nname = "Ada Moor"\naliases = ["Moor"]\n[[place]]\nname = "Lund"\n'


def test_an_age_is_of_whom_it_stands_beside(made):
    question = "How old is Ada Moor?"
    unknown = made(("Post", "2020-01-02", AGES), names=MOOR).ask(question)
    assert not unknown.answered
    assert not unknown.notes
    for own in ("Moor, 51, a former tax lawyer, smiled.", "Ada Moor turned 51 on Monday."):
        answer = made(("Post", "2020-01-02", f"{AGES} {own}"), names=MOOR).ask(question)
        assert first(answer) == own


def test_an_age_of_somebody_else_does_not_go_first():
    lorvenia = answerer_of(ROOT / "tests/stories/lorvenia-election")
    answer = lorvenia.ask("how old is marta velden")
    assert answer.answered
    assert "Ms Velden, 51," in first(answer)
