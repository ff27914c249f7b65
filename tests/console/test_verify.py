"""`verify`: whether a quotation stands in an article."""

import pytest


@pytest.fixture(scope="module")
def sentence(every_sentence):
    """A sentence of some length with a typographic apostrophe."""
    bodies = [r for r in every_sentence if r["kind"] == "body" and len(r["text"].split()) > 15]
    return next(record for record in bodies if "’" in record["text"])


def test_a_sentence_is_verbatim(bot, sentence):
    result = bot("verify", "--json", sentence["text"])
    assert result.status == 0
    assert result.record["verdict"] == "verbatim"
    assert result.record["quotation"] == sentence["text"]
    match = result.record["matches"][0]
    assert {key: match[key] for key in sentence} == sentence
    assert match["similarity"] == 1


def test_a_stretch_of_a_sentence_is_verbatim_as_well(inside, sentence):
    start, end = len(sentence["text"]) // 4, len(sentence["text"]) // 2
    assert inside("verify", "--json", f"“{sentence['text'][start:end].strip()}”").record[
        "verdict"
    ] == "verbatim"  # fmt: skip


def test_other_signs_and_capitals_are_the_same_words(inside, sentence):
    result = inside("verify", "--json", sentence["text"].replace("’", "'").upper())
    assert result.status == 0
    assert result.record["verdict"] == "same_words"
    assert result.record["matches"][0]["text"] == sentence["text"]


def test_a_changed_word_is_nearly_and_the_difference_is_shown(inside, sentence):
    words = sentence["text"].split()
    changed = " ".join([*words[:6], "bananas", *words[7:]])
    record = inside("verify", "--json", changed).record
    assert record["verdict"] == "nearly"
    assert record["matches"][0]["text"] == sentence["text"]
    assert 0.75 <= record["matches"][0]["similarity"] < 1
    shown = inside("verify", changed)
    assert shown.status == 0
    assert f"[-bananas-] {{+{words[6]}+}}" in shown.prose
    assert "Nearly" in shown.prose


def test_what_no_article_says_is_not_found(bot):
    invented = "The moon is made of green cheese and pigs fly over Paris every Sunday."
    result = bot("verify", "--json", invented)
    assert result.status == 1
    assert result.record == {"quotation": invented, "verdict": "not_found", "matches": []}


def test_a_quotation_without_words_is_not_found(inside):
    assert inside("verify", "").status == 1


def test_sentences_that_are_left_out_are_verified_too(inside, every_sentence):
    left_out = next(
        r for r in every_sentence if r["kind"] == "byline" or r["kind"] == "boilerplate"
    )
    match = inside("verify", "--json", left_out["text"]).record["matches"][0]
    assert (match["file"], match["start"], match["sentence"]) == (
        left_out["file"], left_out["start"], None,
    )  # fmt: skip
