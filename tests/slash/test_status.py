"""/status, and the check of rights for those who manage a server."""

import platform

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
        f"{len(answerer.corpus.sentences)} sentences",
    ):
        assert part in said
    assert "Permissions" not in said


async def test_it_works_in_direct_messages(simcord_env):
    result = await simcord_env.create_user("someone").slash("status")
    assert __version__ in shown(result.response)


async def test_those_who_manage_the_server_see_each_missing_right_in_each_channel(make_services):
    channels = []

    async def posting(guild: int) -> tuple[int, ...]:
        assert guild == server.guild.id
        return (*channels, 42)

    async with simcord.run(new_client(make_services(posting=posting))) as env:
        server = Server(env)
        denied = discord.PermissionOverwrite(send_messages=False, attach_files=False)
        limited = server.guild.create_text_channel("limited", overwrites={env.bot.user: denied})
        channels.append(limited.id)
        said = shown((await server.manager.slash(server.channel, "status")).response)
        assert f"In {limited.mention} I lack: attach files, send messages." in said.replace(
            "send messages, attach files", "attach files, send messages"
        )
        assert "I cannot see <#42>" in said
        assert f"all that I need in {server.channel.mention}" in said


async def test_missing_rights_are_written_to_the_log_at_the_start(make_services, caplog):
    async with simcord.run(new_client(make_services())) as env:
        server = Server(env)
        server.guild._guild.everyone_role.permissions &= ~discord.Permissions.attach_files.flag
        await env.restart_bot(new_client(make_services()))
        assert f"server {server.guild.id}: the bot lacks the right “attach files”" in caplog.text
        assert "“send messages”" not in caplog.text
