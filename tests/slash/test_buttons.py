"""Every button does what it says, at once and after a restart, and is kind when all has changed."""

import io
from dataclasses import replace
from random import Random

import discord
import pytest

from bot.slash.buttons import BUTTONS
from bot.slash.limits import check_message, check_modal, walk
from bot.slash.references import Listed, list_of, refer
from bot.slash.replies import (
    answer_view,
    around_view,
    closest_view,
    findings_view,
    notice_view,
    reading_view,
    sources_view,
    verification_view,
)
from bot.slash.replies.pictures import FILE
from bot.store.guilds import GuildSettings
from tests.answers.conftest import ROOT, answerer_of
from tests.odd.articles import article_of, corpus_of
from tests.odd.payloads import odd_views
from tests.slash.conftest import new_client, shown

MEETING = "Where will Kim and Putin meet?"
NOWHERE = "Who won the cup?"


def button(message, start: str) -> str:
    """Return the first custom_id that begins so."""
    ids = [item.get("custom_id", "") for item in walk(message.components)]
    return next(custom_id for custom_id in ids if custom_id.startswith(start))


def field(result) -> str:
    """Return the custom_id of the one field of a modal."""
    return next(item["custom_id"] for item in walk(result.modal["components"]) if item["type"] == 4)


class Elsewhere:
    """An answerer whose articles are other ones; the rest is as it was."""

    def __init__(self, answerer, corpus) -> None:
        self.corpus = corpus
        self.converse = answerer.converse


@pytest.fixture(params=["at once", "after a restart"])
async def settled(request, server, make_services):
    """Let the bot go on, or start it anew: it remembers nothing of what it sent."""

    async def settle() -> None:
        if request.param == "after a restart":
            await server.env.restart_bot(new_client(make_services()))

    return settle


async def test_context_shows_the_sentences_around_to_one_alone(server, settled, answerer):
    reply = await server.ask(MEETING)
    await settled()
    result = await server.member.click(reply.response, label="Context 1")
    quote = answerer.ask(MEETING).quotes[0]
    around = quote.article.quotable[quote.sentence.number - 2 : quote.sentence.number + 1]
    assert result.ephemeral
    for sentence in around:
        assert sentence.text in shown(result.response).replace("\\", "")
    assert f"sentence {quote.sentence.number}" in shown(result.response)


async def test_more_goes_on_with_the_numbers(server, settled, answerer):
    reply = await server.ask(MEETING)
    await settled()
    result = await server.member.click(reply.response, label="More")
    answer = answerer.ask(MEETING)
    assert result.ephemeral
    assert f"[{len(answer.shown) + 1}] " in shown(result.response)
    assert answer.closest[0].sentence.text in shown(result.response).replace("\\", "")


async def test_more_leads_to_more_until_there_is_no_more(server, settled, answerer):
    reply = await server.ask(MEETING)
    await settled()
    message, said = reply.response, ""
    while any(item.get("label") == "More" for item in walk(message.components)):
        message = (await server.member.click(message, label="More")).response
        said += shown(message).replace("\\", "")
    assert all(quote.sentence.text in said for quote in answerer.ask(MEETING).closest)


async def test_the_closest_sentences_are_marked_as_no_answer(server, settled, answerer):
    reply = await server.ask(NOWHERE)
    assert shown(reply.response).startswith("**The articles do not say.**")
    await settled()
    result = await server.member.click(reply.response, label="Closest sentences")
    assert result.ephemeral
    assert "They are no answer" in shown(result.response)
    closest = answerer.ask(NOWHERE).closest[0]
    assert closest.sentence.text in shown(result.response).replace("\\", "")


async def test_helpful_is_noted_with_question_and_sentence(server, settled, services, answerer):
    reply = await server.ask(MEETING)
    await settled()
    result = await server.member.click(reply.response, label="Helpful")
    assert result.ephemeral
    (noted,) = await services.feedback.of_guild(server.guild.id)
    sentence = answerer.ask(MEETING).quotes[0].sentence
    assert (noted.question, noted.helpful, noted.user) == (MEETING, True, server.member.id)
    assert noted.sentence == f"{sentence.article}:{sentence.number}"


