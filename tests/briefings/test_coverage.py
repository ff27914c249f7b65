"""Coverage: which outlet tells of which topic, as a table without gaps."""

from datetime import date

from bot.briefings.coverage import coverage
from bot.briefings.topics import topics_of


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
