from datetime import date, timedelta

import pytest

from bot.answers.scope import Outlets, UnknownOutletError, scope
from tests.answers.conftest import answerer_of
from tests.corpus.folders import STORY, entry, write

OLD = ("Old Post", "2020-01-05", "The tower is blue and ten metres high. The harbour was calm.")
NEW = ("The Daily Gull", "2020-06-01", "The tower is red and twenty metres high. Gulls were seen.")
LATE = ("Evening News", "2020-06-03", "The tower is green now, the keeper said. It rained.")


@pytest.mark.parametrize(
    ("question", "outlet", "rest"),
    [
        ("According to Bloomberg, who is Lankov?", "Bloomberg", "who is Lankov?"),
        ("what does VICE say about the flight", "VICE News", "what the flight"),
        (
            "Who is Peskov, according to the Washington Times?",
            "The Washington Times",
            "Who is Peskov ?",
        ),
        ("In the Washington Post, what was tested?", "The Washington Post", "what was tested?"),
        ("What did Bloomberg report about the pipeline?", "Bloomberg", "What the pipeline?"),
    ],
)
def test_an_outlet_named_as_the_source_is_found_and_taken_out(summit, question, outlet, rest):
    found = Outlets(summit.corpus.articles).mentioned(question)
    assert found is not None
    assert (found.outlet, found.rest) == (outlet, rest)


@pytest.mark.parametrize(
    "question",
    [
        "What does Washington want?",
        "Who is vice president?",
        "",
        "What did the diplomat say about Kim?",
        "In all the times that Kim went abroad, what did the times say?",
    ],
)
def test_other_words_are_no_outlets(summit, question):
    assert Outlets(summit.corpus.articles).mentioned(question) is None


@pytest.mark.parametrize(
    ("question", "outlet", "rest"),
    [
        ("any update from the Tribune?", "Carrow Tribune", "any update"),
        ("what does the courier say", "The Ansel Courier", "what"),
        ("According to the Courier, who paid?", "The Ansel Courier", "who paid?"),
        ("What was on the page of the Wendmark Press?", None, None),
        ("What does the agency say about Roe?", None, None),
    ],
)
def test_the_noun_of_an_outlets_name_is_enough_where_it_is_the_only_one(
    bridge, question, outlet, rest
):
    found = Outlets(bridge.corpus.articles).mentioned(question)
    assert (found and found.outlet, found and found.rest) == (outlet, rest)
    assert bridge.outlet("Tribune") == bridge.outlet("the Tribune") == "Carrow Tribune"


def test_a_noun_that_outlets_share_or_that_is_an_everyday_word_names_none(made):
    told = "The pier was closed by rain."
    days = ("2020-06-01", told)
    answerer = made(("Old Post", *days), ("New Post", *days), ("Lund Star", *days))
    outlets = Outlets(answerer.corpus.articles)
    assert outlets.mentioned("What does the Post say?") is None
    assert outlets.mentioned("what is the light from the star") is None
    assert outlets.mentioned("What light is from the Star?").outlet == "Lund Star"


def test_the_noun_alone_is_first_of_all_the_outlet_of_that_name(made):
    days = ("2020-06-01", "The pier was closed by rain.")
    answerer = made(("Post", *days), ("Old Post", *days))
    assert answerer.outlet("the Post") == answerer.outlet("post") == "Post"
    assert Outlets(answerer.corpus.articles).mentioned("What says the Post?") is None
    assert Outlets(answerer.corpus.articles).mentioned("In the Post, is it dry?").outlet == "Post"


def test_only_the_outlet_asked_for_answers(made):
    answerer = made(OLD, NEW, LATE)
    for answer in (
        answerer.ask("How high is the tower?", outlet="Old Post"),
        answerer.ask("According to Old Post, how high is the tower?"),
    ):
        assert {quote.article.outlet for quote in (*answer.quotes, *answer.closest)} == {"Old Post"}


def test_short_names_of_outlets_are_understood_and_unknown_ones_refused(made):
    answerer = made(NEW, LATE)
    assert answerer.outlet("daily gull") == "The Daily Gull"
    assert answerer.outlet("Evening") == "Evening News"
    with pytest.raises(UnknownOutletError, match="The Daily Gull, Evening News"):
        answerer.ask("Is it red?", outlet="Nobody's Herald")


def test_only_what_was_published_by_a_day_answers(made):
    answerer = made(OLD, NEW, LATE)
    answer = answerer.ask("What colour is the tower?", as_of=date(2020, 6, 1))
    outlets = {quote.article.outlet for quote in (*answer.quotes, *answer.closest)}
    assert outlets == {"Old Post", "The Daily Gull"}
    assert not answerer.ask("What colour is the tower?", as_of=date(2019, 1, 1)).closest


def test_older_reporting_is_marked_by_what_could_be_seen_on_the_day(made):
    answerer = made(OLD, NEW, LATE)
    question = "How high is the tower?"
    now = answerer.ask(question)
    then = answerer.ask(question, as_of=date(2020, 1, 31))
    assert {q.older for q in (*now.quotes, *now.closest) if q.article.outlet == "Old Post"} == {
        True
    }
    assert {q.older for q in (*then.quotes, *then.closest)} == {False}


def test_a_day_without_news_is_as_good_as_the_day_of_news_before(made):
    answerer = made(OLD, NEW, LATE)
    at = date(2019, 12, 1)
    seen = set()
    while at < date(2020, 7, 1):
        told = scope(answerer.corpus, None, at, timedelta(days=30))
        assert answerer.within(as_of=at) == told, at
        seen.add(answerer.day(at))
        at += timedelta(days=1)
    before = {date(2019, 12, 1) + timedelta(days=n) for n in range(35)}
    assert seen == {None, date(2020, 1, 5), date(2020, 6, 1)} | before


def test_what_has_no_date_is_seen_only_where_no_day_is_asked_for(tmp_path):
    told = entry(published="2020-06-01") + entry("other.txt")
    answerer = answerer_of(write(tmp_path, told, story_txt=STORY, other_txt=STORY))
    assert answerer.day(date(2030, 1, 1)) == date(2020, 6, 1)
    assert len(answerer.within(as_of=date(2030, 1, 1)).articles) == 1
    assert len(answerer.within().articles) == 2


def test_a_look_back_at_years_ago_is_no_news(made):
    told = (
        "In 1908 a flood in the valley killed 340 people. A flood in the valley killed 38 people on"
        " Friday. The rain has stopped. Helpers came from the city by boat."
    )
    answerer = made(("Post", "2020-06-01", told))
    assert (
        "38 people" in answerer.ask("How many people did the flood kill?").quotes[0].sentence.text
    )
    then = answerer.ask("How many people did the flood of 1908 kill?")
    assert "340 people" in then.quotes[0].sentence.text