@pytest.mark.parametrize("question", [MEETING, NOWHERE, "Is *this* <@1> @everyone #1?"])
async def test_wrong_asks_why_and_is_noted(server, settled, services, question):
    reply = await server.ask(question)
    await settled()
    result = await server.member.click(reply.response, label="Wrong")
    assert check_modal(result.modal) == ()
    done = await server.member.submit_modal(result, {field(result): "It is another city."})
    assert done.ephemeral
    (noted,) = await services.feedback.of_guild(server.guild.id)
    assert (noted.question, noted.helpful) == (question, False)
    assert noted.why == "It is another city."


async def test_why_may_be_left_out_and_the_last_word_counts(server, services):
    reply = await server.ask(MEETING)
    await server.member.click(reply.response, label="Helpful")
    result = await server.member.click(reply.response, label="Wrong")
    await server.member.submit_modal(result, {})
    (noted,) = await services.feedback.of_guild(server.guild.id)
    assert (noted.helpful, noted.why) == (False, "")


@pytest.mark.parametrize("days", [0, 365])
async def test_a_follow_up_leans_on_the_question_of_its_reply(server, settled, clock, days):
    reply = await server.ask("Who is Kim Jong Un?")
    await server.ask("Who is Vladimir Putin?")
    clock.move(days=days)
    await settled()
    result = await server.member.click(reply.response, label="Ask a follow-up")
    assert check_modal(result.modal) == ()
    done = await server.member.submit_modal(result, {field(result): "Where was he born?"})
    assert not done.ephemeral
    assert "### Where was he born?" in shown(done.response)
    assert "About: Kim Jong Un" in shown(done.response)


async def test_pages_turn(server, settled, answerer):
    article = max(answerer.corpus.articles, key=lambda article: len(article.text))
    reply = await server.member.slash(server.channel, "read", article=article.id)
    first = shown(reply.response)
    await settled()
    await server.member.click(reply.response, label="Next")
    assert shown(reply.response) != first
    await server.member.click(reply.response, label="Previous")
    assert shown(reply.response) == first


async def test_read_on_opens_the_article_at_the_sentence(server, settled, answerer):
    reply = await server.ask(MEETING)
    await settled()
    context = await server.member.click(reply.response, label="Context 1")
    result = await server.member.click(context.response, label="Read on")
    number = answerer.ask(MEETING).quotes[0].sentence.number
    assert result.ephemeral
    assert f"> **{number}** " in shown(result.response)
    assert shown(context.response) != shown(result.response)


@pytest.mark.parametrize("label", ["Context 1", "More"])
async def test_an_article_that_has_gone_is_said_kindly(server, answerer, make_services, label):
    reply = await server.ask(MEETING)
    other = answerer_of(ROOT / "tests/stories/harbour-bridge")
    await server.env.restart_bot(new_client(make_services(answerer=other)))
    result = await server.member.click(reply.response, label=label)
    assert result.ephemeral
    assert "has gone or has changed" in shown(result.response)


async def test_feedback_on_what_has_gone_is_noted_all_the_same(server, make_services):
    reply = await server.ask(MEETING)
    services = make_services(answerer=answerer_of(ROOT / "tests/stories/harbour-bridge"))
    await server.env.restart_bot(new_client(services))
    await server.member.click(reply.response, label="Helpful")
    (noted,) = await services.feedback.of_guild(server.guild.id)
    assert noted.question == MEETING
    assert noted.sentence


async def test_an_article_that_has_changed_is_not_shown(server, answerer, make_services):
    reply = await server.ask(MEETING)
    quote = answerer.ask(MEETING).quotes[0]
    changed = replace(quote.sentence, text="Something else.")
    sentences = tuple(changed if s == quote.sentence else s for s in quote.article.sentences)
    article = replace(quote.article, sentences=sentences)
    corpus = replace(answerer.corpus, articles=(article,))
    await server.env.restart_bot(new_client(make_services(answerer=Elsewhere(answerer, corpus))))
    result = await server.member.click(reply.response, label="Context 1")
    assert "has gone or has changed" in shown(result.response)


