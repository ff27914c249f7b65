"""Words the command line does not understand, and the help it gives."""

import pytest

from bot.console.arguments import UsageError, parse, whole_number

COMMANDS = (
    "ask",
    "sources",
    "read",
    "context",
    "verify",
    "check",
    "index",
    "run",
    "console",
    "help",
)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["ask"], "question"),
        (["ask", "x", "--as-of", "yesterday"], "2019-04-18"),
        (["ask", "x", "--as-of", "2019-02-30"], "2019-04-18"),
        (["ask", "x", "--top", "0"], "--top"),
        (["ask", "x", "--top", "-3"], "--top"),
        (["ask", "x", "--top", "9" * 5000], "--top"),
        (["ask", "x", "--top", "²"], "--top"),
        (["ask", "x", "--colour"], "--colour"),
        (["ask", "x", "--\x1b[31m\x9b"], "-- [31m"),
        (["answer", "x"], "answer"),
        (["context", "1"], "sentence"),
        (["context", "1", "two"], "two"),
        (["verify"], "quotation"),
        (["sources", "all"], "all"),
    ],
)
def test_wrong_usage_is_told_on_stderr(inside, words, said):
    result = inside(*words)
    assert (result.status, result.out) == (2, "")
    assert said in result.err
    for line in result.err.splitlines():
        assert line.startswith("error: ")
        assert line.isprintable()


def test_wrong_usage_is_told_by_the_program_too(bot):
    result = bot("read", "--everything")
    assert (result.status, result.out) == (2, "")
    assert "--everything" in result.err


@pytest.mark.parametrize("words", [["help"], ["--help"], ["-h"]])
def test_help_names_every_command(inside, words):
    result = inside(*words)
    assert (result.status, result.err) == (0, "")
    assert all(f"\n    {command} " in result.out for command in COMMANDS)


def test_the_version_is_shown(inside):
    result = inside("--version")
    assert result.status == 0
    assert result.out.startswith("briefing-bot ")


def test_no_command_in_a_pipe_shows_the_help_as_wrong_usage(bot):
    result = bot()
    assert result.status == 2
    assert "COMMAND" in result.out


def test_options_may_stand_before_and_after_the_question():
    one = parse(["ask", "--json", "--top", "2", "Who", "met?"])
    other = parse(["ask", "Who", "met?", "--top", "2", "--json"])
    assert one == other
    assert (one.question, one.top, one.json) == (["Who", "met?"], 2, True)


def test_a_question_that_starts_with_a_dash_may_follow_two():
    assert parse(["ask", "--", "--who?"]).question == ["--who?"]
    with pytest.raises(UsageError):
        parse(["ask", "--who?"])


@pytest.mark.parametrize(
    ("text", "number"),
    [("1", 1), ("42", 42), ("999999", 999999), ("0", None), ("-1", None), ("1000000", None),
     ("", None), (" 1", None), ("²", None), ("٣", None), ("1.0", None), ("9" * 5000, None)],
)  # fmt: skip
def test_whole_numbers(text, number):
    assert whole_number(text) == number
