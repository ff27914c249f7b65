"""`python -m bot run` as a host sees it: a process that starts, answers, stops and says why not.

The process is the real one; Discord is the loopback's.
"""

import asyncio
import json
import os
import signal
import socket
import sys
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from bot.app import build_answerer, main
from bot.briefings.desk import desk_of
from bot.corpus.loading import load
from bot.schedule.planning import Planner, Wish
from bot.serving import _serve
from bot.settings import Settings, shipped_seeds
from bot.slash.current import Current, story_of
from bot.slash.running import OutOfReachError
from bot.store.database import open_database
from bot.store.ledger import Ledger
from bot.store.schedules import Schedules
from tests.discord_server import TOKEN, Fault, LoopbackDiscord, pointed_at

ROOT = Path(__file__).resolve().parents[1]
QUESTION = "Where will Kim and Putin meet?"
PATIENCE = 60
# The same as `python -m bot`, but for the address of Discord.
POINTED = """
import sys
from discord.http import Route
Route.BASE = sys.argv.pop(1)
from bot.__main__ import run
run()
"""


class Run:
    """A bot that runs in a process of its own."""

    def __init__(self, process):
        self.process = process

    def signal(self, number):
        self.process.send_signal(number)

    async def says(self, words):
        """Read its lines on standard error up to one that ends so."""
        async with asyncio.timeout(PATIENCE):
            async for line in self.process.stderr:
                if line.decode().rstrip().endswith(words):
                    return
        pytest.fail(f"it never said {words!r}")

    async def ended(self):
        """The status it ends with, and its lines on standard error that are not read yet."""
        async with asyncio.timeout(PATIENCE):
            out, err = await self.process.communicate()
        assert out == b""
        lines = err.decode().splitlines()
        assert not [line for line in lines if "Traceback" in line], err.decode()
        return self.process.returncode, lines


@pytest.fixture
def start(tmp_path):
    """Starts the bot against an address, in an empty folder and with settings of its own."""
    running = []

    async def started(url, **env):
        given = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
        given |= {"HOME": str(tmp_path), "PYTHONPATH": str(ROOT), "BOT_LOG_LEVEL": "warning"} | env
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", POINTED, url, "run"),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            cwd=tmp_path,
            env=given,
        )
        running.append(process)
        return Run(process)

    yield started
    for process in running:
        if process.returncode is None:
            process.kill()


@pytest_asyncio.fixture
async def loopback():
    async with LoopbackDiscord() as found:
        yield found


class Scene:
    """A server with one channel and one person in it."""

    def __init__(self, loopback):
        self.loopback = loopback
        self.guild = loopback.add_guild("Newsroom", rights=8)
        self.channel = loopback.add_channel(self.guild, "news")
        self.person = loopback.add_member(self.guild, "reader")

    async def ask(self):
        await self.loopback.ready(self.guild, PATIENCE)
        await self.loopback.until(self.loopback.commands, PATIENCE)
        return await self.loopback.slash(self.person, self.channel, "ask", question=QUESTION)


@pytest.fixture
def scene(loopback):
    return Scene(loopback)


def refused(ended, words):
    """The bot has ended with status 4 and one line that tells why."""
    status, lines = ended
    assert (status, len(lines)) == (4, 1), lines
    assert lines[0].startswith("error: ")
    assert words in lines[0]
    return lines[0]


def without_trouble(ended):
    """The bot has ended well and told of nothing worse than what it did."""
    status, lines = ended
    return status == 0 and all(" INFO " in line for line in lines)


