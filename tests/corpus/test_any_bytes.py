"""Whatever bytes a folder holds, loading it gives a corpus or says what is wrong."""

import codecs
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.corpus.article import Corpus
from bot.corpus.errors import CorpusError, Problem
from bot.corpus.loading import load
from tests.corpus.folders import STORY, entry, write

ODD = st.sampled_from(
    [b"\x81", b"\x92", b"\xc3", b"\xe2\x80", b"\x00", b"\xff", b"\xfe", b"\xef\xbb"]
)
SPOILT = st.builds(
    lambda text, odd, at: text[:at] + odd + text[at:],
    st.sampled_from([STORY.encode(), STORY.replace("the", "“thé”").encode(), b"", b"A.\r\n"]),
    ODD,
    st.integers(0, 300),
)
ENCODED = st.builds(
    lambda text, encoding: text.encode(encoding, errors="ignore"),
    st.text(max_size=200),
    st.sampled_from(["utf-8", "cp1252", "utf-16", "utf-16-le", "utf-32", "latin-1", "shift-jis"]),
)
BYTES = st.binary(max_size=300) | SPOILT | ENCODED

KEYS = st.sampled_from(
    [
        "file",
        "outlet",
        "id",
        "title",
        "authors",
        "published",
        "published_range",
        "url",
        "sha256",
        "x",
    ]
)
VALUES = st.sampled_from(
    ['"story.txt"', '"../story.txt"', '"\\u0000"', '"."', '""', "1", "-1", "1e400", "nan", "true",
     "2019-02-30", "2019-04-18", "2019-04-18T10:00:00", "10:00:00", "[]", "[[]]", "{}", '["a"]',
     "[2019-04-18, 2019-04-01]", "{a = 1}", "'''", "99999999999999999999", '"https://x.example"']
)  # fmt: skip
TABLES = st.lists(st.tuples(KEYS, VALUES), max_size=6).map(
    lambda fields: "[[article]]\n" + "".join(f"{key} = {value}\n" for key, value in fields)
)
MANIFESTS = (
    st.lists(TABLES, max_size=3).map("\n".join)
    | st.text(max_size=100)
    | TABLES.map(lambda table: table.replace("[[", "["))
    | TABLES.map(lambda table: table.replace("article", "person"))
).map(str.encode)


def outcome(folder: Path) -> tuple[Corpus | None, tuple[Problem, ...]]:
    try:
        return load(folder), ()
    except CorpusError as error:
        return None, error.problems


def loads_or_says_why(manifest: bytes, story: bytes, names: bytes = b"") -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = write(Path(name), manifest, story_txt=story, names_toml=names)
        corpus, problems = outcome(folder)
    assert bool(corpus) != bool(problems)
    assert all(problem.file and problem.fault and problem.cure for problem in problems)
    for article in corpus.articles if corpus else ():
        for sentence in article.sentences:
            assert sentence.text == article.text[sentence.start : sentence.end]


@settings(deadline=None)
@given(BYTES)
def test_any_bytes_as_an_article(data: bytes) -> None:
    loads_or_says_why(entry().encode(), data)


@settings(deadline=None)
@given(MANIFESTS | BYTES)
def test_any_bytes_as_a_manifest(data: bytes) -> None:
    loads_or_says_why(data, STORY.encode())


@settings(deadline=None)
@given(MANIFESTS | BYTES)
def test_any_bytes_as_names(data: bytes) -> None:
    loads_or_says_why(entry().encode(), STORY.encode(), data.replace(b"article", b"person"))


@settings(deadline=None)
@given(st.text(max_size=200).filter(lambda text: "\x00" not in text and text.strip()))
def test_any_utf8_text_is_kept_to_the_letter(text: str) -> None:
    data = text.encode()
    if (
        data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        or not text.strip("\ufeff").strip()
    ):
        return
    with tempfile.TemporaryDirectory() as name:
        assert load(write(Path(name), entry(), story_txt=data)).articles[0].text == text
