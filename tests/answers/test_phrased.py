"""Deadlines and disagreements, which are told in phrases of their own."""

import pytest

from tests.answers.conftest import first

NAMES = """
[[person]]
name = "Ada Moor"
aliases = ["Moor"]
roles = ["president of Ruritania"]

[[person]]
name = "Otto Orr"
aliases = ["Orr", "Moor's late father"]

[[organisation]]
name = "Bay Talks"

[[place]]
name = "Ruritania"
loose = ["Lund"]

[[place]]
name = "Skell"
"""
STORY = (
    "Moor met Orr in Skell on Monday and gave a long speech. Orr has time for a walk on the pier."
    " The deadline of the council of Elmer for a new ferry is June. Moor gave Orr a hat."
    " Cooks disagree on herring. A band played in the park. Shops shut at noon."
)


def asked(made, question, *told):
    return made(("Post", "2020-01-02", " ".join([STORY, *told])), names=NAMES).ask(question)


@pytest.mark.parametrize(
    "told",
    [
        "Moor said she would give Orr until the end of the year.",
        "Orr has to answer Moor by March 3, she said.",
        "Moor wants a word from Orr within ten days.",
        "In her speech Moor gave Orr to the end of the year.",
    ],
)
@pytest.mark.parametrize(
    "question",
    [
        "What deadline did Moor set for Orr?",
        "How long did Moor give Orr?",
        "How much time is Orr given by Moor?",
        "When does the time that Moor gave Orr run out?",
        "Until when does Orr have time, according to Moor?",
    ],
)
def test_a_deadline_is_told_by_its_end(made, question, told):
    answer = asked(made, question, told)
    assert answer.answered
    assert first(answer) == told


@pytest.mark.parametrize(
    "told",
    [
        "The two sides remain far apart on the price of herring.",
        "They still disagree over the price of herring.",
        "The price of herring is the sticking point for both.",
        "The two failed to agree on the price of herring.",
    ],
)
@pytest.mark.parametrize(
    "question",
    [
        "What do Moor and Orr still disagree on?",
        "On what points are Moor and Orr still far apart?",
        "Which points can't Moor and Orr settle?",
        "What are Lund and Orr arguing about?",
    ],
)
def test_what_sides_disagree_on_is_told_of_sides_named_before(made, question, told):
    before = "In Skell Moor walked with Orr."
    answer = asked(made, question, "Herring is sold in Elmer.", before, told)
    assert answer.answered
    assert first(answer) == told


@pytest.mark.parametrize(
    "question",
    [
        "What deadline did Moor set for Orr?",
        "What do Moor and Orr disagree on?",
        "By when must Skell answer?",
    ],
)
def test_those_of_others_are_not_theirs(made, question):
    assert not asked(made, question).answered


@pytest.mark.parametrize(
    "question", ["How long is the detour that drivers have to take?", "How long is the pier?"]
)
def test_a_length_is_no_deadline(made, question):
    told = "Drivers must take a detour of nine miles, and the pier is nine miles long."
    answer = asked(made, question, told)
    assert answer.answered
    assert first(answer) == told


FIRST_SINCE = "It would be the first talks between leaders of the two countries since May 2011."


@pytest.mark.parametrize(
    "question",
    [
        "When did the leaders of Ruritania and Skell last hold talks?",
        "When were the last talks between leaders of Ruritania and Skell?",
        "How long ago did leaders of the two countries last hold talks?",
    ],
)
def test_the_last_time_is_told_by_what_would_be_the_first_since(made, question):
    before = "Moor wants to go to Skell."
    trap = "Last year leaders of Ruritania and Skell met on the pier, and talks were short."
    answer = asked(made, question, "It rained.", before, FIRST_SINCE, "It rained.", trap)
    assert answer.answered
    assert first(answer) == FIRST_SINCE


def test_what_is_the_first_of_something_else_tells_no_last_time(made):
    told = "Moor showed Orr the first ferry built in Skell since the talks of 2011."
    assert not asked(made, "When did Moor last write to Orr?", told).answered


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Why was Skell sanctioned?", "Fines were meant to punish Skell for the oil in the bay."),
        ("Why are there sanctions on Skell?", "Skell is punished by sanctions over the oil spill."),
        ("Why was Orr arrested?", "Orr was arrested on suspicion of theft."),
        ("Why was Orr fined?", "In May Orr was fined 90 crowns for the oil in the bay."),
    ],
)
def test_what_one_is_punished_for_stands_behind_the_punishment(made, question, told):
    trap = "The sanctions against Skell, like the fines of Orr, who was arrested, are a burden."
    answer = asked(made, question, trap, told)
    assert answer.answered
    assert first(answer) == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Where is Moor going after the talks with Orr?", "They meet before Moor goes to Elmer."),
        ("Where will Moor travel after meeting Orr?", "Moor meets him en route to Elmer."),
        ("Where is Moor off to once she is done with Orr?", "Moor will then fly to Elmer."),
    ],
)
def test_where_one_goes_next_is_told_by_what_comes_before(made, question, told):
    trap = "Moor is going to the pier for the talks with Orr."
    answer = asked(made, question, trap, told)
    assert answer.answered
    assert first(answer) == told


