"""/privacy: what is stored, and that it is deleted on demand."""

from bot.store.feedback import Feedback
from tests.slash.conftest import new_client, shown


async def test_what_is_stored_about_one_is_deleted_and_nothing_else(server, make_services):
    services = make_services()
    for actor in (server.member, server.manager):
        await actor.slash(server.channel, "ask", question="Who is Kim Jong Un?")
        await services.feedback.add(
            Feedback(server.guild.id, actor.id, "Q?", "a:1", True, "", services.now())
        )
    page = await server.member.slash(server.channel, "privacy")
    assert page.ephemeral
    assert "What is stored about you" in shown(page.response)

    await server.env.restart_bot(new_client(services))
    done = await server.member.click(page.response, label="Delete what is stored about me")
    assert done.ephemeral
    assert "Conversations: 1. Feedback: 1." in shown(done.response)

    now, channel = services.now(), server.channel.id
    assert not (await services.conversations.get(channel, server.member.id, now)).question
    assert (await services.conversations.get(channel, server.manager.id, now)).question
    left = await services.feedback.of_guild(server.guild.id)
    assert [item.user for item in left] == [server.manager.id]
