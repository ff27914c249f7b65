"""The real client's commands, buttons, modals and menus, and the rules for answering them."""

import discord as dpy
import pytest

from tests.discord_server import LoopbackDiscord, NotOfferedError, Pending, labels_of
from tests.loopback.client import SmallClient, running
from tests.loopback.conftest import Rest
from tests.loopback.newsroom import Place


async def test_a_command_is_deferred_and_then_answered(
    discord: LoopbackDiscord, place: Place
) -> None:
    async with running(discord):
        pending = await discord.slash(place.reader, place.channel, "echo", text="good morning")
        shown = await pending.answered()
    assert shown.text == "good morning"
    assert shown.response == 5
    assert not shown.ephemeral
    assert labels_of(shown.message) == ["More", "Wrong", "Article"]
    assert shown.followups == []
    assert discord.violations() == []


async def test_an_ephemeral_answer_is_seen_by_one_person_alone(
    discord: LoopbackDiscord, place: Place, rest: Rest
) -> None:
    async with running(discord):
        shown = await (
            await discord.slash(place.reader, place.channel, "now", text="psst")
        ).answered()
    assert shown.ephemeral
    assert len(discord.messages(place.channel, viewer=place.reader)) == 1
    assert discord.messages(place.channel) == []
    status, body = await rest("GET", f"/channels/{place.channel}/messages/{shown.message['id']}")
    assert (status, body["code"]) == (404, 10008)


async def test_buttons_edit_their_message_and_open_modals(
    discord: LoopbackDiscord, place: Place
) -> None:
    async with running(discord):
        pending = await discord.slash(place.reader, place.channel, "echo", text="one")
        message = int((await pending.answered()).message["id"])
        more = await (await discord.press(place.reader, place.channel, message, "More")).answered()
        wrong = await discord.press(place.reader, place.channel, message, "Wrong")
        assert (await wrong.answered()).modal["title"] == "Why?"
        why = await (await discord.submit(wrong, Reason="no such date")).answered()
        with pytest.raises(NotOfferedError, match="link"):
            await discord.press(place.reader, place.channel, message, "Article")
        with pytest.raises(NotOfferedError, match="50 characters"):
            await discord.submit(wrong, Reason="x" * 51)
    assert more.text == "and more"
    assert int(more.message["id"]) == message
    assert why.text == "because no such date"
    assert discord.violations() == []


async def test_autocompletion_subcommands_and_menus(discord: LoopbackDiscord, place: Place) -> None:
    async with running(discord):
        choices = await discord.autocomplete(place.reader, place.channel, "echo", "text", "ki")
        shown = await (
            await discord.slash(place.reader, place.channel, "settings show", channel=place.channel)
        ).answered()
        said = await discord.say(place.reader, place.channel, "the sky is blue")
        found = await (
            await discord.context_menu(place.reader, place.channel, "Find sources", message=said)
        ).answered()
    assert [choice["value"] for choice in choices] == ["ki0", "ki1", "ki2"]
    assert shown.text == "general of Newsroom"
    assert found.text == "found the sky is blue"


async def test_only_what_discord_offers_can_be_used(discord: LoopbackDiscord, place: Place) -> None:
    head = discord.add_member(place.guild, "head", "manage_guild")
    direct = discord.dm(place.reader)
    async with running(discord):
        with pytest.raises(NotOfferedError, match="rights"):
            await discord.slash(place.reader, place.channel, "manage")
        with pytest.raises(NotOfferedError, match="kind of place"):
            await discord.slash(place.reader, direct, "manage")
        with pytest.raises(NotOfferedError, match="required"):
            await discord.slash(place.reader, place.channel, "echo")
        with pytest.raises(NotOfferedError, match="no command"):
            await discord.slash(place.reader, place.channel, "missing")
        shown = await (await discord.slash(head, place.channel, "manage")).answered()
        alone = await (await discord.slash(place.reader, direct, "echo", text="hi")).answered()
    assert shown.text == "managed"
    assert alone.text == "hi"


async def test_an_app_installed_by_a_person_works_where_the_bot_is_not(
    discord: LoopbackDiscord, place: Place
) -> None:
    elsewhere = discord.add_guild("Elsewhere", bot=False)
    channel = discord.add_channel(elsewhere, "lobby")
    discord.add_member(elsewhere, place.reader)
    async with running(discord):
        with pytest.raises(NotOfferedError, match="installation"):
            await discord.slash(place.reader, channel, "now", text="x")
        shown = await (await discord.slash(place.reader, channel, "echo", text="hello")).answered()
    assert shown.text == "hello"


async def test_an_answer_after_three_seconds_is_refused(
    discord: LoopbackDiscord, place: Place
) -> None:
    client = SmallClient()
    async with running(discord, client):
        pending = await discord.slash(place.reader, place.channel, "slow", seconds=0.2)
        discord.advance(3.1)
        shown = await _refused(discord, pending)
        error = client.errors[0].__cause__ or client.errors[0]
    assert shown.refused == [10062]
    assert shown.acknowledged is None
    assert isinstance(getattr(error, "original", error), dpy.NotFound)


