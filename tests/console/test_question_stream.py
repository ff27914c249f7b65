"""`ask --json -`: one question a line in, one object a line out."""

import select
import subprocess

import pytest

WHERE = "Where will Kim and Putin meet?"


def test_three_hundred_questions_give_three_hundred_answers(stream, three_hundred):
    assert stream.status == 0
    assert stream.err == ""
    assert len(three_hundred) == 300
    assert [record["question"] for record in stream.records] == three_hundred


def test_each_line_is_answered_at_once(bot, command):
    """A program that writes a line and waits for its answer must not wait for ever."""
    with subprocess.Popen(
        [*command, "ask", "--json", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=bot.folder,
        env=bot.env,
    ) as child:
        for question in (b"Who is Kim?", b"", b"Who is Putin?"):
            child.stdin.write(question + b"\n")
            child.stdin.flush()
            ready, _, _ = select.select([child.stdout], [], [], 30)
            assert ready, "no answer while the pipe is open"
            assert b'"question": "%s"' % question in child.stdout.readline()
        child.stdin.close()
        assert child.stdout.read() == b""
        assert child.wait(30) == 0


@pytest.fixture(scope="module")
def odd(bot):
    lines = [
        b"",
        b"   ",
        WHERE.encode() + b"\r",
        b"caf\xff\xfe \xc3 Kim?",
        b"nul \x00 tab \t escape \x1b]0;title\x07 delete \x7f",
        "Где встретятся Ким и Путин?".encode(),
        "김정은 ਕਿਮ कि نووس 🇰🇵 𝔎𝔦𝔪".encode(),
        "line\u2028separator\x85next".encode(),
        b"-",
        b"--help",
        b"/quit",
        b'"quoted" \\ back',
        b"no line end",
    ]
    return bot("ask", "--json", "-", stdin=b"\n".join(lines))


def test_odd_lines_are_answered_one_by_one_in_order(odd):
    assert (odd.status, odd.err) == (0, "")
    assert [record["question"] for record in odd.records] == [
        "",
        "   ",
        WHERE,
        "caf\ufffd\ufffd \ufffd Kim?",
        "nul \x00 tab \t escape \x1b]0;title\x07 delete \x7f",
        "Где встретятся Ким и Путин?",
        "김정은 ਕਿਮ कि نووس 🇰🇵 𝔎𝔦𝔪",
        "line\u2028separator\x85next",
        "-",
        "--help",
        "/quit",
        '"quoted" \\ back',
        "no line end",
    ]


def test_blank_lines_are_not_found(odd):
    for record in odd.records[:2]:
        assert record["status"] == "not_found"
        assert record["closest"] == []


def test_a_line_end_of_another_system_changes_nothing(odd):
    assert "Vladivostok" in odd.records[2]["quotes"][0]["text"]


def test_no_questions_give_no_answers(bot):
    result = bot("ask", "--json", "-")
    assert (result.status, result.out, result.err) == (0, "", "")


def test_options_hold_for_every_line(bot):
    options = ("--top", "1", "--outlet", "washington times")
    result = bot("ask", "--json", *options, "-", stdin=b"Kim\nPutin\n")
    for record in result.records:
        shown = record["quotes"] + record["closest"]
        assert len(record["quotes"]) <= 1
        assert {quote["outlet"] for quote in shown} == {"The Washington Times"}