def test_a_tweet_is_that_of_whom_the_sentences_before_name(made):
    before = "Moor and Orr spoke of herring in Skell."
    told = "“A fine day for all,” she said in a tweet."
    assert first(asked(made, "What did Moor tweet after Skell?", before, told)) == told
    assert not asked(made, "What did Quint tweet?", before, told).answered


def test_to_whom_one_spoke_is_told_of_that_one(made):
    trap = "Cooks told the broadcaster Nord about the herring of Orr, and he spoke of it."
    told = "In May Moor told the Elmer news agency that it rained."
    answer = asked(made, "Which news agency did Moor talk to?", trap, told)
    assert answer.answered
    assert first(answer) == told
    assert not asked(made, "Which news agency did Orr talk to?", told).answered


def test_who_took_part_is_told_by_who_was_included(made):
    before = "Moor began the Bay Talks on herring."
    trap = "Ruritania was one of the countries involved in the Bay Talks."
    told = "The long talks also included Skell and Elmer."
    answer = asked(made, "Was Skell part of the Bay Talks?", trap, "It rained.", before, told)
    assert answer.answered
    assert first(answer) == told
    assert not asked(made, "Was Orr involved in the Bay Talks?", trap, before, told).answered


@pytest.mark.parametrize(
    "question",
    ["Did the Bay Talks succeed?", "Were the Bay Talks a success?", "what became of the bay talks"],
)
def test_how_an_event_went_is_told_by_its_end(made, question):
    before = "The Bay Talks on herring were long. Moor spoke at the Bay Talks."
    told = "Shops in Elmer, which had hoped for the Bay Talks, were sorry that they collapsed."
    other = "Orr failed at cards."
    answer = asked(made, question, before, other, told)
    assert answer.answered
    assert first(answer) == told
    assert not asked(made, question, before, other).answered


def test_what_was_only_held_is_not_said_to_have_succeeded(made):
    held = "The big herring fair was held on the pier."
    assert not asked(made, "Did the herring fair succeed?", held).answered
    told = "The herring fair was a success."
    assert first(asked(made, "Did the herring fair succeed?", held, told)) == told


def test_how_it_went_with_people_is_no_event_of_that_name(made):
    told = "The meeting of Moor and Orr comes after their failed dinner."
    assert not asked(made, "Was the summit of Moor and Orr a success?", told).answered


@pytest.mark.parametrize("question", ["Is Otto Orr dead?", "is orr still alive", "Did Orr die?"])
def test_whether_somebody_lives_is_told_by_who_is_late(made, question):
    told = "There was a song for Moor's late father at the fair."
    answer = asked(made, question, "Orr sang. A cook died. Orr came late.", told)
    assert answer.answered
    assert first(answer) == told
    assert not asked(made, question, "Orr sang. A cook died. Orr came late.").answered


@pytest.mark.parametrize(
    "question",
    [
        "What details are missing from Moor's statement?",
        "What did Moor's statement leave open?",
        "Which details did Moor not give?",
    ],
)
def test_what_is_left_open_is_told_by_what_was_not_said(made, question):
    told = "No date was given by Moor in the statement, nor a place."
    trap = "The statement of Moor gave details on herring."
    answer = asked(made, question, trap, told)
    assert answer.answered
    assert first(answer) == told


@pytest.mark.parametrize(
    "question",
    [
        "How many people live in Skell?",
        "What is the population of Skell?",
        "What's Skell's population?",
    ],
)
def test_how_many_live_in_a_place_is_told_of_those_who_live_there(made, question):
    trap = "In Skell, 300 people have lost a hat since the fair of Skell."
    told = "Orr likes Skell, which has 4,000 inhabitants and a pier."
    answer = asked(made, question, trap, told)
    assert answer.answered
    assert first(answer) == told
    assert not asked(made, question, trap).answered


@pytest.mark.parametrize(
    "told",
    [
        "Orr was arrested on suspicion of having sold a bridge.",
        "The police have charged Orr with the sale of a bridge.",
        "He is suspected of having sold a bridge.",
    ],
)
def test_what_one_is_accused_of_stands_behind_the_accusation(made, told):
    question, before = "What is Orr accused of?", "Orr stayed at home."
    answer = asked(made, question, "He denies the accusations.", "It rained.", before, told)
    assert answer.answered
    assert first(answer) == told
    assert not asked(made, question, before, "He denies the accusations.").answered
