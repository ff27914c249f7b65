"""The five seeds against a segmentation made by hand, and what their furniture must not be."""

import json
from pathlib import Path

import pytest

from bot.corpus.article import Corpus
from bot.corpus.loading import load

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
Span = tuple[str, int, int, str]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load(SEEDS)


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {path.name: path.read_bytes().decode() for path in SEEDS.glob("*.txt")}


@pytest.fixture(scope="module")
def reference() -> list[dict[str, str | int]]:
    lines = (HERE / "seeds_sentences.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def spans(reference: list[dict[str, str | int]]) -> set[Span]:
    return {(str(r["file"]), int(r["start"]), int(r["end"]), str(r["kind"])) for r in reference}


def test_reference_stands_in_the_files(
    reference: list[dict[str, str | int]], texts: dict[str, str]
) -> None:
    for row in reference:
        text = texts[str(row["file"])][int(row["start"]) : int(row["end"])]
        assert text.startswith(str(row["begins"]))
        assert text.endswith(str(row["ends"]))


def test_quotable_sentences_are_those_of_the_reference(
    corpus: Corpus, reference: list[dict[str, str | int]], texts: dict[str, str]
) -> None:
    wanted = spans(reference)
    found: set[Span] = {(s.file, s.start, s.end, s.kind.value) for s in corpus.sentences}
    f1 = 2 * len(wanted & found) / (len(wanted) + len(found))
    differences = [
        f"{side} {file} {start}-{end} {kind}: {texts[file][start:end]!r}"
        for side, only in (("missing", wanted - found), ("too much", found - wanted))
        for file, start, end, kind in sorted(only)
    ]
    assert f1 >= 0.98, "\n".join(differences)
    # Nothing is left to chance: today the two agree to the letter.
    assert differences == []


def test_sentences_are_slices_of_their_files(corpus: Corpus, texts: dict[str, str]) -> None:
    for article in corpus.articles:
        for sentence in article.sentences:
            assert sentence.text == texts[sentence.file][sentence.start : sentence.end]


def test_every_character_belongs_to_a_sentence(corpus: Corpus, texts: dict[str, str]) -> None:
    for article in corpus.articles:
        held = {at for s in article.sentences for at in range(s.start, s.end)}
        left = "".join(c for at, c in enumerate(texts[article.file]) if at not in held)
        assert left.strip() == ""


def test_numbers_count_the_quotable_sentences_of_each_article(corpus: Corpus) -> None:
    for article in corpus.articles:
        assert [s.number for s in article.quotable] == list(range(1, len(article.quotable) + 1))
        paragraphs = [s.paragraph or 0 for s in article.quotable]
        assert paragraphs == sorted(paragraphs)
        assert set(paragraphs) == set(range(1, paragraphs[-1] + 1))


@pytest.mark.parametrize(
    ("file", "words", "kind"),
    [
        ("000", "Cover image: North Korean leader", "caption"),
        ("000", "(Korean Central News Agency", "caption"),
        ("001", "The Koreas", "boilerplate"),
        ("001", "Recent Features", "boilerplate"),
        ("001", "Credit: Kremlin.ru", "caption"),
        ("002", "Special To The Washington Post", "byline"),
        ("002", "Please enter your comment!", "boilerplate"),
        ("002", "Please enter your name here", "boilerplate"),
        ("003", "Youkyung Lee and Stepan Kravchenko", "byline"),
        ("003", "Not Isolated", "subhead"),
        ("003", "To contact the reporters on this story", "boilerplate"),
        ("003", "To contact the editors responsible", "boilerplate"),
        ("003", "For more articles like this", "boilerplate"),
        ("003", "©2019 Bloomberg L.P.", "boilerplate"),
        ("004", "- The Washington Times - Tuesday", "byline"),
        ("004", "Sign up for Daily Newsletters", "boilerplate"),
        ("004", "Manage Newsletters", "boilerplate"),
        ("004", "Copyright © 2021", "boilerplate"),
        ("004", "Click here for reprint permission.", "boilerplate"),
        ("004", "Please read our comment policy", "boilerplate"),
        ("004", "Click to Read More and View Comments", "boilerplate"),
        ("004", "Click to Hide", "boilerplate"),
    ],
)
def test_furniture_has_its_kind(corpus: Corpus, file: str, words: str, kind: str) -> None:
    article = next(a for a in corpus.articles if a.file.startswith(file))
    kinds = {s.kind.value for s in article.sentences if s.text.startswith(words)}
    assert kinds == {kind}


def test_what_is_said_twice_is_quotable_once(corpus: Corpus) -> None:
    for article in corpus.articles:
        texts = [sentence.text for sentence in article.quotable]
        assert len(texts) == len(set(texts))
    repeats = [s for a in corpus.articles for s in a.sentences if s.kind.value == "repeat"]
    assert [(s.file[:3], s.text.split()[0]) for s in repeats] == [
        ("000", "The"),
        ("001", "When"),
        ("001", "When"),
        ("003", "Putin"),
    ]


def test_everything_left_out_says_why(corpus: Corpus) -> None:
    for article in corpus.articles:
        for sentence in article.sentences:
            assert bool(sentence.why) != sentence.kind.quotable
            assert (sentence.number is None) != sentence.kind.quotable
            assert (sentence.paragraph is None) != sentence.kind.quotable


def test_texts_are_those_the_manifest_knows(corpus: Corpus) -> None:
    assert [warning for warning in corpus.warnings if "sha256" in warning] == []
