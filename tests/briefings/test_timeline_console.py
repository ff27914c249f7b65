"""The command `timeline`, as it is typed."""

import json
from pathlib import Path

import pytest

from bot.app import main

ROOT = Path(__file__).resolve().parents[2]
KEYS = {"from", "to", "granularity", "certainty", "status", "expression", "sentence"}


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    """Run a command line in this process; returns status, output and errors."""
    monkeypatch.setenv("BOT_CACHE", str(tmp_path))

    def run(*words):
        return (main(words), *capsys.readouterr())

    return run


def test_an_event_a_line(run):
    status, out, _ = run("timeline", "--json")
    records = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    for record in records:
        assert record.keys() == KEYS | {"outlets", "also"}
        words, sentence = record["expression"], record["sentence"]
        text = (ROOT / "seeds" / words["file"]).read_text(encoding="utf-8")
        assert text[words["start"] : words["end"]] == words["text"]
        assert text[sentence["start"] : sentence["end"]] == sentence["text"]
        assert sentence["start"] <= words["start"] < words["end"] <= sentence["end"]
        assert record["from"] <= record["to"]
        assert len(record["also"]) >= len(record["outlets"]) - 1


def test_an_expression_a_line(run):
    _, out, _ = run("timeline", "--all", "--json")
    records = [json.loads(line) for line in out.splitlines()]
    assert all(record.keys() == KEYS | {"minor"} for record in records)
    places = [(r["expression"]["file"], r["expression"]["start"]) for r in records]
    assert len(set(places)) == len(places) > 50
    open_ones = [r for r in records if r["from"] is None]
    assert open_ones
    assert all(r["to"] is None and r["certainty"] == "vague" for r in open_ones)


def test_text_and_json_show_the_same_sentences(run):
    _, page, _ = run("timeline", "--from", "2019-04-15", "--to", "2019-04-30")
    _, out, _ = run("timeline", "--from", "2019-04-15", "--to", "2019-04-30", "--json")
    shown = " ".join(page.split())
    records = [json.loads(line) for line in out.splitlines()]
    assert records
    for record in records:
        words = " ".join(record["sentence"]["text"].split())
        # Long sentences are broken beside the column of dates.
        assert words.split()[0] in shown
        assert record["sentence"]["outlet"] in shown
    assert shown.count("[") >= len(records)


def test_a_name_that_several_bear_asks_which(run):
    status, out, err = run("timeline", "--name", "Kim")
    assert (status, out) == (2, "")
    assert "Kim Jong Un" in err
    assert "Kim Jong Il" in err


def test_a_name_of_no_one_says_who_is_known(run):
    status, _, err = run("timeline", "--name", "Nobody", "Atall")
    assert status == 2
    assert "Biegun" in err


def test_the_wrong_way_round(run):
    status, _, err = run("timeline", "--from", "2019-05-01", "--to", "2019-04-01")
    assert status == 2
    assert "exchange" in err


def test_an_empty_stretch_is_said_to_be_empty(run):
    status, out, _ = run("timeline", "--from", "2031-01-01")
    assert status == 1
    assert "do not say" in out
