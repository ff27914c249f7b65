"""Comparisons: each outlet's sentence, true differences found untold, no false ones."""

from datetime import date

import pytest

from bot.briefings.comparison import Comparer, is_copy
from bot.briefings.differences import DifferenceKind
from bot.briefings.drawn_topics import topics_of

# What the five articles differ on: the kind, and words of two of the sentences.
DIFFERENT = [
    (DifferenceKind.DATE, "Moscow this week", "Russia next week"),
    (DifferenceKind.UNSAID, "no date or location", "city of Vladivostok"),
    (DifferenceKind.OLDER, "repatriate all North Korean laborers", "continue to hire"),
    (DifferenceKind.HALTED, "a halt to the North", "new tactical guided weapon"),
    (DifferenceKind.NUMBER, "four of them to China", "the latter thrice"),
]


def texts(item):
    return [quote.sentence.text for quote in item.quotes]


def found(comparison):
    return [(item.kind, " | ".join(texts(item))) for item in comparison.differences]


@pytest.mark.parametrize(("kind", "one", "other"), DIFFERENT)
def test_known_differences_are_shown_without_being_told(comparers, kind, one, other):
    everything = comparers["summit"].compare("")
    assert any(k is kind and one in t and other in t for k, t in found(everything)), found(
        everything
    )


@pytest.mark.parametrize(("kind", "one", "_other"), DIFFERENT)
def test_a_difference_of_one_side_tells_which_it_is(comparers, kind, one, _other):
    [item] = [d for d in comparers["summit"].everything().differences if d.kind is kind]
    of_one_side = {DifferenceKind.UNSAID, DifferenceKind.OLDER, DifferenceKind.HALTED}
    assert bool(item.named) is (kind in of_one_side)
    assert all(one in quote.sentence.text and quote in item.quotes for quote in item.named)


def test_no_other_difference_is_seen_in_the_five_articles(comparers):
    assert len(comparers["summit"].everything().differences) == len(DIFFERENT)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("When will the US envoy travel to Russia?", DifferenceKind.DATE),
        ("Has a date and place been officially announced?", DifferenceKind.UNSAID),
        ("North Korean labourers", DifferenceKind.OLDER),
        ("weapons tests", DifferenceKind.HALTED),
        ("How many trips abroad did Kim make?", DifferenceKind.NUMBER),
    ],
)
def test_a_question_shows_its_own_difference_alone(comparers, question, kind):
    assert [item.kind for item in comparers["summit"].compare(question).differences] == [kind]


@pytest.mark.parametrize("question", ["What did North Korea say about Pompeo?", "Air Koryo"])
def test_where_nobody_differs_nothing_is_said_to(comparers, question):
    assert comparers["summit"].compare(question).differences == ()


def test_every_outlet_has_a_row_and_may_not_say(comparers, answerers):
    comparison = comparers["summit"].compare("What did North Korea say about Pompeo?")
    assert [row.outlet for row in comparison.rows] == list(answerers["summit"].corpus.outlets)
    saying = [row.outlet for row in comparison.rows if row.quote]
    assert saying == ["The Washington Post"]


@pytest.mark.parametrize(
    "question",
    ["Has North Korea tested weapons?", "How many trips has Kim made to China?", "When and where?"],
)
def test_who_is_quoted_as_differing_is_not_said_to_say_nothing(comparers, question):
    comparison = comparers["summit"].compare(question)
    differing = {q.article.outlet for item in comparison.differences for q in item.quotes}
    assert differing
    assert differing <= {row.outlet for row in comparison.rows if row.quote}


def test_a_topic_is_compared_on_each_of_its_questions(comparers):
    comparison = comparers["summit"].compare("united states")
    assert comparison.about == "The United States"
    assert len(comparison.tables) == 4
    assert all(row.quote for row in comparison.rows if row.outlet == "VICE News")


def test_nothing_published_later_is_compared(comparers):
    comparison = comparers["summit"].compare("", date(2019, 4, 17))
    assert [item.kind for item in comparison.differences if item.kind is DifferenceKind.DATE]
    assert all(
        quote.article.published <= date(2019, 4, 17)
        for item in comparison.differences
        for quote in item.quotes
    )


def test_two_and_three_hurt_workers_are_different_numbers(comparers):
    [item] = comparers["bridge"].everything().differences
    assert item.kind is DifferenceKind.NUMBER
    assert "three workers were hurt" in texts(item)[0] + texts(item)[1]


