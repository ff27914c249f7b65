"""Articles that change while the bot runs: real files, looked at when the test says so."""

import asyncio
import logging
import os
import shutil
import sys
import threading
import time
from pathlib import Path

import pytest

from bot.app import build_answerer
from bot.corpus.loading import load
from bot.corpus.stamp import stamp_of
from bot.rebuilding import RebuildError, rebuild_apart
from bot.reloading import Reloader
from bot.serving import make_story
from bot.settings import Settings
from bot.slash.current import Current
from tests.corpus.folders import entry, write

CAT = "A cat was seen in the harbour\n\nThe cat of the harbour master sat on the red buoy on Monday.\n"
DOG = (
    "A dog was seen in the harbour\n\nThe dog of the harbour master ate the blue rope on Tuesday.\n"
)
ASKED = "What did the dog of the harbour master eat?"


class Watched:
    """A folder of one article, what answers from it, and the looks at it."""

    def __init__(self, tmp_path, rebuild=None):
        self.folder, self.cache = tmp_path / "articles", tmp_path / "cache"
        self.folder.mkdir()
        write(self.folder, entry("cat.txt"), cat_txt=CAT)
        self.settings = Settings(_env_file=None, seeds=self.folder, cache=self.cache)
        self.rebuilt = 0
        self.rebuild = rebuild or self._count
        stamp = stamp_of(self.folder)
        self.current = Current(self.make())
        self.reloader = Reloader(self.folder, stamp, self.current, self._rebuilding, self._making)

    async def _count(self):
        self.rebuilt += 1

    async def _rebuilding(self):
        await self.rebuild()

    def _making(self):
        return self.make()

    def make(self):
        read = lambda: build_answerer(load(self.folder, self.cache), self.settings)  # noqa: E731
        return make_story(read)

    def add_dog(self):
        write(self.folder, entry("cat.txt") + entry("dog.txt"), dog_txt=DOG)

    async def look(self, times=1):
        for _ in range(times):
            await self.reloader.look()

    @property
    def articles(self):
        return [article.id for article in self.current.story.desk.corpus.articles]

    @property
    def answer(self):
        answer = self.current.story.answerer.ask(ASKED)
        return answer.quotes[0].sentence.text if answer.answered else None


@pytest.fixture
def watched(tmp_path):
    return Watched(tmp_path)


@pytest.fixture
def lines(caplog):
    """What is written to the log, from `info` on."""
    caplog.set_level(logging.INFO, "bot")
    return lambda: [r.getMessage() for r in caplog.records if r.levelno >= logging.INFO]


async def test_nothing_is_done_while_nothing_changes(watched, lines):
    story = watched.current.story
    await watched.look(5)
    assert (watched.rebuilt, watched.current.story, lines()) == (0, story, [])


async def test_it_waits_until_the_folder_is_as_it_was_a_look_ago(watched, lines):
    watched.add_dog()
    await watched.look()
    assert watched.articles == ["cat"]
    (watched.folder / "dog.txt").write_text(DOG + "\nIt barked.\n")  # still being copied
    await watched.look()
    assert (watched.rebuilt, watched.articles) == (0, ["cat"])
    await watched.look()
    assert (watched.rebuilt, watched.articles) == (1, ["cat", "dog"])
    assert "ate the blue rope" in watched.answer
    assert lines() == ["articles read again: 2 articles, 5 sentences"]
    await watched.look(3)
    assert watched.rebuilt == 1


async def test_whoever_has_the_old_story_finishes_with_it(watched):
    old = watched.current.story
    watched.add_dog()
    await watched.look(4)
    assert watched.articles == ["cat", "dog"]
    assert not old.answerer.ask(ASKED).answered
    assert old.verifier.verify("ate the blue rope").matches == ()
    assert watched.current.story.verifier.verify("ate the blue rope").matches


async def test_a_fault_is_told_in_a_line_and_once(watched, lines):
    write(watched.folder, entry("cat.txt") + entry("dog.txt") + entry("bird.txt", colour='"red"'))
    await watched.look(5)
    assert watched.articles == ["cat"]
    [line] = lines()
    assert "\n" not in line
    for told in ("articles.toml, article 2 (dog.txt), field file: there is no such file", "colour"):
        assert told in line
    watched.add_dog()
    await watched.look(2)
    assert watched.articles == ["cat", "dog"]


async def test_a_fault_in_the_topics_is_told_too(watched, lines):
    (watched.folder / "topics.toml").write_text("[[topic]]\nname = 'Dogs'\n")
    watched.add_dog()
    await watched.look(3)
    assert watched.articles == ["cat"]
    [line] = lines()
    assert "topics.toml" in line
    assert "questions" in line


async def test_a_folder_that_is_gone_leaves_the_old_articles(watched, lines):
    watched.folder.rename(watched.folder.with_name("away"))
    await watched.look(3)
    assert watched.articles == ["cat"]
    [line] = lines()
    assert "there is no such folder. Point BOT_SEEDS at a folder of articles" in line


