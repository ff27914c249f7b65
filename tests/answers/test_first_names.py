"""People named by their first name alone."""

import pytest

from bot.answers.first_names import FirstNames
from tests.answers.conftest import first

NAMES = (
    '[[person]]\nname = "Ada Moor"\naliases = ["Moor"]\n'
    '[[person]]\nname = "Otto Orr"\naliases = ["Orr"]\n'
    '[[person]]\nname = "Otto Quill"\naliases = ["Quill"]\n'
    '[[person]]\nname = "Finn Bale"\naliases = ["Bale"]\n'
    '[[person]]\nname = "Finn Dorn"\naliases = ["Dorn"]\n'
    '[[person]]\nname = "Rose Lind"\naliases = ["Lind"]\n'
    '[[person]]\nname = "Iris Tarn"\naliases = ["Tarn"]\n'
    '[[person]]\nname = "Nell Voss"\naliases = ["Voss"]\n'
)
STORY = (
    "Moor met Orr in Elmer. Orr left at noon. Orr spoke of it. Quill was ill. "
    "Bale and Dorn came late. Prices rose, said Lind. Iris, a nurse, saw Tarn."
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Did Ada meet Orr?", "Did Ada Moor meet Orr?"),
        ("did ada meet orr", "did Ada Moor meet orr"),
        ("Was Ada's boat late?", "Was Ada Moor's boat late?"),
        ("Ada left when?", "Ada Moor left when?"),
        # Far more is told of Orr than of Quill; of Bale and Dorn as much.
        ("Did Otto leave?", "Did Otto Orr leave?"),
        ("Did Finn leave?", None),
        # Somebody else, or an own spelling of the last name.
        ("Did Ada Lovelace leave?", None),
        ("did ada moore leave", None),
        ("Did Ada Moor leave?", None),
        # A word as well, a name by itself in the articles, nobody whom they speak of.
        ("when rose the prices", None),
        ("Rose from the table?", None),
        ("Did Iris leave?", None),
        ("Did Nell leave?", None),
        # In small letters beside others with capitals it may be a word.
        ("Was ada in Elmer?", None),
    ],
)
def test_a_first_name_means_whom_it_can_only_mean(made, typed, meant):
    index = made(("Post", "2020-05-01", STORY), names=NAMES).index
    text, put = FirstNames(index, {"rose", "table"}.__contains__).completed(typed)
    assert text == (meant or typed)
    assert bool(put) == bool(meant)


def test_a_reader_is_told_who_was_taken_to_be_meant(summit):
    asked = "What did Andrei say about Russian investment?"
    answer = summit.ask(asked)
    assert answer.answered
    assert "Lankov said" in first(answer)
    assert answer.question == asked
    values = [dict(note.values) for note in answer.notes]
    assert {"meant": "Andrei Lankov", "typed": "Andrei"} in values
