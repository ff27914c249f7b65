"""A desk that keeps to a taste: outlets left out, others preferred."""

from datetime import date

import pytest

from bot.answers.scope import Taste
from bot.briefings.desk import desk_of

OUTLETS = ("VICE News", "The Washington Post", "Bloomberg", "The Washington Times")


@pytest.fixture(scope="session")
def desk(answerers):
    return desk_of(answerers["summit"])


def preferring(desk, *outlets):
    return desk.keeping_to(Taste(preferred=frozenset(outlets)))


def share(edition, outlet):
    quotes = edition.quotes
    return sum(quote.article.outlet == outlet for quote in quotes) / len(quotes)


def test_a_desk_of_no_taste_is_the_desk_itself(desk):
    assert desk.keeping_to(Taste()) is desk
    assert desk.keeping_to(Taste(frozenset({"Nobody's"}), frozenset({"No One's"}))) is desk
    assert preferring(desk, "Bloomberg") is preferring(desk, "Bloomberg")


def test_outlets_left_out_stay_out_of_every_edition(desk):
    for outlet in OUTLETS:
        less = desk.keeping_to(Taste(left_out=frozenset({outlet})))
        for length_of in (less.editor.edition(), less.editor.edition(as_of=date(2019, 4, 17))):
            assert share(length_of, outlet) == 0
        assert outlet not in {row.outlet for row in less.comparer.compare("When and where").rows}


def test_preferred_outlets_have_more_of_an_edition_but_not_too_much(desk):
    usual = desk.editor.edition()
    liked = {outlet: preferring(desk, outlet).editor.edition() for outlet in OUTLETS}
    assert all(share(liked[o], o) >= share(usual, o) for o in OUTLETS)
    assert any(share(liked[o], o) > share(usual, o) for o in OUTLETS)
    assert all(share(liked[o], o) <= 0.4 for o in OUTLETS)


def test_preferred_outlets_have_the_first_rows(desk):
    rows = preferring(desk, "Bloomberg").comparer.compare("When and where").rows
    assert rows[0].outlet == "Bloomberg"
    assert {row.outlet for row in rows} == set(desk.corpus.outlets)


def test_preferred_outlets_lead_an_event_that_others_tell_as_surely(desk):
    def leads(outlet):
        events = preferring(desk, outlet).timeline().events
        return [
            (event.quotes[0].article.outlet, event.tellings)
            for event in events
            if outlet in event.outlets and len(event.outlets) > 1
        ]

    led = 0
    for outlet in OUTLETS:
        for first, tellings in leads(outlet):
            alike = [
                telling.quote.article.outlet
                for telling in tellings
                if telling.quote.older == tellings[0].quote.older
                and telling.expression.certainty == tellings[0].expression.certainty
            ]
            if outlet in alike:
                assert first == outlet
                led += 1
    assert led
    assert len(preferring(desk, "Bloomberg").timeline().events) == len(desk.timeline().events)
