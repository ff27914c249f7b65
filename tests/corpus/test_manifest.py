"""Faults in articles.toml: each is told with its file, its field and the cure."""

from pathlib import Path

import pytest

from bot.corpus.errors import CorpusError, Problem
from bot.corpus.loading import load
from tests.corpus.folders import STORY, entry, faults, write


def only(problems: tuple[Problem, ...]) -> Problem:
    assert len(problems) == 1, "\n".join(map(str, problems))
    assert problems[0].fault
    assert problems[0].cure
    return problems[0]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    problem = only(faults(tmp_path / "nowhere"))
    assert problem.file == str(tmp_path / "nowhere")
    assert "no such folder" in problem.fault


def test_a_file_in_the_folder_s_place(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("text")
    assert "no such folder" in only(faults(tmp_path / "file")).fault


def test_a_folder_without_a_manifest(tmp_path: Path) -> None:
    problem = only(faults(tmp_path))
    assert problem.file.endswith("articles.toml")
    assert "[[article]]" in problem.cure


@pytest.mark.parametrize(
    ("manifest", "field", "fault"),
    [
        ("", "article", "missing"),
        ("# nothing\n", "article", "missing"),
        ("article = []", "article", "no articles"),
        ('[article]\nfile = "story.txt"\noutlet = "X"', "article", "not a list"),
        ("articles = 1\n" + entry(), "articles", "not a known key"),
        ("article = 'story.txt'", "article", "not a list"),
    ],
)
def test_a_manifest_without_articles(tmp_path: Path, manifest: str, field: str, fault: str) -> None:
    problems = faults(write(tmp_path, manifest, story_txt=STORY))
    assert [p.file for p in problems] == ["articles.toml"] * len(problems)
    assert any(p.field == f"field {field}" and fault in p.fault for p in problems)


@pytest.mark.parametrize(
    ("fields", "field", "fault", "cure"),
    [
        ({"outlet": '""'}, "outlet", "empty", "Fill it in"),
        ({"outlet": '"  "'}, "outlet", "empty", "Fill it in"),
        ({"outlet": "5"}, "outlet", "string", ""),
        ({"file": '""'}, "file", "empty", "Fill it in"),
        ({"titel": '"A"'}, "titel", "not a known key", "spelling"),
        ({"title": '""'}, "title", "empty", "leave the key out"),
        ({"authors": '"Wilf Sander"'}, "authors", "not a list", '["…", "…"]'),
        ({"authors": '["Wilf Sander", ""]'}, "authors.1", "empty", ""),
        ({"authors": "[1]"}, "authors.0", "string", ""),
        ({"published": '"yesterday"'}, "published", "not a date", "2019-04-18"),
        ({"published": '"2019-02-30"'}, "published", "not a date", "a day that exists"),
        ({"published": "2019-04-18T10:00:00"}, "published", "not a date", ""),
        ({"published_range": "[2019-04-18]"}, "published_range.1", "missing", ""),
        ({"published_range": "2019-04-18"}, "published_range", "not a list", "two dates"),
        ({"published_range": "[2019-04-20, 2019-04-18]"}, "published_range", "before", "Swap"),
        (
            {"published": "2019-05-01", "published_range": "[2019-04-18, 2019-04-20]"},
            "published_range",
            "does not hold",
            "",
        ),
        ({"published_basis": '"guessed"'}, "published_basis", "stated", "one of these"),
        ({"url": '"harbour.example/bridge"'}, "url", "", "https://"),
        ({"url": '"https://harbour.example/a b"'}, "url", "", "https://"),
        ({"sha256": '"abc"'}, "sha256", "", "64 hexadecimal"),
        ({"sha256": f'"{"g" * 64}"'}, "sha256", "", "64 hexadecimal"),
        ({"file": '"missing.txt"'}, "file", "no such file", "Correct the name"),
        ({"file": '"."'}, "file", "no such file", ""),
        ({"file": f'"{"a" * 5000}.txt"'}, "file", "no such file", ""),
        ({"file": '"story\\u0000.txt"'}, "file", "no such file", ""),
        ({"file": '"../outside.txt"'}, "file", "leaves the folder", "inside"),
        ({"file": '"/etc/hostname"'}, "file", "leaves the folder", "inside"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_field_that_is_wrong(
    tmp_path: Path, fields: dict[str, str], field: str, fault: str, cure: str
) -> None:
    (tmp_path.parent / "outside.txt").write_text(STORY)
    problem = only(faults(write(tmp_path, entry(**fields), story_txt=STORY)))
    assert problem.file == "articles.toml"
    assert problem.field.startswith("article 1")
    assert problem.field.endswith(f"field {field}")
    assert fault in problem.fault
    assert cure in problem.cure


@pytest.mark.parametrize("key", ["file", "outlet"])
def test_a_field_that_is_missing(tmp_path: Path, key: str) -> None:
    manifest = "\n".join(line for line in entry().splitlines() if not line.startswith(key))
    problem = only(faults(write(tmp_path, manifest, story_txt=STORY)))
    assert problem.field.endswith(f"field {key}")
    assert (problem.fault, problem.cure) == ("is missing", "Add it")


def test_a_link_that_leaves_the_folder(tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text(STORY)
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "story.txt").symlink_to(tmp_path / "outside.txt")
    assert "leaves" in only(faults(write(tmp_path / "corpus", entry()))).fault


def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "story.txt").symlink_to(tmp_path / "story.txt")
    assert "no such file" in only(faults(write(tmp_path, entry()))).fault


@pytest.mark.parametrize(
    ("line", "field", "fault"),
    [
        ("published = 2019-02-30", "line 4, published", "no such date"),
        ("published = 2019-13-01", "line 4, published", "no such date"),
        ("published_range = [2019-02-01, 2019-02-30]", "line 4, published_range", "no such date"),
        ("published = 2019-04-18 or so", "line 4, published", "not valid TOML"),
        ('title = "no end', "line 4, title", "not valid TOML"),
        ("no equals sign", "line 4", "not valid TOML"),
        ('outlet = "Twice"', "line 4, outlet", "not valid TOML"),
        ("published = 9" + "9" * 5000, "line", "not valid TOML"),
        ("authors = " + "[" * 100_000, "line", "not valid TOML"),
    ],
    ids=lambda value: value[:30],
)
def test_a_line_that_is_not_toml(tmp_path: Path, line: str, field: str, fault: str) -> None:
    manifest = '[[article]]\nfile = "story.txt"\noutlet = "The Harbour Light"\n' + line + "\n"
    problem = only(faults(write(tmp_path, manifest, story_txt=STORY)))
    assert problem.file == "articles.toml"
    assert problem.field.startswith(field)
    assert problem.fault.startswith(fault)


@pytest.mark.parametrize("manifest", [b"\xff\xfea\x00", entry().encode() + b"# caf\xe9"])
def test_a_manifest_that_is_not_utf8(tmp_path: Path, manifest: bytes) -> None:
    problem = only(faults(write(tmp_path, manifest, story_txt=STORY)))
    assert problem.file == "articles.toml"
    assert "UTF-8" in problem.cure


def test_a_manifest_may_start_with_a_byte_order_mark(tmp_path: Path) -> None:
    write(tmp_path, "\ufeff" + entry(), story_txt=STORY, names_toml="\ufeff")
    assert len(load(tmp_path).articles) == 1


@pytest.mark.parametrize("same", ["story.txt", "./story.txt", "sub/../story.txt"])
def test_a_file_that_stands_twice(tmp_path: Path, same: str) -> None:
    (tmp_path / "sub").mkdir()
    manifest = entry() + entry(same, id='"other"')
    problem = only(faults(write(tmp_path, manifest, story_txt=STORY)))
    assert problem.field == f"article 2 ({same}), field file"
    assert "article 1" in problem.fault


def test_an_id_that_stands_twice(tmp_path: Path) -> None:
    manifest = entry(id='"bridge"') + entry("other.txt", id='"bridge"')
    problem = only(faults(write(tmp_path, manifest, story_txt=STORY, other_txt=STORY)))
    assert problem.field == "article 2 (other.txt), field id"


def test_an_id_that_is_another_article_s_file(tmp_path: Path) -> None:
    manifest = entry() + entry("other.txt", id='"story"')
    assert (
        "stands at article 1"
        in only(faults(write(tmp_path, manifest, story_txt=STORY, other_txt=STORY))).fault
    )


def test_a_problem_reads_as_one_line(tmp_path: Path) -> None:
    with pytest.raises(CorpusError) as raised:
        load(write(tmp_path, entry(authors='"Wilf Sander"'), story_txt=STORY))
    assert str(raised.value) == (
        "articles.toml, article 1 (story.txt), field authors: is not a list. "
        'Write a list, as ["…", "…"]'
    )
