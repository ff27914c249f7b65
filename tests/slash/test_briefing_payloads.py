"""Any corpus makes legal payloads of every briefing, whole citations, and pages that all come."""

from random import Random

import pytest

from bot.briefings.edition import Edition
from bot.slash.buttons import BUTTONS
from bot.slash.buttons.turning import TurnButton
from bot.slash.limits import walk
from bot.slash.markdown import unescape
from bot.slash.replies import (
    comparison_view,
    coverage_view,
    edition_view,
    person_view,
    timeline_view,
    which_view,
)
from bot.slash.replies.citing import citation_line
from bot.slash.requests import (
    BriefRequest,
    CompareRequest,
    CoverageRequest,
    TimelineRequest,
    WhoRequest,
    parse_request,
)
from bot.slash.visible import visible
from tests.odd.articles import odd_corpus
from tests.odd.briefings import (
    DAY,
    odd_comparison,
    odd_coverage,
    odd_edition,
    odd_person,
    odd_quotes,
    odd_timeline,
)
from tests.odd.judging import breaches, live
from tests.odd.texts import odd_text

KEY = "Ab-_"


def views_of(random):
    """Return how each briefing, made of one odd corpus, is laid out from some place on."""
    corpus = odd_corpus(random)
    quotes = odd_quotes(random, corpus)
    edition, comparison = odd_edition(random, quotes), odd_comparison(random, quotes)
    coverage, timeline = odd_coverage(random), odd_timeline(random, quotes)
    who = odd_person(random, quotes)
    question = random.choice((None, odd_text(random)[:200]))
    brief = BriefRequest(topic=KEY, outlet=KEY, as_of=DAY)
    compare = CompareRequest(question=question, as_of=DAY)
    pictures = random.random() < 0.1
    return [
        (lambda at: edition_view(edition, brief, corpus, at), edition.quotes),
        (lambda at: comparison_view(comparison, compare, corpus, at), comparison.quotes),
        (
            lambda at: coverage_view(coverage, CoverageRequest(DAY), at, pictures=pictures).view,
            (),
        ),
        (
            lambda at: (
                timeline_view(
                    timeline,
                    TimelineRequest(DAY, DAY, KEY, DAY),
                    corpus,
                    at,
                    name=odd_text(random, 2),
                    pictures=pictures,
                ).view
            ),
            timeline.quotes,
        ),
        (
            lambda at: person_view(who, WhoRequest(KEY, DAY), corpus, at),
            who.person.quotes,
        ),
    ]


def turns(view) -> dict[str, TurnButton]:
    return {item.item.label: item for item in view.walk_children() if isinstance(item, TurnButton)}


@pytest.mark.parametrize("number", range(40))
def test_any_briefing_is_legal_on_every_page_and_loses_nothing(number):
    for view_at, quotes in views_of(Random(number)):
        start, cited = 0, set()
        while True:
            view = view_at(start)
            assert breaches(view) == ()
            assert live(view) == []
            texts = [i["content"] for i in walk(view.to_components()) if "content" in i]
            lines = [line for text in texts for line in text.split("\n")]
            cited |= {line for line in lines if line.startswith("-# [")}
            buttons = turns(view)
            if "Next" not in buttons:
                break
            assert buttons["Next"].start > start
            start = buttons["Next"].start
        whole = {
            f"-# [{n}] {citation_line(q.article, q.sentence)}" for n, q in enumerate(quotes, 1)
        }
        assert {line.removesuffix(" · **older reporting**") for line in cited} == whole


@pytest.mark.parametrize("number", range(20))
def test_turning_back_from_any_page_ends_at_the_first(number):
    for view_at, _ in views_of(Random(number)):
        start = 0
        while "Next" in (buttons := turns(view_at(start))):
            start = buttons["Next"].start
        while "Previous" in (buttons := turns(view_at(start))):
            before = turns(view_at(buttons["Previous"].start))
            assert before["Next"].start >= start
            start = buttons["Previous"].start
        assert start == 0


@pytest.mark.parametrize("number", range(60))
def test_words_of_a_quote_stand_under_its_heading_to_the_letter(number):
    corpus = odd_corpus(Random(number))
    quotes = odd_quotes(Random(number), corpus)
    edition = Edition(DAY, corpus.articles, (), quotes[0], ())
    contents = [
        item["content"]
        for item in walk(edition_view(edition, BriefRequest(), corpus).to_components())
        if "content" in item
    ]
    block = next(content for content in contents if content.startswith("**Bottom line**"))
    quoted = "\n".join(
        line.removeprefix("> ") for line in block.split("\n") if line.startswith("> ")
    )
    assert visible(quotes[0].sentence.text).startswith(unescape(quoted))


@pytest.mark.parametrize("number", range(20))
def test_choices_are_legal_however_many_and_odd(number):
    random = Random(number)
    choices = [(odd_text(random), WhoRequest(f"{n:04}")) for n in range(random.randint(1, 60))]
    view = which_view(odd_text(random), choices)
    assert breaches(view) == ()
    assert live(view) == []


@pytest.mark.parametrize(
    "request_",
    [
        BriefRequest(),
        BriefRequest(topic=KEY, outlet=KEY, as_of=DAY),
        CompareRequest(),
        CompareRequest(topic=KEY, as_of=DAY),
        CompareRequest(question=""),
        CoverageRequest(),
        CoverageRequest(DAY),
        TimelineRequest(),
        TimelineRequest(DAY, None, KEY, DAY),
        WhoRequest(KEY),
        WhoRequest(KEY, DAY),
    ],
)
def test_a_button_reads_back_to_its_request(request_):
    assert parse_request(str(request_)) == request_
    custom_id = TurnButton(request_, 10**7 - 1).custom_id
    (match,) = [
        found
        for kind in BUTTONS
        if (found := kind.__discord_ui_compiled_template__.fullmatch(custom_id))
    ]
    assert (TurnButton.read(match).request, TurnButton.read(match).start) == (request_, 10**7 - 1)
    assert len(custom_id) <= 100
