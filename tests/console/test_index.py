"""`index` makes and keeps what a start needs; on a terminal a bar tells how far a long build is."""

import io
import re
import shutil

import pytest

from bot.console.progress_bar import ProgressBar
from bot.corpus.progress import untold


def size_of(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def test_it_says_in_a_line_what_was_kept(bot, tmp_path):
    cache = tmp_path / "not there yet" / "cache"
    result = bot("index", BOT_CACHE=str(cache))
    assert (result.status, result.err) == (0, "")
    told = re.fullmatch(r"5 articles, (\d+) sentences, \d+\.\d seconds, (.*) MB kept\n", result.out)
    assert int(told[1]) > 100
    assert float(told[2]) == round(size_of(cache) / 1e6, 1) > 0


def test_its_json_is_the_same(bot, tmp_path, articles):
    result = bot("index", "--json", BOT_CACHE=str(tmp_path))
    assert (result.status, result.err) == (0, "")
    record = result.record
    assert list(record) == ["articles", "sentences", "seconds", "bytes", "folder"]
    assert record["articles"] == len(articles)
    assert record["sentences"] == sum(article["sentences"] for article in articles)
    assert 0 < record["seconds"] < 60
    assert record["bytes"] == size_of(tmp_path)
    assert record["folder"] == str(tmp_path)


def test_what_is_kept_is_what_a_question_needs(bot, tmp_path):
    def files():
        return {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}

    bot("index", BOT_CACHE=str(tmp_path))
    before = files()
    assert bot("ask", "Where will Kim and Putin meet?", BOT_CACHE=str(tmp_path)).status == 0
    assert files() == before


def test_a_folder_that_cannot_be_written_is_told_with_the_cure(inside, tmp_path):
    (tmp_path / "file").write_text("no folder")
    result = inside("index", BOT_CACHE=str(tmp_path / "file"))
    assert (result.status, result.out) == (3, "")
    [line] = result.err.splitlines()
    assert line.startswith(f"error: BOT_CACHE: {tmp_path / 'file'}: ")
    assert line.endswith("Name a folder that can be written to")


def test_a_fault_in_the_articles_is_told(bot, tmp_path, harbour):
    broken = shutil.copytree(harbour, tmp_path / "broken")
    (broken / "articles.toml").write_text("[[article]]\nfile = 'gone.txt'\noutlet = 'One'\n")
    result = bot("index", BOT_SEEDS=str(broken), BOT_CACHE=str(tmp_path / "cache"))
    assert (result.status, result.out) == (3, "")
    assert "there is no such file in the folder" in result.err


class Screen(io.StringIO):
    """A terminal that keeps what is written to it."""

    def isatty(self):
        return True


@pytest.fixture
def screen(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "100")
    return Screen()


def test_a_large_stage_shows_a_bar_and_leaves_nothing(screen):
    with ProgressBar(screen, 20_000) as bar:
        told = bar.stage("Indexing sentences")
        told(5_000, 25_000)
        shown = screen.getvalue()
        told(25_000, 25_000)
    last = screen.getvalue()[-40:]
    assert "\x1b[?25h" in last
    assert last.endswith("\x1b[2K")
    assert "Indexing sentences" in shown
    assert "5,000 of 25,000 sentences" in shown


def test_the_cursor_comes_back_where_a_stage_is_not_finished(screen):
    with ProgressBar(screen, 1) as bar:
        bar.stage("Reading articles")(1, 9)
        assert "\x1b[?25l" in screen.getvalue()
    assert screen.getvalue().rindex("\x1b[?25h") > screen.getvalue().rindex("\x1b[?25l")


def test_a_small_stage_shows_nothing(screen):
    with ProgressBar(screen, 20_000) as bar:
        told = bar.stage("Reading articles")
        for done in range(1, 101):
            told(done, 100)
    assert screen.getvalue() == ""


@pytest.mark.parametrize("stream", [io.StringIO(), None])
def test_where_no_terminal_is_nobody_is_told(stream):
    assert ProgressBar(stream, 1).stage("Reading articles") is untold
