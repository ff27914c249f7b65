"""How a question is built, and what in a sentence answers to it."""

import pytest

from bot.answers.countries import countries
from bot.answers.measures import counts, gives, measure, quality
from bot.answers.wording import wording
from bot.index.analysis import Analyser
from tests.answers.conftest import first


def built(question):
    return wording(Analyser().analyse(question).terms)


def test_who_acts_and_by_which_verb_is_read_off_the_auxiliary():
    form = built("When did Meyer visit Lund?")
    assert (form.subject, form.verb) == ("meyer", "visit")
    assert built("Who visited Lund?").subject is None
    assert built("Is the old harbour open to Meyer?").subject is None


def test_what_is_counted_and_what_is_to_be_named_stand_behind_the_question_word():
    assert built("How many fishing boats sank?").counted == ("fish", "boat", "sink")
    assert built("Which news agency was it?").heads == ("news", "agenc")
    assert built("Was the third talk the last?").ordinals == ("third", "last")


@pytest.mark.parametrize(
    ("question", "several"),
    [
        ("Which countries took part?", True),
        ("Who were the witnesses?", True),
        ("What are the demands?", True),
        ("Name the islands", True),
        ("Which country took part?", False),
        ("Who was the witness?", False),
        ("What is the news?", False),
    ],
)
def test_a_question_for_several_things_is_told_from_one_for_one(question, several):
    assert built(question).several is several


@pytest.mark.parametrize(
    ("question", "gives_it", "does_not"),
    [
        ("How long did they talk?", "They sat for two hours.", "They sat with 20 aides."),
        ("How long did they talk?", "They talked for months.", "They talked about the month."),
        ("How long did they talk?", "They talked for many hours.", "They talked for the hour."),
        ("How far did it fly?", "It flew 70 kilometres.", "It flew for 3 days."),
        ("How much did it cost?", "It cost £3m.", "It cost a lot of time."),
        ("How old is the king?", "The king, aged sixty, waved.", "The king waved."),
        ("How often do they meet?", "They meet every week.", "They met on Monday."),
        ("How cold was it?", "It was two degrees below zero.", "It was winter, and snowed."),
        ("How fast did it go?", "It did 90 miles an hour.", "It went for 90 miles."),
        ("How strong was the quake?", "It had a magnitude of 6.4.", "It killed 38 people."),
        ("How much does it weigh?", "Its weight is 12 tonnes.", "It is worth 12 pieces of gold."),
    ],
)
def test_a_quantity_needs_its_own_unit(question, gives_it, does_not):
    wanted = measure(question)
    assert wanted is not None
    assert gives(wanted, gives_it)
    assert not gives(wanted, does_not)


@pytest.mark.parametrize("question", ["How long ago was it?", "Who shows how?", "When?"])
def test_other_questions_measure_nothing(question):
    assert measure(question) is None


def test_the_word_for_what_is_measured_is_known():
    assert quality("And how cold was it?") == "cold"
    assert quality("How is it?") is None


@pytest.mark.parametrize(
    ("text", "of_things"),
    [
        ("She met 12 men.", True),
        ("Some 1,900 people came.", True),
        ("Two boats sank.", True),
        ("He came on May 31.", False),
        ("In 2018 it rained for three days.", False),
        ("It was a three-day strike.", False),
        ("About 61.1% of them left.", False),
        ("The shop opens at 5 p.m.", False),
        ("It cost $12.", False),
    ],
)
def test_a_number_of_things_is_told_from_dates_spans_sums_and_shares(text, of_things):
    assert counts(text) is of_things


FILLER = " The weather was fine all week. A band played in the park. Shops shut at noon."


def test_the_number_of_what_is_counted_goes_before_another_number(made):
    answerer = made(
        (
            "Post",
            "2020-01-02",
            "After 300 days at sea the sailors of the Mara came ashore at Lund."
            " The Mara had a crew of 12 sailors when she left for Lund." + FILLER,
        )
    )
    assert "12 sailors" in first(answerer.ask("How many sailors of the Mara left for Lund?"))


@pytest.mark.parametrize(
    ("question", "answer", "other"),
    [
        (
            "How many times has Moor gone to Lund?",
            "Moor has made three trips to Lund.",
            "Moor took 61 sailors to Lund at the time.",
        ),
        (
            "How many times has Moor met the mayor?",
            "Moor and the mayor held two meetings.",
            "Moor met the mayor and 61 sailors.",
        ),
        (
            "How many times did Moor sing in Lund?",
            "Moor sang twice in Lund.",
            "This time Moor did sing for 61 sailors in Lund.",
        ),
    ],
)
def test_how_many_times_is_told_by_how_many_trips_or_twice_as_well(made, question, answer, other):
    for told in (f"{answer} {other}", f"{other} {answer}"):
        answerer = made(("Post", "2020-01-02", f"Rain fell. {told}{FILLER}"))
        assert first(answerer.ask(question)) == answer


@pytest.mark.parametrize(
    "told",
    [
        "Moor visited Lund in the spring of 2018, visit by visit, with her sailors.",
        "Moor sailed to Lund in May 2018, a visit with sailors.",
        "Moor paid Lund the first visit by a captain since 1990.",
        "Moor visited the mayor of Lund before her two visits with Quint.",
    ],
)
def test_a_year_is_no_number_of_times_nor_is_the_first_since_then(made, told):
    answerer = made(("Post", "2020-01-02", f"Rain fell. {told}{FILLER}"))
    assert not answerer.ask("How many times has Moor visited Lund?").answered


