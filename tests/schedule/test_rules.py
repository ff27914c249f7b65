"""Marks, waits and the pace at which posts go out."""

import asyncio
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.schedule.calendar import Slot
from bot.schedule.pace import Bucket, Places
from bot.schedule.rules import mark_of, next_attempt
from bot.store.entries import Entry, State
from bot.store.schedules import Schedule
from tests.schedule.desk import START

SCHEDULE = Schedule(
    1, 1, 7, None, 5, "daily 08:00", "UTC", "briefing", START, START, START, None, lateness_hours=6
)


def slot(day=1, text="08:00"):
    return Slot(date(2026, 3, day), text, START)


def entry(token):
    return Entry(
        1, 1, START.date(), "06:00", START, START, State.CLAIMED, token, START, "", "", (), "", None, None
    )  # fmt: skip


def test_a_mark_is_always_the_same_and_fits_a_nonce():
    assert mark_of(SCHEDULE, slot()) == mark_of(SCHEDULE, slot())
    assert len(mark_of(SCHEDULE, slot())) <= 25


def test_marks_of_other_times_differ():
    marks = {mark_of(SCHEDULE, slot(day, text)) for day in (1, 2) for text in ("08:00", "18:00")}
    assert len(marks) == 4


@settings(deadline=None)
@given(st.integers(1, 60), st.integers(0, 5 * 3600), st.integers(0, 1000))
def test_attempts_wait_longer_each_time_and_never_past_the_end(token, passed, asked_for):
    now = START + timedelta(seconds=passed)
    again = next_attempt(SCHEDULE, entry(token), now, asked_for)
    assert again - now >= timedelta(seconds=min(5 * 2 ** min(token - 1, 10), 300, asked_for or 300))
    assert again <= max(START + timedelta(hours=6, seconds=1), now + timedelta(seconds=300))
    assert again <= next_attempt(SCHEDULE, entry(token + 1), now, asked_for)


def test_after_the_end_it_is_still_tried_now_and_then():
    now = START + timedelta(days=1)
    assert next_attempt(SCHEDULE, entry(30), now, 0) == now + timedelta(minutes=5)


class Still:
    """A clock that moves only while somebody sleeps."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now

    async def sleep(self, seconds):
        self.now += seconds


@settings(deadline=None)
@given(st.floats(0.5, 100), st.integers(1, 20), st.lists(st.floats(0, 5), min_size=1, max_size=60))
def test_no_more_than_the_burst_and_then_the_rate(rate, burst, pauses):
    async def run():
        clock = Still()
        bucket = Bucket(rate, burst, clock, clock.sleep)
        times = []
        for pause in pauses:
            clock.now += pause if pause > 4 else 0
            await bucket.take()
            times.append(clock.now)
        return times

    times = asyncio.run(run())
    for first in range(len(times)):
        for last in range(first + burst, len(times)):
            assert times[last] - times[first] >= (last - first - burst + 1) / rate - 1e-6


async def test_those_who_wait_are_let_through_in_order():
    bucket = Bucket(200, 1)
    loop = asyncio.get_running_loop()
    passed = []

    async def wait(number):
        await bucket.take()
        passed.append((number, loop.time()))

    await asyncio.gather(*map(wait, range(10)))
    assert [number for number, _ in passed] == list(range(10))
    assert passed[-1][1] - passed[0][1] >= 9 / 200 * 0.9
    assert all(later >= earlier for (_, earlier), (_, later) in pairwise(passed))


async def test_one_place_is_visited_by_one_at_a_time_and_others_do_not_wait():
    places = Places(1000, 100)
    held = asyncio.Event()
    order = []

    async def visit(number, name):
        async with places.turn(number):
            order.append(name)
            if name == "first":
                await held.wait()

    visits = [asyncio.create_task(visit(1, "first")), asyncio.create_task(visit(1, "second"))]
    await asyncio.sleep(0)
    await visit(2, "elsewhere")
    places.forget()
    assert order == ["first", "elsewhere"]
    held.set()
    await asyncio.gather(*visits)
    assert order[-1] == "second"


@pytest.mark.parametrize("gone", [True, False])
async def test_places_are_forgotten_once_they_are_rested(gone):
    places = Places(1000 if gone else 0.001, 1)
    async with places.turn(1):
        pass
    await asyncio.sleep(0.01)
    places.forget()
    assert (1 not in places._places) is gone
