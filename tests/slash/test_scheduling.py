"""/schedule: setting up, looking, changing and removing."""

from dataclasses import replace

import discord
import pytest
import simcord

from bot.store.entries import State
from tests.slash.conftest import labels, new_client, shown


async def schedule(server, command, **options):
    result = await server.manager.slash(server.channel, f"schedule {command}", **options)
    assert result.ephemeral
    return result


async def said(server, command, **options):
    return shown((await schedule(server, command, **options)).response).replace("\\", "")


async def one(services, server):
    [found] = await services.scheduling.schedules.of_guild(server.guild.id)
    return found


async def test_all_that_is_asked_for_is_kept_and_shown(server, services):
    role = server.guild.create_role("Readers", mentionable=True)
    news = server.guild.create_text_channel("evening")
    topic = services.desk.topics[1].name
    text = await said(
        server, "add", times="mon,thu 18:30", channel=news, zone="europe/paris", what="topic",
        about=topic.upper(), length="short", role=role, sources=True, nothing_new="spotlight",
        late=3,
    )  # fmt: skip
    for part in (
        topic, news.mention, "Monday and Thursday at 18:30, Europe/Paris", "one topic, short",
        role.mention, "in a thread", "spotlight", "up to 3 hours late", "Mon 2 Mar 18:30 · <t:1772472600:F>",
    ):  # fmt: skip
        assert part in text
    made = await one(services, server)
    assert (made.channel, made.owner) == (news.id, server.manager.id)
    assert (made.what, made.length, made.mention_role) == (f"topic:{topic}", "short", role.id)
    assert (made.sources_thread, made.when_nothing_new, made.lateness_hours) == (
        True, "spotlight", 3,
    )  # fmt: skip


async def test_what_is_left_out_comes_from_the_place_and_the_settings(server, services):
    await server.manager.slash(server.channel, "settings time-zone", zone="Asia/Tokyo")
    await said(server, "add", times="weekdays 08:00")
    made = await one(services, server)
    assert (made.channel, made.zone, made.what) == (server.channel.id, "Asia/Tokyo", "briefing")
    assert made.mention_role is None


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"times": "now and then"}, "Understood are, for example: “weekdays 08:00”"),
        ({"times": "0 8 * *"}, "There are 4 fields"),
        ({"times": "daily 08:00", "zone": "Atlantis"}, "“Atlantis” is no time zone"),
        ({"times": "daily 08:00", "what": "topic"}, "in the option “about”"),
        ({"times": "daily 08:00", "what": "topic", "about": "football"}, "There are: "),
        ({"times": "daily 08:00", "what": "question"}, "in the option “about”"),
        ({"times": "daily 08:00", "what": "timeline", "about": "x"}, "topic or a standing"),
    ],
)
async def test_what_is_not_understood_is_refused_with_examples(server, services, options, told):
    assert told in await said(server, "add", **options)
    assert await services.scheduling.schedules.of_guild(server.guild.id) == ()


async def test_a_missing_right_is_named_and_nothing_is_set_up(server, services):
    denied = discord.PermissionOverwrite(send_messages=False, create_public_threads=False)
    closed = server.guild.create_text_channel("closed", overwrites={server.env.bot.user: denied})
    text = await said(server, "add", times="daily 08:00", channel=closed, sources=True)
    assert "I lack Send Messages, Create Public Threads in #closed" in text
    text = await said(server, "add", times="daily 08:00", channel=closed)
    assert "I lack Send Messages in #closed" in text
    assert await services.scheduling.schedules.of_guild(server.guild.id) == ()


async def test_a_role_that_cannot_be_mentioned_is_told_of(server):
    role = server.guild.create_role("Quiet")
    denied = discord.PermissionOverwrite(mention_everyone=False)
    quiet = server.guild.create_text_channel("quiet", overwrites={server.env.bot.user: denied})
    text = await said(server, "add", times="daily 08:00", role=role, channel=quiet)
    assert "I lack Mention Everyone in #quiet" in text
    everyone = server.guild.default_role
    assert "never mention everyone" in await said(server, "add", times="daily 08:00", role=everyone)


