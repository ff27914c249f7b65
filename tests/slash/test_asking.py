"""/ask: the same answers as everywhere, and kind words for what can't be asked."""

import discord

from bot.answers.notes import BEGINNINGS
from bot.store.guilds import GuildSettings
from tests.slash.conftest import shown

QUESTION = "Where will Kim and Putin meet?"


def words(text: str) -> str:
    return " ".join(text.replace("*", "").replace("\\", "").replace("> ", "").split())


async def test_an_answer_is_for_all_to_see_and_quotes_the_articles(server, answerer):
    result = await server.ask(QUESTION)
    first, *_ = [r for r in server.env.http_requests if r.path.endswith("/callback")]
    assert first.json["type"] == discord.InteractionResponseType.deferred_channel_message.value
    assert not result.ephemeral
    assert result.response.flags.components_v2
    quote = answerer.ask(QUESTION).quotes[0]
    said = words(shown(result.response))
    assert words(quote.sentence.text) in said
    assert quote.article.outlet in said


async def test_a_question_the_articles_do_not_answer_is_said_to_be_one(server):
    result = await server.ask("What is the best recipe for pancakes?")
    assert not result.ephemeral
    assert "articles do not say" in shown(result.response)


async def test_what_is_going_on_is_told_by_how_the_newest_articles_begin(server, answerer):
    said = words(shown((await server.ask("what's going on?")).response))
    quotes = answerer.ask("what's going on?").quotes
    assert len(quotes) > 1
    assert all(words(quote.sentence.text) in said for quote in quotes)
    assert BEGINNINGS in said


async def test_only_the_outlet_asked_for_answers(server, answerer):
    for outlet in answerer.corpus.outlets:
        said = shown((await server.ask(QUESTION, outlet=outlet)).response)
        others = set(answerer.corpus.outlets) - {outlet}
        assert not any(f"] {other} ·" in said for other in others)


async def test_only_what_was_published_by_a_day_answers(server):
    result = await server.ask(QUESTION, as_of="2001-01-01")
    assert "articles do not say" in shown(result.response)


async def test_a_day_no_one_can_read_gets_one_private_sentence_with_the_cure(server, answerer):
    newest = max(a.published for a in answerer.corpus.articles if a.published)
    result = await server.ask(QUESTION, as_of="next *Tuesday*")
    assert result.ephemeral
    assert f"such as {newest}" in shown(result.response)
    assert "*Tuesday*" in shown(result.response).replace("\\", "")


async def test_an_unknown_outlet_gets_one_private_sentence_with_those_there_are(server, answerer):
    result = await server.ask(QUESTION, outlet="@everyone Herald")
    assert result.ephemeral
    said = shown(result.response)
    assert all(outlet in said.replace("\\", "") for outlet in answerer.corpus.outlets)
    assert "@everyone" not in said


async def test_a_blank_question_is_not_asked(server):
    result = await server.ask("   ")
    assert result.ephemeral
    assert "write a question" in shown(result.response)


async def test_outlets_left_out_in_a_server_are_never_quoted_there(server, services, answerer):
    lead = answerer.ask(QUESTION).quotes[0].article.outlet
    await services.guilds.put(server.guild.id, GuildSettings(left_out=(lead,)))
    said = shown((await server.ask(QUESTION)).response)
    assert f"] {lead} ·" not in said
    asked_for = shown((await server.ask(QUESTION, outlet=lead)).response)
    assert f"{lead} is left out here" in asked_for
    assert f"] {lead} ·" not in asked_for
    elsewhere = await server.member.user.slash("ask", question=QUESTION)
    assert f"] {lead} ·" in shown(elsewhere.response)


async def test_each_question_stands_alone_but_a_follow_up_leans_on_it(server, services):
    await server.ask("Who is Kim Jong Un?")
    kept = await services.conversations.get(server.channel.id, server.member.id, services.now())
    assert kept.question == "Who is Kim Jong Un?"
    said = shown((await server.ask("When did he arrive?")).response)
    assert "About: Kim" not in said


async def test_no_one_is_pinged_by_a_question(server):
    result = await server.ask(f"Did @everyone meet <@{server.manager.id}> and Kim?")
    message = result.response.message
    assert not message.mentions
    assert not message.mention_everyone


async def test_questions_work_in_direct_messages(simcord_env):
    result = await simcord_env.create_user("someone").slash("ask", question=QUESTION)
    assert "] " in shown(result.response)


async def test_only_questions_open_to_all_are_offered_again(server, services):
    hidden = server.guild.create_text_channel(
        "staff",
        overwrites={
            server.guild.default_role: discord.PermissionOverwrite(view_channel=False),
            server.manager: discord.PermissionOverwrite(view_channel=True),
        },
    )
    await server.manager.slash(hidden, "ask", question="Who is Kim Jong Un?")
    await server.member.user.slash("ask", question=QUESTION)
    assert await services.questions.recent(server.guild.id) == ()
    assert await services.questions.recent(None) == ()
    await server.ask(QUESTION)
    await server.ask("What is the best recipe for pancakes?")
    assert await services.questions.recent(server.guild.id) == (QUESTION,)
