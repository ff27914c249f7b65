"""Sentences that hold a question's words and can't answer it; and their likes that do."""

import pytest

from tests.answers.conftest import FERRY, first

KNOWN = (
    " The larger boat, the Swift, was built in Lund. The cook, Ada Moor, was hurt on Friday."
    " Tickets cost 12 crowns for those who live in Skell. Quint, 51, has been mayor of Skell for"
    " ten years. The alarm was tested on both boats on Monday and the test showed that it works."
    " The captain was found guilty in June. The harbour was closed on Monday."
)
ASKED = (
    "What is the name of the cook who was hurt?",
    "What was the cook's name?",
    "How much do tickets cost?",
    "How old is the mayor of Skell?",
    "What did the test of the alarm show?",
    "Was the captain found guilty?",
)


@pytest.mark.parametrize("question", ASKED)
def test_what_lacks_what_is_asked_for_is_no_answer(made, question):
    answer = made(("Post", "2020-01-02", FERRY)).ask(question)
    assert not answer.answered
    assert answer.closest


@pytest.mark.parametrize("question", ASKED)
def test_what_gives_it_is(made, question):
    answer = made(("Post", "2020-01-02", FERRY + KNOWN)).ask(question)
    assert answer.answered
    assert answer.quotes[0].sentence.text in KNOWN


