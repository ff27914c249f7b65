"""A modal is understood whenever it is sent: at once, after a restart, beside another one."""

import pytest

from bot.slash import texts
from bot.slash.buttons import MODALS, follow_up
from bot.slash.limits import walk
from tests.slash.conftest import new_client, shown
from tests.slash.test_buttons import field, settled  # noqa: F401  # a fixture

MEETING = "Where will Kim and Putin meet?"


async def opened(person, reply, label):
    return await person.click(reply.response, label=label)


async def test_a_reason_is_noted_with_its_sentence(server, settled, services, answerer):  # noqa: F811
    reply = await server.ask(MEETING)
    modal = await opened(server.member, reply, "Wrong")
    await settled()
    done = await server.member.submit_modal(modal, {field(modal): "It is another city."})
    assert done.ephemeral
    assert "Thank you" in shown(done.response)
    (noted,) = await services.feedback.of_guild(server.guild.id)
    sentence = answerer.ask(MEETING).quotes[0].sentence
    assert noted.sentence == f"{sentence.article}:{sentence.number}"
    assert (noted.question, noted.helpful, noted.why) == (MEETING, False, "It is another city.")


async def test_a_follow_up_leans_on_its_reply(server, settled, clock):  # noqa: F811
    reply = await server.ask("Who is Kim Jong Un?")
    modal = await opened(server.member, reply, "Ask a follow-up")
    await server.ask("Who is Vladimir Putin?")
    await settled()
    done = await server.member.submit_modal(modal, {field(modal): "Where was he born?"})
    assert not done.ephemeral
    assert "### Where was he born?" in shown(done.response)
    assert "About: Kim Jong Un" in shown(done.response)


async def test_two_that_are_open_at_once_are_told_apart(server, services):
    first, second = await server.ask(MEETING), await server.ask("Who is Kim Jong Un?")
    modals = [
        (server.member, await opened(server.member, first, "Wrong"), "one"),
        (server.manager, await opened(server.manager, second, "Wrong"), "two"),
    ]
    for person, modal, why in modals:
        await person.submit_modal(modal, {field(modal): why})
    noted = {
        item.user: (item.question, item.why)
        for item in await services.feedback.of_guild(server.guild.id)
    }
    assert noted == {
        server.member.id: (MEETING, "one"),
        server.manager.id: ("Who is Kim Jong Un?", "two"),
    }


async def test_one_is_answered_once(server, services):
    reply = await server.ask(MEETING)
    modal = await opened(server.member, reply, "Ask a follow-up")
    before = len(server.channel.history())
    await server.member.submit_modal(modal, {field(modal): "Who is Kim Jong Un?"})
    assert len(server.channel.history()) == before + 1


async def test_one_of_an_older_version_is_told_so(server, services, monkeypatch):
    reply = await server.ask(MEETING)
    modal = await opened(server.member, reply, "Ask a follow-up")
    monkeypatch.setattr("bot.slash.client.MODALS", ())
    done = await server.member.submit_modal(modal, {field(modal): "Who is Kim Jong Un?"})
    assert done.ephemeral
    assert texts.STALE_FORM.message in shown(done.response)


async def test_one_is_turned_away_kindly_while_the_bot_stops(server, services):
    reply = await server.ask(MEETING)
    modal = await opened(server.member, reply, "Wrong")
    server.env.bot.stop_taking_work()
    done = await server.member.submit_modal(modal, {field(modal): "It is wrong."})
    assert done.ephemeral
    assert "restart" in shown(done.response)
    assert await services.feedback.of_guild(server.guild.id) == ()


async def test_a_failure_is_told_in_a_sentence(server, make_services, monkeypatch, caplog):
    reply = await server.ask(MEETING)
    modal = await opened(server.member, reply, "Wrong")
    services = make_services()
    await server.env.restart_bot(new_client(services))

    async def fail(feedback) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(services.feedback, "add", fail)
    done = await server.member.submit_modal(modal, {field(modal): "It is wrong."})
    assert done.ephemeral
    assert "disk" not in shown(done.response)
    assert "the disk is full" in caplog.text


@pytest.mark.parametrize("sentence", ["", "Ab-_AB9-_"])
async def test_a_modal_reads_back_to_itself(sentence):
    samples = {f"why:{sentence}", "follow-up"}
    found = {
        custom_id: kind.read(match)
        for custom_id in samples
        for kind in MODALS
        if (match := kind.template.fullmatch(custom_id))
    }
    assert {made.custom_id for made in found.values()} == samples
    assert follow_up.FollowUpModal in {type(made) for made in found.values()}
    assert all(list(walk(made.to_components())) for made in found.values())
