"""The console on a terminal: prompt, history, keys, colours."""

import re
import sys

import pexpect
import pytest

GREETING = "/help shows"
PROMPT = r"\?\x08\x1b\[2C"  # the prompt as the line editor draws it
COLOUR = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9\d|10\d)(?:;\d+)*m")
WHERE = "Where will Kim and Putin meet?"


@pytest.fixture
def terminal(bot, tmp_path):
    """Start the bot on a pseudo-terminal of its own."""
    started = []

    def start(*words, **env):
        child = pexpect.spawn(
            sys.executable,
            ["-m", "bot", *words],
            env=bot.env | {"TERM": "xterm-256color", "HOME": str(tmp_path)} | env,
            cwd=str(bot.folder),
            encoding="utf-8",
            timeout=30,
            dimensions=(50, 120),
        )
        started.append(child)
        return child

    yield start
    for child in started:
        child.close(force=True)


@pytest.fixture
def history(tmp_path):
    return tmp_path / ".local" / "state" / "briefing-bot" / "history"


def kept(history):
    """The lines of a history file, oldest first."""
    lines = history.read_text(encoding="utf-8").splitlines()
    return [line[1:] for line in lines if line.startswith("+")]


def leave(child):
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus


def test_a_conversation(terminal, history):
    child = terminal()
    child.expect(GREETING)
    assert "5 articles of VICE News" in child.before
    child.expect(PROMPT)
    child.send(WHERE + "\r")
    child.expect("Vladivostok")
    child.expect(r"\[1\]")
    child.expect(PROMPT)
    child.send("/context 1\r")
    child.expect("Vladivostok")
    child.expect(PROMPT)
    child.send("/nonsense\r")
    child.expect("/nonsense is no command; /help shows them all")
    child.expect(PROMPT)
    child.send("/quit\r")
    assert leave(child) == 0
    assert kept(history) == [WHERE, "/context 1", "/nonsense", "/quit"]


def test_control_c_drops_the_line_and_control_d_leaves(terminal, history):
    child = terminal("console")
    child.expect(PROMPT)
    child.send("half a questi")
    child.expect("questi")
    child.sendintr()
    child.expect(PROMPT)
    child.send("/help\r")
    child.expect("/verify")
    child.expect(PROMPT)
    child.sendeof()
    assert leave(child) == 0
    assert kept(history) == ["/help"]


def test_the_history_of_the_last_time_is_there_again(terminal, tmp_path):
    history = tmp_path / "kept" / "lines"
    history.parent.mkdir()
    history.write_text("\n# once\n+zxqv asked before\n")
    child = terminal("console", BOT_HISTORY=str(history))
    child.expect(PROMPT)
    child.send("\x1b[A")
    child.expect("zxqv asked before")
    child.send("\r")
    child.expect(r"The articles do not say\.")
    child.expect(PROMPT)
    child.sendeof()
    assert leave(child) == 0


def test_a_history_that_cannot_be_kept_is_told_and_does_no_harm(terminal, tmp_path):
    child = terminal("console", BOT_HISTORY=str(tmp_path))
    child.expect("lines typed will not be kept")
    child.expect(PROMPT)
    child.send("/help\r")
    child.expect("/sources")
    child.expect(PROMPT)
    child.send("/quit\r")
    assert leave(child) == 0


def test_a_terminal_gets_colours(terminal):
    child = terminal("read", "1")
    child.expect(pexpect.EOF)
    assert COLOUR.search(child.before)
    assert leave(child) == 0


def test_no_colours_where_none_are_wanted(terminal):
    child = terminal("read", "1", NO_COLOR="1")
    child.expect(pexpect.EOF)
    assert "VICE News" in child.before
    assert not COLOUR.search(child.before)


def test_what_an_article_holds_cannot_steer_the_terminal(terminal, folder):
    evil = "\x1b]0;taken\x07\x1b[31m\x9b2J\x9d0;taken\x9c\x1bc\x0e\u202e"
    made = folder(
        text=f"A Headline {evil} Of Cats\n\nThe cat {evil} sat on the mat in Paris. It {evil} slept.\n",
        outlet=f"The {evil} Mat",
        id=f"mat-{evil}",
        authors=[f"An {evil} Author"],
        via=f"The {evil} Wire",
        published_note=f"{evil}",
        url=f"https://example.org/{evil}",
    )
    child = terminal("console", BOT_SEEDS=str(made), NO_COLOR="1")
    child.expect(PROMPT)
    shown = child.before
    for line in ("Where did the cat sit?", "/sources", "/read 1", "/context 1", "/check", "/read 9",
                 "/verify The cat sat on the mat in Paris.", "/ask cat --outlet x"):  # fmt: skip
        child.send(line + "\r")
        child.expect(PROMPT)
        shown += child.before
    child.send("/quit\r")
    assert leave(child) == 0
    assert "sat on the mat in Paris" in shown
    for steering in (
        "\x1b]",
        "\x07",
        "\x1b[31m",
        "\x9b",
        "\x9c",
        "\x9d",
        "\x1bc",
        "\x0e",
        "\u202e",
    ):
        assert steering not in shown


def test_an_index_is_made_under_a_bar_that_goes_away(terminal, tmp_path):
    child = terminal("index", BOT_CACHE=str(tmp_path / "cache"))
    child.expect(r"of \d+ sentences")
    child.expect(r"5 articles, \d+ sentences, [\d.]+ seconds, [\d.]+ MB kept\r\n")
    assert leave(child) == 0


@pytest.fixture
def fleet(tmp_path):
    """A folder of more sentences than are read at once, in three articles."""
    made = tmp_path / "fleet"
    made.mkdir()
    for number in range(3):
        ships = (
            f"Ship number {n} left the harbour of port {number} at dawn." for n in range(7_000)
        )
        text = "Ships leave the harbour\n\n" + " ".join(ships)
        (made / f"{number}.txt").write_text(text)
    tables = (f'[[article]]\nfile = "{number}.txt"\noutlet = "The Quay"\n' for number in range(3))
    (made / "articles.toml").write_text("".join(tables))
    return str(made)


def test_a_question_of_many_articles_waits_under_a_bar(terminal, fleet, tmp_path):
    child = terminal("ask", "Which ship left the harbour of port 2 at dawn?", BOT_SEEDS=fleet,
                     BOT_CACHE=str(tmp_path / "cache"))  # fmt: skip
    child.timeout = 120
    child.expect("Reading articles.* of 21,003 sentences")
    child.expect("Indexing sentences.* of 21,003 sentences")
    child.expect("The Quay")
    assert leave(child) == 0


def test_nothing_of_a_bar_is_written_to_a_pipe(bot, fleet, tmp_path):
    asked = ("ask", "Which ship left the harbour of port 2 at dawn?")
    result = bot(*asked, BOT_SEEDS=fleet, BOT_CACHE=str(tmp_path / "cache"))
    assert (result.status, result.err) == (0, "")
    assert "sentences" not in result.out
