"""/feedback: for those who may see it."""

import pytest
import simcord

from bot.slash.limits import check_components
from bot.store.feedback import Feedback
from bot.store.guilds import GuildSettings
from tests.slash.conftest import shown


def given(
    server, services, number: int = 1, why: str = "It is @everyone's **old** news"
) -> Feedback:
    return Feedback(
        guild=server.guild.id,
        user=number,
        question=f"Question {number}?",
        sentence="article:1",
        helpful=False,
        why=why,
        given=services.now(),
    )


async def test_those_who_manage_the_server_see_it(server, services):
    empty = await server.manager.slash(server.channel, "feedback")
    assert "Nobody has given feedback" in shown(empty.response)
    await services.feedback.add(given(server, services))
    result = await server.manager.slash(server.channel, "feedback")
    assert result.ephemeral
    said = shown(result.response)
    assert "Question 1?" in said
    assert "Wrong" in said
    assert "@everyone" not in said
    assert "**old**" not in said


async def test_others_see_it_with_the_role_alone(server, services):
    env = server.env
    role = server.guild.create_role("Readers")
    reader = server.guild.add_member(env.create_user("reader"), roles=[role])
    await services.feedback.add(given(server, services))
    await services.guilds.put(server.guild.id, GuildSettings(feedback_role=role.id))
    assert "Question 1?" in shown((await reader.slash(server.channel, "feedback")).response)
    refused = await server.member.slash(server.channel, "feedback")
    assert refused.ephemeral
    assert "Only those who manage" in shown(refused.response)


async def test_the_longest_feedback_fits_in_a_message(server, services):
    for number in range(30):
        await services.feedback.add(given(server, services, number, why="*" * 1000))
    result = await server.manager.slash(server.channel, "feedback")
    assert check_components(result.response.components) == ()
    said = shown(result.response)
    assert said.startswith("**Feedback, the newest first**")
    assert said.endswith("\n…")


async def test_it_is_a_command_of_servers(server):
    with pytest.raises(simcord.SetupError, match="context"):
        await server.member.user.slash("feedback")