def test_without_a_token_it_says_where_to_get_one(monkeypatch, tmp_path, capsys):
    for name in [name for name in os.environ if name.startswith("BOT_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    ended = main(["run"]), capsys.readouterr().err.splitlines()
    refused(ended, "BOT_TOKEN is not set. Copy the token of your application from")


def test_a_language_that_cannot_be_read_is_told(monkeypatch, tmp_path, capsys):
    (tmp_path / "de.json").write_text("{")
    monkeypatch.setattr("bot.slash.languages._HERE", tmp_path)
    monkeypatch.setenv("BOT_TOKEN", "none")
    assert main(["run"]) == 3
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith(f"error: {tmp_path / 'de.json'}: this can't be read as JSON: ")


async def test_a_wrong_token_is_told_and_not_shown(start, loopback):
    run = await start(loopback.api, BOT_TOKEN="MTA.wrong.token")
    line = refused(await run.ended(), "Discord refuses the token. Copy it once more")
    assert "MTA.wrong.token" not in line


async def test_a_database_out_of_reach_is_told_before_anybody_hears_of_the_bot(start, loopback):
    url = "sqlite:////dev/null/bot.db"
    run = await start(loopback.api, BOT_TOKEN=loopback.token, BOT_DATABASE_URL=url)
    refused(await run.ended(), "BOT_DATABASE_URL: the file /dev/null/bot.db can't be used: ")
    assert loopback.records.requests == []


@pytest.fixture(scope="module")
def core():
    return desk_of(build_answerer(load(shipped_seeds()), Settings(_env_file=None)))


@pytest.fixture
def serving(core, tmp_path):
    """Runs the same in this process, where a process of its own shows no more."""

    async def served(url, token=TOKEN):
        settings = Settings(_env_file=None, database_url=f"sqlite:///{tmp_path}/bot.db")
        with pointed_at(url), pytest.raises(OutOfReachError) as caught:
            await _serve(Current(story_of(core)), settings, token)
        [line] = str(caught.value).splitlines()
        return line

    return served


async def test_a_discord_that_is_away_is_told(serving):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        line = await serving(f"http://127.0.0.1:{nobody.getsockname()[1]}")
    assert "Discord can't be reached: Cannot connect to host 127.0.0.1:" in line


async def test_a_name_that_leads_nowhere_is_told(serving):
    line = await serving("http://nowhere.invalid:80")
    assert "Discord can't be reached: Cannot connect to host nowhere.invalid" in line


async def test_a_token_revoked_while_it_runs_ends_it(serving, loopback, scene):
    running = asyncio.create_task(serving(loopback.url))
    await loopback.ready(scene.guild, PATIENCE)
    loopback.revoke_token()
    assert "Discord has closed the connection for good, with code 4004." in await running


async def test_it_answers_until_it_is_told_to_stop(start, loopback, scene, tmp_path):
    (tmp_path / "token").write_text(f"{loopback.token}\n")
    for number in (signal.SIGTERM, signal.SIGINT):
        run = await start(loopback.api, BOT_TOKEN_FILE="token", BOT_LOG_LEVEL="info")
        outcome = await (await scene.ask()).answered(PATIENCE)
        assert "Vladivostok" in outcome.text
        run.signal(number)
        status, lines = await run.ended()
        assert status == 0
        assert lines[-1].endswith("INFO bot.slash.running: stopping")
        # What people ask is their own affair.
        assert not {word for word in (QUESTION, "Vladivostok") if word in "\n".join(lines)}
    assert len(loopback.records.of("PUT", "/commands")) == 1, "the same commands sent twice"
    assert (tmp_path / ".local/state/briefing-bot/bot.db").is_file()


@asynccontextmanager
async def asking_slowly(start, loopback, scene, seconds):
    """A bot whose answer to a question is under way for some seconds."""
    run = await start(loopback.api, BOT_TOKEN=loopback.token, BOT_LOG_LEVEL="info")
    await loopback.ready(scene.guild, PATIENCE)
    slow = Fault("slow", "PATCH", "/messages/@original$", seconds=seconds)
    loopback.faults.add(slow)
    pending = await scene.ask()
    await pending.acknowledged()
    await loopback.until(lambda: slow.times == 0, PATIENCE)
    yield run, pending
    loopback.faults.clear()


async def test_an_answer_under_way_is_finished_and_late_ones_are_turned_away(
    start, loopback, scene
):
    async with asking_slowly(start, loopback, scene, 5) as (run, pending):
        run.signal(signal.SIGTERM)
        await run.says("INFO bot.slash.running: stopping")
        late = await (await scene.ask()).answered(PATIENCE)
        assert late.ephemeral
        assert "Vladivostok" not in late.text
        assert "Vladivostok" in (await pending.answered(PATIENCE)).text
        assert without_trouble(await run.ended())


async def test_a_second_signal_hurries(start, loopback, scene):
    async with asking_slowly(start, loopback, scene, PATIENCE) as (run, pending):
        run.signal(signal.SIGTERM)
        await run.says("INFO bot.slash.running: stopping")
        run.signal(signal.SIGTERM)
        # It would say so if it had waited for the answer and then lost patience.
        assert without_trouble(await run.ended())
        assert not pending.outcome().answered


async def test_no_secret_is_logged_even_when_everything_is(
    start, loopback, scene, postgresql_server
):
    server = postgresql_server
    url = server.url.render_as_string(hide_password=False)
    run = await start(
        loopback.api,
        BOT_TOKEN=loopback.token,
        BOT_DATABASE_URL=url,
        BOT_LOG_LEVEL="debug",
        BOT_LOG_FORMAT="json",
    )
    assert "Vladivostok" in (await (await scene.ask()).answered(PATIENCE)).text
    run.signal(signal.SIGTERM)
    status, lines = await run.ended()
    assert status == 0
    records = [json.loads(line) for line in lines]
    assert {"bot.slash.running", "discord.http"} <= {record["logger"] for record in records}
    text = "\n".join(lines)
    interactions = [one.path.split("/")[-2] for one in loopback.records.of("POST", "/callback")]
    assert interactions
    for secret in (loopback.token, server.url.password, *interactions):
        assert secret not in text


async def test_a_post_under_way_arrives_and_is_noted_before_it_ends(
    start, loopback, scene, tmp_path
):
    url = f"sqlite:///{tmp_path}/posts.db"
    database = await open_database(url)
    schedules, ledger = Schedules(database), Ledger(database)
    planner = Planner(schedules, ledger, lambda: datetime.now(UTC))
    wish = Wish("daily 08:00", "UTC")
    made = await planner.add(wish, guild=scene.guild, channel=scene.channel, owner=scene.person)
    await planner.run_now(made)
    slow = Fault("slow", "POST", "/messages$", seconds=2)
    loopback.faults.add(slow)
    run = await start(loopback.api, BOT_TOKEN=loopback.token, BOT_DATABASE_URL=url)
    await loopback.until(lambda: slow.times == 0, PATIENCE)
    run.signal(signal.SIGTERM)
    assert await run.ended() == (0, [])
    [message] = loopback.messages(scene.channel)
    [entry] = await ledger.of_schedule(made.id)
    assert (entry.state, entry.message.message) == ("sent", int(message["id"]))
    await database.close()