@pytest.mark.parametrize(
    "question",
    ["Is Lars Thorn married?", "Was Orla Quint elected?", "Has Lars Thorn ever sunk a boat?"],
)
def test_a_name_alone_says_neither_yes_nor_no(made, question):
    assert not made(("Post", "2020-01-02", FERRY)).ask(question).answered


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Where in Skell was the alarm tested?", "The alarm was tested in Skell."),
        ("Which town is the alarm of the boats from?", "The alarm of the boats is from a shop."),
        ("Where was the party?", "The party was a chance for Quint and Moor."),
        ("On what day in May was the alarm tested?", "The alarm was tested in May."),
        ("What is the range of the new alarm?", "The range of the new alarm was tested by us."),
        ("Which helicopter took Lars Thorn to Lund?", "In May Lars Thorn was seen in Lund."),
        ("How many boats sank in the race?", "The boats sank in the three-day race of 2018."),
        ("How many boats sank in the race?", "The boats sank in the race of May 19 to 25."),
        ("How many boats sank in the race?", "The boats sank in the race on May 19 and 25."),
        ("How much oil did the tower hold?", "The tower was built to hold oil in 2011."),
        ("How far can the boats sail?", "The boats sail with a new helicopter on board."),
        (
            "Which bishop came to Lund in 2009?",
            "In May Otto Moor came to Lund, the first bishop since 2009.",
        ),
        ("Which building in Lund was the party held in?", "The party was held in Lund by Elmer."),
        ("What does the alarm cost?", "The alarm was tested in Skell for the council."),
        (
            "Besides Lund, what other town has the alarm?",
            "The alarm of the tower was tested in Lund.",
        ),
        ("What came of the race?", "The race will be held in Lund by the council."),
        ("What did Elmer discuss in Lund?", "In May Elmer went to Lund for a week."),
        ("In which month was the race held?", "The race was held by Elmer last year."),
        ("What does Quint want from Otto Moor?", "Otto Moor wants the race of Orla Quint to end."),
        ("Who watched the race?", "The council paid for the race."),
        ("How do I enter the race?", "The council let nine boats enter the race."),
        ("How did Quint react to the race?", "Lars Thorn said that Orla Quint lost the race."),
        ("When was Otto Moor born?", "In May the mayor and Otto Moor were at the race."),
        ("In what year was Otto Moor born?", "Otto Moor was born under a double rainbow."),
        ("Did the council approve the alarm?", "The council must still approve the alarm."),
        (
            "Did the bishop stop the race?",
            "Of the race he said he would ask the bishop to stop it.",
        ),
        ("Has the tower been painted?", "The bishop said the tower is to be painted."),
        ("When was the tower last painted?", "The tower was painted in May 2009 and 2012."),
        ("What day of the week was the race held?", "The race was held on 5 May 2019."),
        ("Which countries took part in the race?", "Nine countries took part in the race."),
        ("Why was the race stopped?", "The race was stopped at noon on the second day of May."),
        ("Which leaders has Quint met?", "Quint has met several leaders."),
    ],
)
def test_what_the_question_names_itself_is_no_answer(made, question, told):
    assert not made(("Post", "2020-01-02", f"{FERRY} {told}")).ask(question).answered


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Where in Skell was the alarm tested?", "The alarm was tested in Lund Road in Skell."),
        ("Where was the alarm tested?", "The alarm was tested behind a church."),
        ("Where was the Lund summit held?", "The summit was held in Lund."),
        (
            "Where did the Lund summit take place?",
            "If the race does take place, it will come months after the failed summit in Lund.",
        ),
        ("Which town is the alarm of the boats from?", "The alarm of the boats is from Lund."),
        ("On what day in May was the alarm tested?", "The alarm was tested on May 12."),
        ("On what day in May was the alarm tested?", "The alarm was not tested in May."),
        ("What is the range of the new alarm?", "The range of the new alarm is 200 metres."),
        ("What is the range of the new alarm?", "The range of the new alarm is not known."),
        ("Which sport did Lars Thorn play?", "Lars Thorn played football."),
        ("How many boats sank in the race?", "In the three-day race of 2018 some 30 boats sank."),
        ("How many boats sank in the race?", "In the race of May 19 and 20 boats sank."),
        ("How much oil did the tower hold?", "The tower held 900 tons of oil."),
        ("How much oil did the tower hold?", "The tower held hardly enough oil for a week."),
        ("How much did the tower cost?", "The tower cost £900."),
        ("How far can the boats sail?", "The boats can sail nine miles."),
        ("What does the alarm cost?", "The alarm costs £900."),
        (
            "Besides Lund, what other town has the alarm?",
            "The alarm is in Lund and the town of Elm.",
        ),
        ("What was the result of the race?", "The race ended in a draw, and will be held again."),
        ("In which month was the race held?", "The race was held in May."),
        ("In which month was the race held?", "The race was held last month."),
        ("What does Quint want from Otto Moor?", "Orla Quint wants Otto Moor to end the race."),
        ("Who won the race?", "Lars Thorn won the race."),
        (
            "Who organised the race?",
            "The race was the work of a club led by Otto Moor, its organiser.",
        ),
        ("How do I enter the race?", "You enter the race online."),
        ("How did Quint react to the race?", "Orla Quint dismissed the race as a joke."),
        ("How did Quint react to the race?", "The race is a joke, said Orla Quint."),
        ("When was Otto Moor born?", "Otto Moor was born in 1949."),
        (
            "Which bishop came to Lund in 2009?",
            "In 2009 Otto Moor came to Lund, the first bishop since 1999.",
        ),
        (
            "Which building in Lund was the party held in?",
            "The party was held at the Elmer Arms in Lund.",
        ),
        ("What did Elmer discuss in Lund?", "In Lund Elmer told the bishop to discuss it."),
        ("Did the council approve the alarm?", "The council approved the alarm in May."),
        ("What did the council promise?", "The council promised that the church will be sold."),
        ("When was the tower last painted?", "The tower was last painted in May 2009."),
        ("When was the race last held?", "It was the first race held since May 2009."),
        ("When was the race held last year?", "The race was held in May."),
        ("What day of the week was the race held?", "The race was held on a Sunday."),
        ("Which countries took part in the race?", "In the race Lund and Elmer took part."),
        ("Why was the race stopped?", "The race was stopped by a storm at noon."),
        ("Why was the race stopped?", "The race was stopped in protest at the noise."),
        ("Who is Quint's father?", "The father of Quint is Otto Quint, a farmer."),
        ("On which weekday was the race held?", "The race was held on Sunday."),
    ],
)
def test_what_is_new_to_the_question_answers_it(made, question, told):
    answer = made(("Post", "2020-01-02", f"{FERRY} {told}")).ask(question)
    assert answer.answered
    assert first(answer) == told


def test_the_word_that_a_name_is_spoken_of_by_tells_nothing_of_what_is_asked(made):
    names = (
        '[[place]]\nname = "Graustark"\nloose = ["Lund"]\n\n'
        '[[person]]\nname = "Ada Moor"\naliases = ["Moor"]\n'
    )
    told = "Moor is a useful friend of the people in Lund."
    article = ("Post", "2020-01-02", f"{FERRY} {told}")
    assert not made(article, names=names).ask("did moor sing in lund").answered


def test_how_often_people_met_is_not_how_many_they_are(made):
    told = "The meeting of the two captains is on the agenda."
    answerer = made(("Post", "2020-01-02", f"{FERRY} {told}"))
    assert not answerer.ask("How many times did the captains meet?").answered


