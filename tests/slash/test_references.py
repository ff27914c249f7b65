"""A sentence is found again by its reference as long as it stands where it stood."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slash.references import (
    LIST_PATTERN,
    SIZE,
    BrokenReferenceError,
    Listed,
    article_key,
    articles,
    list_of,
    parse,
    parse_list,
    refer,
)
from tests.odd.articles import article_of, corpus_of


@given(st.text(), st.lists(st.text(min_size=1), min_size=1, max_size=10), st.data())
def test_a_reference_is_short_and_finds_its_sentence(name, texts, data):
    article = article_of(name, texts)
    sentence = data.draw(st.sampled_from(article.quotable))
    named = str(refer(sentence))
    assert len(named) == SIZE
    assert parse(named) == refer(sentence)
    place = parse(named).resolve(corpus_of(article_of("other", texts), article))
    assert place is not None
    assert place.article is article
    assert place.sentence is sentence


@given(st.lists(st.text(min_size=1), min_size=1, max_size=10), st.data())
def test_references_stand_together(texts, data):
    listed = [
        Listed(refer(sentence), data.draw(st.booleans()))
        for sentence in article_of("a", texts).quotable
    ]
    text = list_of(listed)
    assert parse_list(text) == tuple(listed)
    assert re.fullmatch(LIST_PATTERN, text)


def test_numbers_of_very_long_articles_wrap_around():
    article = article_of("long", [f"Sentence {number}." for number in range(1, 9001)])
    for number in (1, 4095, 4096, 4097, 8192, 8193, 9000):
        sentence = article.quotable[number - 1]
        place = refer(sentence).resolve(corpus_of(article))
        assert place is not None
        assert place.sentence is sentence


def test_what_has_gone_or_changed_is_not_found():
    article = article_of("a", ["One.", "Two."])
    reference = refer(article.quotable[1])
    assert reference.resolve(corpus_of()) is None
    assert reference.resolve(corpus_of(article_of("a", ["One.", "Three."]))) is None
    assert reference.resolve(corpus_of(article_of("a", ["Two."]))) is None
    assert reference.resolve(corpus_of(article_of("b", ["One.", "Two."]))) is None


@pytest.mark.parametrize("text", ["", "short", "x" * 10, "x" * 8 + "!", "x" * 8 + "é"])
def test_what_is_no_reference_is_refused(text):
    with pytest.raises(BrokenReferenceError, match="reference"):
        parse(text)


def test_an_article_is_found_by_its_key():
    article = article_of("a", ["One."])
    assert articles(corpus_of(article), article_key("a")) == (article,)
    assert articles(corpus_of(article), article_key("b")) == ()