async def test_only_what_is_named_is_changed(server, services):
    role = server.guild.create_role("Readers", mentionable=True)
    await said(server, "add", times="daily 08:00", role=role, sources=True, late=2)
    before = await one(services, server)
    text = await said(server, "edit", schedule=str(before.id), times="daily 09:00")
    assert "Every day at 09:00" in text
    after = await one(services, server)
    assert (after.recurrence, after.mention_role) == ("daily 09:00", role.id)
    assert (after.sources_thread, after.lateness_hours) == (True, 2)
    await said(server, "edit", schedule=str(before.id), no_role=True, sources=False)
    after = await one(services, server)
    assert (after.mention_role, after.sources_thread) == (None, False)


async def test_a_schedule_is_found_by_its_name_and_offered(server, services):
    other = server.guild.create_text_channel("evening")
    await said(server, "add", times="daily 08:00")
    await said(server, "add", times="daily 18:00", channel=other)
    assert "at 18:00" in await said(server, "show", schedule="evening")
    assert "no schedule “briefing”" in await said(server, "show", schedule="briefing")
    offered = await server.manager.autocomplete(
        server.channel, "schedule show", "schedule", "EVENING"
    )
    assert [choice["name"] for choice in offered] == [
        "2. #evening · Briefing · Every day at 18:00, UTC"
    ]


async def test_schedules_of_another_server_are_out_of_reach(server, services):
    await said(server, "add", times="daily 08:00")
    number = (await one(services, server)).id
    from tests.slash.conftest import Server

    other = Server(server.env)
    for command in ("show", "why", "pause", "resume", "remove", "preview", "run", "edit"):
        assert "no schedules in this server" in await said(other, command, schedule=str(number))
    await said(other, "add", times="daily 09:00")
    assert f"no schedule “{number}”" in await said(other, "pause", schedule=str(number))


async def test_the_list_and_the_next_five_times(server, services):
    assert "/schedule add" in await said(server, "list")
    await said(server, "add", times="0 8 * * 1", zone="America/New_York")
    text = await said(server, "list")
    assert "Monday at 08:00, America/New_York" in text
    text = await said(server, "show", schedule="1")
    assert text.count(":F>") == 5
    assert "Mon 2 Mar 08:00 · <t:1772456400:F>" in text
    assert "Mon 9 Mar 08:00 · <t:1773057600:F>" in text, "an hour earlier, as summer time began"
    assert "has not come round yet" in text


async def test_pausing_and_resuming(server, services):
    await said(server, "add", times="daily 08:00")
    assert "Paused" in await said(server, "pause", schedule="1")
    assert "paused already" in await said(server, "pause", schedule="1")
    assert "**paused**" in await said(server, "list")
    assert "resume lets it run" in await said(server, "run", schedule="1")
    assert "Running again" in await said(server, "resume", schedule="1")
    assert "not paused" in await said(server, "resume", schedule="1")
    assert not (await one(services, server)).paused


async def test_resuming_checks_the_rights_again(server, services):
    await said(server, "add", times="daily 08:00")
    await services.scheduling.schedules.pause(1, "the bot lacks Send Messages in #news")
    assert "the bot lacks Send Messages" in await said(server, "show", schedule="1")
    right = ~discord.Permissions.send_messages.flag
    for role in server.guild._guild.roles.values():
        role.permissions &= right
    await server.env.restart_bot(new_client(services))
    assert "I lack Send Messages in #news" in await said(server, "resume", schedule="1")
    assert (await one(services, server)).paused


async def test_removing_asks_first(server, services, make_services):
    await said(server, "add", times="daily 08:00")
    asked = await schedule(server, "remove", schedule="1")
    assert labels(asked.response) == ["Delete it", "Keep it"]
    kept = await server.manager.click(asked.response, label="Keep it")
    assert "Nothing was changed" in shown(kept.response)
    assert await one(services, server)
    asked = await schedule(server, "remove", schedule="1")
    await server.env.restart_bot(new_client(make_services()))
    await server.manager.click(asked.response, label="Delete it")
    assert await services.scheduling.schedules.of_guild(server.guild.id) == ()


