"""Messages, history, nonces, mentions, threads and rights, as the real client sees them."""

from typing import Any

import discord as dpy
import pytest

from tests.discord_server import LoopbackDiscord
from tests.loopback.client import SmallClient, running
from tests.loopback.conftest import Rest
from tests.loopback.newsroom import Place


async def test_send_edit_read_and_delete(discord: LoopbackDiscord, place: Place) -> None:
    async with running(discord) as client:
        channel = client.get_channel(place.channel)
        sent = await channel.send("one", allowed_mentions=dpy.AllowedMentions.none())
        await sent.edit(content="two")
        assert (await channel.fetch_message(sent.id)).content == "two"
        reply = await sent.reply("three")
        assert reply.reference.message_id == sent.id
        await sent.delete()
        with pytest.raises(dpy.NotFound) as gone:
            await channel.fetch_message(sent.id)
    assert gone.value.code == 10008
    assert [one["content"] for one in discord.messages(place.channel)] == ["three"]
    assert discord.violations() == []


async def test_history_forwards_backwards_and_around(
    discord: LoopbackDiscord, place: Place
) -> None:
    async with running(discord) as client:
        channel = client.get_channel(place.channel)
        sent = [await channel.send(str(number)) for number in range(7)]

        async def texts(**asked: Any) -> list[str]:
            return [one.content async for one in channel.history(**asked)]

        assert await texts(limit=3) == ["6", "5", "4"]
        assert await texts(limit=2, before=sent[3]) == ["2", "1"]
        assert await texts(limit=2, after=sent[3]) == ["4", "5"]
        assert await texts(limit=3, around=sent[3]) == ["4", "3", "2"]


async def test_the_bot_reads_only_what_is_meant_for_it(
    discord: LoopbackDiscord, place: Place
) -> None:
    client = SmallClient()
    async with running(discord, client):
        mine = await client.get_channel(place.channel).send("hello")
        await discord.say(place.reader, place.channel, "between us")
        await discord.say(place.reader, place.channel, "for you", mention=True)
        await discord.say(place.reader, place.channel, "an answer", reply_to=mine.id)
        await discord.say(place.reader, place.channel, "a quiet one", reply_to=mine.id, ping=False)
        await discord.say(place.reader, discord.dm(place.reader), "in private")
        await discord.until(lambda: len(client.heard) == 5)
        history = [one.content async for one in client.get_channel(place.channel).history(limit=9)]
    heard = [one.content for one in client.heard]
    assert heard == ["", f"<@{discord.bot}> for you", "an answer", "", "in private"]
    assert client.heard[2].reference.resolved.content == "hello"
    assert history[-2:] == ["", "hello"]


async def test_the_same_nonce_sends_once(
    discord: LoopbackDiscord, place: Place, rest: Rest
) -> None:
    path = f"/channels/{place.channel}/messages"
    body = {"content": "once", "nonce": "edition-1", "enforce_nonce": True}
    _, first = await rest("POST", path, body)
    _, again = await rest("POST", path, body)
    _, other = await rest("POST", path, {**body, "nonce": "edition-2"})
    assert first["id"] == again["id"] != other["id"]
    _, careless = await rest("POST", path, {"content": "x", "nonce": "edition-1"})
    assert careless["id"] != first["id"]
    discord.advance(600)
    _, later = await rest("POST", path, {**body, "nonce": "edition-2"})
    assert later["id"] != other["id"]


async def test_who_would_have_been_pinged(
    discord: LoopbackDiscord, place: Place, rest: Rest
) -> None:
    path = f"/channels/{place.channel}/messages"
    readers = discord.add_role(place.guild, "readers", mentionable=True)
    staff = discord.add_role(place.guild, "staff")
    text = f"<@{place.reader}> <@&{readers}> <@&{staff}> @everyone `<@1>`"

    async def pinged(**more: Any) -> Any:
        _, sent = await rest("POST", path, {"content": text, **more})
        return dict(discord.pings()).get(int(sent["id"]))

    all_of_them = await pinged()
    assert (all_of_them.users, all_of_them.roles, all_of_them.everyone) == (
        (place.reader,),
        (readers,),
        False,
    )
    assert await pinged(allowed_mentions={"parse": []}) is None
    only = await pinged(allowed_mentions={"parse": [], "roles": [str(readers)]})
    assert (only.users, only.roles) == ((), (readers,))
    asked = await discord.say(place.reader, place.channel, "?")
    reply = {"message_reference": {"message_id": str(asked)}, "content": "!"}
    quiet = await pinged(**reply, allowed_mentions={"parse": [], "replied_user": False})
    assert quiet is None
    assert (await pinged(**reply)).users == (place.reader,)


