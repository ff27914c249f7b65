"""Files as they come: encodings, line ends and odd shapes; offsets hold in the file on disk."""

import textwrap
from pathlib import Path

import pytest

from bot.corpus.article import Article
from tests.corpus.folders import STORY, entry, faults, load_one, write

HEADLINE = "Council agrees to mend the harbour bridge"
LEAD = (
    "The council agreed on Monday to mend the harbour bridge, which has been closed to all traffic "
    "since the storm of last winter."
)
LAST = "Nobody will lose a job over it, the mayor told a meeting in the town hall on Monday night."
QUOTABLE = [HEADLINE, LEAD, "The work is to take a year.", LAST]


def folded(article: Article) -> list[str]:
    return [" ".join(sentence.text.split()) for sentence in article.quotable]


def on_disk(article: Article, folder: Path, encoding: str) -> str:
    text = (folder / article.file).read_bytes().decode(encoding)
    for sentence in article.sentences:
        assert sentence.text == text[sentence.start : sentence.end]
    return text


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\f", "\u2029"])
@pytest.mark.parametrize("start", ["", "\ufeff", "\n\n", "\ufeff\r\n"])
@pytest.mark.parametrize("last", ["", "\n", " \t\n\u00a0", "\f"])
def test_line_ends_and_marks_change_offsets_but_no_sentence(
    tmp_path: Path, line_end: str, start: str, last: str
) -> None:
    paragraphs = STORY.strip().split("\n\n")
    story = start + line_end.join(paragraphs) + last
    article = load_one(tmp_path, story).articles[0]
    assert folded(article) == QUOTABLE
    text = on_disk(article, tmp_path, "utf-8")
    assert article.quotable[0].start == len(start)
    assert article.quotable[1].start == text.index(LEAD)
    assert [s.paragraph for s in article.quotable] == [1, 2, 2, 3]


def test_a_byte_order_mark_counts_as_one_character_and_crlf_as_two(tmp_path: Path) -> None:
    article = load_one(tmp_path, "\ufeff" + STORY.replace("\n", "\r\n")).articles[0]
    assert article.quotable[0].start == 1
    assert article.quotable[1].start == 1 + len(HEADLINE) + 4
    assert article.title == HEADLINE


def test_windows_1252_is_read_as_such_and_said(tmp_path: Path) -> None:
    story = STORY.replace("Nobody will", "“Nobody”, not even café staff – he’s sure – will")
    corpus = load_one(tmp_path, story.encode("cp1252"))
    article = corpus.articles[0]
    assert article.quotable[-1].text.startswith("“Nobody”, not even café staff – he’s sure")
    on_disk(article, tmp_path, "cp1252")
    assert "story.txt: not UTF-8; read as Windows-1252" in corpus.warnings


def test_odd_bytes_in_utf8_do_not_garble_the_rest(tmp_path: Path) -> None:
    story = STORY.replace("Nobody", "“Nobody” – as the café’s owner put it –").encode()
    broken = story.replace(b"the mayor", b"the mayor\x92s aide")
    corpus = load_one(tmp_path, broken)
    article = corpus.articles[0]
    assert "“Nobody” – as the café’s owner put it –" in article.quotable[-1].text
    assert "the mayor\ufffds aide" in article.quotable[-1].text
    text = broken.decode("utf-8", errors="replace")
    assert all(s.text == text[s.start : s.end] for s in article.sentences)
    assert any("1 characters are not UTF-8" in warning for warning in corpus.warnings)


def test_sound_utf8_is_not_doubted(tmp_path: Path) -> None:
    corpus = load_one(tmp_path, STORY.replace("mayor", "mayor of Łódź, 京都 and \ufffd 🚢"))
    assert not any("UTF-8" in warning for warning in corpus.warnings)
    on_disk(corpus.articles[0], tmp_path, "utf-8")


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (STORY.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + STORY.encode("utf-16-be"), "UTF-16"),
        (STORY.encode("utf-16-le"), "NUL"),
        (STORY.encode("utf-32"), "UTF-16"),
        (STORY.encode() + b"\x00", "NUL"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "NUL"),
        (STORY.encode() + b"\x81", "byte 289 is neither"),
    ],
)
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, data: bytes, fault: str) -> None:
    (problem,) = faults(write(tmp_path, entry(), story_txt=data))
    assert problem.file == "story.txt"
    assert fault in problem.fault
    assert "UTF-8" in problem.cure


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ufeff", "\ufeff\r\n \u00a0\t", "\f"])
def test_an_empty_text_is_refused(tmp_path: Path, text: str) -> None:
    (problem,) = faults(write(tmp_path, entry(), story_txt=text))
    assert (problem.file, problem.field) == ("story.txt", "text")
    assert "empty" in problem.fault


def test_a_page_without_a_story_has_nothing_to_quote(tmp_path: Path) -> None:
    corpus = load_one(tmp_path, "Sign up\n\nShare this\n\n© 2023 The Harbour Light\n\n* * *\n")
    assert corpus.sentences == ()
    assert {s.kind.value for s in corpus.articles[0].sentences} == {"boilerplate"}
    assert "story.txt: no sentence that can be quoted" in corpus.warnings


@pytest.mark.parametrize("story", ["The bridge is closed.", "The bridge is closed.\n"])
def test_one_line_is_a_story(tmp_path: Path, story: str) -> None:
    article = load_one(tmp_path, story).articles[0]
    assert [s.text for s in article.quotable] == ["The bridge is closed."]


def test_spaces_that_do_not_break_and_tabs_stay_in_the_sentence(tmp_path: Path) -> None:
    story = STORY.replace("a year", "a\u00a0year\tor\u2009so")
    article = load_one(tmp_path, story).articles[0]
    assert "The work is to take a\u00a0year\tor\u2009so." in [s.text for s in article.quotable]


def test_wrapped_lines_stay_in_the_sentence(tmp_path: Path) -> None:
    wrapped = "\n\n".join(textwrap.fill(part, 60) for part in STORY.split("\n\n"))
    article = load_one(tmp_path, wrapped).articles[0]
    assert folded(article) == QUOTABLE
    assert article.quotable[1].text.count("\n") == 2
