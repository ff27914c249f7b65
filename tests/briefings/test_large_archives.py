"""A made-up archive is the same each time, and a prepared desk has nothing left to work out."""

import pytest

from bot.briefings.desk import desk_of
from tests.benchmarks.large import write
from tests.briefings.conftest import answerer_of

COUNT = 600


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("archive")
    write(folder, COUNT, seed=3)
    return folder


def test_a_seed_always_gives_the_same_archive(archive, tmp_path):
    write(tmp_path, COUNT, seed=3)
    files = sorted(path.name for path in archive.iterdir())
    assert files == sorted(path.name for path in tmp_path.iterdir())
    assert all((archive / name).read_bytes() == (tmp_path / name).read_bytes() for name in files)
    write(tmp_path, COUNT, seed=4)
    assert any((archive / name).read_bytes() != (tmp_path / name).read_bytes() for name in files)


def test_an_archive_holds_about_as_many_sentences_as_asked_for(archive):
    answerer = answerer_of(archive)
    assert 0.95 * COUNT < len(answerer.corpus.sentences) <= COUNT
    events = desk_of(answerer).timeline().events
    assert len(events) > COUNT / 20


def test_a_prepared_desk_asks_nothing_more(archive):
    desk = desk_of(answerer_of(archive))
    desk.prepare()
    asked = desk.answerer._asked.cache_info().misses
    events = desk.timelines._events.cache_info().misses
    assert asked
    assert events == 1
    desk.editor.edition()
    desk.timeline()
    desk.comparer.compare("")
    desk.comparer.compare(desk.topics[0].name)
    desk.coverage(None)
    assert desk.answerer._asked.cache_info().misses == asked
    assert desk.timelines._events.cache_info().misses == events
