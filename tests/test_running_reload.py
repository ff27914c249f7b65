"""`python -m bot run` takes up changed articles by itself; the process is the real one."""

import asyncio
import os
import shutil
import signal

import pytest

from bot.settings import shipped_seeds
from tests.loopback.reloading import ASKED, NEW, NEW_ENTRY
from tests.test_running import PATIENCE, loopback, scene, start  # noqa: F401  # fixtures

TOLD = "The lighthouse of Zembla was painted green by"


@pytest.fixture
def seeds(tmp_path):
    return shutil.copytree(shipped_seeds(), tmp_path / "seeds")


@pytest.fixture
def run(start, loopback, scene, seeds):  # noqa: F811
    """Starts the bot, and asks it until a reply is as wanted."""

    class Running:
        async def begin(self, **env):
            env = {"BOT_SEEDS": str(seeds), "BOT_RELOAD_SECONDS": "1"} | env
            self.bot = await start(loopback.api, BOT_TOKEN=loopback.token, **env)
            await loopback.ready(scene.guild, PATIENCE)
            await loopback.until(loopback.commands, PATIENCE)

        async def reply(self, name, **options):
            asked = await loopback.slash(scene.person, scene.channel, name, **options)
            return (await asked.answered(PATIENCE)).text

        async def until(self, words, name, **options):
            async with asyncio.timeout(PATIENCE):
                while words not in await self.reply(name, **options):  # noqa: ASYNC110
                    await asyncio.sleep(1)

        async def stopped(self):
            self.bot.signal(signal.SIGTERM)
            status, lines = await self.bot.ended()
            assert status == 0, lines
            return [line for line in lines if "bot.reloading" in line]

    return Running()


def add(seeds):
    (seeds / "new.txt").write_text(NEW, encoding="utf-8")
    with (seeds / "articles.toml").open("a", encoding="utf-8") as manifest:
        manifest.write(NEW_ENTRY)


async def test_an_article_added_is_quoted_after_a_fault_was_told_in_a_line(run, seeds):
    await run.begin(BOT_LOG_LEVEL="info")
    whole = (seeds / "articles.toml").read_text(encoding="utf-8")
    (seeds / "articles.toml").write_text(whole + '\n[[article]]\nfile = "new.txt"\n')
    await asyncio.sleep(5)
    assert "Vladivostok" in await run.reply("ask", question="Where will Kim and Putin meet?")
    (seeds / "articles.toml").write_text(whole, encoding="utf-8")
    assert TOLD not in await run.reply("ask", question=ASKED)
    add(seeds)
    await run.until(TOLD, "ask", question=ASKED)
    assert "6 of 6 outlets" in await run.reply("status")
    fault, *_, swapped = await run.stopped()
    assert "WARNING" in fault
    assert "articles.toml, article 6" in fault
    assert "outlet" in fault
    assert "INFO bot.reloading: articles read again: 6 articles, " in swapped


async def test_without_looks_nothing_is_read_again(run, seeds):
    await run.begin(BOT_RELOAD_SECONDS="0", BOT_LOG_LEVEL="info")
    add(seeds)
    await asyncio.sleep(5)
    assert TOLD not in await run.reply("ask", question=ASKED)
    assert await run.stopped() == []


async def test_a_stop_ends_the_process_that_builds(run, seeds, tmp_path):
    hang = tmp_path / "hang"  # what is made at the start is not what this is about
    (tmp_path / "sitecustomize.py").write_text(
        "import os, sys, time, pathlib\n"
        f"if 'bot.rebuilding' in sys.orig_argv and os.path.exists({str(hang)!r}):\n"
        f"    pathlib.Path({str(tmp_path / 'building')!r}).write_text(str(os.getpid()))\n"
        "    time.sleep(600)\n"
    )
    await run.begin(PYTHONPATH=f"{tmp_path}:{shipped_seeds().parent}")
    hang.touch()
    add(seeds)
    async with asyncio.timeout(PATIENCE):
        while not (tmp_path / "building").is_file():  # noqa: ASYNC110  # nothing tells of it
            await asyncio.sleep(0.1)
    assert "Vladivostok" in await run.reply("ask", question="Where will Kim and Putin meet?")
    began = asyncio.get_running_loop().time()
    await run.stopped()
    assert asyncio.get_running_loop().time() - began < 15
    building = int((tmp_path / "building").read_text())
    with pytest.raises(ProcessLookupError):
        os.kill(building, 0)