DENIED = [
    ("view_channel", {"content": "x"}, 50001),
    ("send_messages", {"content": "x"}, 50013),
    ("embed_links", {"embeds": [{"title": "x"}]}, 50013),
]


@pytest.mark.parametrize(("right", "body", "code"), DENIED)
async def test_rights_are_asked_for_in_each_channel(
    discord: LoopbackDiscord, place: Place, rest: Rest, right: str, body: Any, code: int
) -> None:
    path = f"/channels/{place.channel}/messages"
    discord.overwrite(place.channel, place.guild, deny=right)
    status, answer = await rest("POST", path, body)
    assert (status, answer["code"]) == (403, code)
    discord.overwrite(place.channel, discord.bot, allow=right)
    assert (await rest("POST", path, body))[0] == 200


async def test_history_and_replies_need_read_message_history(
    discord: LoopbackDiscord, place: Place, rest: Rest
) -> None:
    path = f"/channels/{place.channel}/messages"
    _, sent = await rest("POST", path, {"content": "x"})
    discord.overwrite(place.channel, place.guild, deny="read_message_history")
    assert await rest("GET", path) == (200, [])
    assert (await rest("GET", f"{path}/{sent['id']}"))[0] == 403
    reply = {"content": "y", "message_reference": {"message_id": sent["id"]}}
    status, answer = await rest("POST", path, reply)
    assert (status, answer["code"]) == (403, 160002)


async def test_what_is_gone_is_unknown(discord: LoopbackDiscord, place: Place, rest: Rest) -> None:
    discord.delete_channel(place.channel)
    status, answer = await rest("POST", f"/channels/{place.channel}/messages", {"content": "x"})
    assert (status, answer["code"]) == (404, 10003)
    status, answer = await rest("GET", "/guilds/5")
    assert (status, answer["code"]) == (404, 10004)
    other = discord.add_guild("Elsewhere", bot=False)
    status, answer = await rest("GET", f"/guilds/{other}")
    assert (status, answer["code"]) == (403, 50001)


async def test_closed_direct_messages(discord: LoopbackDiscord, place: Place) -> None:
    async with running(discord) as client:
        person = await client.fetch_user(place.reader)
        await person.send("hello")
        discord.set_dms(place.reader, taken=False)
        with pytest.raises(dpy.Forbidden) as closed:
            await person.send("hello?")
        stranger = await client.fetch_user(discord.add_user("stranger"))
        with pytest.raises(dpy.Forbidden):
            await stranger.send("hello?")
    assert closed.value.code == 50007


async def test_threads_forum_posts_and_crossposts(discord: LoopbackDiscord, place: Place) -> None:
    forum = discord.add_channel(place.guild, "topics", "forum")
    news = discord.add_channel(place.guild, "news", "announcement")
    async with running(discord) as client:
        sent = await client.get_channel(place.channel).send("one")
        thread = await sent.create_thread(name="sources")
        await thread.send("inside")
        with pytest.raises(dpy.HTTPException) as twice:
            await sent.create_thread(name="again")
        made = await client.get_channel(forum).create_thread(name="post", content="first")
        published = await client.get_channel(news).send("news")
        await published.publish()
        with pytest.raises(dpy.HTTPException) as again:
            await published.publish()
        with pytest.raises(dpy.HTTPException) as elsewhere:
            await sent.publish()
        discord.overwrite(place.channel, place.guild, deny="send_messages_in_threads")
        with pytest.raises(dpy.Forbidden):
            await thread.send("no more")
    assert twice.value.code == 160004
    assert again.value.code == 40033
    assert elsewhere.value.code == 50024
    assert thread.id == sent.id
    assert [one["content"] for one in discord.messages(made.thread.id)] == ["first"]
    assert [one["content"] for one in discord.messages(thread.id)] == ["inside"]


async def test_editing_what_others_wrote(
    discord: LoopbackDiscord, place: Place, rest: Rest
) -> None:
    said = await discord.say(place.reader, place.channel, "mine")
    path = f"/channels/{place.channel}/messages/{said}"
    status, answer = await rest("PATCH", path, {"content": "yours"})
    assert (status, answer["code"]) == (403, 50005)
    assert (await rest("DELETE", path))[0] == 403


async def test_a_file_comes_along(discord: LoopbackDiscord, place: Place, tmp_path: Any) -> None:
    made = tmp_path / "card.txt"
    made.write_text("hello")
    async with running(discord) as client:
        sent = await client.get_channel(place.channel).send("look", file=dpy.File(made))
        await sent.edit(content="look again")
    (kept,) = discord.messages(place.channel)
    assert (kept["content"], kept["attachments"][0]["filename"]) == ("look again", "card.txt")


async def test_a_wrong_token_is_unauthorized(rest: Rest) -> None:
    assert (await rest("GET", "/users/@me", token="other"))[0] == 401
