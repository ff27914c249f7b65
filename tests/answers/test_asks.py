import pytest

from bot.answers.asks import Asks, asked_for


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Who is the chief inspector?", Asks.PERSON),
        ("which minister resigned", Asks.PERSON),
        ("WHERE WILL THEY MEET?", Asks.PLACE),
        ("In which city is the court?", Asks.PLACE),
        ("When does the ferry start?", Asks.DATE),
        ("what day is the flight", Asks.DATE),
        ("on which weekday is the flight", Asks.DATE),
        ("How many people were hurt?", Asks.NUMBER),
        ("how long is the border", Asks.NUMBER),
        ("What was the cost of the repair?", Asks.NUMBER),
        ("Why was the bridge closed?", Asks.REASON),
        ("Did the council vote?", Asks.YES_NO),
        ("Has the mayor said anything", Asks.YES_NO),
        ("Did the Kremlin give an exact date for the summit?", Asks.DATE),
        ("What is a freeze?", Asks.DEFINITION),
        ("What did the engineer find in the tower?", Asks.OTHER),
        ("", Asks.OTHER),
    ],
)
def test_the_kind_of_answer_is_read_off_the_question(question, asks):
    assert asked_for(question) is asks
