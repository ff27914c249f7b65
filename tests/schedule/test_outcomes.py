"""What becomes of an edition: posted once, late, merged, skipped or failed; always with a reason."""

import asyncio
import re
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.schedule.delivery import ClosedError, ForbiddenError, GoneError, RetryError
from bot.schedule.planning import Wish
from bot.schedule.post import NothingNew
from bot.store.entries import MessageReference, State
from tests.schedule.desk import START, Desk

LACKING = ForbiddenError("the bot lacks Send Messages in #news")
AWAY = RetryError("Discord could not be reached")


async def test_an_edition_is_posted_when_it_is_due(desk, one, recorder):
    schedule = await desk.add()
    await desk.advance(hours=1, minutes=59)
    assert recorder.posts() == []
    await desk.advance(minutes=1)
    assert recorder.posts() == [(7, "edition 1")]
    entry = await one(schedule)
    assert (entry.state, entry.day.isoformat(), entry.slot) == (State.SENT, "2026-03-01", "08:00")
    assert entry.reason == ""
    assert entry.message == MessageReference(7, 1, "https://discord.example/7/1")
    assert recorder.searches == 0


async def test_each_edition_knows_what_the_one_before_showed(desk):
    await desk.add("every 6 hours")
    await desk.walk(START + timedelta(hours=18), hours=6)
    assert [previous for _, _, previous in desk.rendered] == [(), ("article:1",), ("article:2",)]


async def test_a_short_delay_is_no_news_and_a_longer_one_is_explained(desk, one):
    schedule = await desk.add()
    await desk.advance(hours=3)
    entry = await one(schedule)
    assert entry.state is State.SENT
    assert entry.reason == (
        "60 minutes late: the bot was not running, or could not use its database, at the time"
    )


async def test_too_late_is_skipped(desk, one, recorder):
    schedule = await desk.add(lateness_hours=2)
    await desk.advance(hours=5)
    assert recorder.posts() == []
    entry = await one(schedule)
    assert entry.state is State.SKIPPED
    assert entry.reason.startswith("3 hours late, and wanted within 2 hours: the bot was not")


async def test_after_a_long_silence_one_post_stands_for_all(desk, recorder):
    schedule = await desk.add("every hour", lateness_hours=6)
    await desk.advance(hours=30)
    assert recorder.posts() == [(7, "edition 1")]
    newest, *older = await desk.ledger.of_schedule(schedule.id, 50)
    assert newest.state is State.SENT
    assert len(older) == 29
    assert {entry.state for entry in older} == {State.SKIPPED}
    merged = [entry for entry in older if entry.reason.startswith("merged into the edition of")]
    assert len(merged) == 6
    assert merged[0].reason == "merged into the edition of 2026-03-02 12:00Z"


async def test_after_a_year_of_silence_nothing_floods(desk, recorder):
    await desk.add("every hour")
    await desk.advance(days=400)
    await desk.advance(minutes=1)
    assert len(recorder.posts()) == 1


async def test_nothing_new_is_skipped(desk, one, recorder):
    desk.answers["briefing"] = NothingNew()
    schedule = await desk.add()
    await desk.advance(hours=2)
    assert recorder.posts() == []
    entry = await one(schedule)
    assert (entry.state, entry.reason) == (State.SKIPPED, "nothing new since the edition before")


@pytest.mark.parametrize("error", [LACKING, GoneError("the channel was deleted")])
async def test_a_lost_channel_pauses_and_tells_the_owner_once(desk, recorder, error):
    recorder.failures[7] = error
    schedule = await desk.add("every hour")
    await desk.walk(START + timedelta(hours=3), hours=1)
    assert desk.told == [(5, str(error))]
    paused = await desk.schedules.get(schedule.id)
    assert (paused.paused, paused.paused_because) == (True, str(error))
    third, second, first = await desk.ledger.of_schedule(schedule.id)
    assert (first.state, first.reason) == (State.FAILED, str(error))
    assert {second.state, third.state} == {State.SKIPPED}
    assert third.reason == f"paused: {error}"


async def test_a_right_given_back_lets_it_go_on(desk, recorder):
    recorder.failures[7] = LACKING
    schedule = await desk.add("every hour")
    await desk.advance(hours=1)
    recorder.failures.clear()
    await desk.advance(minutes=50)
    assert await desk.planner.resume(await desk.schedules.get(schedule.id))
    await desk.advance(minutes=10)
    assert recorder.posts() == [(7, "edition 2")]


async def test_what_came_round_while_paused_is_noted_up_to_the_moment_of_resuming(desk, recorder):
    schedule = await desk.add("every hour")
    await desk.schedules.pause(schedule.id, "on holiday")
    desk.time += timedelta(hours=2)
    assert await desk.planner.resume(await desk.schedules.get(schedule.id))
    assert not await desk.planner.resume(await desk.schedules.get(schedule.id))
    await desk.round()
    assert recorder.posts() == []
    entries = await desk.ledger.of_schedule(schedule.id)
    assert [entry.reason for entry in entries] == ["paused: on holiday"] * 2


async def test_closed_direct_messages_pause_the_subscription_in_silence(desk, one, recorder):
    recorder.failures[99] = ClosedError("direct messages from the bot are closed")
    schedule = await desk.planner.subscribe(Wish("daily 08:00", "UTC"), 99)
    await desk.advance(hours=2)
    assert desk.told == []
    assert (await desk.schedules.get(schedule.id)).paused
    assert (await one(schedule)).state is State.FAILED


