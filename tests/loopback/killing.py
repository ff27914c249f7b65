"""Many bots on one database and one loopback Discord, killed until every edition is posted."""

from pathlib import Path
from typing import Any

from tests.loopback import posting_worker
from tests.schedule.killing import Outcome, Plan, due_now, judged, kill_until_done


async def kill_until_posted(
    discord: Any, url: str, folder: Path, editions: int, plan: Plan
) -> Outcome:
    """Let editions come round, each in a channel of its own, and post them under fire."""
    guild = await discord.add_guild("Newsroom")
    channels = [await discord.add_channel(guild, f"news-{n}") for n in range(editions)]
    await due_now(url, guild, channels, sources_thread=True)
    words = url, discord.url, discord.token
    kills = await kill_until_done(posting_worker.run, words, folder / "deaths", plan)
    arrived = {channel: len(await discord.messages(channel)) for channel in channels}
    found = await judged(url, arrived, kills)
    for channel in channels:
        await _judge_sources(discord, channel, found)
    return found


async def _judge_sources(discord: Any, channel: int, found: Outcome) -> None:
    """Count the messages in the thread of each post, of which there is to be one."""
    for message in await discord.messages(channel):
        thread = message.get("thread")
        there = len(await discord.messages(int(thread["id"]))) if thread else 0
        found.lost += there == 0
        found.doubled += max(there - 1, 0)
