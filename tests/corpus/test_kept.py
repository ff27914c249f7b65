"""Kept sentences save work and change nothing."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from bot.corpus import splitting
from bot.corpus.loading import load

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SEEDS, tmp_path / "seeds")
    return tmp_path / "seeds"


def refuse(*_: object) -> None:
    raise AssertionError("a text was cut that is kept already")


def test_a_second_start_cuts_nothing_and_finds_the_same(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load(folder, tmp_path / "cache")
    monkeypatch.setattr(splitting, "split", refuse)
    assert load(folder, tmp_path / "cache").articles == first.articles
    assert first.articles == load(SEEDS, tmp_path / "cache").articles


def test_a_changed_text_is_cut_anew(folder: Path, tmp_path: Path) -> None:
    load(folder, tmp_path / "cache")
    (folder / "notes.toml").unlink()
    path = next(folder.glob("000*.txt"))
    path.write_text("One new sentence stands here now, and it is long enough.\n", encoding="utf-8")
    found = load(folder, tmp_path / "cache").articles[0]
    assert [s.text for s in found.sentences] == [path.read_text(encoding="utf-8").strip()]


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"x": 1}', "\x00\x01", "null"])
@pytest.mark.parametrize("file", ["contents.json", "keys.json", "rows.npy"])
def test_a_damaged_file_is_worked_out_anew(
    folder: Path, tmp_path: Path, damage: str, file: str
) -> None:
    whole = load(folder, tmp_path / "cache").articles
    [path] = (tmp_path / "cache").rglob(file)
    path.write_text(damage, encoding="utf-8")
    assert load(folder, tmp_path / "cache").articles == whole


@pytest.mark.parametrize(
    ("column", "value"), [(0, -1), (0, 10**6), (1, 0), (1, 10**8), (2, 99), (2, -1), (5, 99)]
)
def test_rows_that_do_not_fit_the_text_are_not_believed(
    folder: Path, tmp_path: Path, column: int, value: int
) -> None:
    whole = load(folder, tmp_path / "cache").articles
    [path] = (tmp_path / "cache").rglob("rows.npy")
    rows = np.load(path)
    rows[:, column] = value
    np.save(path, rows)
    assert load(folder, tmp_path / "cache").articles == whole


def test_two_folders_used_by_turns_are_both_kept(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Path(__file__).parents[1] / "stories" / "harbour-bridge"
    for _ in range(2):
        load(folder, tmp_path / "cache")
        load(other, tmp_path / "cache")
    monkeypatch.setattr(splitting, "split", refuse)
    assert load(folder, tmp_path / "cache").articles == load(SEEDS, tmp_path / "cache").articles
    load(other, tmp_path / "cache")


def test_sentences_of_a_large_corpus_are_made_when_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = load(SEEDS)
    assert isinstance(whole.sentences, tuple)
    monkeypatch.setattr("bot.corpus.loading.MANY", 10)
    monkeypatch.setattr("bot.corpus.article.MANY", 10)
    for kept in (None, tmp_path / "cache", tmp_path / "cache"):
        large = load(SEEDS, kept)
        assert not isinstance(large.sentences, tuple)
        assert tuple(large.sentences) == whole.sentences
        assert large.sentences[-1] == whole.sentences[-1]
        assert large.sentences[5:50:3] == whole.sentences[5:50:3]
        with pytest.raises(IndexError):
            large.sentences[len(whole.sentences)]
        for one, other in zip(large.articles, whole.articles, strict=True):
            assert tuple(one.sentences) == other.sentences
            assert tuple(one.quotable) == other.quotable
            assert tuple(one.quotable[2:4]) == other.quotable[2:4]


def test_a_place_that_can_t_be_written_to_is_left_alone(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert load(folder, tmp_path / "file").articles == load(folder).articles
