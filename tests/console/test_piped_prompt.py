"""`console` fed from a pipe: the prompt's lines without a terminal."""

import pytest

MARK = "/then"
LINES = {
    "question": "Where will Kim and Putin meet?",
    "context": "/context 1",
    "context of a quote that is not there": "/context 11",
    "context of nothing": "/context ²",
    "context of an article": "/context vice-2019-04-17 3",
    "context beyond": "/context vice-2019-04-17 9999",
    "ask": '/ask What did "Kim" say to Putin? --top 1 --outlet "The Washington Post"',
    "ask an outlet that is not there": "/ask Kim --outlet Nope",
    "ask for help": "/ask --help",
    "ask lines": "/ask -",
    "ask nothing": "/ask",
    "sources": "/sources",
    "read": "/read vice-2019-04-17",
    "read nothing": "/read",
    "read one and all": "/read 1 --all",
    "read what is not there": "/read the daily planet",
    "verify": '/verify "the far eastern Russian city of Vladivostok"',
    "verify an option": "/verify --json",
    "verify a dash": "/verify - none of this",
    "verify nothing": "/verify",
    "verify signs": "/verify “?!”",
    "check": "/check",
    "help": "/help",
    "slash": "/",
    "unknown": "/frobnicate now",
    "console": "/console",
    "open quote": '/read "vice',
    "blank": "   ",
    "control": "/\x1b[31m \x9b",
    "not utf-8": "caf\udcff Kim?",
    "gibberish": "zxqv blorp",
    "spaces": "   /sources   ",
}


@pytest.fixture(scope="module")
def result(bot):
    lines = [part for line in LINES.values() for part in (line, MARK)]
    typed = "\n".join([*lines, "/quit", "/sources"]).encode("utf-8", "surrogateescape")
    return bot("console", stdin=typed)


@pytest.fixture(scope="module")
def said(result):
    """What was said to each line, as one line."""
    mark = f"{MARK} is no command; /help shows them all\n"
    *replies, rest = result.out.split(mark)
    assert rest == "", "something was said after /quit"
    assert len(replies) == len(LINES)
    return {name: " ".join(reply.split()) for name, reply in zip(LINES, replies, strict=True)}


def test_the_console_ends_well_and_says_nothing_on_stderr(result):
    assert (result.status, result.err) == (0, "")


def test_no_escape_codes_are_piped(result):
    assert "\x1b" not in result.out
    assert all(char == "\n" or char.isprintable() or char.isspace() for char in result.out)


def test_no_greeting_and_no_prompt_are_piped(result, said):
    assert not result.out.startswith("Ask about")
    assert "? " not in said["blank"]


def test_a_bare_line_is_a_question(said):
    assert "Vladivostok" in said["question"].split("[1]")[0]
    assert "The articles do not say." in said["gibberish"]
    assert said["blank"] == ""


def test_context_counts_the_quotes_of_the_last_answer(said):
    assert "Vladivostok" in said["context"]
    for name in ("context of a quote that is not there", "context of nothing"):
        assert said[name].startswith("there is no such quote; the last answer has ")


def test_context_takes_an_article_and_a_sentence_too(said):
    assert "VICE News" in said["context of an article"]
    assert said["context beyond"].startswith("vice-2019-04-17 has ")


def test_ask_takes_the_options_of_the_command_line(said):
    assert "[1] The Washington Post" in said["ask"]
    assert "[2]" not in said["ask"].split("Closest")[0]


def test_wrong_usage_is_told_and_the_prompt_goes_on(said):
    assert "no outlet is called 'Nope'" in said["ask an outlet that is not there"]
    assert "question" in said["ask nothing"]
    assert "question" in said["ask lines"]
    assert "read needs an article" in said["read nothing"]
    assert "read needs an article" in said["read one and all"]
    assert "no single article is called 'the daily planet'" in said["read what is not there"]
    assert "quotation" in said["verify nothing"]
    assert "no single article" in said["open quote"]


def test_help_of_one_command_does_not_leave_the_prompt(said):
    assert "--as-of DATE" in said["ask for help"]


@pytest.mark.parametrize("name", ["sources", "spaces"])
def test_sources(said, name):
    assert said[name].startswith("1. VICE News")


def test_read(said):
    assert "Kim Jong Un and Putin are about to take their relationship" in said["read"]


def test_verify_takes_the_whole_line_as_it_stands(said):
    assert said["verify"].startswith("Verbatim")
    assert said["verify an option"].startswith("Not found")
    assert said["verify a dash"].startswith("Not found")
    assert said["verify signs"].startswith("Not found")


def test_check(said):
    assert "sentences that can be quoted" in said["check"]


@pytest.mark.parametrize("name", ["help", "slash"])
def test_help_names_every_command(said, name):
    for command in ("/ask", "/sources", "/read", "/context", "/verify", "/check", "/help", "/quit"):
        assert command in said[name]


@pytest.mark.parametrize("name", ["unknown", "console", "control"])
def test_an_unknown_command_gives_a_kind_line(said, name):
    assert said[name].endswith("is no command; /help shows them all")


def test_bytes_that_are_no_text_are_asked_all_the_same(said):
    assert "Kim" in said["not utf-8"]


def test_context_before_any_answer(bot):
    result = bot("console", stdin=b"/context 1\n/exit at once\n/sources\n")
    assert result.status == 0
    assert result.prose.startswith("ask something first")
    assert "VICE" not in result.out


def test_an_empty_pipe_ends_the_console(bot):
    assert bot("console").status == 0
