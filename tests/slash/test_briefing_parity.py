"""The console and Discord show the same quotes: the same sentences of the same files."""

import json
import os
import subprocess
import sys

import pytest

from bot.slash.references import parse
from tests.answers.conftest import ROOT
from tests.slash.briefing import pages, quotes_in
from tests.slash.test_asking import words

ENVOY = "When will the US envoy travel to Russia?"


@pytest.fixture(scope="module")
def console(tmp_path_factory):
    """Runs a command of the console and returns its JSON, one record a line."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    env |= {"PYTHONPATH": str(ROOT), "BOT_CACHE": str(tmp_path_factory.mktemp("cache"))}
    elsewhere = tmp_path_factory.mktemp("elsewhere")

    def run(*said):
        command = (sys.executable, "-m", "bot", *said, "--json")
        done = subprocess.run(command, env=env, cwd=elsewhere, capture_output=True, check=True)
        return [json.loads(line) for line in done.stdout.splitlines()]

    return run


@pytest.mark.parametrize(
    ("said", "command", "options"),
    [
        (["brief"], "brief", {}),
        (["brief", "--length", "short"], "brief", {"length": "short"}),
        (["brief", "--length", "long"], "brief", {"length": "long"}),
        (["brief", "--as-of", "2019-04-17"], "brief", {"as_of": "2019-04-17"}),
        (["brief", "agenda"], "brief", {"topic": "agenda"}),
        (["brief", "--outlet", "VICE News"], "brief", {"outlet": "vice"}),
        (["compare", ENVOY], "compare", {"about": ENVOY}),
        (["compare", "pressure"], "compare", {"about": "pressure"}),
        (["compare"], "compare", {}),
        (
            ["compare", ENVOY, "--as-of", "2019-04-16"],
            "compare",
            {"about": ENVOY, "as_of": "2019-04-16"},
        ),
        (["who", "Putin"], "who", {"name": "Putin"}),
        (["who", "Stephen Biegun"], "who", {"name": "Biegun"}),
        (["timeline"], "timeline", {}),
        (
            ["timeline", "--from", "2019-04-01", "--to", "2019-04-30", "--name", "Putin"],
            "timeline",
            {"from": "2019-04-01", "to": "2019-04-30", "name": "putin"},
        ),
    ],
)
async def test_the_same_quotes(server, answerer, console, said, command, options):
    found = [quote for record in console(*said) for quote in quotes_in(record)]
    wanted = {(quote["file"], quote["start"], quote["end"]) for quote in found}
    result = await server.member.slash(server.channel, command, **options)
    parts = await pages(server.member, result.response)
    assert {place for part in parts for place in part.places(answerer.corpus)} == wanted
    for part in parts:
        for reference in part.references:
            sentence = parse(reference).resolve(answerer.corpus).sentence
            assert f"¶{sentence.paragraph}, sentence {sentence.number}" in part.text
    # A timeline shows the first sentence of each event; the others it cites.
    leads = found if command != "timeline" else [r["sentence"] for r in console(*said)]
    prose = words(" ".join(part.text for part in parts))
    assert wanted
    for quote in leads:
        assert words(quote["text"]) in prose
