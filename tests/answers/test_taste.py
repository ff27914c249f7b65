"""Outlets that readers leave out or prefer."""

from bot.answers.scope import Taste
from bot.answers.verification import Verdict, Verifier

GULL = ("The Daily Gull", "2020-06-01", "The tower is red and twenty metres high. Gulls were seen.")
NEWS = ("Evening News", "2020-06-01", "The tower is red and twenty metres high. It rained all day.")
OLD = ("Old Post", "2020-01-05", "The tower is red and twenty metres high. The harbour was calm.")
QUESTION = "How high is the tower?"


def outlets(answer) -> set[str]:
    quotes = (*answer.shown, *answer.closest)
    return {quote.article.outlet for quote in quotes} | set(answer.corroborated_by)


def test_an_outlet_left_out_is_never_quoted_nor_named_as_agreeing(made):
    answerer = made(GULL, NEWS)
    assert outlets(answerer.ask(QUESTION)) == {"The Daily Gull", "Evening News"}
    taste = Taste(left_out=frozenset({"The Daily Gull"}))
    assert outlets(answerer.ask(QUESTION, taste=taste)) == {"Evening News"}


def test_asking_for_an_outlet_left_out_says_that_it_is(made):
    answerer = made(GULL, NEWS)
    taste = Taste(left_out=frozenset({"The Daily Gull"}))
    for answer in (
        answerer.ask(QUESTION, outlet="Daily Gull", taste=taste),
        answerer.ask("According to the Daily Gull, how high is the tower?", taste=taste),
    ):
        assert not outlets(answer)
        assert "The Daily Gull is left out here." in answer.notes


def test_the_bot_introduces_itself_without_outlets_left_out(made):
    answer = made(GULL, NEWS).ask("who are you?", taste=Taste(left_out=frozenset({"Evening News"})))
    assert "1 articles of The Daily Gull," in answer.notes[0]


def test_a_preferred_outlet_goes_first_where_two_do_as_well(made):
    answerer = made(GULL, NEWS)
    assert answerer.ask(QUESTION).quotes[0].article.outlet == "The Daily Gull"
    for liked in ("Evening News", "The Daily Gull"):
        answer = answerer.ask(QUESTION, taste=Taste(preferred=frozenset({liked})))
        assert answer.quotes[0].article.outlet == liked


def test_a_preferred_outlet_goes_before_no_better_answer_and_no_newer_one(made):
    answerer = made(GULL, OLD, ("Evening News", "2020-06-01", "The tower was shut. It rained."))
    for liked in ("Evening News", "Old Post"):
        answer = answerer.ask(QUESTION, taste=Taste(preferred=frozenset({liked})))
        assert answer.quotes[0].article.outlet == "The Daily Gull"


def test_quotations_are_not_looked_for_in_outlets_left_out(made):
    verifier = Verifier(made(GULL, NEWS).corpus)
    left_out = frozenset({"The Daily Gull"})
    for quotation, verdict in (
        ("Gulls were seen.", Verdict.VERBATIM),
        ("gulls WERE seen", Verdict.SAME_WORDS),
        ("Gulls and terns were seen", Verdict.NEARLY),
    ):
        if verdict is not Verdict.NEARLY:
            assert verifier.verify(quotation).verdict is verdict
        assert verifier.verify(quotation, left_out).verdict is Verdict.NOT_FOUND
    nearly = verifier.verify("The tower is red and thirty metres high.", left_out)
    assert {match.article.outlet for match in nearly.matches} == {"Evening News"}
