"""The stamp of a folder changes with its files, and with nothing else."""

import os

import pytest

from bot.corpus.stamp import stamp_of


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "articles"
    (made / "more").mkdir(parents=True)
    (made / "one.txt").write_text("One.")
    (made / "more" / "two.txt").write_text("Two.")
    return made


def aged(path, seconds=60):
    """Make a file as old as if it had been written before."""
    now = path.stat()
    os.utime(path, ns=(now.st_atime_ns, now.st_mtime_ns - seconds * 10**9))


def add(folder):
    (folder / "three.txt").write_text("Three.")


def add_deep(folder):
    (folder / "more" / "three.txt").write_text("Three.")


def delete(folder):
    (folder / "more" / "two.txt").unlink()


def rename(folder):
    (folder / "one.txt").rename(folder / "another.txt")


def lengthen(folder):
    before = (folder / "one.txt").stat()
    (folder / "one.txt").write_text("One and a half.")
    os.utime(folder / "one.txt", ns=(before.st_atime_ns, before.st_mtime_ns))


def rewrite(folder):
    aged(folder / "one.txt")


@pytest.mark.parametrize("change", [add, add_deep, delete, rename, lengthen, rewrite])
def test_a_change_is_seen(folder, change):
    before = stamp_of(folder)
    change(folder)
    assert stamp_of(folder) != before


def test_it_stays_while_nothing_changes(folder):
    assert stamp_of(folder) == stamp_of(folder)


def test_what_is_hidden_is_no_article(folder):
    before = stamp_of(folder)
    (folder / ".one.txt.swp").write_text("an editor's")
    (folder / ".git").mkdir()
    (folder / ".git" / "index").write_text("a clone's")
    assert stamp_of(folder) == before


def test_what_a_link_leads_to_is_seen(folder, tmp_path):
    (tmp_path / "elsewhere.txt").write_text("Else.")
    (folder / "linked.txt").symlink_to(tmp_path / "elsewhere.txt")
    (folder / "nowhere.txt").symlink_to(tmp_path / "nowhere.txt")
    before = stamp_of(folder)
    aged(tmp_path / "elsewhere.txt")
    assert stamp_of(folder) != before


def test_a_folder_that_goes_away_is_a_change(folder):
    before = stamp_of(folder)
    folder.rename(folder.with_name("gone"))
    assert stamp_of(folder) != before
