"""The JSON of an answer: its keys, their types, and quotes that stand in their files."""

import pytest

ANSWER = {
    "question": str,
    "status": str,
    "confidence": float,
    "elapsed_ms": float,
    "quotes": list,
    "closest": list,
    "corroborated_by": list,
    "disagreements": list,
    "notes": list,
}
QUOTE = {
    "file": str,
    "start": int,
    "end": int,
    "text": str,
    "outlet": str,
    "article": str,
    "title": str | None,
    "authors": list,
    "published": str | None,
    "published_basis": str | None,
    "via": str | None,
    "url": str | None,
    "paragraph": int,
    "sentence": int,
    "highlights": list,
    "older": bool,
    "score": float,
}


@pytest.fixture(scope="module")
def answers(stream):
    return stream.records


@pytest.fixture(scope="module")
def files(seeds):
    """The files as anyone would read them, line ends untouched."""
    return {path.name: path.read_bytes().decode("utf-8") for path in seeds.glob("*.txt")}


def shown(answer):
    return answer["quotes"] + answer["closest"]


def every_quote(answers):
    for answer in answers:
        yield from shown(answer)
        for item in answer["disagreements"]:
            yield from item.get("sources", [])


def test_an_answer_has_these_keys_and_no_others(answers):
    for answer in answers:
        assert list(answer) == list(ANSWER)
        for key, kind in ANSWER.items():
            assert type(answer[key]) is kind, (key, answer[key])


def test_a_quote_has_these_keys_and_no_others(answers):
    for quote in every_quote(answers):
        assert list(quote) == list(QUOTE)
        for key, kind in QUOTE.items():
            assert isinstance(quote[key], kind), (key, quote[key])


def test_values_are_of_their_range(answers):
    for answer in answers:
        assert answer["status"] in {"answered", "not_found"}
        assert 0 <= answer["confidence"] <= 1
        assert answer["elapsed_ms"] >= 0
        assert all(isinstance(text, str) for text in answer["corroborated_by"] + answer["notes"])
    for quote in every_quote(answers):
        assert quote["published_basis"] in {"stated", "inferred", None}
        assert all(isinstance(author, str) for author in quote["authors"])


def test_disagreements_are_words_of_the_articles(answers, files):
    for answer in answers:
        for item in answer["disagreements"]:
            assert item["about"]
            assert len(item["quotes"]) > 1
            for text in item["quotes"]:
                assert any(text in file for file in files.values())


def test_a_question_is_answered_with_quotes_and_only_then(answers):
    assert {answer["status"] for answer in answers} == {"answered", "not_found"}
    for answer in answers:
        assert (answer["status"] == "answered") == bool(answer["quotes"])


def test_every_quote_stands_in_its_file_to_the_letter(answers, files):
    seen = 0
    for quote in every_quote(answers):
        assert files[quote["file"]][quote["start"] : quote["end"]] == quote["text"]
        assert quote["text"].strip() == quote["text"] != ""
        seen += 1
    assert seen > 1000


def test_every_quote_is_a_quotable_sentence_with_its_number(answers, every_sentence):
    known = {(s["file"], s["start"], s["end"]): s for s in every_sentence}
    for quote in every_quote(answers):
        sentence = known[quote["file"], quote["start"], quote["end"]]
        assert sentence["kind"] in {"headline", "dek", "body"}
        assert sentence["sentence"] == quote["sentence"]
        assert sentence["paragraph"] == quote["paragraph"]


def test_highlights_are_stretches_of_the_quote_in_order(answers):
    seen = 0
    for quote in every_quote(answers):
        end = 0
        for first, last in quote["highlights"]:
            assert end <= first < last <= len(quote["text"])
            end, seen = last, seen + 1
    assert seen


def test_quotes_and_closest_are_ten_different_sentences_at_most(answers):
    for answer in answers:
        places = {(quote["file"], quote["start"]) for quote in shown(answer)}
        assert len(places) == len(shown(answer)) <= 10


def test_quotes_and_closest_are_ten_where_there_are_that_many(answers):
    """These names stand in far more than ten sentences."""
    plenty = [a for a in answers if "Kim" in a["question"] and "Putin" in a["question"]]
    assert len(plenty) > 5
    for answer in plenty:
        assert len(shown(answer)) == 10, answer["question"]


def test_citations_are_those_of_the_manifest(answers, articles):
    known = {record["article"]: record for record in articles}
    same = ("file", "outlet", "title", "authors", "published", "published_basis", "via", "url")
    for quote in every_quote(answers):
        article = known[quote["article"]]
        assert [quote[key] for key in same] == [article[key] for key in same]


def test_letters_are_not_escaped_and_control_characters_are(stream):
    assert "’" in stream.out
    assert "北京" in stream.out
    assert '"x\\u001b[2J\\u009b\\u202e"' in stream.out
    assert all(char == "\n" or char.isprintable() or char.isspace() for char in stream.out)
