"""All faults of a folder are found at once, wherever they stand."""

from pathlib import Path

from tests.corpus.folders import STORY, entry, faults, write


def test_faults_of_all_files_and_fields_come_together(tmp_path: Path) -> None:
    manifest = "\n".join(
        [
            entry("empty.txt"),
            entry("gone.txt", authors='"Wilf Sander"', url='"nowhere"'),
            entry("story.txt", published_range="[2019-04-20, 2019-04-18]"),
            entry("story.txt", id='"again"'),
            entry("missing.txt", titel='"A"'),
            entry("lost.txt"),
            entry("../story.txt", id='"outside"'),
            entry("wide.txt"),
        ]
    )
    names = '[[person]]\nname = "Ann"\nnot = ["Bea"]\n'
    files: dict[str, str | bytes] = {
        "story_txt": STORY,
        "empty_txt": "\n",
        "wide_txt": STORY.encode("utf-16"),
    }
    found = faults(write(tmp_path, manifest, **files, names_toml=names))
    assert {(problem.file, problem.field) for problem in found} == {
        ("empty.txt", "text"),
        ("articles.toml", "article 2 (gone.txt), field authors"),
        ("articles.toml", "article 2 (gone.txt), field url"),
        ("articles.toml", "article 3 (story.txt), field published_range"),
        ("articles.toml", "article 4 (story.txt), field file"),
        ("articles.toml", "article 5 (missing.txt), field titel"),
        ("articles.toml", "article 6 (lost.txt), field file"),
        ("articles.toml", "article 7 (../story.txt), field file"),
        ("wide.txt", "bytes"),
        ("names.toml", "person Ann, field not"),
    }


def test_both_tables_that_are_not_toml_are_told(tmp_path: Path) -> None:
    found = faults(write(tmp_path, "[[article]", names_toml="name ="))
    assert [problem.file for problem in found] == ["articles.toml", "names.toml"]


def test_a_problem_is_told_once(tmp_path: Path) -> None:
    manifest = entry(url='"nowhere"') + entry("missing.txt")
    found = faults(write(tmp_path, manifest, story_txt=STORY))
    assert len(found) == len(set(found)) == 2
