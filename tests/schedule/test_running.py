"""Rounds: the oldest first, only so many at once, several processes, and an orderly stop."""

import asyncio
import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.schedule.post import Post
from bot.schedule.running import Limits
from bot.store.database import open_database
from bot.store.entries import State
from tests.schedule.desk import FAST, START, Desk


def change(desk, **outside):
    desk.deliverer._outside = replace(desk.deliverer._outside, **outside)


class Gate:
    """Lets nobody through a send until it is opened, and counts who stands before it."""

    def __init__(self, recorder):
        self.recorder = recorder
        self.open = asyncio.Event()
        self.waiting = self.most = 0
        self.came = asyncio.Event()

    def __call__(self, schedule):
        place = self.recorder.place(schedule)
        send = place.send

        async def gated(post, nonce):
            self.waiting += 1
            self.most = max(self.most, self.waiting)
            self.came.set()
            await self.open.wait()
            self.waiting -= 1
            return await send(post, nonce)

        place.send = gated
        return place


async def test_many_that_are_due_go_out_the_oldest_first(database, recorder):
    desk = Desk(database, recorder, limits=Limits(at_once=1, place_rate=10_000))
    times = {channel: f"daily 07:{59 - 5 * (channel % 12):02}" for channel in range(1, 41)}
    for channel, written in times.items():
        await desk.add(written, channel=channel)
    await desk.advance(hours=2)
    due = [times[place] for place, _ in recorder.posts()]
    assert len(due) == 40
    assert due == sorted(due)


async def test_no_more_than_so_many_at_once_and_one_in_a_place(database, recorder):
    desk = Desk(database, recorder, limits=Limits(waiting=30, at_once=4, place_rate=10_000))
    gate = Gate(recorder)
    change(desk, destination=gate)
    for channel in range(40):
        await desk.add(channel=channel // 2 + 1)
    desk.time += timedelta(hours=2)
    await desk.runner.round()
    await desk.runner.round()
    assert len(desk.runner._under_way) == 30
    await gate.came.wait()
    await asyncio.sleep(0.3)
    assert gate.most <= 4
    gate.open.set()
    await desk.round()
    assert len(recorder.posts()) == 40
    assert gate.most == 4


async def test_two_on_one_database_share_the_work(url, recorder):
    databases = [await open_database(url) for _ in range(2)]
    desks = [Desk(database, recorder) for database in databases]
    for channel in range(1, 61):
        await desks[0].add(channel=channel)
    for desk in desks:
        desk.time += timedelta(hours=2)
    await asyncio.gather(*(desk.round() for desk in desks))
    assert len(recorder.posts()) == 60
    assert recorder.doubles() == []
    assert all(desk.rendered for desk in desks)
    for database in databases:
        await database.close()


async def test_who_was_overtaken_while_working_sends_nothing(url, recorder):
    """The first process stands still for longer than its lease, as one that swaps does."""
    databases = [await open_database(url) for _ in range(2)]
    slow, quick = (Desk(database, recorder) for database in databases)
    began, go_on = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    def render(*_):
        loop.call_soon_threadsafe(began.set)
        go_on.wait(60)
        return Post("the slow one")

    change(slow, render=render)
    schedule = await slow.add()
    slow.time += timedelta(hours=2)
    await slow.runner.round()
    await began.wait()
    await quick.advance(hours=2, minutes=3)
    go_on.set()
    await slow.runner.finish()
    assert recorder.posts() == [(7, "edition 1")]
    [entry] = await quick.ledger.of_schedule(schedule.id)
    assert (entry.state, entry.body, entry.token) == (State.SENT, "edition 1", 2)
    for database in databases:
        await database.close()


@pytest.mark.parametrize("patient", [True, False])
async def test_a_stop_waits_for_what_is_under_way_as_long_as_it_may(database, recorder, patient):
    desk = Desk(database, recorder)
    gate = Gate(recorder)
    change(desk, destination=gate)
    schedule = await desk.add()
    await desk.add(channel=8)
    desk.time += timedelta(hours=2)
    await desk.runner.round()
    await gate.came.wait()
    stopping = asyncio.create_task(desk.runner.stop(60 if patient else 0.05))
    if patient:
        await asyncio.sleep(0.05)
        gate.open.set()
    await stopping
    assert desk.runner._under_way == {}
    if not patient:
        assert recorder.posts() == []
        later = Desk(database, recorder, desk.time)
        await later.advance(minutes=3)
        [entry] = await later.ledger.of_schedule(schedule.id)
        assert entry.state is State.SENT
        assert len(recorder.posts()) == 2


async def test_after_a_stop_nothing_is_set_going(desk, recorder):
    await desk.add()
    await desk.runner.stop(1)
    await desk.advance(hours=2)
    assert recorder.posts() == []
    again = Desk(desk.database, recorder, START + timedelta(hours=2), limits=FAST)
    await again.round()
    assert len(recorder.posts()) == 1
