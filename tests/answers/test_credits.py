"""Who wrote an article, when it appeared, what its headline is."""

import pytest

from bot.answers.credits import MOST
from bot.answers.notes import CREDITS
from bot.answers.scope import Taste
from tests.answers.conftest import first

RAIN = "Heavy rain fell on the whole of {place} on Monday night and flooded the market."


@pytest.mark.parametrize(
    ("question", "outlet"),
    [
        ("Who wrote the Washington Post report?", "The Washington Post"),
        ("Which reporters wrote the Bloomberg story?", "Bloomberg"),
        ("who's the author of the article in The Diplomat", "The Diplomat"),
        ("By whom was the article from VICE News written?", "VICE News"),
        ("When did the Washington Times publish its article?", "The Washington Times"),
        ("on what day was bloomberg's article published", "Bloomberg"),
        ("What is the headline of The Diplomat's article?", "The Diplomat"),
    ],
)
def test_an_article_is_shown_with_its_credits(summit, question, outlet):
    answer = summit.ask(question)
    (quote,) = answer.quotes
    assert answer.answered
    assert quote.article.outlet == outlet
    assert CREDITS in map(str, answer.notes)


@pytest.mark.parametrize("question", ["Who wrote the articles?", "who wrote this?"])
def test_all_are_shown_where_all_are_meant(summit, question):
    assert len(summit.ask(question).quotes) == len(summit.corpus.articles)


@pytest.mark.parametrize(
    "question",
    [
        "Who wrote the report on the dam?",
        "Who is the author of the plan?",
        "When was the treaty published?",
        "When did Kim appear in Russia?",
        "What is the title of the story about Mount Paektu?",
        "Who edited the Bloomberg article?",
    ],
)
def test_what_the_articles_speak_of_has_no_credits(summit, question):
    assert CREDITS not in map(str, summit.ask(question).notes)


def test_one_of_many_articles_is_looked_for_by_its_words(made):
    places = ["Lund", "Elmer", "Ashby", "Corby", "Derby", "Whitby"]
    told = [
        ("Post", f"2020-05-0{day}", RAIN.format(place=place)) for day, place in enumerate(places, 1)
    ]
    question = "When did the Post's article on the rain in Ashby appear?"
    assert len(told) > MOST
    assert "Ashby" in first(made(*told).ask(question))
    few = made(*told[:2]).ask(question)
    assert [quote.article.published.day for quote in few.quotes] == [2, 1]


def test_an_outlet_that_is_left_out_has_no_credits(summit):
    taste = Taste(left_out=frozenset(["Bloomberg"]))
    answer = summit.ask("Who wrote the article in Bloomberg?", taste=taste)
    assert not answer.answered
    assert "Bloomberg is left out here." in map(str, answer.notes)
