"""Whom somebody has met: told by what names most of them, not by what is still to come."""

import pytest

from tests.answers.conftest import first

NAMES = "".join(
    f'[[person]]\nname = "{name}"\naliases = ["{name.split()[1]}"]\n'
    for name in ("Ada Moor", "Otto Orr", "Ines Quint", "Lars Thorn")
)
STORY = (
    "The leader Moor will meet Quint and Thorn, two leaders of the north, next week. Moor leads the"
    " harbour. Leaders like herring, Moor told Orr. Moor has yet to meet Quint. It rained."
)
TOLD = "Moor has been busy. She had several talks with Orr and a dinner with Thorn in May."


def asked(made, question, told):
    return made(("Post", "2020-01-02", f"{STORY} {told}"), names=NAMES).ask(question)


@pytest.mark.parametrize(
    "question",
    [
        "Which leaders has Moor met?",
        "Who has Ada Moor already met?",
        "which other leaders has moor seen so far",
        "Whom has Moor met more than once?",
    ],
)
def test_those_who_were_met_are_named(made, question):
    answer = asked(made, question, TOLD)
    assert answer.answered
    assert first(answer) == TOLD.partition(". ")[2]


def test_whom_one_met_repeatedly_is_told_of_several_times(made):
    told = "Moor met Orr and Thorn in May."
    assert first(asked(made, "Whom has Moor met?", told)) == told
    often = "Moor met Orr and Thorn twice last year, at the fair and then again in a boat."
    assert first(asked(made, "Whom has Moor met several times?", f"{told} {often}")) == often


def test_whom_one_met_somewhere_is_another_question(made):
    told = f"{TOLD} In Skell, Moor met Quint."
    assert first(asked(made, "Whom did Moor meet in Skell?", told)) == "In Skell, Moor met Quint."
