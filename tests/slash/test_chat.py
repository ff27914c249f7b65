"""Chat: who is answered, who is not, and how follow-ups are understood."""

import discord
import pytest
import simcord

from bot.slash.markdown import unescape
from bot.store.guilds import GuildSettings
from tests.slash.conftest import Server, new_client, shown
from tests.slash.test_asking import words

QUESTION = "Where will Kim and Putin meet?"


def said(channel, env) -> list[discord.Message]:
    return [m for m in channel.history() if m.author.id == env.bot.user.id]


async def test_a_mention_is_answered_in_a_reply_that_pings_nobody(server, answerer):
    bot = server.env.bot.user
    message = await server.member.send(server.channel, f"<@{bot.id}> {QUESTION}")
    (reply,) = said(server.channel, server.env)
    assert reply.reference.message_id == message.id
    assert not reply.mentions
    assert unescape(shown(reply)).count(f"<@{bot.id}>") == 0
    assert words(answerer.ask(QUESTION).quotes[0].sentence.text) in words(shown(reply))


async def test_a_reply_to_the_bot_is_a_follow_up(server):
    bot = server.env.bot.user
    await server.member.send(server.channel, f"<@{bot.id}> Who is Kim Jong Un?")
    (first,) = said(server.channel, server.env)
    await server.member.send(server.channel, "Where was he born?", reply_to=first)
    replies = said(server.channel, server.env)
    assert len(replies) == 2
    assert "About: Kim Jong Un" in shown(replies[1])


async def test_a_reply_leans_on_the_answer_it_replies_to_whoever_asked(server):
    bot = server.env.bot.user
    await server.member.send(server.channel, f"<@{bot.id}> Who is Kim Jong Un?")
    (first,) = said(server.channel, server.env)
    await server.member.send(server.channel, f"<@{bot.id}> Who is Vladimir Putin?")
    for person in (server.member, server.manager):
        await person.send(server.channel, "Where was he born?", reply_to=first)
        assert "About: Kim Jong Un" in shown(said(server.channel, server.env)[-1])


async def test_direct_messages_are_answered_with_follow_ups_until_they_are_old(simcord_env, clock):
    someone = simcord_env.create_user("someone")
    await someone.send_dm("Who is Kim Jong Un?")
    await someone.send_dm("Where was he born?")
    clock.move(minutes=31)
    await someone.send_dm("Where was he born?")
    replies = [shown(m) for m in said(someone.dm_channel, simcord_env)]
    assert ["About: Kim" in reply for reply in replies] == [False, True, False]


async def test_each_person_has_a_conversation_of_their_own(server):
    bot = server.env.bot.user
    await server.member.send(server.channel, f"<@{bot.id}> Who is Kim Jong Un?")
    await server.manager.send(server.channel, f"<@{bot.id}> Where was he born?")
    assert "About: Kim" not in shown(said(server.channel, server.env)[1])


async def test_a_follow_up_is_understood_after_a_restart(server, make_services):
    bot = server.env.bot.user
    await server.member.send(server.channel, f"<@{bot.id}> Who is Kim Jong Un?")
    await server.env.restart_bot(new_client(make_services()))
    await server.member.send(server.channel, f"<@{bot.id}> Where was he born?")
    assert "About: Kim Jong Un" in shown(said(server.channel, server.env)[1])


async def test_what_is_not_said_to_the_bot_is_none_of_its_business(server):
    env = server.env
    other = await server.manager.send(server.channel, QUESTION)
    await server.member.send(server.channel, f"{QUESTION} @everyone")
    await server.member.send(server.channel, QUESTION, reply_to=other)
    await server.member.send(server.channel, f"<@{server.manager.id}> {QUESTION}")
    assert said(server.channel, env) == []


async def test_bots_and_webhooks_are_never_answered(server):
    env = server.env
    bot = server.guild.add_member(env.create_user("robot", bot=True))
    await bot.send(server.channel, f"<@{env.bot.user.id}> {QUESTION}")
    webhook = server.guild.create_webhook(server.channel, "Feed")
    await webhook.send(f"<@{env.bot.user.id}> {QUESTION}")
    assert said(server.channel, env) == []


async def test_a_bare_mention_is_told_what_to_do(server):
    await server.member.send(server.channel, f"<@{server.env.bot.user.id}>")
    assert "Ask me a question" in shown(said(server.channel, server.env)[0])


async def test_a_server_can_turn_chat_off(server, services):
    await services.guilds.put(server.guild.id, GuildSettings(chat=False))
    await server.member.send(server.channel, f"<@{server.env.bot.user.id}> {QUESTION}")
    assert said(server.channel, server.env) == []
    assert "] " in shown((await server.ask(QUESTION)).response)


async def test_the_host_can_turn_chat_off(make_services):
    async with simcord.run(new_client(make_services(chat=False))) as env:
        server = Server(env)
        await server.member.send(server.channel, f"<@{env.bot.user.id}> {QUESTION}")
        await server.member.user.send_dm(QUESTION)
        assert said(server.channel, env) == []
        assert said(server.member.user.dm_channel, env) == []


async def test_outlets_left_out_are_not_quoted_in_chat(server, services, answerer):
    lead = answerer.ask(QUESTION).quotes[0].article.outlet
    await services.guilds.put(server.guild.id, GuildSettings(left_out=(lead,)))
    await server.member.send(server.channel, f"<@{server.env.bot.user.id}> {QUESTION}")
    assert f"] {lead} ·" not in shown(said(server.channel, server.env)[0])


@pytest.mark.parametrize(("denied", "answers"), [("send_messages", 0), ("read_message_history", 1)])
async def test_a_missing_right_is_respected(server, denied, answers, caplog):
    env = server.env
    channel = server.guild.create_text_channel(
        "limited", overwrites={env.bot.user: discord.PermissionOverwrite(**{denied: False})}
    )
    await server.member.send(channel, f"<@{env.bot.user.id}> {QUESTION}")
    replies = said(channel, env)
    assert len(replies) == answers
    assert all(reply.reference is None for reply in replies)
    assert "error" not in caplog.text


async def test_no_privileged_intent_is_asked_for(simcord_bot):
    intents = simcord_bot.intents
    asked_for = {name for name, wanted in intents if wanted}
    assert asked_for == {"guilds", "guild_messages", "dm_messages"}


async def test_chat_works_without_the_right_to_read_all_messages(services):
    nothing_privileged = discord.Intents.default()
    async with simcord.run(new_client(services), approved_intents=nothing_privileged) as env:
        server = Server(env)
        await server.member.send(server.channel, f"<@{env.bot.user.id}> {QUESTION}")
        await server.member.user.send_dm(QUESTION)
        assert len(said(server.channel, env)) == 1
        assert len(said(server.member.user.dm_channel, env)) == 1


@pytest.mark.parametrize(("right", "answers"), [(True, 1), (False, 0)])
async def test_threads_have_a_right_of_their_own(server, right, answers):
    env = server.env
    allowed = discord.PermissionOverwrite(send_messages=False, send_messages_in_threads=right)
    channel = server.guild.create_text_channel("threads", overwrites={env.bot.user: allowed})
    start = await server.member.send(channel, "News?")
    await env.bot.get_channel(channel.id).get_partial_message(start.id).create_thread(name="News")
    (thread,) = channel.threads
    await server.member.send(thread, f"<@{env.bot.user.id}> {QUESTION}")
    assert len(said(thread, env)) == answers
