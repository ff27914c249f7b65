"""What is going on, asked without a word on what."""

from datetime import date

import pytest

from bot.answers.conversation import Conversation
from bot.answers.notes import BEGINNINGS
from bot.answers.overview import asks_for_all

OLD = "The old mill in Lund was bought by a brewer, who wants to make beer in it one day."
ONE = "Is the mill lost? Short and sad. A fire burnt down the mill in Lund on Monday night, police said."
TWO = "The mayor of Lund said on Tuesday that the mill would be built again with public money."


@pytest.mark.parametrize(
    "line",
    [
        "what's going on?", "whats new", "What happened?", "any news?", "summarise this", "tl;dr",
        "what is this story about?", "So what's it about", "give me a quick summary please", "News",
        "catch me up", "is there any news today", "what's the latest so far?",
    ],
)  # fmt: skip
def test_who_asks_for_all_there_is_gets_how_the_newest_articles_begin(summit, line):
    answer = summit.ask(line)
    assert answer.answered
    assert [q.article.outlet for q in answer.quotes][-1:] == ["VICE News"]
    assert len({q.article.outlet for q in answer.quotes}) == len(answer.quotes) == 3
    assert not any(q.older or q.score for q in answer.quotes)
    assert BEGINNINGS in map(str, answer.notes)


@pytest.mark.parametrize(
    "line", ["what happened in Hanoi?", "what is new about the summit", "news of Kim", "is it new?"]
)
def test_who_asks_about_something_does_not_ask_for_all(line):
    assert not asks_for_all(line)


def test_the_newest_goes_first_and_headlines_questions_and_scraps_are_left_out(made):
    answerer = made(
        ("Post", "2019-06-01", OLD), ("Echo", "2020-01-06", ONE), ("Wire", "2020-01-07", TWO)
    )
    texts = [quote.sentence.text for quote in answerer.ask("what happened?").quotes]
    assert texts[0] == TWO
    assert texts[1].startswith("A fire burnt down")
    assert texts[2] == OLD


def test_copies_of_a_beginning_are_shown_once(made):
    answerer = made(("Post", "2020-01-06", TWO), ("Echo", "2020-01-07", TWO))
    assert [quote.article.outlet for quote in answerer.ask("any news?").quotes] == ["Echo"]


def test_an_outlet_alone_is_asked_for_what_it_has(summit):
    for line in ("any news from Bloomberg?", "What does Bloomberg say?"):
        (quote,) = summit.ask(line).quotes
        assert quote.article.outlet == "Bloomberg"


@pytest.mark.parametrize("line", ["why?", "where was it?", "who is he", "how many?", "???", "when"])
def test_an_outlet_is_not_asked_for_all_it_has_by_every_question_of_no_content(summit, line):
    answer = summit.ask(line, outlet="Bloomberg")
    assert not answer.answered
    assert BEGINNINGS not in map(str, answer.notes)


def test_within_a_conversation_what_it_is_about_is_its_topic(summit):
    _, before = summit.converse("Who is Andrei Lankov?", Conversation())
    answer, after = summit.converse("what happened?", before)
    assert after == before
    assert BEGINNINGS in map(str, answer.notes)


def test_before_the_first_article_nothing_has_happened(summit):
    assert not summit.ask("what happened?", as_of=date(1999, 1, 1)).answered
    (quote,) = summit.ask("what happened?", as_of=date(2018, 12, 1)).quotes
    assert quote.article.outlet == "The Diplomat"
