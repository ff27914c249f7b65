"""Questions in the words that people type, not those that articles use."""

import pytest

from bot.answers.rewording import reworded
from bot.corpus.names import Name, NameKind
from bot.index.analysis import Analyser
from tests.answers.conftest import first

NAMES = '[[person]]\nname = "Ada Moor"\n[[place]]\nname = "Lund"\n[[place]]\nname = "Elmer"\n'
FAIR = (
    "Ada Moor will open the fair. The officials have held several fairs with guests from Elmer."
    " The fair will take place in Lund on 4 May, the council said. The rain has stopped. Nobody was"
    " hurt in Elmer. The meeting of the council ended early."
)


@pytest.mark.parametrize(
    "question",
    [
        "Where is the fair being held?",
        "where's the fair being held",
        "Where will the fair be held?",
    ],
)
def test_where_something_is_held_is_told_by_where_it_takes_place(made, question):
    answer = made(("Post", "2020-05-01", FAIR), names=NAMES).ask(question)
    assert answer.answered
    assert "will take place in Lund" in first(answer)


@pytest.mark.parametrize(
    "question", ["Where is the summit?", "where's the meeting", "wheres the summit"]
)
def test_where_an_event_is_needs_no_verb(summit, question):
    answer = summit.ask(question)
    assert answer.answered
    assert "Vladivostok" in first(answer)


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Where did Trump and Kim first meet?", "in Singapore to discuss"),
        ("Where is the meeting between Kim and Putin?", "Vladivostok"),
        ("where is the kim-putin summit", "Vladivostok"),
    ],
)
def test_where_people_meet_is_told_by_a_place_near_their_meeting(summit, question, place):
    assert place in first(summit.ask(question))


def test_when_somebody_goes_somewhere_is_told_by_their_travels(summit):
    assert "will travel to Russia" in first(summit.ask("when is kim going to russia?"))
    assert "By visiting Russia" in first(summit.ask("why is kim going to russia?"))


def test_what_people_talk_about_is_what_they_discuss(summit):
    assert "will probably discuss" in first(summit.ask("what will they talk about"))


def test_what_somebody_gets_out_of_an_event_is_their_benefit(summit):
    answer = summit.ask("What does Putin get out of it?")
    assert answer.answered
    assert "seize the global spotlight" in first(answer)


def test_what_somebody_thinks_is_told_by_what_they_say(summit):
    answer = summit.ask("what does lankov think?")
    assert answer.answered
    assert "Lankov said" in first(answer)
    assert not answer.notes


@pytest.mark.parametrize(
    ("question", "plainer"),
    [
        ("where is the summit between Moor and Orr?", "where is the Moor and Orr meet?"),
        ("When will the Moor-Orr talks take place?", "When will the Moor and Orr meet?"),
        ("When will the talks between Moor and Orr start?", None),
        ("Where was the second Moor-Orr summit held?", None),
        ("When did the meeting of Moor and Orr take place?", None),
        ("What's new?", "What is new?"),
        ("Its mayor", None),
        ("Who's been to Lund", "Who is visit Lund"),
        ("Where is the mayor?", None),
        ("Will the summit be held in Lund?", "where will the summit take place?"),
        (
            "is the party meeting going to be in Lund or in Elmer",
            "where will the party meeting take place?",
        ),
        ("Is it in Lund or Elmer?", "where will it take place?"),
        ("Is it in danger?", None),
        ("Is the fair in May?", None),
        ("Is the race in May or June?", "when will the race take place?"),
        ("Will the talks be held in secret?", None),
        ("Was the summit held in Lund?", None),
        ("When was the quake?", "When was the quake strike?"),
        ("When did the great storm happen?", "When did the great storm strike?"),
        ("When is Moor going to Lund?", "When is Moor travel to Lund?"),
        ("Why did Moor go to Lund?", "Why did Moor visit Lund?"),
        ("What will they talk about?", "What will they discuss?"),
        ("What did Moor think of it?", "What did Moor say of it?"),
        ("Who thinks so?", None),
        ("What does Moor get out of it?", "how would Moor benefit from it?"),
        ("What did the mayor gain from the sale?", "how did the mayor benefit from the sale?"),
        ("What's in it for Moor?", "how would Moor benefit?"),
        ("Who is Moor's dad?", "Who is Moor's father?"),
        ("Who is in Dad's Army?", None),
        ("What does Moor stand to gain from a deal?", "how would Moor benefit from a deal?"),
        (
            "What does Moor hope to get from meeting Orr?",
            "how would Moor benefit from meeting Orr?",
        ),
        ("What did the firemen get out of the rubble?", None),
        ("What does Lund get from Orr?", None),
        ("What's Moor's job?", "who is Moor?"),
        ("what was Ada Moors role", "who was Ada Moor?"),
        ("Which post does Moor hold?", None),
        ("What post does Moor hold?", "who is Moor?"),
        ("What is the position of Ada Moor?", "who is Ada Moor?"),
        ("What's the name of Ada Moor?", "who is Ada Moor?"),
        ("What is the name of the ship?", None),
        ("What was Moor's role in the talks?", None),
        ("What is the title of the book?", None),
        ("Who is going to speak?", None),
        ("Is the mayor going to speak?", "will the mayor speak?"),
        ("What are they going to do about it?", "What will they do about it?"),
        ("where the race was held", "where was the race held?"),
        ("When it is over", "When is it over?"),
        ("how strong was the quake", None),
        ("when the mayor was hurt, who led the council?", None),
        ("Where in Lund was the race lost?", None),
        ("When will the Moor Orr talks take place?", None),
    ],
)
def test_a_question_is_put_in_plainer_words_or_stays(question, plainer):
    assert reworded(question, Analyser()) == (plainer or question)


