"""/settings: who may use it, what it changes, and that it stays changed."""

import pytest
import simcord

from bot.store.guilds import GuildSettings
from tests.slash.conftest import Server, new_client, shown


async def change(server, command: str, **options) -> str:
    result = await server.manager.slash(server.channel, f"settings {command}", **options)
    assert result.ephemeral
    return shown(result.response)


async def test_settings_are_kept_and_shown_after_a_restart(server, answerer, make_services):
    liked, hidden = answerer.corpus.outlets[:2]
    role = server.guild.create_role("Readers")
    assert "Europe/London" in await change(server, "time-zone", zone="europe/london")
    assert liked in await change(server, "outlets", outlet=liked.upper(), treatment="prefer")
    assert hidden in await change(server, "outlets", outlet=hidden, treatment="leave out")
    assert "no longer" in await change(server, "chat", on=False)
    assert role.mention in await change(server, "feedback-role", role=role)

    services = make_services()
    await server.env.restart_bot(new_client(services))
    assert await services.guilds.get(server.guild.id) == GuildSettings(
        "Europe/London", (liked,), (hidden,), chat=False, feedback_role=role.id
    )
    said = await change(server, "show")
    for part in ("Europe/London", liked, hidden, "Chat: off", role.mention):
        assert part in said.replace("\\", "")


async def test_an_outlet_is_preferred_or_left_out_but_not_both(server, services, answerer):
    outlet = answerer.corpus.outlets[0]
    for treatment, kept in (
        ("prefer", ((outlet,), ())),
        ("leave out", ((), (outlet,))),
        ("leave out", ((), (outlet,))),
        ("alike", ((), ())),
    ):
        await change(server, "outlets", outlet=outlet, treatment=treatment)
        now = await services.guilds.get(server.guild.id)
        assert (now.preferred, now.left_out) == kept


async def test_the_last_outlet_stays(server, services, answerer):
    *others, last = answerer.corpus.outlets
    for outlet in others:
        await change(server, "outlets", outlet=outlet, treatment="leave out")
    said = await change(server, "outlets", outlet=last, treatment="leave out")
    assert f"{last} is the last outlet" in said
    assert last not in (await services.guilds.get(server.guild.id)).left_out


async def test_what_is_not_known_is_refused_with_the_cure(server, services):
    assert "Europe/London" in await change(server, "time-zone", zone="Atlantis")
    said = await change(server, "outlets", outlet="The Moon", treatment="prefer")
    assert "no articles of “The Moon”" in said
    assert await services.guilds.get(server.guild.id) == GuildSettings()


async def test_a_role_is_taken_back(server, services):
    role = server.guild.create_role("Readers")
    await change(server, "feedback-role", role=role)
    assert "Only those who manage" in await change(server, "feedback-role")
    assert (await services.guilds.get(server.guild.id)).feedback_role is None


async def test_the_hosts_switch_is_shown(make_services):
    async with simcord.run(new_client(make_services(chat=False))) as env:
        assert "off for every server" in await change(Server(env), "show")


async def test_only_those_who_manage_the_server_have_the_command(server):
    with pytest.raises(simcord.SetupError, match="default-member-permissions"):
        await server.member.slash(server.channel, "settings show")
    with pytest.raises(simcord.SetupError, match="context"):
        await server.member.user.slash("settings show")


async def test_a_server_can_give_the_command_to_others(server):
    commands = await server.env.bot.tree.fetch_commands()
    settings = next(command for command in commands if command.name == "settings")
    server.guild.set_command_permissions(settings, {server.member: True})
    result = await server.member.slash(server.channel, "settings show")
    assert "Time zone" in shown(result.response)