async def test_what_nobody_foresaw_leaves_the_old_articles_and_the_looks(watched, lines):
    make = watched.make
    watched.make = lambda: 1 / 0
    watched.add_dog()
    await watched.look(3)
    assert watched.articles == ["cat"]
    [line] = lines()
    assert "ZeroDivisionError" in line
    watched.make = make
    (watched.folder / "dog.txt").write_text(DOG + "\nIt barked.\n")
    await watched.look(2)
    assert watched.articles == ["cat", "dog"]


async def test_an_index_that_fails_apart_leaves_the_old_articles(tmp_path, lines):
    async def fails():
        raise RebuildError("the index can't be made")

    watched = Watched(tmp_path, fails)
    watched.add_dog()
    await watched.look(3)
    assert watched.articles == ["cat"]
    assert lines() == [
        "the articles are not read again, those of before stay: the index can't be made"
    ]


async def test_it_looks_again_and_again(watched):
    looking = asyncio.create_task(watched.reloader.run(0.05))
    watched.add_dog()
    async with asyncio.timeout(60):
        while watched.articles == ["cat"]:  # noqa: ASYNC110  # nothing tells of it
            await asyncio.sleep(0.05)
    looking.cancel()
    await asyncio.gather(looking, return_exceptions=True)


def test_a_stop_does_not_wait_for_articles_that_are_being_read(watched):
    reading = threading.Event()

    def endless():
        reading.set()
        time.sleep(20)

    async def stopped_meanwhile():
        await watched.look()
        looking = asyncio.create_task(watched.look())
        await asyncio.to_thread(reading.wait, 10)
        looking.cancel()
        await asyncio.gather(looking, return_exceptions=True)

    watched.make = endless
    watched.add_dog()
    began = time.monotonic()
    asyncio.run(stopped_meanwhile())
    assert reading.is_set()
    assert time.monotonic() - began < 10


@pytest.fixture
def apart(tmp_path):
    """A process of its own makes everything, and this one reads it."""
    watched = Watched(tmp_path)
    watched.rebuild = lambda: rebuild_apart(watched.folder, watched.cache)
    return watched


def kept(folder):
    return {path.name for path in folder.glob("index-*")}


async def test_a_process_of_its_own_keeps_the_index(apart):
    before = kept(apart.cache)
    apart.add_dog()
    await rebuild_apart(apart.folder, apart.cache)
    [made] = kept(apart.cache) - before
    at = (apart.cache / made).stat().st_mtime_ns
    await apart.look(2)
    assert "ate the blue rope" in apart.answer
    assert kept(apart.cache) == before | {made}
    assert (apart.cache / made).stat().st_mtime_ns == at


async def test_a_fault_is_told_by_the_other_process_in_the_words_of_check(apart):
    (apart.folder / "articles.toml").write_text("[[article]]\nfile = 'cat.txt'\noutlet = 'Ö'\n1\n")
    with pytest.raises(RebuildError) as told:
        await rebuild_apart(apart.folder, apart.cache)
    with pytest.raises(Exception, match=r"articles\.toml") as wanted:
        load(apart.folder)
    assert str(told.value) == str(wanted.value)


async def test_a_cache_that_cannot_be_written_is_done_without(apart):
    shutil.rmtree(apart.cache)
    apart.cache.write_text("no folder")
    apart.add_dog()
    await apart.look(2)
    assert "ate the blue rope" in apart.answer


async def test_a_process_that_crashes_is_a_line_and_more_of_it_at_debug(
    apart, monkeypatch, caplog, lines, tmp_path
):
    (tmp_path / "numpy.py").write_text("raise RuntimeError('no such thing')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    apart.add_dog()
    await apart.look(2)
    assert apart.articles == ["cat"]
    [line] = lines()
    assert line.endswith("the index can't be made. BOT_LOG_LEVEL=debug shows more")
    caplog.set_level(logging.DEBUG, "bot")
    with pytest.raises(RebuildError):
        await rebuild_apart(apart.folder, apart.cache)
    assert "no such thing" in caplog.text


def processes(word):
    """The environments of this process's children whose command line holds a word."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            mine = f"PPid:\t{os.getpid()}\n" in (process / "status").read_text()
            if mine and word in (process / "cmdline").read_text(errors="replace"):
                yield (process / "environ").read_text(errors="replace")
        except OSError:
            continue


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's /proc")
async def test_given_up_it_ends_the_other_process_which_knows_no_secret(apart, monkeypatch):
    monkeypatch.setenv("BOT_TOKEN", "a secret")
    building = asyncio.create_task(rebuild_apart(apart.folder, apart.cache))
    async with asyncio.timeout(60):
        while not (found := list(processes("bot.rebuilding"))):  # noqa: ASYNC110  # nothing tells of it
            await asyncio.sleep(0.01)
    [environment] = found
    assert "a secret" not in environment
    building.cancel()
    with pytest.raises(asyncio.CancelledError):
        await building
    assert list(processes("bot.rebuilding")) == []