async def test_what_a_server_leaves_out_later_is_not_shown_by_old_buttons(
    server, services, answerer
):
    reply = await server.ask(MEETING)
    outlet = answerer.ask(MEETING).quotes[0].article.outlet
    await services.guilds.put(server.guild.id, GuildSettings(left_out=(outlet,)))
    result = await server.member.click(reply.response, label="Context 1")
    assert "has gone or has changed" in shown(result.response)
    more = await server.member.click(reply.response, label="More")
    assert f"] {outlet} ·" not in shown(more.response)


async def test_a_failure_is_told_in_a_sentence(server, services, monkeypatch, caplog):
    reply = await server.ask(MEETING)

    async def fail(feedback) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(services.feedback, "add", fail)
    result = await server.member.click(reply.response, label="Helpful")
    assert result.ephemeral
    assert "disk" not in shown(result.response)
    assert "the disk is full" in caplog.text


async def test_presses_are_turned_away_kindly_while_the_bot_stops(server, services):
    reply = await server.ask(MEETING)
    server.env.bot.stop_taking_work()
    for label in ("Context 1", "Helpful", "Wrong", "Ask a follow-up"):
        result = await server.member.click(reply.response, label=label)
        assert result.ephemeral
        assert "restart" in shown(result.response)
    assert await services.feedback.of_guild(server.guild.id) == ()


async def test_templates_do_not_overlap(answerer):
    article = article_of("a", ["One."])
    reference = refer(article.quotable[0])
    samples = [
        f"context:1:{reference}",
        f"more:1:{list_of([Listed(reference)])}",
        f"closest:{list_of([Listed(reference)] * 10)}",
        "helpful:",
        f"helpful:{reference}",
        "wrong:",
        f"wrong:{reference}",
        "follow-up",
        "sources:0",
        "read:abcd:1",
        "read:abcd:1!",
    ]
    for custom_id in samples:
        kinds = [b for b in BUTTONS if b.__discord_ui_compiled_template__.fullmatch(custom_id)]
        assert len(kinds) == 1, custom_id


async def test_every_kind_of_reply_is_taken(server, answerer, verifier):
    corpus = answerer.corpus
    answer, nothing = answerer.ask(MEETING), answerer.ask(NOWHERE)
    article = corpus.articles[0]
    sentence = article.quotable[2]
    views = [
        answer_view(answer, corpus),
        answer_view(nothing, corpus),
        closest_view([Listed(refer(quote.sentence)) for quote in nothing.closest], corpus),
        around_view(article, sentence),
        sources_view(corpus),
        sources_view(corpus_of(*(article_of(str(n), ["One."]) for n in range(30))), 1),
        reading_view(article, 3),
        verification_view(verifier.verify(sentence.text)),
        verification_view(verifier.verify(sentence.text.replace("the", "a"))),
        verification_view(verifier.verify("nothing of the kind")),
        findings_view([answer, nothing], corpus),
        notice_view("All is well."),
        *(view for number in range(40) for view in odd_views(Random(f"sent {number}"))),
    ]
    channel = server.env.bot.get_channel(server.channel.id)
    for view in views:
        pictured = "attachment://" in str(view.to_components())
        files = [discord.File(io.BytesIO(b"a picture"), FILE)] if pictured else []
        message = await channel.send(view=view, files=files)
        assert message.flags.components_v2
        assert not message.mentions
        assert not message.mention_everyone
    sent = [
        r.json for r in server.env.http_requests if r.method == "POST" and "/messages" in r.path
    ]
    assert len(sent) == len(views)
    for payload in sent:
        assert check_message(payload) == ()
        assert payload["allowed_mentions"] == {"parse": []}


async def test_links_open_the_article(server, answerer):
    reply = await server.ask(MEETING)
    urls = {item["url"] for item in walk(reply.response.components) if "url" in item}
    expected = {quote.article.url for quote in answerer.ask(MEETING).shown} - {None}
    assert urls == expected
    assert isinstance(reply.response.message.components[0], discord.Container)
