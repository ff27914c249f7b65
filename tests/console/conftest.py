"""The bot as its users start it: a child process with an environment of its own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.app import main

ROOT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "bot")
# What a developer may have set, and what would hide a missing flush.
LEFT_OUT = ("PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE", "NO_COLOR", "FORCE_COLOR", "COLUMNS")
STRANGE = ("", "Kim", "the of and", "zxqv blorp", "Kim " * 1000, "x\x1b[2J\x9b\u202e", "北京 Kim?")


@dataclass(frozen=True)
class Result:
    status: int
    out: str
    err: str

    @property
    def records(self):
        """The objects of the output, one a line and nothing else."""
        assert not self.out or self.out.endswith("\n")
        return [json.loads(line) for line in self.out.split("\n")[:-1]]

    @property
    def record(self):
        [record] = self.records
        return record

    @property
    def prose(self):
        """The output as one line, whatever the width it was wrapped at."""
        return " ".join(self.out.split())


@dataclass(frozen=True)
class Bot:
    env: dict[str, str]
    folder: Path

    def __call__(self, *words, stdin=b"", cwd=None, **env):
        done = subprocess.run(
            [*COMMAND, *words],
            input=stdin,
            capture_output=True,
            cwd=cwd or self.folder,
            env=self.env | env,
            timeout=60,
            check=False,
        )
        err = done.stderr.decode()
        assert "Traceback" not in err, err
        assert "something went wrong" not in err, err
        return Result(done.returncode, done.stdout.decode(), err)


@pytest.fixture(scope="session")
def bot(tmp_path_factory):
    """Runs the bot in a folder that is not the clone, without settings, with a home of its own."""
    env = {
        name: value
        for name, value in os.environ.items()
        if name not in LEFT_OUT and not name.startswith("BOT_")
    }
    env |= {
        "HOME": str(tmp_path_factory.mktemp("home")),
        "BOT_CACHE": str(tmp_path_factory.mktemp("cache")),
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(tmp_path_factory.mktemp("bytecode")),
        "PROMPT_TOOLKIT_NO_CPR": "1",
    }
    return Bot(env, tmp_path_factory.mktemp("elsewhere"))


@pytest.fixture
def inside(bot, capsys, monkeypatch):
    """Runs the same command line in this process, where a process of its own shows no more."""
    for name in [name for name in os.environ if name.startswith("BOT_") or name in LEFT_OUT]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(bot.folder)

    def run(*words, **env):
        for name, value in env.items():
            monkeypatch.setenv(name, value)
        return Result(main(words), *capsys.readouterr())

    return run


@pytest.fixture(scope="session")
def command():
    return COMMAND


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def seeds():
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def harbour():
    return ROOT / "tests" / "stories" / "harbour-bridge"


@pytest.fixture(scope="session")
def three_hundred(root):
    """Real questions of two stories and strange ones, three hundred in all."""
    found = []
    for file in ("questions/summit.jsonl", "stories/harbour-bridge/questions.jsonl"):
        lines = (root / "tests" / file).read_text(encoding="utf-8").splitlines()
        found += [json.loads(line)["question"] for line in lines]
    found = [*STRANGE, *found]
    return (found + [question.upper() for question in found])[:300]


@pytest.fixture(scope="session")
def stream(bot, three_hundred):
    """What one run says to three hundred questions."""
    return bot("ask", "--json", "-", stdin="\n".join(three_hundred).encode() + b"\n")


@pytest.fixture(scope="session")
def every_sentence(bot):
    """What `read --all --json` prints."""
    result = bot("read", "--all", "--json")
    assert result.status == 0
    assert result.err == ""
    return result.records


@pytest.fixture(scope="session")
def articles(bot):
    """What `sources --json` prints."""
    result = bot("sources", "--json")
    assert result.status == 0
    return result.records


@pytest.fixture
def folder(tmp_path):
    """Make a folder of one article with what its manifest and its text should hold."""

    def make(text="Plain Headline\n\nThe cat sat on the mat. It slept.\n", **fields):
        entry = {"file": "one.txt", "outlet": "The Mat"} | fields
        lines = [f"{key} = {json.dumps(value)}" for key, value in entry.items() if value]
        (tmp_path / "one.txt").write_bytes(text.encode())
        (tmp_path / "articles.toml").write_text("[[article]]\n" + "\n".join(lines) + "\n")
        return tmp_path

    return make
