"""Timelines of the shipped articles, the stories, and small ones made up on the spot."""

from datetime import date

import pytest

from bot.briefings.dates.expression import Granularity, Interval, Status
from bot.briefings.dates.wording import show_interval
from bot.briefings.people import meant
from bot.briefings.timeline import Timelines

STORIES = ("summit", "bridge", "virus")


@pytest.fixture(scope="session")
def timelines(answerers):
    return {name: Timelines(answerer.index) for name, answerer in answerers.items()}


def timeline_of(answerer, **options):
    within = answerer.within(as_of=options.pop("as_of", None))
    return Timelines(answerer.index).timeline(within, **options)


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("everything", [False, True])
def test_rows_are_in_order_and_quoted_to_the_letter(answerers, timelines, story, everything):
    within = answerers[story].within()
    timeline = timelines[story].timeline(within, everything=everything)
    assert len(timeline.events) > 20
    begun = [e.interval.first for e in timeline.events if e.interval]
    assert begun == sorted(begun)
    assert [e.interval for e in timeline.events[len(begun) :]] == [None] * (
        len(timeline.events) - len(begun)
    )
    for event in timeline.events:
        for telling in event.tellings:
            sentence, [(start, end)] = telling.quote.sentence, telling.quote.highlights
            text = telling.quote.article.text
            assert text[sentence.start : sentence.end] == sentence.text
            assert sentence.text[start:end] == telling.expression.text
            assert telling.expression.interval == event.interval


@pytest.mark.parametrize("story", STORIES)
def test_nothing_is_lost(answerers, timelines, story):
    within = answerers[story].within()
    events = timelines[story].timeline(within)
    rows = timelines[story].timeline(within, everything=True).events
    shown = {
        (t.expression.interval, q.sentence)
        for e in events.events
        for t in e.tellings
        for q in [t.quote]
    }
    major = {(r.interval, r.quotes[0].sentence) for r in rows if not r.lead.minor}
    assert shown == major
    assert events.left_out == sum(row.lead.minor for row in rows)


def test_several_outlets_on_one_event_are_one_row(answerers, timelines):
    timeline = timelines["bridge"].timeline(answerers["bridge"].within())
    fall = date(2023, 8, 31)
    rows = [e for e in timeline.events if e.interval == Interval(fall, fall)]
    most = max(rows, key=lambda row: len(row.outlets))
    assert len(most.outlets) == 3
    assert {t.expression.text for t in most.tellings} >= {"31 August", "last Thursday"}


def test_two_events_of_one_day_stay_two_rows(made):
    answerer = made(
        ("The Mat", "2023-05-03", "Fire\n\nA fire destroyed the old mill on Tuesday.\n"),
        (
            "The Rug",
            "2023-05-03",
            "Boat\n\nAn old trawler with nine men sank off Tarn on Tuesday.\n",
        ),
        ("The Tile", "2023-05-04", "Mill\n\nThe old mill was destroyed by a fire on Tuesday.\n"),
    )
    events = timeline_of(answerer).events
    assert sorted(event.outlets for event in events) == [("The Rug",), ("The Tile", "The Mat")]


def test_the_two_ends_are_kept_and_what_overlaps_them(answerers, timelines):
    within = answerers["summit"].within()
    first, last = date(2019, 4, 20), date(2019, 4, 24)
    kept = timelines["summit"].timeline(within, first, last).events
    everything = timelines["summit"].timeline(within).events
    assert kept == tuple(
        e for e in everything if e.interval.first <= last and e.interval.last >= first
    )
    assert 0 < len(kept) < len(everything)


def test_one_name_by_any_spelling(answerers, timelines):
    answerer = answerers["summit"]
    [name] = meant("biegun", answerer.index)
    kept = timelines["summit"].timeline(answerer.within(), name=name).events
    assert {show_interval(event.interval) for event in kept} >= {"15–21 Apr 2019", "22–28 Apr 2019"}
    assert all(any("Biegun" in q.sentence.text for q in event.quotes) for event in kept)


def test_where_an_article_was_written_is_not_what_it_names(answerers, timelines):
    answerer = answerers["bridge"]
    name = next(n for n in answerer.corpus.names.entries if n.name == "Wendmark")
    kept = timelines["bridge"].timeline(answerer.within(), name=name, everything=True).events
    texts = [telling.quote.sentence.text for event in kept for telling in event.tellings]
    assert not any(text.startswith("PORT ANSEL, Wendmark") for text in texts)
    every = timelines["bridge"].timeline(answerer.within(), everything=True).events
    named = [e for e in every if "Wendmark" in e.lead.sentence.text[e.lead.sentence.opening :]]
    assert set(named) <= set(kept)


def test_only_what_was_published_by_a_day(answerers, timelines):
    day = date(2019, 4, 17)
    timeline = timelines["summit"].timeline(answerers["summit"].within(as_of=day))
    assert timeline.events
    assert all(quote.article.published <= day for quote in timeline.quotes)


def test_the_newest_telling_leads(made):
    answerer = made(
        ("The Mat", "2023-04-20", "Bridge\n\nThe new bridge over the Tarn will open on 3 May.\n"),
        ("The Rug", "2023-05-09", "Bridge\n\nThe new bridge over the Tarn opened on 3 May.\n"),
    )
    [event] = timeline_of(answerer).events
    assert event.outlets == ("The Rug", "The Mat")
    assert event.lead.status is Status.PAST


def test_minor_and_open_dates_stand_only_in_the_whole_list(made):
    answerer = made(
        (
            "The Mat",
            "2023-05-03",
            "Fire\n\nThe mill burned down in recent weeks, the mayor said on Tuesday.\n",
        )
    )
    assert timeline_of(answerer).events == ()
    assert timeline_of(answerer).left_out == 2
    said, recent = timeline_of(answerer, everything=True).events
    assert said.lead.text == "Tuesday"
    assert recent.lead.granularity is Granularity.VAGUE


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2019-04-18", "2019-04-18", "18 Apr 2019"),
        ("2019-04-22", "2019-04-28", "22–28 Apr 2019"),
        ("2019-02-01", "2019-02-28", "Feb 2019"),
        ("2019-01-01", "2019-12-31", "2019"),
        ("2001-01-01", "2002-12-31", "2001–2002"),
        ("2019-03-01", "2019-05-31", "Mar – May 2019"),
        ("2018-12-01", "2019-02-28", "Dec 2018 – Feb 2019"),
        ("2019-04-29", "2019-05-05", "29 Apr – 5 May 2019"),
        ("2018-12-28", "2019-01-03", "28 Dec 2018 – 3 Jan 2019"),
    ],
)
def test_intervals_are_said_in_short(first, last, shown):
    assert show_interval(Interval(date.fromisoformat(first), date.fromisoformat(last))) == shown
