"""notes.toml: remarks on words of the articles, and what is wrong with a faulty one."""

from pathlib import Path

import pytest

from bot.corpus.notes import Note
from tests.corpus.folders import STORY, entry, faults, load_one, write

SOUND = '[[note]]\narticle = "story"\nwords = "a year"\nremark = "It took two."\n'


def test_notes_are_read(tmp_path: Path) -> None:
    write(tmp_path, entry(), notes_toml=SOUND)
    assert load_one(tmp_path, STORY).notes == (Note("story", "a year", "It took two."),)


def test_a_folder_needs_no_notes(tmp_path: Path) -> None:
    assert load_one(tmp_path, STORY).notes == ()


@pytest.mark.parametrize(
    ("notes", "field", "fault"),
    [
        (SOUND.replace('"story"', '"other"'), "note 1, field article", "no article has the id"),
        (SOUND.replace("a year", "two years"), "note 1, field words", "does not stand in story"),
        (SOUND.replace("words", "word"), "note 1, field word", "not a known key"),
        (SOUND.replace('"It took two."', '""'), "note 1, field remark", "empty"),
        (SOUND + "[[note]\n", "line 5", "not valid TOML"),
    ],
)
def test_a_fault_is_told_with_its_place_and_cure(
    tmp_path: Path, notes: str, field: str, fault: str
) -> None:
    found = faults(write(tmp_path, entry(), story_txt=STORY, notes_toml=notes))
    assert {problem.file for problem in found} == {"notes.toml"}
    assert any(p.field == field and fault in p.fault and p.cure for p in found)