@pytest.mark.parametrize(
    "told",
    [
        "Moor rarely visits Lund.",
        "Moor has visited Lund many times.",
        "Moor has made two trips to Lund.",
        "Moor visits Lund every spring.",
        "It was the third visit of Moor to Lund.",
    ],
)
@pytest.mark.parametrize(
    "asked", ["How often has Moor been to Lund?", "How often did Moor go to Lund?"]
)
def test_how_often_is_told_by_a_count_or_in_words(made, asked, told):
    with_sailors = "Moor sailed to Lund with two sailors on a visit."
    answerer = made(("Post", "2020-01-02", f"Rain fell. {with_sailors} {told}{FILLER}"))
    assert first(answerer.ask(asked)) == told


@pytest.mark.parametrize("going", ["been to Lund", "gone to Lund", "been to the Lund"])
def test_who_has_been_to_a_place_has_visited_it(made, going):
    told = "Moor visited Lund in 2003 with her crew."
    answerer = made(("Post", "2020-01-02", f"Moor wrote songs on Lund. {told}{FILLER}"))
    assert first(answerer.ask(f"Has Moor ever {going}?")) == told
    unsaid = made(("Post", "2020-01-02", f"Moor wrote songs on Lund.{FILLER}"))
    assert not unsaid.ask(f"Has Moor ever {going}?").answered


def test_who_owns_or_is_spoken_to_does_not_act(made):
    told = "Quint visited Lund in May with the crew."
    others = (
        "Thorn, an aide to Quint, visited Lund.",
        "Thorn, who runs Quint's trips, visited Lund.",
    )
    for other in others:
        for text in (f"{told} {other}", f"{other} {told}"):
            answerer = made(("Post", "2020-01-02", f"{text}{FILLER}"))
            assert first(answerer.ask("Has Quint visited Lund?")) == told


def test_a_denial_of_something_else_is_no_number_of_times(made):
    told = "Moor has made three trips to Lund."
    other = "Moor visited Lund ahead of the visit of a king to Lund and did not stop in Skell."
    answerer = made(("Post", "2020-01-02", f"{other} {told}{FILLER}"))
    assert first(answerer.ask("How many times has Moor visited Lund?")) == told


def test_how_many_times_may_be_told_by_a_sentence_that_leans_on_the_name_before_it(summit):
    assert "seven overseas trips" in first(summit.ask("How many times has Kim gone to China?"))


def test_who_has_gone_abroad_has_travelled(made):
    told = "Moor has made seven foreign trips."
    answerer = made(("Post", "2020-01-02", f"Moor sang of 61 foreign sailors. {told}{FILLER}"))
    assert first(answerer.ask("How many times has Moor gone abroad?")) == told


def test_coming_to_power_or_to_an_end_is_no_visit(made):
    told = "Moor took power in Lund in 1990."
    answerer = made(("Post", "2020-01-02", f"Moor visited the end of the pier. {told}{FILLER}"))
    assert first(answerer.ask("When did Moor come to power?")) == told


def test_a_newer_sentence_without_the_count_asked_for_does_not_go_before_an_older_one(made):
    counts = "Ada Moor has met King Olaf twice in Lund."
    vague = "Ada Moor has met King Olaf in Lund before."
    for said, led in ((vague, counts), ("Ada Moor has met King Olaf three times in Lund.", None)):
        answerer = made(("Post", "2020-01-02", counts + FILLER), ("Sun", "2020-06-02", said))
        assert first(answerer.ask("How many times has Ada Moor met King Olaf?")) == (led or said)


def test_a_role_alone_does_not_answer_who_holds_it(made):
    names = (
        '[[person]]\nname = "Ana Brook"\nroles = ["ambassador of Norland"]\n'
        '[[place]]\nname = "Norland"\n'
    )
    answerer = made(
        (
            "Post",
            "2020-01-02",
            "The ambassador of Norland spoke. On Monday the ambassador of Norland, Ana Brook,"
            " opened a school in the north." + FILLER,
        ),
        names=names,
    )
    assert "Ana Brook" in first(answerer.ask("Who is the ambassador of Norland?"))


def test_a_capital_stands_for_its_country_and_a_people_for_its_land(made):
    answerer = made(
        (
            "Post",
            "2020-01-02",
            "A French minister promised ships. Rain fell. Ministers ate fish. Ships are slow."
            + FILLER,
        )
    )
    assert first(answerer.ask("What did France promise?")).startswith("A French")
    assert first(answerer.ask("What was promised by Paris?")).startswith("A French")


def test_where_leads_to_a_sentence_that_says_where_and_not_to_a_place_that_acts(made):
    answerer = made(
        (
            "Post",
            "2020-01-02",
            "Lund and Ghent spoke well of the meeting after the meeting. The kings arrive by ship"
            " on Friday and open the meeting of all the towns of the coast in Bergen." + FILLER,
        ),
        names='[[place]]\nname = "Lund"\n[[place]]\nname = "Ghent"\n[[place]]\nname = "Bergen"\n',
    )
    assert "Bergen" in first(answerer.ask("Where is the meeting?"))


def test_a_list_is_asked_for_where_nothing_narrower_is(summit):
    read = summit._reader.read
    assert read("What are the conditions?").asks == "list"
    assert read("Which countries were there?").asks == "place"
    assert read("What is the condition?").asks == "definition"


def test_every_country_has_its_people_and_its_capital():
    same, related = countries()
    assert len(same.splitlines()) == len(related.splitlines()) > 190
    assert "norway, norwegian" in same.splitlines()
    assert "norway, norwegian, oslo" in related.splitlines()