async def test_a_preview_is_what_would_be_posted_for_one_alone(server, services):
    role = server.guild.create_role("Readers", mentionable=True)
    await said(server, "add", times="daily 08:00", role=role, length="short")
    seen = await schedule(server, "preview", schedule="1")
    text = shown(seen.response)
    assert "**Briefing** · 1 March 2026" in text
    made = await one(services, server)
    from bot.slash.posting.frozen import read_body

    post = services.scheduling.renderer.post(made, services.now(), frozenset())
    contents = [part["content"] for part in _texts(read_body(post.body).components)]
    for content in contents:
        assert content in text
    assert not (await services.scheduling.ledger.of_schedule(made.id))


async def test_what_many_schedules_show_alike_is_made_once(server, services, monkeypatch):
    made, issue = [], services.scheduling.issues.issue

    def counted(*words):
        made.append(words)
        return issue(*words)

    monkeypatch.setattr(services.scheduling.issues, "issue", counted)
    await said(server, "add", times="daily 08:00", length="short")
    usual = await one(services, server)
    others = (
        replace(usual, id=2, channel=8, recurrence="daily 09:00"),
        replace(usual, length="long"),
        replace(usual, previous=("x:1",)),
        replace(usual, what="timeline"),
        replace(usual, zone="Pacific/Kiritimati"),
        replace(usual, sources_thread=True),
    )
    post = services.scheduling.renderer.post
    shown_by = [post(each, services.now(), frozenset()) for each in (usual, *others)]
    assert shown_by[0] is shown_by[1]
    assert len(made) == len(others)
    post(usual, services.now(), frozenset({services.desk.corpus.outlets[0]}))
    assert len(made) == len(others) + 1


async def test_run_puts_an_edition_on_its_way(server, services):
    await said(server, "add", times="daily 08:00")
    assert "on its way" in await said(server, "run", schedule="1")
    [entry] = await services.scheduling.ledger.of_schedule(1)
    assert entry.state is State.PENDING
    assert "Sun 1 Mar 12:00 · waiting" in await said(server, "why", schedule="1")


async def test_only_those_who_manage_the_server_have_the_commands(server):
    for command in ("list", "show", "why"):
        with pytest.raises(simcord.SetupError, match="default-member-permissions"):
            await server.member.slash(server.channel, f"schedule {command}")


async def test_status_tells_of_the_next_post_and_of_the_channels(make_services):
    services = make_services()
    services = make_services(
        posting=services.scheduling.channels, next_post=services.scheduling.next_post
    )
    from tests.slash.conftest import Server

    async with simcord.run(new_client(services)) as env:
        server = Server(env)
        await said(server, "add", times="daily 13:00")
        text = shown((await server.manager.slash(server.channel, "status")).response)
        assert "**Next post** <t:1772370000:F>" in text


def _texts(components):
    from tests.slash.conftest import walk

    return [part for part in walk(components) if "content" in part]


async def test_posts_are_published_in_announcement_channels_only(server, services):
    text = await said(server, "add", times="daily 08:00", publish=True)
    assert "#news is no announcement channel" in text
    assert await services.scheduling.schedules.of_guild(server.guild.id) == ()
    announced = server.guild.create_news_channel("announced")
    text = await said(server, "add", times="daily 08:00", publish=True, channel=announced)
    assert "published to servers that follow the channel" in text
    made = await one(services, server)
    assert made.publish
    text = await said(server, "edit", schedule=str(made.id), channel=server.channel)
    assert "#news is no announcement channel" in text
    assert (await one(services, server)).channel == announced.id
    text = await said(server, "edit", schedule=str(made.id), publish=False)
    assert "published" not in text


async def test_the_role_that_is_kept_is_looked_at_where_the_schedule_moves(server, services):
    role = server.guild.create_role("Quiet")
    allowed = discord.PermissionOverwrite(mention_everyone=True)
    loud = server.guild.create_text_channel("loud", overwrites={server.env.bot.user: allowed})
    denied = discord.PermissionOverwrite(mention_everyone=False)
    quiet = server.guild.create_text_channel("quiet", overwrites={server.env.bot.user: denied})
    await said(server, "add", times="daily 08:00", role=role, channel=loud)
    made = await one(services, server)
    text = await said(server, "edit", schedule=str(made.id), channel=quiet)
    assert "I lack Mention Everyone in #quiet" in text
    assert (await one(services, server)).channel == loud.id
