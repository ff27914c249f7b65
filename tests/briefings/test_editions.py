"""Editions keep what they promise, on every story, day, outlet, topic and length."""

from collections import Counter
from datetime import date
from itertools import combinations

import pytest

from bot.answers.scope import UnknownOutletError
from bot.briefings.edition import Length, reference
from bot.briefings.editor import PLANS
from bot.briefings.material import overlap
from bot.briefings.selection import SAME
from bot.corpus.article import Kind


def in_topics(edition):
    return [quote for section in edition.sections for quote in section.quotes]


def texts(quotes):
    return [quote.sentence.text for quote in quotes]


def days(editor):
    return sorted({a.published for a in editor._corpus.articles})


@pytest.fixture(params=Length)
def edition(editor, request):
    return editor.edition(request.param)


def test_every_line_stands_in_its_article(edition):
    assert edition.quotes
    for quote in edition.quotes:
        s = quote.sentence
        assert quote.article.text[s.start : s.end] == s.text
        assert s.kind.quotable


@pytest.mark.parametrize("length", Length)
def test_the_words_stay_within_the_length(editor, length):
    for day in (None, *days(editor)):
        edition = editor.edition(length, as_of=day)
        counted = sum(len(text.split()) for text in {*texts(edition.quotes)})
        assert counted <= PLANS[length].words
        assert edition.words == counted


def test_a_longer_edition_says_more(editor):
    short, standard, long = (len(editor.edition(length).quotes) for length in Length)
    assert short < standard < long


def test_no_two_lines_say_the_same(editor, edition):
    material = editor._material(None, None)
    lines = [material.line(quote) for quote in in_topics(edition)]
    assert all(overlap(a, b) <= SAME for a, b in combinations(lines, 2))
    assert len(set(texts(edition.quotes))) == len(edition.quotes)


def test_no_outlet_takes_more_than_its_share(editor):
    for length in Length:
        quotes = editor.edition(length).quotes
        outlets = Counter(quote.article.outlet for quote in quotes)
        assert len(outlets) >= 3
        assert max(outlets.values()) <= 0.4 * len(quotes), outlets


def test_older_reporting_stands_in_its_marked_place_alone(editor):
    for length in Length:
        edition = editor.edition(length)
        shown = [*in_topics(edition), *(q for d in edition.differences for q in d.quotes)]
        assert not any(quote.older for quote in [*shown, edition.bottom_line])
        assert edition.background
        assert all(quote.older for quote in edition.background)


def test_no_line_asks_or_is_a_headline(edition):
    for quote in edition.quotes:
        assert not quote.sentence.text.rstrip("\"'”’").endswith("?")
        assert quote.sentence.kind is not Kind.HEADLINE


def test_an_edition_of_a_day_holds_nothing_published_later(editor):
    for day in days(editor):
        edition = editor.edition(as_of=day)
        assert edition.quotes
        assert edition.published == day
        assert all(quote.article.published <= day for quote in edition.quotes)


def test_before_the_first_article_there_is_nothing_to_say(editor):
    edition = editor.edition(as_of=date(1999, 1, 1))
    assert (edition.quotes, edition.bottom_line, edition.current) == ((), None, ())


def test_the_same_day_gives_the_same_edition(editor):
    assert editor.edition() == editor.edition()


def test_what_the_edition_before_had_is_not_new(editor):
    first, last = days(editor)[-2], days(editor)[-1]
    before = editor.edition(as_of=first)
    after = editor.edition(as_of=last, previous=before.references)
    assert after.new
    assert before.references.isdisjoint(reference(quote.sentence) for quote in after.new)
    assert set(after.new) <= set(after.quotes)
    assert editor.edition(as_of=last, previous=after.references).new == ()
    assert editor.edition(as_of=last).new is None


def test_one_topic_has_a_section_alone(editors):
    editor = editors["summit"]
    edition = editor.edition(topic=editor.topics[5])
    assert [section.topic for section in edition.sections] == ["The United States"]
    assert edition.bottom_line is None
    [difference] = edition.differences
    assert {quote.article.outlet for quote in difference.quotes} == {
        "VICE News",
        "The Washington Times",
    }


def test_what_is_marked_in_a_line_answers_its_own_topic(editor, edition):
    for section in edition.sections:
        topic = next(topic for topic in editor.topics if topic.name == section.topic)
        pools = [editor._pool(question, topic.drawn, None, None) for question in topic.questions]
        asked = [quote for pool in pools for quote, _ in pool]
        assert all(quote in asked for quote in section.quotes)


@pytest.mark.parametrize("length", Length)
def test_a_topic_that_current_reporting_speaks_to_has_a_line(editor, length):
    for topic in editor.topics:
        wishes = editor._wishes(0, topic, None, None)
        if any(not wish.line.quote.older for wish in wishes):
            assert in_topics(editor.edition(length, topic)), topic.name


def test_one_outlet_alone_is_quoted_alone(editors):
    edition = editors["summit"].edition(outlet="bloomberg")
    assert {quote.article.outlet for quote in edition.quotes} == {"Bloomberg"}
    assert len(edition.quotes) > 4


def test_an_outlet_of_older_reporting_is_quoted_as_older(editors):
    edition = editors["summit"].edition(outlet="The Diplomat")
    assert edition.sections == ()
    assert edition.background


def test_an_unknown_outlet_is_refused(editors):
    with pytest.raises(UnknownOutletError):
        editors["summit"].edition(outlet="The Moon Gazette")


def test_the_bottom_line_is_what_the_newest_articles_open_with(editors):
    assert "will travel to Russia" in editors["summit"].edition().bottom_line.sentence.text
    assert "voted on Wednesday night" in editors["bridge"].edition().bottom_line.sentence.text


def test_what_is_asked_for_first_is_told_first(editors):
    [first, *_] = editors["summit"].edition().sections
    assert "no date or location" in texts(first.quotes)[0]
    assert "Vladivostok" in " ".join(texts(first.quotes))


def test_differences_without_room_are_named(editors):
    edition = editors["summit"].edition()
    assert "When will the US envoy Biegun travel to Russia?" in edition.also_differing
    numbers = {reference(quote.sentence) for quote in edition.quotes}
    for item in edition.differences:
        assert {reference(quote.sentence) for quote in item.quotes} <= numbers


def test_two_that_republish_the_same_count_as_one(made):
    words = "The harbour bridge in Ansel was closed on Monday after inspectors found a deep crack."
    other = "The mayor said that ferries would take the drivers of Ansel across from Tuesday on."
    answerer = made(
        ("Wire", "2024-05-02", f"{words}\n\n{other}\n"),
        ("Echo", "2024-05-02", f"{words}\n\nNobody was hurt in Ansel, the police said at noon.\n"),
        topics='[[topic]]\nname = "Closure"\nquestions = ["Why was the bridge closed?"]\n',
    )
    from bot.briefings.drawn_topics import topics_of
    from bot.briefings.editor import Editor

    edition = Editor(answerer, topics_of(answerer.index)).edition()
    assert texts(edition.quotes).count(words) == 1


def test_garbled_words_of_a_source_are_remarked_on(editors):
    edition = editors["summit"].edition()
    noted = [
        note
        for note in editors["summit"]._corpus.notes
        if any(note.words in text for text in texts(edition.quotes))
    ]
    assert noted
    assert edition.notes == tuple(note.remark for note in noted)
    assert editors["summit"].edition(outlet="Bloomberg").notes == ()
