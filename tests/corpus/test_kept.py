"""Kept sentences save work and change nothing."""

import json
import shutil
from pathlib import Path

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
def test_a_damaged_file_is_worked_out_anew(folder: Path, tmp_path: Path, damage: str) -> None:
    whole = load(folder, tmp_path / "cache").articles
    (tmp_path / "cache/sentences.json").write_text(damage, encoding="utf-8")
    assert load(folder, tmp_path / "cache").articles == whole


@pytest.mark.parametrize(
    "row", [[], [1], [5, 2, "body", 1, 1, "", 0], [0, 10**9, "body", 1, 1, "", 0]]
)
def test_rows_that_do_not_fit_the_text_are_not_believed(
    folder: Path, tmp_path: Path, row: list[object]
) -> None:
    whole = load(folder, tmp_path / "cache").articles
    path = tmp_path / "cache/sentences.json"
    path.write_text(json.dumps({key: [row] for key in json.loads(path.read_text())}))
    assert load(folder, tmp_path / "cache").articles == whole


def test_a_place_that_can_t_be_written_to_is_left_alone(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert load(folder, tmp_path / "file").articles == load(folder).articles
