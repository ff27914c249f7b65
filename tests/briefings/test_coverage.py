"""Coverage: which outlet tells of which topic, as a table without gaps."""

import xml.etree.ElementTree as ET
from datetime import date

import pytest

from bot.briefings.coverage import coverage
from bot.briefings.drawn_topics import topics_of
from bot.briefings.pictures.canvas import WIDTH, Theme
from bot.briefings.pictures.coverage import ALT, coverage_picture

SVG = "{http://www.w3.org/2000/svg}"


def of(answerer, as_of=None):
    return coverage(answerer, topics_of(answerer.index), as_of)


def test_every_topic_has_a_cell_for_every_outlet(answerers):
    for answerer in answerers.values():
        found = of(answerer)
        assert set(found.cells) == {(t, o) for t in found.topics for o in found.outlets}
        assert found.outlets == answerer.corpus.outlets
        for (_, outlet), cell in found.cells.items():
            assert (cell.best is None) == (cell.sentences == 0)
            assert cell.best is None or cell.best.article.outlet == outlet


def test_what_an_outlet_leaves_out_are_its_empty_cells(answerers):
    found = of(answerers["bridge"])
    empty = {(t, o) for (t, o), cell in found.cells.items() if not cell.sentences}
    assert empty
    assert {(t, o) for o in found.outlets for t in found.left_out(o)} == empty


def test_only_the_papers_that_had_ferries_by_then_cover_them(answerers):
    found = of(answerers["bridge"], date(2023, 9, 8))
    assert found.cells["Ferries", "The Ansel Courier"].sentences > 3
    assert found.cells["Ferries", "The Ansel Courier"].best.article.published == date(2023, 9, 8)


def test_older_reporting_is_marked(answerers):
    found = of(answerers["summit"])
    assert all(
        cell.older == (outlet == "The Diplomat")
        for (_, outlet), cell in found.cells.items()
        if cell.sentences
    )


def test_outlets_that_had_not_published_yet_are_no_columns(answerers):
    assert of(answerers["summit"], date(2018, 12, 1)).outlets == ("The Diplomat",)
    assert of(answerers["summit"], date(1999, 1, 1)).most == 0


@pytest.mark.parametrize("theme", Theme)
def test_the_map_shows_every_number_and_says_it_in_words(answerers, theme):
    found = of(answerers["bridge"])
    picture = coverage_picture(found, theme, 'Who & "what"')
    root = ET.fromstring(picture.svg)
    lines = [text.text for text in root.iter(f"{SVG}text")]
    numbers = sorted(line for line in lines if line.isdigit() or line == "–")
    counts = [cell.sentences for cell in found.cells.values()]
    assert numbers == sorted(str(count) if count else "–" for count in counts)
    assert 0 < len(picture.alt) <= ALT
    for outlet in found.outlets:
        assert f"{outlet}: " in picture.alt


def test_the_map_stays_inside_and_an_empty_one_says_so(answerers):
    for day in (None, date(1999, 1, 1)):
        picture = coverage_picture(of(answerers["summit"], day))
        for box in ET.fromstring(picture.svg).iter(f"{SVG}rect"):
            if box.get("x"):
                assert float(box.get("x")) + float(box.get("width")) <= WIDTH
                assert float(box.get("y")) + float(box.get("height")) <= picture.height
    assert picture.alt == "No outlet has published yet."
