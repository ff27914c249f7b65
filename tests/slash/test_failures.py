"""Whatever fails, the one who asked is told in a sentence, and the log holds the rest."""

import logging
import re

import aiohttp
import pytest
import simcord

from bot.answers.answering import Answerer
from bot.slash.texts import RESTARTING
from tests.slash.conftest import Server, new_client, shown

QUESTION = "Where will the secret meeting be?"


class Broken(Answerer):
    """An answerer that fails at every question."""

    def converse(self, *_args, **_options):
        raise ZeroDivisionError("broken on purpose")

    ask = converse


@pytest.fixture
def broken(answerer, make_services):
    failing = Broken.__new__(Broken)
    failing.__dict__.update(answerer.__dict__)
    return make_services(answerer=failing)


def reference_in(said: str) -> str:
    return re.search(r"report ([0-9a-f]{8})", said)[1]


@pytest.fixture
def log(caplog):
    caplog.set_level(logging.INFO)
    return caplog


async def test_a_failure_is_one_sentence_with_an_id_that_stands_in_the_log(broken, log):
    async with simcord.run(new_client(broken)) as env:
        server = Server(env)
        said = shown((await server.ask(QUESTION)).response)
        assert said.startswith("Something went wrong on my side.")
        (record,) = [r for r in log.records if r.levelno >= logging.ERROR]
        assert reference_in(said) in record.getMessage()
        assert "broken on purpose" in log.text
        assert "Traceback" in log.text
        assert QUESTION not in log.text
        assert "ZeroDivisionError" not in said


async def test_a_failure_in_chat_is_told_there(broken, log):
    async with simcord.run(new_client(broken)) as env:
        server = Server(env)
        await server.member.send(server.channel, f"<@{env.bot.user.id}> {QUESTION}")
        said = shown(server.channel.history()[-1])
        assert reference_in(said) in log.text
        assert QUESTION not in log.text


async def test_a_failure_of_the_menu_is_told_to_the_one_who_asked(broken, log):
    async with simcord.run(new_client(broken)) as env:
        server = Server(env)
        message = await server.member.send(server.channel, "Kim will meet Putin.")
        result = await server.member.context_menu(server.channel, "Find sources", message)
        assert result.ephemeral
        assert reference_in(shown(result.response)) in log.text


async def test_questions_are_in_the_log_at_debug_level_alone(services, caplog):
    caplog.set_level(logging.DEBUG, logger="bot")
    async with simcord.run(new_client(services)) as env:
        await Server(env).ask(QUESTION)
    (record,) = [r for r in caplog.records if QUESTION in r.getMessage() and r.name[:3] == "bot"]
    assert record.levelno == logging.DEBUG


async def test_an_answer_stands_though_it_could_not_be_kept(services, log, monkeypatch):
    async def put(*_args):
        raise OSError("disk full")

    async with simcord.run(new_client(services)) as env:
        server = Server(env)
        monkeypatch.setattr(type(services.conversations), "put", put)
        said = shown((await server.ask("Where will Kim and Putin meet?")).response)
        assert "went wrong" not in said
        assert "disk full" in log.text


async def test_an_error_of_discord_at_the_reply_is_told_and_logged(services, log):
    async with simcord.run(new_client(services)) as env:
        server = Server(env)
        env.inject_error("PATCH", "/webhooks/*/messages/@original", status=400, times=1)
        said = shown((await server.ask("Where will Kim and Putin meet?")).response)
        assert reference_in(said) in log.text


async def test_what_discord_takes_too_late_is_told_in_the_channel(services, log):
    async with simcord.run(new_client(services)) as env:
        server = Server(env)
        env.inject_error("POST", "/interactions/*/callback", status=404, code=10062, times=None)
        result = await server.ask("Where will Kim and Putin meet?")
        assert not result.acknowledged
        message = server.channel.history()[-1]
        assert shown(message).startswith(f"{server.member.mention}, Discord did not take")
        assert env.http_requests[-1].json["allowed_mentions"]["parse"] == []
        assert "the failure could not be told" in log.text


@pytest.mark.parametrize(
    ("command", "options", "part"),
    [
        ("ask", {"question": "Where will Kim and Putin meet?"}, "] "),
        ("ask", {"question": "Who?", "as_of": "soon"}, "not a date"),
    ],
)
async def test_what_discord_took_though_it_said_it_had_failed_is_answered(
    services, command, options, part
):
    client = new_client(services)

    async def taken_unnoticed(interaction) -> bool:
        await interaction.response.defer()
        interaction.response._response_type = None
        return True

    client.tree.interaction_check = taken_unnoticed
    async with simcord.run(client) as env:
        server = Server(env)
        result = await server.member.slash(server.channel, command, **options)
        assert part in shown(result.response)


@pytest.mark.parametrize(
    "request_name", ["create_interaction_response", "edit_original_interaction_response"]
)
@pytest.mark.parametrize("taken", [True, False])
async def test_a_line_that_breaks_costs_no_answer(services, request_name, taken):
    async with simcord.run(new_client(services)) as env:
        server = Server(env)
        send, broken = getattr(env._webhook_adapter, request_name), []

        async def break_once(*parts, **options):
            if broken:
                return await send(*parts, **options)
            broken.append(True)
            if taken:
                await send(*parts, **options)
            raise aiohttp.ServerDisconnectedError

        setattr(env._webhook_adapter, request_name, break_once)
        result = await server.ask("Where will Kim and Putin meet?")
        assert broken
        assert "] " in shown(result.response)


async def test_a_line_that_stays_broken_is_told_to_the_log(services, log):
    async with simcord.run(new_client(services)) as env:
        server = Server(env)

        async def break_always(*_parts, **_options):
            raise aiohttp.ServerDisconnectedError

        env._webhook_adapter.create_interaction_response = break_always
        await server.ask(QUESTION)
        assert "the failure could not be told" in log.text
        assert "Discord did not take" in shown(server.channel.history()[-1])


async def test_a_command_of_another_version_is_told_to_reload(services, log):
    client = new_client(services)
    async with simcord.run(client) as env:
        server = Server(env)
        client.tree.remove_command("sources")
        result = await server.member.slash(server.channel, "sources")
        assert result.ephemeral
        assert "reload Discord" in shown(result.response)
        assert len(env.errors) == 1


async def test_at_a_stop_new_work_is_turned_away_kindly(services):
    client = new_client(services)
    async with simcord.run(client) as env:
        server = Server(env)
        client.stop_taking_work()
        result = await server.ask(QUESTION)
        assert result.ephemeral
        assert shown(result.response) == RESTARTING.message
        assert await server.member.autocomplete(server.channel, "ask", "outlet", "") == []
        await server.member.send(server.channel, f"<@{env.bot.user.id}> {QUESTION}")
        assert shown(server.channel.history()[-1]) == RESTARTING.message
        await client.drain(1)