@pytest.mark.parametrize(
    ("question", "plainer"),
    [
        ("When will the ada moor lund talks take place?", "When will the ada moor and lund meet?"),
        ("When will the Ada Moor talks take place?", None),
    ],
)
def test_two_names_side_by_side_are_those_who_meet(question, plainer):
    names = (Name("Ada Moor", NameKind.PERSON), Name("Lund", NameKind.PLACE))
    assert reworded(question, Analyser(names)) == (plainer or question)


def test_whether_somebody_has_said_anything_is_told_by_what_they_said(summit):
    assert "ways to get around" in first(summit.ask("Has Lankov said anything about workers?"))
    assert summit.ask("Has Lankov said anything about workers?").answered
    assert not summit.ask("Has Beijing said anything about the summit?").answered
    assert not summit.ask("Has Trump commented on the Putin meeting?").answered


@pytest.mark.parametrize("question", ["What is Ada Moor's role?", "what job does ada moor have"])
def test_a_job_is_told_by_who_somebody_is(made, question):
    story = (
        "Moor held a speech in Lund. Ada Moor, a judge from Elmer, opened the fair."
        " The role of the judge was the best of the film. It rained."
    )
    answer = made(("Post", "2020-05-01", story), names=NAMES).ask(question)
    assert answer.answered
    assert "a judge from Elmer" in first(answer)


def test_the_role_of_a_place_is_no_job():
    analyser = Analyser([Name("Lund", NameKind.PLACE)])
    assert reworded("What is Lund's role?", analyser) == "What is Lund's role?"


@pytest.mark.parametrize(
    ("question", "plainer"),
    [
        ("When was Ada Moor in Lund?", "When did Ada Moor visit Lund?"),
        ("how often has Ada Moor been in Lund", "how often has Ada Moor visited Lund?"),
        ("When was Ada Moor in a hurry?", None),
        ("When was the mayor in Lund?", None),
        ("When was Ada Moor in the army of Lund in the north?", None),
    ],
)
def test_who_was_in_a_place_has_visited_it(question, plainer):
    names = [Name("Ada Moor", NameKind.PERSON), Name("Lund", NameKind.PLACE)]
    assert reworded(question, Analyser(names)) == (plainer or question)


@pytest.mark.parametrize("place", ["Moscow", "Vladivostok", "Pyongyang or Vladivostok"])
def test_whether_an_event_will_be_in_a_place_is_told_by_where_it_will_be(summit, place):
    answer = summit.ask(f"Will the summit be held in {place}?")
    assert answer.answered
    assert "will take place in Vladivostok" in first(answer)
