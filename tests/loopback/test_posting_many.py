"""Hundreds of schedules due in one minute: all posted, none twice, and people still answered."""

from pathlib import Path

from tests.answers.conftest import ROOT, answerer_of
from tests.discord_server import remote_discord
from tests.loopback.crowd import crowd

DUE = 200


async def test_all_are_posted_once_and_those_who_ask_are_answered(tmp_path: Path) -> None:
    async with remote_discord() as discord:
        await discord.set_deadline(60)
        await discord.limit_everything(50)
        await discord.limit_route("POST /channels/{channel_id}/messages", 5, 5)
        found = await crowd(discord, answerer_of(ROOT / "seeds"), tmp_path, DUE)
        assert await discord.violations() == []
    assert (found.posted, found.twice, found.lost) == (DUE, 0, 0)
    assert found.answered > 0
    # At forty a second the limit is kept, not tried: hardly a request is refused.
    assert found.refused <= DUE / 20
