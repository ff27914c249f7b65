"""Readers that leave early, and streams that are not there."""

import os
import subprocess

import pytest


@pytest.mark.parametrize("words", [["help"], ["sources"]])
def test_a_reader_that_has_left_is_no_error(bot, command, words):
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [*command, *words],
            stdin=subprocess.DEVNULL,
            stdout=writing,
            stderr=subprocess.PIPE,
            cwd=bot.folder,
            env=bot.env,
            timeout=60,
            check=False,
        )
    finally:
        os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 0


def test_a_reader_that_leaves_after_the_first_answer_is_no_error(bot, command):
    with subprocess.Popen(
        [*command, "ask", "--json", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=bot.folder,
        env=bot.env,
    ) as child:
        child.stdin.write(b"Kim\n")
        child.stdin.flush()
        assert child.stdout.readline().startswith(b"{")
        child.stdout.close()
        _, err = child.communicate(b"Putin\nTrump\n", timeout=60)
    assert err == b""
    assert child.returncode == 0


def test_the_head_of_the_corpus_is_printed_quietly(bot, command, seeds):
    script = '"$@" read --all --json | head -1; exit "${PIPESTATUS[0]}"'
    done = subprocess.run(
        ["bash", "-c", script, "bash", *command],
        capture_output=True,
        cwd=bot.folder,
        env=bot.env | {"BOT_SEEDS": str(seeds)},
        timeout=60,
        check=False,
    )
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1
    assert done.returncode == 0


@pytest.mark.parametrize(("words", "status"), [(["sources"], 0), ([], 2)])
def test_standard_input_may_be_closed(bot, command, words, status):
    done = subprocess.run(
        ["bash", "-c", '"$@" <&-', "bash", *command, *words],
        capture_output=True,
        cwd=bot.folder,
        env=bot.env,
        timeout=60,
        check=False,
    )
    assert done.stderr == b""
    assert done.returncode == status
