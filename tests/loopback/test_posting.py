"""Posts by themselves, from the real client to a loopback Discord: where they land, what fails."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.schedule.planning import Wish
from bot.schedule.post import Mark
from bot.slash.posting.places import DiscordPlace
from bot.store.entries import State
from bot.store.schedules import WhenNothingNew
from tests.discord_server import text_of
from tests.loopback.newsroom import Newsroom, mark_of


async def test_a_post_mentions_the_one_role_and_has_its_sources_in_a_thread(
    newsroom: Newsroom,
) -> None:
    discord, place = newsroom.discord, newsroom.place
    role = discord.add_role(place.guild, "Readers", mentionable=True)
    discord.add_role(place.guild, "Others", mentionable=True)
    made = await newsroom.add(mention_role=role, sources_thread=True)
    entry = await newsroom.post(made)
    assert (entry.state, entry.reason) == (State.SENT, "")
    [message] = newsroom.posted()
    assert entry.message is not None
    assert entry.message.link.endswith(f"/{place.guild}/{place.channel}/{message['id']}")
    [(_, pings)] = discord.pings()
    assert set(pings.roles) == {role}
    assert not pings.users
    assert not pings.everyone
    assert message["nonce"] == entry.mark
    sources = "\n".join(text_of(one) for one in discord.messages(int(message["thread"]["id"])))
    assert "Sources" in sources
    outlets = newsroom.client.services.desk.corpus.outlets
    assert any(outlet in sources for outlet in outlets)
    assert discord.violations() == []


async def test_no_role_is_mentioned_where_none_was_chosen(newsroom: Newsroom) -> None:
    await newsroom.post(await newsroom.add())
    assert newsroom.discord.pings() == []
    assert len(newsroom.posted()) == 1


@pytest.mark.parametrize("what", ["briefing", "timeline", "question:When will they meet?", "topic"])
@pytest.mark.parametrize("length", ["short", "long"])
async def test_everything_that_can_be_posted_is_legal(
    newsroom: Newsroom, what: str, length: str
) -> None:
    if what == "topic":
        what = f"topic:{newsroom.client.services.desk.topics[0].name}"
    made = await newsroom.add(what=what, sources_thread=True)
    entry = await newsroom.post(replace(made, length=length))
    assert entry.state is State.SENT
    assert newsroom.discord.violations() == []


async def test_a_forum_an_announcement_channel_a_thread_and_a_person_get_their_posts(
    newsroom: Newsroom,
) -> None:
    discord, place = newsroom.discord, newsroom.place
    forum = discord.add_channel(place.guild, "forum", "forum")
    announced = discord.add_channel(place.guild, "announced", "announcement")
    thread = discord.add_thread(place.channel, "a thread", place.reader)
    for channel in (forum, announced, thread):
        made = await newsroom.add(channel, sources_thread=True)
        entry = await newsroom.post(made)
        assert (entry.state, entry.reason) == (State.SENT, ""), channel
        found = await DiscordPlace(newsroom.client, made).find(mark_of(entry))
        assert found is not None
        assert found.message == entry.message.message  # type: ignore[union-attr]
        assert found.note == ""
    person = await newsroom.scheduling.planner.subscribe(
        Wish(newsroom.far_off, "UTC"), place.reader
    )
    entry = await newsroom.post(person)
    assert entry.state is State.SENT
    assert len(newsroom.posted(discord.dm(place.reader))) == 1
    assert discord.violations() == []


async def test_a_post_is_found_by_its_mark_and_no_other(newsroom: Newsroom) -> None:
    made = await newsroom.add()
    first, second = await newsroom.post(made), None
    await asyncio.sleep(1.1)  # an edition by hand is named after its second
    await newsroom.scheduling.schedules.edit(replace(made, previous=()))
    other = await newsroom.add()
    second = await newsroom.post(other)
    place = DiscordPlace(newsroom.client, made)
    for entry in (first, second):
        found = await place.find(mark_of(entry))
        assert found is not None
        assert entry.message is not None
        assert found.message == entry.message.message
    assert await place.find(Mark("another", first.due - timedelta(hours=2))) is None


async def test_the_same_again_is_not_news(newsroom: Newsroom) -> None:
    said = await newsroom.add(when_nothing_new=WhenNothingNew.SAY)
    await newsroom.post(said)
    await asyncio.sleep(1.1)
    assert (await newsroom.post(said)).state is State.SENT
    texts = [text_of(one) for one in newsroom.posted()]
    assert len(texts) == 2
    assert "Nothing new since the last edition." in texts[1]
