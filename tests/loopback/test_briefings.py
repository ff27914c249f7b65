"""The commands that brief over real sockets: every reply and every page is taken by Discord."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.answers.answering import Answerer
from bot.slash.services import Services
from tests.discord_server import labels_of, remote_discord
from tests.loopback.bot import PromptClient, running_bot

ASKED = (
    ("brief", {}),
    ("brief", {"length": "long", "as_of": "2019-04-17"}),
    ("brief", {"topic": "agenda", "outlet": "VICE News"}),
    ("compare", {"about": "When will the US envoy travel to Russia?"}),
    ("compare", {"about": "agenda"}),
    ("compare", {}),
    ("coverage", {}),
    ("timeline", {}),
    ("timeline", {"name": "Kim"}),
    ("who", {"name": "Kim"}),
    ("who", {"name": "Putin"}),
)


@pytest.mark.parametrize("pictures", [False, True], ids=["text alone", "with pictures"])
async def test_discord_takes_every_reply_and_every_page(
    answerer: Answerer, tmp_path: Path, pictures: bool
) -> None:
    if pictures:
        pytest.importorskip("resvg_py")
        pytest.importorskip("ttf_opensans")

    def client(services: Services) -> PromptClient:
        return PromptClient(replace(services, pictures=pictures))

    async with remote_discord() as discord:
        await discord.set_deadline(60)
        guild = await discord.add_guild("Newsroom")
        channel = await discord.add_channel(guild, "general")
        reader = await discord.add_member(guild, "reader")
        other = await discord.add_member(guild, "other")
        async with running_bot(discord, answerer, tmp_path, client):
            await discord.ready(guild)
            for name, options in ASKED:
                pending = await discord.slash(reader, channel, name, **options)
                message = (await pending.answered(60)).message
                drawn = pictures and name in {"coverage", "timeline"} and "Kim" not in str(options)
                assert bool(message["attachments"]) == drawn, (name, options)
                texts = [(await pending.answered(60)).text]
                for person in (other, reader):
                    if "Next" in labels_of(message):
                        turned = await discord.press(person, channel, int(message["id"]), "Next")
                        texts.append((await turned.answered(60)).text)
                if len(texts) > 1:
                    assert texts[0] != texts[1] == texts[2]
        assert await discord.violations() == []