async def _refused(discord: LoopbackDiscord, pending: Pending):
    await discord.until(lambda: pending.outcome().refused)
    return pending.outcome()


async def _asked(
    discord: LoopbackDiscord, place: Place, rest: Rest, name: str = "probe"
) -> tuple[Pending, str]:
    """An interaction that nobody answers yet, and the path to answer it."""
    command = {"name": name, "description": "For probing"}
    await rest("POST", f"/applications/{discord.bot}/commands", command)
    pending = await discord.slash(place.reader, place.channel, name)
    token = discord.world.interactions[pending.id].token
    return pending, f"/interactions/{pending.id}/{token}/callback"


async def test_a_second_answer_is_refused(
    discord: LoopbackDiscord, place: Place, rest: Rest
) -> None:
    _, path = await _asked(discord, place, rest)
    first = {"type": 4, "data": {"content": "one"}}
    assert (await rest("POST", path, first))[0] == 204
    status, body = await rest("POST", path, first)
    assert (status, body["code"]) == (400, 40060)


async def test_a_wrong_token_is_unknown(discord: LoopbackDiscord, place: Place, rest: Rest) -> None:
    pending, _ = await _asked(discord, place, rest)
    wrong = f"/interactions/{pending.id}/other/callback"
    status, body = await rest("POST", wrong, {"type": 5})
    assert (status, body["code"]) == (404, 10062)


async def test_a_token_lives_for_fifteen_minutes(
    discord: LoopbackDiscord, place: Place, rest: Rest
) -> None:
    pending, path = await _asked(discord, place, rest)
    token = discord.world.interactions[pending.id].token
    after = f"/webhooks/{discord.bot}/{token}"
    status, body = await rest("POST", after, {"content": "too early"})
    assert (status, body["code"]) == (404, 10015)
    await rest("POST", path, {"type": 4, "data": {"content": "one"}})
    assert (await rest("POST", after, {"content": "two"}))[0] == 204
    assert (await rest("PATCH", f"{after}/messages/@original", {"content": "one!"}))[0] == 200
    discord.advance(15 * 60 + 1)
    status, body = await rest("POST", after, {"content": "three"})
    assert (status, body["code"]) == (401, 50027)
    assert pending.outcome().text == "one!\ntwo"


async def test_thinking_is_ended_by_the_first_follow_up_and_stays_private(
    discord: LoopbackDiscord, place: Place, rest: Rest
) -> None:
    pending, path = await _asked(discord, place, rest)
    await rest("POST", path, {"type": 5, "data": {"flags": 64}})
    assert not pending.outcome().answered
    token = discord.world.interactions[pending.id].token
    await rest("POST", f"/webhooks/{discord.bot}/{token}", {"content": "done"})
    shown = pending.outcome()
    assert shown.answered
    assert shown.ephemeral
    assert shown.text == "done"
    assert shown.followups == []


@pytest.mark.parametrize("kind", [1, 6, 7, 8])
async def test_a_command_takes_no_other_kind_of_answer(
    discord: LoopbackDiscord, place: Place, rest: Rest, kind: int
) -> None:
    _, path = await _asked(discord, place, rest)
    status, body = await rest("POST", path, {"type": kind, "data": {"choices": []}})
    assert (status, body["code"]) == (400, 50035)


async def test_a_modal_is_not_answered_with_a_modal(
    discord: LoopbackDiscord, place: Place, rest: Rest
) -> None:
    field = {"type": 18, "label": "Why", "component": {"type": 4, "custom_id": "w", "style": 1}}
    modal = {"type": 9, "data": {"title": "Why", "custom_id": "m", "components": [field]}}
    pending, path = await _asked(discord, place, rest)
    assert (await rest("POST", path, modal))[0] == 204
    submitted = await discord.submit(pending, w="because")
    token = discord.world.interactions[submitted.id].token
    path = f"/interactions/{submitted.id}/{token}/callback"
    assert (await rest("POST", path, modal))[0] == 400
    assert (await rest("POST", path, {"type": 7, "data": {"content": "x"}}))[0] == 400
    assert (await rest("POST", path, {"type": 4, "data": {"content": "thanks"}}))[0] == 204


async def test_an_uninstalled_app_has_five_follow_ups(
    discord: LoopbackDiscord, place: Place, rest: Rest
) -> None:
    elsewhere = discord.add_guild("Elsewhere", bot=False)
    channel = discord.add_channel(elsewhere, "lobby")
    discord.add_member(elsewhere, place.reader)
    command = {"name": "probe", "description": "For probing", "integration_types": [1]}
    await rest("POST", f"/applications/{discord.bot}/commands", command)
    pending = await discord.slash(place.reader, channel, "probe")
    token = discord.world.interactions[pending.id].token
    one = {"type": 4, "data": {"content": "one"}}
    await rest("POST", f"/interactions/{pending.id}/{token}/callback", one)
    after = f"/webhooks/{discord.bot}/{token}"
    codes = [(await rest("POST", after, {"content": "more"}))[0] for _ in range(6)]
    assert codes == [204] * 5 + [400]
