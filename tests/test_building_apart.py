"""What is not kept yet is made by a process of its own before the bot starts."""

import pytest

import bot.rebuilding
import bot.serving
from bot import app
from bot.corpus.loading import load
from bot.index.index import SentenceIndex
from bot.rebuilding import build_apart
from bot.settings import Settings
from tests.corpus.folders import entry, write

CAT = "A cat was seen\n\nThe cat of the harbour master sat on the red buoy on Monday.\n"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "articles"
    made.mkdir()
    write(made, entry("cat.txt"), cat_txt=CAT)
    return made


def anew(folder, kept):
    """How many sentences are cut and how many are analysed when a folder is read."""
    cut, analysed = [0], [0]
    corpus = load(folder, kept, anew=lambda done, _: cut.append(done))
    SentenceIndex(corpus, kept=kept, progress=lambda done, _: analysed.append(done))
    return cut[-1], analysed[-1]


def test_what_is_made_apart_need_not_be_made_again(folder, tmp_path):
    kept = tmp_path / "kept"
    build_apart(folder, kept)
    assert anew(folder, kept) == (0, 0)
    assert anew(folder, tmp_path / "elsewhere") == (2, 2)


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
