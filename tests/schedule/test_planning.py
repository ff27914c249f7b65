"""Setting up, changing and finding schedules."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.schedule.opening import next_slots
from bot.schedule.planning import Wish
from bot.schedule.recurrence import RecurrenceError
from bot.store.schedules import WhenNothingNew
from tests.schedule.desk import START

FULL = Wish(
    "Weekdays 8am",
    "europe/paris",
    "topic:trade",
    "long",
    11,
    True,
    True,
    WhenNothingNew.SPOTLIGHT,
    3,
)


async def test_a_schedule_is_kept_as_it_was_asked_for(desk):
    made = await desk.planner.add(FULL, guild=1, channel=7, owner=5)
    assert await desk.schedules.get(made.id) == made
    assert (made.guild, made.channel, made.user, made.owner) == (1, 7, None, 5)
    assert made.recurrence == "mon,tue,wed,thu,fri 08:00"
    assert made.zone == "Europe/Paris"
    assert (made.what, made.length, made.mention_role) == ("topic:trade", "long", 11)
    assert (made.sources_thread, made.publish, made.lateness_hours) == (True, True, 3)
    assert made.when_nothing_new is WhenNothingNew.SPOTLIGHT
    assert made.next_due == START + timedelta(days=1, hours=1)


@pytest.mark.parametrize("wish", [Wish("sometimes", "UTC"), Wish("daily 08:00", "Mars/Olympus")])
async def test_what_is_not_understood_is_not_kept(desk, wish):
    with pytest.raises(RecurrenceError):
        await desk.planner.add(wish, guild=1, channel=7, owner=5)
    assert await desk.schedules.of_guild(1) == ()


async def test_servers_and_people_see_their_own(desk):
    first = await desk.add()
    second = await desk.add(channel=8)
    mine = await desk.planner.subscribe(Wish("daily 08:00", "UTC"), 99)
    assert await desk.schedules.of_guild(1) == (first, second)
    assert await desk.schedules.of_guild(2) == ()
    assert await desk.schedules.of_user(99) == (mine,)
    assert await desk.schedules.of_user(5) == ()
    assert await desk.schedules.erase(99) == 1
    assert await desk.schedules.remove_guild(1) == 2
    assert await desk.schedules.after(0, 10) == ()


async def test_numbers_are_not_given_again(desk):
    first = await desk.add()
    await desk.schedules.remove(first.id)
    assert (await desk.add()).id > first.id


async def test_a_change_counts_from_now_on(desk, recorder):
    schedule = await desk.add("daily 07:00")
    await desk.advance(hours=1)
    [schedule] = await desk.schedules.of_guild(1)
    changed = await desk.planner.edit(schedule, Wish("daily 06:30, 09:00", "UTC"), 8)
    assert (changed.recurrence, changed.channel) == ("daily 06:30,09:00", 8)
    assert changed.previous == ("article:1",)
    await desk.advance(hours=2)
    assert [place for place, _ in recorder.posts()] == [7, 8]


async def test_what_came_round_before_a_change_is_not_lost(desk, recorder):
    schedule = await desk.add("daily 07:00")
    desk.time += timedelta(hours=1)
    assert await desk.planner.edit(schedule, Wish("daily 09:00", "UTC"))
    await desk.round()
    assert len(recorder.posts()) == 1


async def test_of_two_changes_at_once_the_second_is_refused(desk):
    schedule = await desk.add()
    changes = (desk.planner.edit(schedule, replace(FULL, what=f"topic:{n}")) for n in range(5))
    done = [changed for changed in await asyncio.gather(*changes) if changed]
    assert len(done) == 1
    assert (await desk.schedules.get(schedule.id)).what == done[0].what


async def test_pausing_twice_is_one_pause(desk):
    schedule = await desk.add()
    paused = await asyncio.gather(*(desk.schedules.pause(schedule.id, f"{n}") for n in range(5)))
    assert sum(paused) == 1
    assert await desk.schedules.resume(schedule.id)
    assert not await desk.schedules.resume(schedule.id)


async def test_the_next_times_are_known_without_the_ledger(desk):
    schedule = await desk.add("weekends 10:00", "Asia/Tokyo")
    found = next_slots(schedule, START, 5)
    assert [f"{slot.due:%a %d %H:%M}" for slot in found] == [
        "Sat 07 01:00", "Sun 08 01:00", "Sat 14 01:00", "Sun 15 01:00", "Sat 21 01:00",
    ]  # fmt: skip


async def test_a_start_mends_what_a_wrong_clock_and_old_rules_left(desk, recorder):
    schedule = await desk.add("daily 08:00")
    wrong = replace(
        schedule,
        checked_until=START + timedelta(days=400),
        next_due=START + timedelta(days=401),
    )
    await desk.schedules.edit(wrong)
    await desk.runner.start()
    mended = await desk.schedules.get(schedule.id)
    assert (mended.checked_until, mended.next_due) == (START, schedule.next_due)
    await desk.advance(hours=2)
    assert len(recorder.posts()) == 1


async def test_a_zone_that_is_no_more_pauses_the_schedule(desk):
    schedule = await desk.add()
    await desk.schedules.edit(replace(schedule, zone="Gone/Away"))
    await desk.advance(hours=2)
    await desk.runner.start()
    paused = await desk.schedules.get(schedule.id)
    assert paused.paused
    assert paused.paused_because.startswith("“Gone/Away” is no time zone")
    mended = await desk.planner.edit(paused, Wish("daily 09:00", "UTC"))
    assert await desk.planner.resume(mended)
    assert (await desk.schedules.get(schedule.id)).next_due == START + timedelta(hours=3)
