"""/brief tells what is new since the last edition of its channel."""

import re
from dataclasses import replace
from datetime import UTC, datetime

from bot.slash.editions import shown_last
from bot.store.schedules import Schedule
from tests.slash.conftest import shown

NEW = re.compile(r"New since the last edition: (.+)")


async def brief(server, channel=None, **options):
    result = await server.member.slash(channel or server.channel, "brief", **options)
    return shown(result.response)


async def test_the_first_edition_of_a_channel_knows_none_before_it(server):
    assert not NEW.search(await brief(server))


async def test_the_next_tells_what_the_one_before_had_not(server):
    await brief(server, as_of="2019-04-17")
    said = await brief(server)
    numbers = NEW.search(said).group(1)
    assert re.fullmatch(r"(\[\d+\] ?)+", numbers)
    assert NEW.search(await brief(server)).group(1) == "nothing"


async def test_channels_are_told_apart(server):
    other = server.guild.create_text_channel("other")
    await brief(server)
    assert not NEW.search(await brief(server, other))


async def test_an_edition_on_one_topic_or_of_one_outlet_is_none_in_the_row(server, services):
    await brief(server, topic="Agenda")
    await brief(server, outlet="Bloomberg")
    assert await shown_last(services, server.guild.id, server.channel.id) is None
    await brief(server)
    assert not NEW.search(await brief(server, topic="Agenda"))


async def test_what_a_schedule_posted_there_is_not_new(server, services, desk):
    references = tuple(sorted(desk.editor.edition().references))
    now = datetime(2019, 4, 19, tzinfo=UTC)
    posted = Schedule(
        id=0,
        next_due=None,
        guild=server.guild.id,
        channel=server.channel.id,
        user=None,
        owner=server.manager.id,
        recurrence="daily 08:00",
        zone="UTC",
        what="briefing",
        created=now,
        anchor=now,
        checked_until=now,
        previous=references,
    )
    elsewhere = replace(posted, channel=server.channel.id + 1)
    await services.scheduling.schedules.add(elsewhere)
    assert not NEW.search(await brief(server, as_of="2018-08-01"))
    await services.scheduling.schedules.add(posted)
    assert NEW.search(await brief(server)).group(1) == "nothing"