async def test_discord_away_for_three_hours(desk, one, recorder):
    recorder.failures[7] = AWAY
    schedule = await desk.add(lateness_hours=6)
    await desk.walk(START + timedelta(hours=5), minutes=2)
    assert recorder.posts() == []
    recorder.failures.clear()
    await desk.advance(minutes=10)
    assert len(recorder.posts()) == 1
    entry = await one(schedule)
    assert entry.state is State.SENT
    assert entry.reason == "3 hours late: Discord could not be reached"
    assert len(desk.rendered) == 1  # what was frozen is what was posted


async def test_editions_due_while_discord_is_away_are_merged(desk, recorder):
    recorder.failures[7] = AWAY
    schedule = await desk.add("every 30 minutes")
    await desk.walk(START + timedelta(hours=3), minutes=5)
    recorder.failures.clear()
    await desk.advance(minutes=6)
    assert len(recorder.posts()) == 1
    entries = await desk.ledger.of_schedule(schedule.id)
    assert [entry.state for entry in entries] == [State.SENT] + [State.SKIPPED] * 5
    assert all(entry.reason.startswith("merged into") for entry in entries[1:])


async def test_what_arrived_before_the_answer_was_lost_is_found_not_sent_again(desk, one, recorder):
    place = recorder.place(await desk.add())

    async def lose_the_answer(post, nonce):
        recorder.write(place.number, post, nonce)
        raise AWAY

    place.send = lose_the_answer
    recorder.place = lambda schedule: place
    await desk.advance(hours=2)
    await desk.advance(minutes=10)
    assert len(recorder.posts()) == 1
    [schedule] = await desk.schedules.of_guild(1)
    entry = await one(schedule)
    assert (entry.state, entry.message.message) == (State.SENT, 1)
    assert schedule.previous == ("article:1",)


async def test_discord_away_for_longer_than_wanted(desk, one, recorder):
    recorder.failures[7] = AWAY
    schedule = await desk.add(lateness_hours=1)
    await desk.walk(START + timedelta(hours=4), minutes=2)
    # It may have arrived, so it stays open until its channel can be looked at.
    assert (await one(schedule)).reason == "Discord could not be reached"
    recorder.failures.clear()
    await desk.advance(minutes=10)
    entry = await one(schedule)
    assert entry.state is State.FAILED
    assert entry.reason == "2 hours late, and wanted within 1 hour: Discord could not be reached"
    assert recorder.posts() == []


async def test_a_wait_that_is_asked_for_is_kept(desk, one, recorder):
    recorder.failures[7] = [RetryError("Discord asks to wait", 600)]
    schedule = await desk.add()
    await desk.advance(hours=2)
    await desk.advance(seconds=599)
    assert (await one(schedule)).state is State.PENDING
    await desk.advance(seconds=1)
    assert (await one(schedule)).state is State.SENT


async def test_a_fault_of_the_renderer_ends_with_a_reason(desk, one, recorder, caplog):
    desk.answers["briefing"] = ZeroDivisionError("inside")
    schedule = await desk.add(lateness_hours=1)
    await desk.walk(START + timedelta(hours=3, minutes=10), minutes=5)
    entry = await one(schedule)
    assert entry.state is State.FAILED
    because = r"6\d minutes late, and wanted within 1 hour: something went wrong in the bot"
    assert re.match(because, entry.reason)
    assert "ZeroDivisionError: inside" in caplog.text


async def test_a_send_that_never_answers_is_cut_off(database, recorder, one):
    desk = Desk(database, recorder, lease=timedelta(seconds=1))
    schedule = await desk.add()
    place = recorder.place(schedule)

    async def hang(post, nonce):
        await asyncio.Event().wait()

    place.send = hang
    recorder.place = lambda _: place
    await desk.advance(hours=2)
    assert (await one(schedule)).reason == "Discord did not answer in time"


async def test_a_note_about_the_message_is_kept(desk, one, recorder, monkeypatch):
    written = recorder.write
    note = "the role to mention no longer exists"
    monkeypatch.setattr(recorder, "write", lambda *post: replace(written(*post), note=note))
    schedule = await desk.add()
    await desk.advance(hours=2)
    assert (await one(schedule)).reason == note


async def test_by_hand_comes_beside_the_usual_ones(desk, recorder):
    schedule = await desk.add()
    assert await desk.planner.run_now(schedule)
    assert not await desk.planner.run_now(schedule)
    await desk.advance(seconds=1)
    await desk.advance(hours=2)
    assert recorder.posts() == [(7, "edition 1"), (7, "edition 2")]
    entries = await desk.ledger.of_schedule(schedule.id)
    assert [entry.slot for entry in entries] == ["08:00", "06:00:00 by hand"]


async def test_old_outcomes_are_forgotten_and_open_ones_kept(desk, recorder):
    schedule = await desk.add(lateness_hours=1)
    await desk.advance(hours=2)
    recorder.failures[7] = AWAY
    await desk.advance(days=1)
    desk.time += timedelta(days=92)
    await desk.runner.tidy()
    assert [entry.state for entry in await desk.ledger.of_schedule(schedule.id)] == [State.PENDING]


async def test_a_removed_schedule_leaves_nothing(desk, recorder):
    schedule = await desk.add()
    await desk.advance(hours=2)
    assert await desk.schedules.remove(schedule.id)
    await desk.advance(days=1)
    assert len(recorder.posts()) == 1
    assert await desk.ledger.of_schedule(schedule.id) == ()