NEWS = "The council of Ansel met on Monday to talk of the harbour and its boats."
TOPIC = '[[topic]]\nname = "Opening"\nquestions = ["{}"]\n'


def compared(made, question, *articles, names=""):
    answerer = made(
        *((outlet, day, f"{NEWS}\n\n{text}\n") for outlet, day, text in articles),
        topics=TOPIC.format(question),
        names=names,
    )
    return Comparer(answerer, topics_of(answerer.index)).everything()


OPENS = "The harbour bridge in Ansel will open to drivers {}, the minister told reporters there."


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (("2024-05-15", "this week"), ("2024-05-16", "next week"), True),
        (("2024-05-15", "next week"), ("2024-05-22", "this week"), False),
        (("2024-05-15", "next week"), ("2024-05-16", "next week"), False),
        (("2024-04-30", "next month"), ("2024-05-02", "this month"), False),
        (("2024-12-20", "next year"), ("2024-12-21", "this year"), True),
    ],
)
def test_relative_dates_are_read_from_their_own_publication(made, one, other, differ):
    articles = [
        (outlet, day, OPENS.format(when))
        for outlet, (day, when) in (("Herald", one), ("Mail", other))
    ]
    kinds = [k for k, _ in found(compared(made, "When will the harbour bridge open?", *articles))]
    assert kinds == [DifferenceKind.DATE] * differ


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [("Nine ships", "Seven ships", True), ("Nine ships", "9 ships", False)],
)
def test_numbers_differ_by_value(made, one, other, differ):
    text = "{} sank off the coast of Ansel in the storm of last winter, the harbour master said."
    comparison = compared(
        made,
        "How many ships sank in the storm?",
        ("Herald", "2024-05-15", text.format(one)),
        ("Mail", "2024-05-15", text.format(other)),
    )
    assert [k for k, _ in found(comparison)] == [DifferenceKind.NUMBER] * differ


def test_other_numbers_in_the_sentence_are_not_compared(made):
    comparison = compared(
        made,
        "How many ships sank in the storm?",
        ("Herald", "2024-05-15", "Nine ships sank in the storm of Ansel, which took 3 hours."),
        ("Mail", "2024-05-15", "Nine ships sank in the storm of Ansel, which took 5 hours."),
    )
    assert comparison.differences == ()


def test_places_that_stand_together_anywhere_are_no_difference(made):
    names = "".join(f'[[place]]\nname = "{place}"\n' for place in ("Tollan", "Skerry", "Carrow"))
    text = "The trial of the contractor over the harbour bridge will be held in {}, a judge ruled."
    question = "Where will the trial of the contractor be held?"
    articles = [("Herald", "2024-05-15", text.format("Tollan"))]
    within = ("Mail", "2024-05-15", text.format("Skerry") + " Tollan is the seat of Skerry county.")
    other = ("Mail", "2024-05-15", text.format("Carrow"))
    assert compared(made, question, *articles, within, names=names).differences == ()
    [item] = compared(made, question, *articles, other, names=names).differences
    assert item.kind is DifferenceKind.PLACE


def test_agreement_counts_publishers_and_not_copies(made):
    own = "Nine ships sank off the coast of Ansel in the winter storm, the harbour master said."
    other = "In the winter storm off the coast of Ansel nine ships sank, officials announced there."
    answerer = made(
        *(
            (outlet, "2024-05-15", f"{NEWS}\n\n{text}\n")
            for outlet, text in (("Wire", own), ("Echo", own), ("Mail", other))
        )
    )
    comparison = Comparer(answerer, ()).compare("How many ships sank in the winter storm?")
    assert {row.outlet: row.copy_of for row in comparison.rows} == {
        "Wire": None,
        "Echo": "Wire",
        "Mail": None,
    }
    assert comparison.tables[0].agreeing == ("Wire", "Mail")


def test_nearly_the_same_words_are_a_copy(answerers):
    answer = answerers["summit"].ask("Where will Kim and Putin meet?")
    quote = answer.quotes[0]
    assert is_copy(quote, quote)
    assert not is_copy(quote, answer.closest[0])


def test_those_who_differ_are_not_said_to_agree(comparers):
    comparison = comparers["summit"].compare("When will Biegun travel to Russia?")
    differing = {q.article.outlet for item in comparison.differences for q in item.quotes}
    assert differing
    assert not differing & set(comparison.tables[0].agreeing)
