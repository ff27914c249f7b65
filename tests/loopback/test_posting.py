"""Posts by themselves, from the real client to a loopback Discord: where they land, what fails."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.schedule.planning import Wish
from bot.schedule.post import Mark
from bot.slash.posting.places import DiscordPlace
from bot.slash.posting.posts import Posts
from bot.store.entries import Entry, State
from bot.store.schedules import Schedule, WhenNothingNew
from tests.answers.conftest import ROOT, answerer_of
from tests.discord_server import LoopbackDiscord, text_of
from tests.loopback.bot import running_bot
from tests.loopback.conftest import Place


@pytest.fixture(scope="module")
def answerer() -> Any:
    return answerer_of(ROOT / "seeds")


@dataclass
class Newsroom:
    """A running bot whose rounds are called by the test."""

    discord: LoopbackDiscord
    place: Place
    client: Any
    posts: Posts

    @property
    def scheduling(self) -> Any:
        return self.client.services.scheduling

    async def add(self, channel: int | None = None, **wish: Any) -> Schedule:
        made: Schedule = await self.scheduling.planner.add(
            Wish("daily 08:00", "UTC", length="short", **wish),
            guild=self.place.guild,
            channel=channel or self.place.channel,
            owner=self.place.reader,
        )
        return made

    async def post(self, schedule: Schedule) -> Entry:
        """Have an edition posted now; return what became of it."""
        assert await self.scheduling.planner.run_now(schedule)
        return await self.again(schedule)

    async def again(self, schedule: Schedule) -> Entry:
        await self.posts._runner.round()
        await self.posts._runner.finish()
        entry: Entry = (await self.scheduling.ledger.of_schedule(schedule.id, 1))[0]
        return entry

    async def paused(self, schedule: Schedule) -> str:
        found = await self.scheduling.schedules.get(schedule.id)
        assert found.paused
        return str(found.paused_because)


@pytest.fixture
async def newsroom(
    discord: LoopbackDiscord, place: Place, answerer: Any, tmp_path: Path
) -> AsyncIterator[Newsroom]:
    async with running_bot(discord, answerer, tmp_path) as client:
        posts = Posts(client)
        yield Newsroom(discord, place, client, posts)
        await posts.stop(5)


def posted(discord: LoopbackDiscord, channel: int) -> list[dict[str, Any]]:
    return [one for one in discord.messages(channel) if one["author"]["id"] == str(discord.bot)]


async def test_a_post_mentions_the_one_role_and_has_its_sources_in_a_thread(
    newsroom: Newsroom,
) -> None:
    discord, place = newsroom.discord, newsroom.place
    role = discord.add_role(place.guild, "Readers", mentionable=True)
    discord.add_role(place.guild, "Others", mentionable=True)
    made = await newsroom.add(mention_role=role, sources_thread=True)
    entry = await newsroom.post(made)
    assert (entry.state, entry.reason) == (State.SENT, "")
    [message] = posted(discord, place.channel)
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
    assert len(posted(newsroom.discord, newsroom.place.channel)) == 1


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
        found = await DiscordPlace(newsroom.client, made).find(_mark(entry))
        assert found is not None
        assert found.message == entry.message.message  # type: ignore[union-attr]
        assert found.note == ""
    person = await newsroom.scheduling.planner.subscribe(Wish("daily 08:00", "UTC"), place.reader)
    entry = await newsroom.post(person)
    assert entry.state is State.SENT
    assert len(posted(discord, discord.dm(place.reader))) == 1
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
        found = await place.find(_mark(entry))
        assert found is not None
        assert entry.message is not None
        assert found.message == entry.message.message
    assert await place.find(Mark("another", first.due - timedelta(hours=2))) is None


async def test_a_right_taken_away_pauses_tells_once_and_given_back_posts_again(
    newsroom: Newsroom,
) -> None:
    discord, place = newsroom.discord, newsroom.place
    made = await newsroom.add()
    discord.overwrite(place.channel, place.guild, deny=("send_messages",))
    await asyncio.sleep(0.2)
    entry = await newsroom.post(made)
    assert (entry.state, entry.reason) == (
        State.FAILED,
        "the bot lacks Send Messages in #general",
    )
    assert await newsroom.paused(made) == entry.reason
    [told] = posted(discord, discord.dm(place.reader))
    assert "Send Messages in \\#general" in text_of(told)
    discord.overwrite(place.channel, place.guild)
    await asyncio.sleep(1.1)
    found = await newsroom.scheduling.schedules.get(made.id)
    assert await newsroom.scheduling.planner.resume(found)
    assert (await newsroom.post(made)).state is State.SENT
    assert len(posted(discord, discord.dm(place.reader))) == 1


async def test_a_deleted_channel_pauses_and_keeps_everything(newsroom: Newsroom) -> None:
    made = await newsroom.add()
    newsroom.discord.delete_channel(newsroom.place.channel)
    await asyncio.sleep(0.2)
    entry = await newsroom.post(made)
    assert (entry.state, entry.reason) == (State.FAILED, "the channel is deleted")
    assert await newsroom.paused(made) == "the channel is deleted"


async def test_a_deleted_role_is_noted_and_the_post_goes_out(newsroom: Newsroom) -> None:
    discord, place = newsroom.discord, newsroom.place
    role = discord.add_role(place.guild, "Readers", mentionable=True)
    made = await newsroom.add(mention_role=role)
    discord.delete_role(place.guild, role)
    await asyncio.sleep(0.2)
    entry = await newsroom.post(made)
    assert (entry.state, entry.reason) == (State.SENT, "the role to mention is deleted")
    assert str(role) not in text_of(posted(discord, place.channel)[0])


async def test_closed_direct_messages_pause_a_subscription(newsroom: Newsroom) -> None:
    newsroom.discord.set_dms(newsroom.place.reader, taken=False)
    made = await newsroom.scheduling.planner.subscribe(
        Wish("daily 08:00", "UTC"), newsroom.place.reader
    )
    entry = await newsroom.post(made)
    assert entry.state is State.FAILED
    assert await newsroom.paused(made) == "direct messages are closed to the bot"


async def test_no_right_to_make_a_thread_is_noted_and_the_post_stands(newsroom: Newsroom) -> None:
    discord, place = newsroom.discord, newsroom.place
    made = await newsroom.add(sources_thread=True)
    discord.overwrite(place.channel, place.guild, deny=("create_public_threads",))
    await asyncio.sleep(0.2)
    entry = await newsroom.post(made)
    assert entry.state is State.SENT
    assert entry.reason == "without its sources: the bot lacks Create Public Threads in #general"


async def test_discord_away_and_back_posts_late_once(newsroom: Newsroom) -> None:
    discord, place = newsroom.discord, newsroom.place
    made = await newsroom.add()
    discord.go_down()
    entry = await newsroom.post(made)
    assert (entry.state, entry.reason) == (State.PENDING, "Discord could not be reached")
    discord.come_up()
    await discord.ready(place.guild, 60)
    await _until(newsroom, made)
    assert len(posted(discord, place.channel)) == 1


async def test_a_post_that_arrived_unheard_is_found_and_not_sent_again(newsroom: Newsroom) -> None:
    discord, place = newsroom.discord, newsroom.place
    made = await newsroom.add()
    discord.add_fault("drop", "POST", "/messages$", after=True)
    entry = await newsroom.post(made)
    assert entry.state is State.PENDING
    await _until(newsroom, made)
    assert len(posted(discord, place.channel)) == 1
    assert len(discord.requests("POST", "/messages")) == 1


async def test_a_revoked_token_is_waited_out_and_told_of(newsroom: Newsroom) -> None:
    made = await newsroom.add()
    newsroom.discord.world.token = "revoked"
    entry = await newsroom.post(made)
    assert (entry.state, entry.reason) == (State.PENDING, "Discord refuses the bot's token")


async def test_the_same_again_is_not_news(newsroom: Newsroom) -> None:
    said = await newsroom.add(when_nothing_new=WhenNothingNew.SAY)
    await newsroom.post(said)
    await asyncio.sleep(1.1)
    assert (await newsroom.post(said)).state is State.SENT
    texts = [text_of(one) for one in posted(newsroom.discord, newsroom.place.channel)]
    assert len(texts) == 2
    assert "Nothing new since the last edition." in texts[1]


async def _until(newsroom: Newsroom, schedule: Schedule) -> None:
    """Go round until it is posted."""
    for _ in range(80):
        if (await newsroom.again(schedule)).state is State.SENT:
            return
        await asyncio.sleep(0.5)
    pytest.fail("it was not posted in time")


def _mark(entry: Entry) -> Mark:
    return Mark(entry.mark, entry.due - timedelta(hours=2))
