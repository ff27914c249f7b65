"""/status, and the check of rights for those who manage a server."""

import platform
from datetime import UTC, datetime

import discord
import simcord

from bot import __version__
from tests.slash.conftest import Server, new_client, shown


async def test_everyone_sees_how_the_bot_is_doing(server, answerer):
    result = await server.member.slash(server.channel, "status")
    assert result.ephemeral
    said = shown(result.response)
    for part in (
        __version__,
        platform.python_version(),
        discord.__version__,
        f"{len(answerer.corpus.articles)} of {len(answerer.corpus.outlets)} outlets",
        f"**Index** {len(answerer.corpus.sentences)} sentences",
        f"{len(answerer.index.vocabulary)} different words",
    ):
        assert part in said
    assert "Permissions" not in said
    assert "none is planned here" in said


async def test_it_works_in_direct_messages(simcord_env):
    result = await simcord_env.create_user("someone").slash("status")
    assert __version__ in shown(result.response)


async def test_those_who_manage_the_server_see_each_missing_right_in_each_channel(make_services):
    channels = []

    async def posting(guild: int) -> tuple[int, ...]:
        assert guild == server.guild.id
        return (*channels, 42)

    async def next_post(guild: int) -> datetime | None:
        return datetime(2026, 3, 2, 8, tzinfo=UTC) if guild == server.guild.id else None

    services = make_services(posting=posting, next_post=next_post)
    async with simcord.run(new_client(services)) as env:
        server = Server(env)
        denied = discord.PermissionOverwrite(read_message_history=False, attach_files=False)
        limited = server.guild.create_text_channel("limited", overwrites={env.bot.user: denied})
        channels.append(limited.id)
        said = shown((await server.manager.slash(server.channel, "status")).response)
        assert f"In {limited.mention} I lack: Attach Files, Read Message History." in said
        assert "I cannot see <#42>" in said
        assert "**Next post** <t:1772438400:F>" in said
        assert f"all that I need in {server.channel.mention}" in said


async def test_missing_rights_are_written_to_the_log_at_the_start(make_services, caplog):
    async with simcord.run(new_client(make_services())) as env:
        server = Server(env)
        right = ~discord.Permissions.attach_files.flag
        for role in server.guild._guild.roles.values():
            role.permissions &= right
        await env.restart_bot(new_client(make_services()))
        assert f"server {server.guild.id}: the bot lacks the right “Attach Files”" in caplog.text
        assert "“Send Messages”" not in caplog.text
        caplog.clear()
        await env.bot.on_guild_join(env.bot.get_guild(server.guild.id))
        assert "“Attach Files”" in caplog.text
