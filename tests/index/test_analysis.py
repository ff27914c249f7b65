"""Texts to terms: stems, stop words, spellings; the same for sentences and for questions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.index.analysis import Analyser
from bot.index.tokens import tokens

anything = st.text(st.characters(), max_size=80)
newsy = st.lists(
    st.sampled_from(
        ["Kim", "Jong-un", "Kim Jong Il’s", "the", "Washington", "Post", "U.S.", "us", "DPRK", "met",
         "Russian President", "Dmitry Medvedev", "North Korea's leader", "24,", "(2019)", "“no”"]
    ),
    max_size=12,
).map(" ".join)  # fmt: skip
plain = Analyser()


def content(text):
    return plain.analyse(text).content


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("meetings", "meeting"),
        ("negotiated", "negotiating"),
        ("sanctions", "sanction"),
        ("visited", "visits"),
        ("missile", "Missiles"),
        ("Putin's", "Putin"),
        ("Putin’s", "Putin's"),
        ("leaders'", "leaders"),
        ("Jong-un", "Jong Un"),
        ("denuclearization", "denuclearisation"),
        ("neighbour", "neighbors"),
        ("organise", "organized"),
        ("analyse", "analyzed"),
        ("centre", "centers"),
        ("travelled", "traveled"),
        ("defence", "defense"),
        ("programme", "programs"),
        ("labour", "labor"),
    ],
)
def test_forms_and_spellings_of_one_word_are_one_term(one, other):
    assert content(one) == content(other) != []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("meet", "missile"),
        ("rise", "size"),
        ("hour", "hor"),
        ("tour", "tor"),
        ("2018", "2019"),
        ("24", "25"),
        ("3.5", "35"),
    ],
)
def test_different_words_and_numbers_stay_apart(one, other):
    assert content(one) != content(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("met", "meets"), ("spoken", "speaking"), ("built", "builds"), ("flew", "flying")],
)
def test_irregular_forms_of_one_word_are_one_term(one, other):
    assert content(one) == content(other) != []


@given(st.lists(st.one_of(st.sampled_from(["met", "the", "centre", "3.5"]), st.text(max_size=8))))
def test_stems_of_many_words_are_those_of_each(texts):
    forms = [token.form for text in texts for token in tokens(text)]
    stems = Analyser().stem_all(forms)
    assert [stems[form] for form in forms] == [plain.stem(form) for form in forms]


def test_numbers_and_dates_are_content():
    assert {"24", "2019", "1200", "3.5"} <= set(content("On 24 April 2019, 1,200 men went 3.5 km"))


@pytest.mark.parametrize(
    "text", ["the of and to", "What is it?", "who's that", "don’t", "isn't he?"]
)
def test_stop_words_are_no_content_but_remain_terms(text):
    analysis = plain.analyse(text)
    assert analysis.content == []
    assert analysis.keys


def test_terms_know_whether_they_are_stop_words_and_capitals():
    terms = {term.form: term for term in plain.analyse("The Kremlin of today").terms}
    assert [terms[form].stop for form in ("the", "kremlin", "of", "today")] == [
        True, False, True, False,
    ]  # fmt: skip
    assert terms["kremlin"].capital
    assert not terms["today"].capital


@given(anything | newsy)
def test_no_text_is_too_strange_and_every_term_lies_inside_it_in_order(analyser, text):
    analysis = analyser.analyse(text)
    at = 0
    for term in analysis.terms:
        assert at <= term.start < term.end <= len(text)
        assert term.key
        at = term.start
    for mention in analysis.mentions:
        assert 0 <= mention.first < mention.last <= len(analysis.tokens)
        named = analysis.tokens[mention.first : mention.last]
        assert (mention.start, mention.end) == (named[0].start, named[-1].end)


@given(anything | newsy)
def test_content_is_the_keys_without_stop_words(analyser, text):
    analysis = analyser.analyse(text)
    assert analysis.keys == [term.key for term in analysis.terms]
    assert analysis.content == [term.key for term in analysis.terms if not term.stop]


def test_analysis_does_not_depend_on_what_was_analysed_before(index):
    fresh = Analyser(index.names)
    for sentence in index.sentences:
        assert fresh.analyse(sentence.text) == index.analyser.analyse(sentence.text)


def test_a_sentence_asked_as_a_question_has_the_sentences_terms(index):
    """One analyser serves both; only a dateline at the head of a sentence is left out."""
    for at, (sentence, indexed) in enumerate(zip(index.sentences, index.analyses, strict=True)):
        asked = index.analyser.analyse(sentence.text)
        assert asked.tokens == index.analyses.whole(at).tokens
        assert asked.terms[len(asked.terms) - len(indexed.terms) :] == indexed.terms
        assert indexed.mentions == asked.mentions


def test_every_sentence_is_found_by_its_own_words(index):
    for position, analysis in enumerate(index.analyses):
        hits = index.search(analysis.keys, len(index.sentences))
        assert position in {hit.position for hit in hits} or not analysis.keys


def test_a_long_life_does_not_fill_the_memory_with_stems(monkeypatch):
    monkeypatch.setattr("bot.index.analysis._KEPT", 100)
    analyser = Analyser()
    for number in range(50):
        words = [f"word{letter}{'x' * number}" for letter in "abcde"]
        assert set(words) <= analyser.stem_all(words).keys()
        assert analyser.stem(f"running{'y' * number}")
    assert len(analyser._stems) <= 105
    assert analyser.stem("running") == "run"
