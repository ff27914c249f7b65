"""What is odd about a folder but does not make it unusable."""

import hashlib
from pathlib import Path

import pytest

from bot.corpus.loading import load
from tests.corpus.folders import STORY, entry, load_one, write

SOUND = {
    "published": "2023-02-16",
    "title": '"Council agrees to mend the harbour bridge"',
    "sha256": f'"{hashlib.sha256(STORY.encode()).hexdigest()}"',
}


def test_a_sound_folder_has_no_warnings(tmp_path: Path) -> None:
    assert load_one(tmp_path, STORY, **SOUND).warnings == ()


def test_a_hash_may_be_in_capitals(tmp_path: Path) -> None:
    fields = {**SOUND, "sha256": SOUND["sha256"].upper()}
    assert load_one(tmp_path, STORY, **fields).warnings == ()


def test_a_text_that_is_not_the_one_of_the_hash(tmp_path: Path) -> None:
    (warning,) = load_one(tmp_path, STORY + "\n", **SOUND).warnings
    assert warning.startswith("story.txt: ")
    assert "sha256" in warning


def test_no_date(tmp_path: Path) -> None:
    fields = {key: value for key, value in SOUND.items() if key != "published"}
    (warning,) = load_one(tmp_path, STORY, **fields).warnings
    assert "story.txt: no published date" in warning


def test_no_headline(tmp_path: Path) -> None:
    story = STORY.split("\n\n", 1)[1]
    (warning,) = load_one(tmp_path, story, published="2023-02-16").warnings
    assert "story.txt: no headline" in warning


def test_the_text_s_headline_is_the_title_where_the_manifest_has_none(tmp_path: Path) -> None:
    corpus = load_one(tmp_path, STORY, published="2023-02-16")
    assert corpus.warnings == ()
    assert corpus.articles[0].title == "Council agrees to mend the harbour bridge"


@pytest.mark.parametrize("name", ["more.txt", "story.txt.bak", "sub/more.txt", "notes.md"])
def test_a_file_that_the_manifest_does_not_know(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(STORY)
    (warning,) = load_one(tmp_path, STORY, **SOUND).warnings
    assert warning.startswith(f"{name}: in the folder, but not in articles.toml")


@pytest.mark.parametrize(
    "name", ["README.md", "NOTICE.md", "LICENSE", ".hidden", ".git/config", "topics.toml"]
)
def test_files_that_belong_beside_the_texts(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("")
    assert load_one(tmp_path, STORY, **SOUND).warnings == ()


def test_a_text_may_lie_in_a_folder_inside(tmp_path: Path) -> None:
    (tmp_path / "2023").mkdir()
    (tmp_path / "2023" / "story.txt").write_text(STORY)
    corpus = load(write(tmp_path, entry("2023/story.txt", **SOUND)))
    assert corpus.warnings == ()
    assert corpus.articles[0].id == "story"
    assert {sentence.file for sentence in corpus.sentences} == {"2023/story.txt"}


def test_warnings_of_all_articles_are_told(tmp_path: Path) -> None:
    manifest = entry() + entry("other.txt", published="2023-02-16")
    corpus = load(write(tmp_path, manifest, story_txt=STORY, other_txt="Sign up\n"))
    assert [warning.split(":")[0] for warning in corpus.warnings] == [
        "story.txt",
        "other.txt",
        "other.txt",
    ]
