"""Texts to tokens: what is one word, how it is folded, and where it stands."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.index.tokens import fold, tokens, words

anything = st.text(st.characters(), max_size=80)  # lone surrogates as well
dense = st.text("aAzZ09.,'’-–/$%&@ééß½ⅧİŉŒﬁ²ªºЖ한北م\u00ad\u200d\u0301_ \n\t", max_size=40)


def forms(text):
    return [token.form for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kim Jong-un", ["kim", "jong", "un"]),
        ("Kim Jong‑un", ["kim", "jong", "un"]),
        ("Kim Jong–un", ["kim", "jong", "un"]),
        ("six-party/four-party", ["six", "party", "four", "party"]),
        ("don't", ["don't"]),
        ("don’t", ["don't"]),
        ("donʼt", ["don't"]),
        ("Putin's", ["putin"]),
        ("Putin’s", ["putin"]),
        ("the leaders' summit", ["the", "leaders", "summit"]),
        ("“Hello,” he said.", ["hello", "he", "said"]),
        ("snake_case", ["snake", "case"]),
        ("a.m.", ["am"]),
        ("D.P.R.K.", ["dprk"]),
        ("", []),
        ("   \n\t", []),
        ("?!… —", []),
    ],
)
def test_words(text, expected):
    assert forms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,200 troops", ["1200", "troops"]),
        ("1,234,567", ["1234567"]),
        ("3.5 miles", ["3.5", "miles"]),
        ("3.5%", ["3.5", "percent"]),
        ("$10", ["dollar", "10"]),
        ("April 24, 2019", ["april", "24", "2019"]),
        ("April 24th", ["april", "24th"]),
        ("2018-19", ["2018", "19"]),
        ("6:40 p.m.", ["6", "40", "pm"]),
        ("U.N. Resolution 2397.", ["un", "resolution", "2397"]),
    ],
)
def test_numbers_and_dates_are_kept(text, expected):
    assert forms(text) == expected


@pytest.mark.parametrize(
    "text", ["US", "U.S.", "U.S", "us sanctions", "the U.S.", "US-led", "US's"]
)
def test_the_country_is_one_word_however_it_is_written(text):
    assert "u.s" in forms(text)


@pytest.mark.parametrize(
    "text", ["tell us more", "What can you tell us?", "TELL US MORE", "for us"]
)
def test_the_pronoun_is_not_the_country(text):
    assert "us" in forms(text)
    assert "u.s" not in forms(text)


def test_shouted_pronouns_are_not_abbreviations():
    assert forms("WHO SAID IT?") == ["who", "said", "it"]
    assert forms("the WHO said") == ["the", "w.h.o", "said"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("São Tomé", "Sao Tome"),
        ("Peña Nieto’s", "pena nieto's"),
        ("STRASSE", "straße"),
        ("ﬁnal", "final"),
        ("Vladi\u00advostok", "Vladivostok"),
        ("Vladi\u2060vostok", "Vladivostok"),
    ],
)
def test_spellings_that_look_alike_are_one_word(one, other):
    assert forms(one) == forms(other)


@given(st.text("aeiouñéüçåšžABC ',", max_size=40))
def test_composed_and_decomposed_accents_are_one_word(text):
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert forms(composed) == forms(decomposed)


@given(anything | dense)
def test_tokens_stand_in_the_text_in_order(text):
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end <= len(text)
        assert token.form
        assert not text[token.start : token.end].isspace()
        end = token.end


@given(anything | dense)
def test_words_are_the_forms_of_the_tokens(text):
    assert list(words(text)) == forms(text)


@given(st.text("abcdefgxyz", min_size=1, max_size=12))
def test_upper_case_makes_no_difference(word):
    assert fold(word.upper()) == fold(word)
    assert fold(fold(word)) == fold(word)


def test_capitals_are_remembered():
    assert [token.capital for token in tokens("The leader Kim, U.S. and 5 others")] == [
        True, False, True, True, False, False, False,
    ]  # fmt: skip


def test_a_very_long_text_is_cut_in_reasonable_time():
    text = "a" * 100_000 + "'" * 100_000 + "é\u0301" * 50_000 + "a." * 50_000 + "1," * 50_000
    assert tokens(text)
