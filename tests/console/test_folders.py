"""Which articles and which settings the bot works with, wherever it is started."""

import shutil

import pytest


def written(file):
    """The text of a file, which an old editor may have saved in Windows-1252."""
    data = file.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def test_the_clone_is_a_folder_to_start_from(bot, root, articles):
    assert bot("sources", "--json", cwd=root, BOT_SEEDS=str(root / "seeds")).records == articles


def test_another_folder_of_articles_is_read_and_asked(bot, harbour):
    result = bot("ask", "--json", "When was the Gannet Bridge closed?", BOT_SEEDS=str(harbour))
    assert result.status == 0
    for quote in result.record["quotes"]:
        assert written(harbour / quote["file"])[quote["start"] : quote["end"]] == quote["text"]


def test_a_folder_is_found_from_the_working_directory(bot, harbour):
    result = bot("sources", "--json", cwd=harbour.parent, BOT_SEEDS="harbour-bridge")
    assert {record["outlet"] for record in result.records} >= {"The Ansel Courier", "The Tideline"}


def test_a_folder_is_found_from_home(bot, harbour):
    result = bot("sources", "--json", HOME=str(harbour.parent), BOT_SEEDS="~/harbour-bridge")
    assert result.status == 0
    assert result.records[0]["outlet"] == "The Ansel Courier"


def test_settings_are_read_from_a_file_in_the_working_directory(bot, tmp_path, folder):
    made = folder()
    (tmp_path / ".env").write_text(f"BOT_SEEDS={made}\n")
    assert bot("sources", "--json", cwd=tmp_path).record["outlet"] == "The Mat"


def test_an_article_needs_no_more_than_a_file_and_an_outlet(inside, folder):
    made = folder()
    result = inside("read", "the mat", BOT_SEEDS=str(made))
    assert result.status == 0
    assert "date unknown" in result.out
    assert "author not given" in result.out
    answer = inside("ask", "--json", "Where did the cat sit?", BOT_SEEDS=str(made)).record
    shown = (answer["quotes"] + answer["closest"])[0]
    assert shown["text"] == "The cat sat on the mat."
    assert [shown[key] for key in ("published", "published_basis", "via", "url")] == [None] * 4


def spoil(made, fault):
    match fault:
        case "no manifest":
            (made / "articles.toml").unlink()
        case "no text":
            (made / "one.txt").unlink()
        case "no outlet":
            (made / "articles.toml").write_text('[[article]]\nfile = "one.txt"\n')
        case "no toml":
            (made / "articles.toml").write_text("[[article]]\nfile = one.txt\n")
        case "names":
            (made / "names.toml").write_text('[[person]]\nname = "Cat"\nalias = ["Puss"]\n')
        case "empty text":
            (made / "one.txt").write_text("\n")
        case "no folder":
            shutil.rmtree(made)


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("no folder", ["there is no such folder", "Point BOT_SEEDS at a folder of articles"]),
        ("no manifest", ["articles.toml", "there is no such file", "Add articles.toml"]),
        ("no text", ["articles.toml", "one.txt", "field file", "Correct the name"]),
        ("no outlet", ["articles.toml", "field outlet", "is missing", "Add it"]),
        ("no toml", ["articles.toml", "line 2, file", "Correct the line"]),
        ("names", ["names.toml", "field alias", "is not a known key", "correct its spelling"]),
        ("empty text", ["one.txt", "the file is empty"]),
    ],
)
def test_a_folder_that_cannot_be_used_is_told_with_the_cure(inside, folder, fault, said):
    made = folder()
    spoil(made, fault)
    result = inside("sources", BOT_SEEDS=str(made))
    assert (result.status, result.out) == (3, "")
    assert all(line.startswith("error: ") for line in result.err.splitlines())
    for part in said:
        assert part in result.err


def test_a_folder_that_is_not_there_is_a_bad_configuration(bot):
    result = bot("ask", "Kim", BOT_SEEDS="/nowhere/at/all")
    assert (result.status, result.out) == (3, "")
    assert result.err.startswith("error: /nowhere/at/all: there is no such folder.")


def test_bad_settings_are_told_all_at_once(bot):
    result = bot("ask", "--json", "-", stdin=b"Kim\n", BOT_QUOTES="99", BOT_LOG_LEVEL="loud")
    assert (result.status, result.out) == (3, "")
    assert [line.split(",")[0] for line in result.err.splitlines()] == [
        "error: BOT_QUOTES", "error: BOT_LOG_LEVEL",
    ]  # fmt: skip


def test_logs_go_to_stderr_and_data_to_stdout(bot):
    result = bot("sources", "--json", BOT_LOG_LEVEL="debug")
    assert result.status == 0
    assert len(result.records) == 5
