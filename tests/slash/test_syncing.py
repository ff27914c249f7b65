"""Commands are sent to Discord when they changed, and carry all that Discord needs to know."""

import discord
import simcord

from bot.slash import texts
from bot.slash.commands import COMMANDS
from bot.slash.commands.finding import find_sources
from tests.slash.conftest import new_client

MANAGE = str(discord.Permissions(manage_guild=True).value)
READING = {
    "ask",
    "sources",
    "read",
    "verify",
    "help",
    "status",
    "privacy",
    "Find sources",
    "brief",
    "compare",
    "coverage",
    "timeline",
    "who",
    "subscribe",
    "subscriptions",
    "unsubscribe",
}
IN_SERVERS = {"settings", "feedback", "schedule"}


def syncs(env) -> int:
    return sum(r.method == "PUT" and r.path.endswith("/commands") for r in env.http_requests)


async def test_commands_are_synced_once_and_again_only_when_they_changed(services, make_services):
    async with simcord.run(new_client(services)) as env:
        assert syncs(env) == 1
        await env.restart_bot(new_client(make_services()))
        assert syncs(env) == 1
        german = {"de": {texts.SOURCES_ABOUT.message: "Die Artikel"}}
        await env.restart_bot(new_client(make_services(), german))
        assert syncs(env) == 2
        await env.restart_bot(new_client(make_services(), german))
        assert syncs(env) == 2


async def test_a_sync_that_failed_is_tried_again_at_the_next_start(make_services, caplog):
    env = simcord.Env(new_client(make_services()))
    env.inject_error("PUT", "/applications/*/commands", status=400, times=1)
    await env.start()
    try:
        assert "commands were not synced" in caplog.text
        await env.restart_bot(new_client(make_services()))
        user = env.create_user("someone")
        assert "ask" in user.available_commands()
    finally:
        await env.shutdown()


async def test_what_discord_is_told_of_the_commands(simcord_env):
    tree = simcord_env.bot.tree
    payloads = {command.name: command.to_dict(tree) for command in COMMANDS}
    assert payloads.keys() == READING | IN_SERVERS
    for name in READING:
        assert payloads[name]["contexts"] == [0, 1, 2]
        assert payloads[name]["integration_types"] == [0, 1]
        assert payloads[name]["default_member_permissions"] is None
    for name in IN_SERVERS:
        assert payloads[name]["dm_permission"] is False
        assert payloads[name]["integration_types"] == [0]
    for name in ("settings", "schedule"):
        assert payloads[name]["default_member_permissions"] in (MANAGE, int(MANAGE))


def every_option(payload):
    for option in payload.get("options", ()):
        yield option
        yield from every_option(option)


async def test_everything_is_described(simcord_env):
    for command in COMMANDS:
        payload = command.to_dict(simcord_env.bot.tree)
        for part in (payload, *every_option(payload)):
            assert part["name"]
            if command is not find_sources:
                # discord.py puts an ellipsis where there is no description.
                assert 2 <= len(part["description"]) <= 100


async def test_another_language_reaches_discord(make_services):
    german = {"de": {texts.SOURCES_ABOUT.message: "Die Artikel"}}
    client = new_client(make_services(), german)
    async with simcord.run(client):
        found = {command.name: command for command in await client.tree.fetch_commands()}
        assert found["sources"].description_localizations[discord.Locale.german] == "Die Artikel"
