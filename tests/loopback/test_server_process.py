"""The loopback in a process of its own, for tests whose clients are killed."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from tests.discord_server import NotOfferedError, labels_of, remote_discord
from tests.discord_server.openapi import ROOT
from tests.loopback.client import running


async def test_the_same_words_from_another_process() -> None:
    async with remote_discord() as discord:
        guild = await discord.add_guild("Newsroom")
        reader = await discord.add_member(guild, "reader")
        channel = await discord.add_channel(guild, "general")
        async with running(discord):
            await discord.ready(guild)
            pending = await discord.slash(reader, channel, "echo", text="hello")
            shown = await pending.answered()
            assert shown.text == "hello"
            pressed = await discord.press(reader, channel, int(shown.message["id"]), "Wrong")
            assert (await pressed.answered()).modal["title"] == "Why?"
            sent = await discord.submit(pressed, Reason="x")
            assert (await sent.answered()).text == "because x"
            with pytest.raises(NotOfferedError):
                await discord.slash(reader, channel, "missing")
        # The client has gone; what it did stands.
        (kept,) = await discord.messages(channel)
        assert labels_of(kept) == ["More", "Wrong", "Article"]
        assert await discord.violations() == []
        assert (await discord.requests("PUT", "/commands"))[0]["status"] == 200


async def test_many_commands_at_once() -> None:
    async with remote_discord() as discord:
        guild = await discord.add_guild("Newsroom")
        reader = await discord.add_member(guild, "reader")
        channel = await discord.add_channel(guild, "general")
        await discord.set_deadline(60)
        async with running(discord):
            await discord.ready(guild)
            asked = [(reader, channel, "echo", {"text": f"q{n}"}) for n in range(500)]
            pending = await discord.slash_many(asked, 1.0)
            shown = await discord.settle(pending, 60)
    assert [one.text for one in shown] == [f"q{n}" for n in range(500)]
    assert all(one.refused == [] for one in shown)


async def test_a_process_of_its_own_against_the_loopback(tmp_path: Path) -> None:
    async with remote_discord() as discord:
        guild = await discord.add_guild("Newsroom")
        reader = await discord.add_member(guild, "reader")
        channel = await discord.add_channel(guild, "general")
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.discord_server.against", discord.url, "bot", "run"),
            env={
                **os.environ,
                "BOT_TOKEN": discord.token,
                "BOT_DATABASE_URL": f"sqlite:///{tmp_path}/bot.db",
            },
            stderr=asyncio.subprocess.PIPE,
            cwd=ROOT,
        )
        try:
            await discord.ready(guild, 60)
            question = "Where will Kim and Putin meet?"
            shown = await (
                await discord.slash(reader, channel, "ask", question=question)
            ).answered()
        finally:
            process.send_signal(signal.SIGTERM)
            _, told = await process.communicate()
        assert "Vladivostok" in shown.text
        assert process.returncode == 0, told
        assert discord.token.encode() not in told
