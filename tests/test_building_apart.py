"""What is not kept yet is made by a process of its own before the bot starts."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

import bot.rebuilding
import bot.serving
from bot import app
from bot.corpus.loading import load
from bot.index.index import SentenceIndex
from bot.rebuilding import build_apart
from bot.settings import Settings
from tests.answers.conftest import ROOT
from tests.corpus.folders import entry, write

CAT = "A cat was seen\n\nThe cat of the harbour master sat on the red buoy on Monday.\n"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "articles"
    made.mkdir()
    write(made, entry("cat.txt"), cat_txt=CAT)
    return made


def anew(folder, kept):
    """How many articles are cut and how many sentences analysed when a folder is read."""
    cut, analysed = [0], [0]
    corpus = load(folder, kept, anew=lambda done, _: cut.append(done))
    SentenceIndex(corpus, kept=kept, progress=lambda done, _: analysed.append(done))
    return cut[-1], analysed[-1]


def test_what_is_made_apart_need_not_be_made_again(folder, tmp_path):
    kept = tmp_path / "kept"
    build_apart(folder, kept)
    assert anew(folder, kept) == (0, 0)
    assert anew(folder, tmp_path / "elsewhere") == (1, 2)


def test_a_faulty_folder_is_left_to_the_reading_after_it(folder, tmp_path):
    (folder / "cat.txt").unlink()
    build_apart(folder, tmp_path / "kept")


def test_the_bot_has_what_is_not_kept_made_apart_once(monkeypatch, folder, tmp_path):
    built, answered = [], []

    def built_apart(*given):
        built.append(given)
        build_apart(*given)

    def serve(read, settings, token):
        answered.extend(read().ask("Where did the cat sit?") for _ in range(2))

    monkeypatch.setattr(bot.rebuilding, "build_apart", built_apart)
    monkeypatch.setattr(bot.serving, "serve", serve)
    settings = Settings(_env_file=None, seeds=folder, cache=tmp_path / "kept")
    assert app._serve(settings, "a token") == 0
    assert len(built) == 1
    assert all("red buoy" in answer.quotes[0].sentence.text for answer in answered)


def test_where_nothing_can_be_kept_it_is_made_here(monkeypatch, folder, tmp_path):
    answered = []
    monkeypatch.setattr(
        bot.serving, "serve", lambda read, *_: answered.append(read().ask("Where did the cat sit?"))
    )
    kept = tmp_path / "kept"
    kept.write_text("no folder")
    settings = Settings(_env_file=None, seeds=folder, cache=kept)
    assert app._serve(settings, "a token") == 0
    assert answered[0].answered


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's /proc")
def test_it_ends_when_the_bot_is_killed(folder, tmp_path):
    (tmp_path / "numpy.py").write_text("import time; time.sleep(60)")
    making = f"from bot.rebuilding import build_apart as b; b({str(folder)!r}, {str(tmp_path)!r})"
    given = os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)])}
    with subprocess.Popen([sys.executable, "-c", making], env=given) as parent:
        [child] = _until(lambda: children(parent.pid))
        parent.kill()
    assert _until(lambda: not Path(f"/proc/{child}").exists() or zombie(child))


def children(parent):
    """The processes that another has started."""
    listed = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return [child for child in listed if "bot.rebuilding" in told(child, "cmdline")]


def zombie(process):
    return "State:\tZ" in told(process, "status")


def told(process, file):
    try:
        return Path(f"/proc/{process}/{file}").read_text(errors="replace")
    except OSError:
        return ""


def _until(found, seconds=20):
    end = time.monotonic() + seconds
    while not (result := found()):
        assert time.monotonic() < end, "it takes too long"
        time.sleep(0.05)
    return result


def test_a_bot_that_stops_before_it_says_what_to_make_leaves_no_traceback():
    command = [sys.executable, "-m", "bot.rebuilding"]
    ended = subprocess.run(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (1, b"", b"")
