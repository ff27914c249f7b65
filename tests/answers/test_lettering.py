"""Names typed in small letters beside names with capitals."""

import pytest

from bot.answers.lettering import lettered
from tests.answers.conftest import first

NAMES = (
    '[[person]]\nname = "Ada Moor"\naliases = ["Moor"]\n'
    '[[organisation]]\nname = "Harbour Guild"\naliases = ["Guild"]\n'
    '[[place]]\nname = "Ruritania"\nloose = ["Lund"]\n'
)
STORY = "Ada Moor spoke to the Harbour Guild in Elmer. No guild of bakers met in Ruritania."


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("did moor meet Orr", "did Moor meet Orr"),
        ("Did ada moor meet Orr?", "Did Ada Moor meet Orr?"),
        ("did moor's boat reach Elmer", "did Moor's boat reach Elmer"),
        ("was the harbour guild in Elmer", "was the Harbour Guild in Elmer"),
        ("Is lund for Moor?", "Is Lund for Moor?"),
        # A plain word of the articles as well.
        ("is the guild in Elmer", None),
        # Without capitals every name is found as it is.
        ("did moor meet orr", None),
        ("Did moor meet orr", None),
        ("Did Moor meet Orr?", None),
        ("İs moor in Elmer", None),
    ],
)
def test_names_get_their_capitals(made, typed, meant):
    index = made(("Post", "2020-05-01", STORY), names=NAMES).index
    assert lettered(typed, index) == (meant or typed)


def test_capitals_that_are_left_out_change_no_answer(summit):
    typed = summit.ask("did trump and putin talk about north korea in Helsinki")
    meant = summit.ask("did Trump and Putin talk about North Korea in Helsinki")
    assert typed.answered
    assert "in Helsinki" in first(typed)
    assert (typed.quotes, typed.confidence) == (meant.quotes, meant.confidence)
    assert typed.question == "did trump and putin talk about north korea in Helsinki"
