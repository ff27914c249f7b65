"""Who somebody is: told by the sentence that says it, not by one that only names them."""

import pytest

from tests.answers.conftest import first

NAMES = """
[[person]]
name = "Ada Moor"
aliases = ["Moor", "President Moor"]

[[person]]
name = "Lars Thorn"
aliases = ["Thorn"]
"""
MENTIONS = (
    "Moor likes to sing. If it rains, Moor and Thorn stay at home, said Ulla Brand, an expert on"
    " rain. Thorn has met Moor on the pier. Moor has gone to Skell, the island of singers."
)
REST = " The weather was calm. A band played in the park. Shops shut at noon. It rained a little."


def asked(made, question, *told):
    return made(("Post", "2020-01-02", " ".join([MENTIONS, *told]) + REST), names=NAMES).ask(
        question
    )


@pytest.mark.parametrize(
    "told",
    [
        "The mayor of Lund, Ada Moor, was late.",
        "A new boat was named by Lund's mayor Ada Moor.",
        "Ada Moor, a singer of 44, was late.",
        "Ada Moor is the oldest singer of Lund.",
        "A singer of 44, Ada Moor, was late.",
        "A new boat was named by President Moor.",
    ],
)
@pytest.mark.parametrize("question", ["Who is Ada Moor?", "who's moor"])
def test_who_somebody_is_stands_beside_the_name(made, question, told):
    answer = asked(made, question, told)
    assert answer.answered
    assert first(answer) == told


@pytest.mark.parametrize(
    "told",
    [
        "A boat that had been built in the north for the fishers of the island was named by"
        " President Moor on a day of rain and wind.",
        "On a day of rain and wind a boat that had been built in the north for the fishers of the"
        " island was named by Ada Moor, an officer of the fleet.",
    ],
)
def test_it_is_found_however_often_the_name_stands_elsewhere(made, told):
    songs = " ".join(f"Moor sang {number} songs in Lund." for number in range(3, 40))
    hidden = "Lund sings with Moor, said Ulla Brand, an expert on songs."
    answer = asked(made, "Who is Ada Moor?", songs, hidden, told)
    assert answer.answered
    assert first(answer) == told


def test_a_description_alone_does_not_say_who_the_named_is(made):
    names = NAMES + 'roles = ["mayor of Lund"]\n\n[[place]]\nname = "Lund"\n'
    told = (
        "On a windy day in May a crowd of fishers heard the mayor of Lund, Lars Thorn, who sang of"
        " ships that had been late for the races."
    )
    article = ("Post", "2020-01-02", f"Lund's mayor sings. {told}{REST}")
    assert first(made(article, names=names).ask("Who is Lars Thorn?")) == told


def test_a_bare_name_does_not_say_who_somebody_is(made):
    assert not asked(made, "Who is Ada Moor?").answered


def test_a_current_sentence_says_it_before_an_older_one(made):
    songs = " ".join(f"Moor sang {number} songs in Lund." for number in range(3, 40))
    old = ("Post", "2019-01-02", "Ada Moor, an officer of the fleet, was late." + REST)
    new = ("Sun", "2020-01-02", f"{songs} The ship was led by the mayor Moor." + REST)
    assert "mayor" in first(made(old, new, names=NAMES).ask("Who is Ada Moor?"))


def test_an_older_one_says_it_where_newer_ones_only_name_somebody(made):
    songs = " ".join(f"Moor sang {number} songs in Lund." for number in range(3, 40))
    old = ("Post", "2019-01-02", "The officer Ada Moor was late." + REST)
    new = ("Sun", "2020-01-02", f"{MENTIONS} {songs}" + REST)
    answer = made(old, new, names=NAMES).ask("Who is Ada Moor?")
    assert answer.answered
    assert "officer" in first(answer)


def test_who_did_something_is_another_question(made):
    assert asked(made, "Who has gone to Skell?").answered
    assert "said Ulla Brand" in first(asked(made, "Who is an expert on rain?"))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("who is the leader of North Korea", "North Korean leader Kim Jong Un"),
        ("Who is the president of Russia?", "Russian President Vladimir Putin"),
        ("who's Russia's foreign minister?", "Foreign Minister Sergei Lavrov"),
        ("Who is the US president?", "U.S. President"),
    ],
)
def test_who_is_asked_for_by_a_role_is_told_by_name_beside_it(summit, question, told):
    answer = summit.ask(question)
    assert answer.answered
    assert told in first(answer)


@pytest.mark.parametrize("question", ["who is the mayor?", "Who's the mayor"])
def test_a_role_that_stands_for_somebody_is_told_by_name(made, question):
    names = '[[person]]\nname = "Ada Moor"\naliases = ["Mayor Ada Moor", "Moor"]\nloose = ["the mayor"]\n'
    text = (
        "The mayor of Lund spoke to the mayor of Elmer. The rain fell on the mayor all day. Moor"
        " was wet. The council of Lund gave Mayor Ada Moor a new umbrella on Friday."
    )
    answer = made(("Post", "2020-01-02", text), names=names).ask(question)
    assert answer.answered
    assert "Mayor Ada Moor" in first(answer)


def test_who_holds_a_role_is_not_told_where_nobody_is_said_to(made):
    text = (
        "Tom Orr, the head of the harbour, offered his keys to the mayor on Saturday. The rain fell"
        " all day. Ships came in."
    )
    assert not made(("Post", "2020-01-02", text)).ask("Who is the mayor?").answered
    assert made(("Post", "2020-01-02", text)).ask("Who is the head of the harbour?").answered


@pytest.mark.parametrize(
    "question",
    [
        "Where does Ada Moor work?",
        "What does Moor do for a living?",
        "What does Moor teach?",
        "Which university does Moor teach at?",
        "Who is Moor's employer?",
        "Who does Moor work for?",
    ],
)
def test_what_somebody_does_is_told_with_who_that_is(made, question):
    told = "It was too late for Moor, a teacher of song at the Skell school, to sing."
    mere = "Ada Moor of the Lund choir works a lot."
    answer = asked(made, question, mere, told)
    assert answer.answered
    assert first(answer) == told


def test_who_speaks_for_a_body_is_its_spokesman(made):
    told = "It was too late to sing, a spokesman for the Lund choir, Lars Thorn, told reporters."
    mere = "The Lund choir spoke to Moor."
    assert first(asked(made, "Who speaks for the Lund choir?", mere, told)) == told