def test_what_one_said_is_not_what_another_said(made):
    answerer = made(("Post", "2020-01-02", FERRY))
    assert answerer.ask("What did the mayor say about the harbour?").answered
    assert not answerer.ask("What did the bishop say about the harbour?").answered


def test_a_count_may_be_an_ordinal_and_a_time_told_by_the_clock_or_by_what_happens(made):
    told = (
        "This was the third fire on the boats of the company. The harbour opens at noon."
        " The boat sails once the captain is aboard. It rained a little."
    )
    answerer = made(("Post", "2020-01-02", told))
    assert answerer.ask("How many fires have there been on the boats?").answered
    assert answerer.ask("When does the harbour open?").answered
    assert answerer.ask("When does the boat sail?").answered


def test_what_would_be_the_first_since_tells_of_the_last(made):
    told = FERRY + " It would mark the first strike of the captains since the flood of 1999."
    answer = made(("Post", "2020-01-02", told)).ask("When was the last strike of the captains?")
    assert answer.answered
    assert "1999" in answer.quotes[0].sentence.text


def test_a_denial_answers_whether_something_has_happened(made):
    told = FERRY + " Asked whether she would resign, Quint said that she would not."
    answer = made(("Post", "2020-01-02", told)).ask("Did Quint resign?")
    assert answer.answered
    assert "would not" in answer.quotes[0].sentence.text


def test_a_sentence_that_goes_on_from_one_that_lacks_the_length_gives_it(made):
    told = " Under the church runs an old tunnel called the Mole. It is about 300 metres long."
    answer = made(("Post", "2020-01-02", FERRY + told)).ask("How long is the tunnel?")
    assert first(answer) == "It is about 300 metres long."


def test_degrees_are_of_the_cold_where_nothing_is_called_cold(made):
    told = (
        " Many children are ill because the nights are cold. On Sunday night it was nine degrees"
        " below zero."
    )
    answer = made(("Post", "2020-01-02", FERRY + told)).ask("How cold was it at night?")
    assert "nine degrees" in first(answer)


def test_who_is_only_described_is_not_named(made):
    names = '[[person]]\nname = "Ada Moor"\nloose = ["the judge"]\n'
    told = " The judge found that the alarm of the boat had not been tested."
    article = ("Post", "2020-01-02", FERRY + told)
    assert not made(article, names=names).ask("What was the judge's name?").answered


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "How large is the bank's stake in the ferry company?",
            "The stake of the bank in the ferry company is 12 per cent.",
        ),
        (
            "How high was turnout in the vote on the alarm?",
            "Turnout in the vote on the alarm was 68 per cent.",
        ),
        (
            "How much influence does the mayor have over the bishop?",
            "The mayor has little influence over the bishop.",
        ),
        (
            "How often does the bishop visit the lighthouse?",
            "The bishop rarely visits the lighthouse.",
        ),
    ],
)
def test_what_may_be_told_without_a_unit_is_not_turned_away(made, question, told):
    answer = made(("Post", "2020-01-02", f"{FERRY} {told}")).ask(question)
    assert answer.answered
    assert answer.quotes[0].sentence.text == told


@pytest.mark.parametrize("told", ["at 9:30", "at noon", "in the evening"])
def test_what_time_is_told_by_the_clock(made, told):
    text = "The fair in Lund will start on 4 May. The rain has stopped. Nobody was hurt in Lund."
    question = "What time will the fair in Lund start?"
    assert not made(("Post", "2020-05-01", text)).ask(question).answered
    clock = f"The gates of the fair in Lund open {told}, when it will start."
    answer = made(("Post", "2020-05-01", f"{text} {clock}")).ask(question)
    assert first(answer) == clock
    unknown = "It is not known at what time the fair in Lund will start."
    answer = made(("Post", "2020-05-01", f"{text} {unknown}")).ask(question)
    assert answer.answered
    assert first(answer) == unknown


def test_a_rare_word_for_an_event_goes_before_another_one_that_takes_place(made):
    story = (
        "The party will take place in the harbour of Lund, in the evening. Guests come for a"
        " regatta in Elmer. The mayor spoke. It rained."
    )
    answer = made(("Post", "2020-01-02", story)).ask("Where will the regatta take place?")
    assert "regatta" in first(answer)


@pytest.mark.parametrize("question", ["Who is Putin's dad?", "Who was Trump's father?"])
def test_a_father_is_that_of_whom_it_is_asked(summit, question):
    assert not summit.ask(question).answered
    assert summit.ask("Who is Kim's dad?").answered
