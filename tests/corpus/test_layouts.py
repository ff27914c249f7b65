"""Pages as news sites print them: the story is quotable to the letter, the rest is not."""

from pathlib import Path

import pytest

from tests.corpus import marked

PAGES = sorted((Path(__file__).parent / "layouts").glob("*.txt"))
UNTITLED = [page for page in PAGES if "\n= untitled:" not in page.read_text(encoding="utf-8")]

every_page = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
every_untitled_page = pytest.mark.parametrize("path", UNTITLED, ids=lambda path: path.stem)
every_shape = pytest.mark.parametrize("shape", marked.SHAPES)


@every_page
@every_shape
def test_no_sentence_of_the_story_is_lost(path: Path, shape: str) -> None:
    page = marked.read(path, shape)
    assert marked.lost(page, page.sentences()) == []


@every_page
@every_shape
def test_no_furniture_is_quotable(path: Path, shape: str) -> None:
    page = marked.read(path, shape)
    assert marked.quoted_furniture(page, page.sentences()) == []


@every_untitled_page
@every_shape
def test_nothing_is_lost_where_only_the_outlet_is_known(path: Path, shape: str) -> None:
    page = marked.read(path, shape)
    assert marked.lost(page, page.sentences(titled=False)) == []


@every_untitled_page
@every_shape
def test_no_furniture_is_quotable_where_only_the_outlet_is_known(path: Path, shape: str) -> None:
    page = marked.read(path, shape)
    assert marked.quoted_furniture(page, page.sentences(titled=False)) == []


@every_page
@every_shape
def test_marks_stand_where_the_page_has_them(path: Path, shape: str) -> None:
    page = marked.read(path, shape)
    assert all(part.text.strip() for part in page.parts)
    assert sum(part.mark == "H" for part in page.parts) == 1
    assert sum(part.mark == "B" for part in page.parts) >= 6
    assert sum(part.mark == "-" for part in page.parts) >= 10


def test_there_are_pages_of_many_makes() -> None:
    assert len(PAGES) >= 12
