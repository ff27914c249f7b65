"""/subscribe and /unsubscribe, and that /privacy deletes subscriptions."""

import pytest

from bot.schedule.planning import Wish
from bot.store.entries import NewEntry
from tests.slash.conftest import shown


async def subscribe(actor, **options):
    result = await actor.slash("subscribe", **options)
    return shown(result.response).replace("\\", "")


@pytest.fixture
def someone(server):
    return server.member.user


async def test_a_subscription_is_kept_and_the_person_is_written_to(server, services, someone):
    text = await subscribe(someone, times="weekdays 08:00", zone="Asia/Tokyo")
    assert "Subscribed" in text
    assert "Monday to Friday at 08:00, Asia/Tokyo" in text
    [made] = await services.scheduling.schedules.of_user(someone.id)
    assert (made.channel, made.guild, made.owner) == (None, None, someone.id)
    assert "You get Briefing here" in shown(someone.dm_channel.history()[0])


async def test_the_same_again_changes_and_wakes_it(server, services, someone):
    await subscribe(someone, times="daily 08:00")
    [made] = await services.scheduling.schedules.of_user(someone.id)
    await services.scheduling.schedules.pause(made.id, "direct messages are closed to the bot")
    assert "Changed" in await subscribe(someone, times="daily 09:00", length="long")
    [made] = await services.scheduling.schedules.of_user(someone.id)
    assert (made.recurrence, made.length, made.paused) == ("daily 09:00", "long", False)


async def test_subscriptions_tell_what_became_of_the_last_times(server, services, someone):
    async def told():
        return shown((await someone.slash("subscriptions")).response).replace("\\", "")

    assert "no subscriptions" in await told()
    await subscribe(someone, times="daily 08:00", late=2)
    [made] = await services.scheduling.schedules.of_user(someone.id)
    assert made.lateness_hours == 2
    text = await told()
    assert "Every day at 08:00" in text
    assert "It has not come round yet." in text
    entry = NewEntry(made.created.date(), "08:00", made.created, "mark", "merged into another")
    await services.scheduling.ledger.add(made, entry, made.created)
    await services.scheduling.schedules.pause(made.id, "direct messages are closed to the bot")
    text = await told()
    assert "skipped: merged into another" in text
    assert "Paused: direct messages are closed to the bot." in text
    assert "Briefing" not in shown((await server.manager.user.slash("subscriptions")).response)


async def test_times_that_are_not_understood_are_told_before_anything_is_sent(
    server, services, someone
):
    assert "Understood are" in await subscribe(someone, times="often")
    assert someone.dm_channel.history() == []
    assert await services.scheduling.schedules.of_user(someone.id) == ()


async def test_unsubscribing_from_the_only_one_and_from_one_of_several(server, services, someone):
    async def leave(**options):
        return shown((await someone.slash("unsubscribe", **options)).response)

    assert "no subscriptions" in await leave()
    await subscribe(someone, times="daily 08:00")
    await subscribe(someone, times="daily 09:00", what="timeline")
    assert "You have several" in await leave()
    assert "no longer get Timeline" in await leave(subscription="timeline")
    assert "no longer get Briefing" in await leave()
    assert await services.scheduling.schedules.of_user(someone.id) == ()


async def test_a_subscription_of_another_is_out_of_reach(server, services, someone):
    other = server.manager.user
    await subscribe(other, times="daily 08:00")
    await subscribe(someone, times="daily 08:00")
    [theirs] = await services.scheduling.schedules.of_user(other.id)
    result = await someone.slash("unsubscribe", subscription=str(theirs.id))
    assert "You have several" in shown(result.response)
    assert await services.scheduling.schedules.of_user(other.id)


async def test_deleting_what_is_stored_deletes_subscriptions_and_the_owners_id(server, services):
    await subscribe(server.member.user, times="daily 08:00")
    await subscribe(server.manager.user, times="daily 08:00")
    wish = Wish("daily 08:00", "UTC")
    made = await services.scheduling.planner.add(
        wish, guild=server.guild.id, channel=server.channel.id, owner=server.member.id
    )
    page = await server.member.slash(server.channel, "privacy")
    done = await server.member.click(page.response, label="Delete what is stored about me")
    assert "Subscriptions: 1." in shown(done.response)
    assert await services.scheduling.schedules.of_user(server.member.id) == ()
    assert await services.scheduling.schedules.of_user(server.manager.id)
    kept = await services.scheduling.schedules.get(made.id)
    assert kept is not None
    assert kept.owner == 0
