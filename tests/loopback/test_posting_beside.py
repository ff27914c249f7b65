"""What stands beside a post, once: its sources, its picture, and that followers get it."""

from typing import Any

import pytest

from bot.slash.posting.places import DiscordPlace
from bot.store.entries import State
from tests.discord_server import LoopbackDiscord, text_of
from tests.discord_server.world.models import CROSSPOSTED
from tests.loopback.newsroom import Newsroom

THREADS = "/messages/{message_id}/threads"
PUBLISH = "/crosspost"


def threads_of(discord: LoopbackDiscord, channel: int) -> list[int]:
    """The threads in a channel, or the posts of a forum."""
    return [one.id for one in discord.world.channels.values() if one.parent == channel]


async def test_a_forum_post_whose_answer_was_an_error_is_found_and_not_made_again(
    newsroom: Newsroom,
) -> None:
    discord = newsroom.discord
    forum = discord.add_channel(newsroom.place.guild, "forum", "forum")
    made = await newsroom.add(forum, sources_thread=True)
    discord.add_fault("502", "POST", "/channels/{channel_id}/threads$", after=True)
    entry = await newsroom.post(made)
    assert (entry.state, entry.reason) == (State.PENDING, "Discord had trouble of its own")
    newsroom.advance(seconds=30)
    entry = await newsroom.until_sent(made)
    [thread] = threads_of(discord, forum)
    assert entry.message is not None
    assert entry.message.message == thread
    assert len(newsroom.posted(thread)) == 2  # the post and its sources


async def test_a_forum_that_asks_to_wait_is_waited_for_by_itself(newsroom: Newsroom) -> None:
    discord = newsroom.discord
    forum = discord.add_channel(newsroom.place.guild, "forum", "forum")
    discord.add_fault("429", "POST", "/channels/{channel_id}/threads$")
    assert (await newsroom.post(await newsroom.add(forum))).state is State.SENT
    assert len(threads_of(discord, forum)) == 1


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("kind", ["drop", "502"])
@pytest.mark.parametrize("route", ["/threads$", "/messages$"])
async def test_sources_cut_off_are_added_later_once(
    newsroom: Newsroom, kind: str, after: bool, route: str
) -> None:
    discord, place = newsroom.discord, newsroom.place
    made = await newsroom.add(sources_thread=True)
    if route == "/threads$":
        discord.add_fault(kind, "POST", route, after=after)
        entry = await newsroom.post(made)
    else:
        entry = await cut_off_in_the_thread(newsroom, made, kind, after)
    assert entry.state is (State.PENDING if kind == "drop" else State.SENT)
    newsroom.advance(minutes=12)
    entry = await newsroom.until_sent(made)
    assert entry.reason == ""
    [post] = newsroom.posted()
    [thread] = threads_of(discord, place.channel)
    assert thread == int(post["id"])
    [sources] = newsroom.posted(thread)
    assert "Sources" in text_of(sources)


async def cut_off_in_the_thread(newsroom: Newsroom, made: Any, kind: str, after: bool) -> Any:
    """Break the line once the thread is there, before or after its first message."""
    place, completed = DiscordPlace(newsroom.client, made), DiscordPlace.complete

    async def complete(self: DiscordPlace, *words: Any) -> str:
        newsroom.discord.add_fault(kind, "POST", "/messages$", after=after)
        return await completed(self, *words)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(type(place), "complete", complete)
        return await newsroom.post(made)


async def test_sources_that_never_come_are_told_of(newsroom: Newsroom) -> None:
    made = await newsroom.add(sources_thread=True, lateness_hours=1)
    newsroom.discord.add_fault("drop", "POST", "/threads$", times=None)
    assert (await newsroom.post(made)).state is State.PENDING
    newsroom.advance(hours=2)
    entry = await newsroom.again(made)
    assert (entry.state, entry.reason) == (
        State.SENT,
        "not all of it: Discord could not be reached",
    )
    assert len(newsroom.posted()) == 1


async def test_a_post_is_published_where_that_is_wanted_and_nowhere_else(
    newsroom: Newsroom,
) -> None:
    discord = newsroom.discord
    channel = discord.add_channel(newsroom.place.guild, "announced", "announcement")
    entry = await newsroom.post(await newsroom.add(channel))
    assert entry.state is State.SENT
    assert discord.requests("POST", PUBLISH) == []
    discord.add_fault("502", "POST", "/crosspost$", after=True)
    entry = await newsroom.post(await newsroom.add(channel, publish=True))
    assert (entry.state, entry.reason) == (State.SENT, "")
    flags = [one["flags"] & CROSSPOSTED for one in newsroom.posted(channel)]
    assert flags == [0, CROSSPOSTED]


async def test_a_timeline_carries_its_picture_with_words_for_it(newsroom: Newsroom) -> None:
    pytest.importorskip("resvg_py")
    discord, place = newsroom.discord, newsroom.place
    forum = discord.add_channel(place.guild, "forum", "forum")
    for channel in (place.channel, forum):
        entry = await newsroom.post(await newsroom.add(channel, what="timeline"))
        assert (entry.state, entry.reason) == (State.SENT, "")
    [opened] = threads_of(discord, forum)
    for message in (*newsroom.posted(), *newsroom.posted(opened)):
        [attached] = message["attachments"]
        assert attached["filename"] == "picture.png"
        assert "attachment://" in str(message["components"])
        assert "'description': '" in str(message["components"])
    assert discord.violations() == []


async def test_a_timeline_without_the_right_to_attach_files_is_text(newsroom: Newsroom) -> None:
    pytest.importorskip("resvg_py")
    discord, place = newsroom.discord, newsroom.place
    discord.overwrite(place.channel, place.guild, deny=("attach_files",))
    await newsroom.heard()
    entry = await newsroom.post(await newsroom.add(what="timeline"))
    assert (entry.state, entry.reason) == (
        State.SENT,
        "without its picture: the bot lacks Attach Files in #general",
    )
    [message] = newsroom.posted()
    assert message["attachments"] == []
    assert discord.violations() == []


async def test_a_forum_post_deleted_meanwhile_is_noted_and_pauses_nothing(
    newsroom: Newsroom,
) -> None:
    discord = newsroom.discord
    forum = discord.add_channel(newsroom.place.guild, "forum", "forum")
    made = await newsroom.add(forum, sources_thread=True)
    sent = DiscordPlace.send

    async def send_and_lose(self: DiscordPlace, *words: Any) -> Any:
        message = await sent(self, *words)
        discord.delete_channel(message.channel)
        await newsroom.heard()
        return message

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(DiscordPlace, "send", send_and_lose)
        entry = await newsroom.post(made)
    assert (entry.state, entry.reason) == (State.SENT, "not all of it: the post is deleted")
    found = await newsroom.scheduling.schedules.get(made.id)
    assert not found.paused
