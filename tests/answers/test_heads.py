"""Names are found by other words: "the guild" for the Harbour Guild, "Lund" for its country."""

import pytest

from bot.answers.heads import by_country, by_head
from bot.index.analysis import Analyser
from tests.answers.conftest import first

NAMES = (
    '[[organisation]]\nname = "Harbour Guild"\n[[organisation]]\nname = "Bank of Lund"\n'
    'aliases = ["BoL"]\n[[person]]\nname = "Ada Moor"\n[[place]]\nname = "Lund"\n'
)
STORY = (
    "The council meets on 9 June. The church lent one million. Ada Moor wants the pier of Lund"
    " repaired. The Harbour Guild meets on 4 May. The Bank of Lund lent two million. It rained."
)


def test_names_stand_under_their_noun(made):
    answerer = made(("Post", "2020-05-01", STORY), names=NAMES)
    assert by_head(answerer.index) == {
        "guild": [("@Harbour Guild",)],
        "bank": [("@Bank of Lund",)],
    }


@pytest.mark.parametrize(
    ("question", "told"),
    [("When does the guild meet?", "4 May"), ("how much did the bank lend", "two million")],
)
def test_the_noun_alone_finds_the_name(made, question, told):
    answer = made(("Post", "2020-05-01", STORY), names=NAMES).ask(question)
    assert answer.answered
    assert told in first(answer)
    assert not answer.notes


def test_what_a_loose_word_stands_for_is_told_by_the_name_as_well(made):
    names = '[[place]]\nname = "Graustark"\nloose = ["Lund"]\n'
    story = (
        "The market of Lund opens at nine. Lund lies on a lake. Graustark will send back the boats."
        " Ferries from Lund to the island were late. It rained for a week."
    )
    answerer = made(("Post", "2020-05-01", story), names=names)
    answer = answerer.ask("Is Lund going to return the ferries?")
    assert answer.answered
    assert first(answer) == "Graustark will send back the boats."


@pytest.mark.parametrize(
    "question",
    [
        "Who spoke in the Finnish capital?",
        "Who spoke in Finland's capital?",
        "Who spoke in the capital of Finland?",
    ],
)
def test_a_capital_is_found_by_its_country(made, question):
    story = (
        "Ada Moor spoke in Helsinki. The lake froze over. Bert Stone spoke in Lund."
        " The Finnish ferry was late. It rained for a week."
    )
    answer = made(("Post", "2020-05-01", story)).ask(question)
    assert first(answer) == "Ada Moor spoke in Helsinki."


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("the North Korean capital", [("pyongyang",)]),
        ("the capital of the Netherlands", [("amsterdam",), ("the", "hagu")]),
        ("the capital of the Papua New Guinea islands", [("port", "moresbi")]),
        ("the capital is large", []),
        ("Finnish money", []),
    ],
)
def test_capitals_of_countries(text, cities):
    analyser = Analyser()
    found = by_country(analyser.analyse(text), analyser)
    assert [city for of in found.values() for city in of] == cities
