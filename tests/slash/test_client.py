"""Every request the client makes in a day pings nobody and keeps to Discord's limits."""

from bot.slash.limits import check_message
from tests.slash.conftest import new_client, shown

CLAIM = "Kim and Putin will meet in Vladivostok, @everyone."


async def test_nothing_the_bot_sends_pings_anybody_or_breaks_a_limit(server):
    env, member, channel = server.env, server.member, server.channel
    await member.slash(channel, "ask", question=CLAIM)
    await member.slash(channel, "ask", question="What about pancakes?")
    for command in ("sources", "help", "status", "privacy"):
        await member.slash(channel, command)
    await member.slash(channel, "read", article="1")
    await member.slash(channel, "verify", quotation=CLAIM)
    await member.context_menu(channel, "Find sources", await member.send(channel, CLAIM))
    await server.manager.slash(channel, "settings show")
    await server.manager.slash(channel, "feedback")
    await member.send(channel, f"<@{env.bot.user.id}> {CLAIM}")
    await member.user.send_dm(CLAIM)

    checked = 0
    for request in env.http_requests:
        body = request.json if isinstance(request.json, dict) else {}
        body = body.get("data", body) or {}
        if not body.get("components"):
            continue
        checked += 1
        assert check_message(body) == ()
        assert body["allowed_mentions"]["parse"] == []
        assert not body["allowed_mentions"].get("replied_user")
    assert checked == 13


async def test_everything_still_works_after_a_restart(server, make_services):
    before = await server.ask("Where will Kim and Putin meet?")
    await server.env.restart_bot(new_client(make_services()))
    after = await server.ask("Where will Kim and Putin meet?")
    assert shown(before.response) == shown(after.response)
    choices = await server.member.autocomplete(server.channel, "ask", "question", "putin")
    assert [choice["value"] for choice in choices] == ["Where will Kim and Putin meet?"]


async def test_new_servers_and_lost_ones_change_nothing_that_is_kept(server, services):
    result = await server.manager.slash(server.channel, "settings chat", on=False)
    assert "no longer" in shown(result.response)
    guild = server.env.bot.get_guild(server.guild.id)
    await guild.leave()
    assert not (await services.guilds.get(server.guild.id)).chat
