"""Texts that remember what they were made of."""

import pickle
from copy import copy, deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.phrase import OR, Phrase, joined, read_stored, said, stored

GERMAN = {
    "{span} late: {cause}": "{cause}, daher {span} zu spät",
    "{count} hours": "{count} Stunden",
    "{some} and {last}": "{some} und {last}",
    "nobody": "niemand",
}


def german(text):
    return GERMAN.get(text, text)


def late():
    return Phrase(
        "{span} late: {cause}", span=Phrase("{count} hours", count=3), cause="{odd} nobody"
    )


def test_a_phrase_is_its_english_text():
    assert late() == "3 hours late: {odd} nobody"
    assert isinstance(late(), str)


def test_all_that_fills_a_phrase_is_said_as_well_and_plain_values_stay():
    assert said(late(), german) == "{odd} nobody, daher 3 Stunden zu spät"
    assert said("nobody", german) == "niemand"
    assert said("{odd} text", german) == "{odd} text"


@pytest.mark.parametrize(
    "again", [copy, deepcopy, lambda one: pickle.loads(pickle.dumps(one)), lambda one: read_stored(stored(one))]
)  # fmt: skip
def test_a_copy_says_the_same(again):
    made = again(late())
    assert made == late()
    assert said(made, german) == said(late(), german)


@pytest.mark.parametrize(
    ("words", "row"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c", "d"], "a, b, c and d")],
)
def test_words_stand_in_a_row(words, row):
    assert joined(words) == row


def test_a_row_is_said_in_another_language():
    assert said(joined(["a", Phrase("nobody"), "c"]), german) == "a, niemand und c"
    assert joined(["a", "b", "c"], OR, OR) == "a or b or c"


@given(st.text())
def test_plain_text_comes_back_as_it_was_kept(text):
    assert read_stored(stored(text)) == text


@given(st.text(), st.integers())
def test_what_fills_a_phrase_comes_back_as_it_was_kept(text, number):
    phrase = Phrase(
        "{text} {number} {inside}", text=text, number=number, inside=Phrase("{a}", a=text)
    )
    kept = read_stored(stored(phrase))
    assert kept == phrase
    assert isinstance(kept, Phrase)
    assert kept.values == phrase.values


@pytest.mark.parametrize(
    "kept",
    [
        '{"text": ',
        '{"text": "{a}", "values": {}}',
        '{"text": "{", "values": {}}',
        '{"text": 7, "values": {}}',
        '{"text": "x", "values": []}',
        '{"text": "x"}',
    ],
)
def test_what_is_no_phrase_after_all_is_shown_as_it_stands(kept):
    assert read_stored(kept) == kept
