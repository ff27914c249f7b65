"""A row belongs to one process at a time, and only its newest token changes it."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.schedule.opening import opening_of
from bot.store.entries import Claimable, MessageReference, NewEntry, State
from tests.schedule.desk import START

LEASE = timedelta(minutes=1)
MESSAGE = MessageReference(7, 1, "https://discord.example/7/1")


@pytest.fixture
def row(desk):
    """Return a schedule and its one open row, which nobody has claimed."""

    async def row():
        schedule = await desk.add()
        entry = NewEntry(date(2026, 3, 1), "06:00", START, "mark")
        assert await desk.ledger.add(schedule, entry, START)
        [found] = await desk.ledger.claimable(START, 10)
        return schedule, found

    return row


async def test_of_many_claims_one_holds(desk, row):
    _, found = await row()
    claims = (desk.ledger.claim(found, f"p{n}", START, LEASE) for n in range(20))
    held = [entry for entry in await asyncio.gather(*claims) if entry]
    assert [entry.token for entry in held] == [1]


async def test_a_held_row_is_free_once_its_lease_is_over(desk, row):
    _, found = await row()
    await desk.ledger.claim(found, "first", START, LEASE)
    assert await desk.ledger.claimable(START + LEASE - timedelta(seconds=1), 10) == ()
    [again] = await desk.ledger.claimable(START + LEASE, 10)
    assert again == Claimable(found.entry, 1, 7)
    assert await desk.ledger.claim(again, "second", START, LEASE) is None
    assert (await desk.ledger.claim(again, "second", START + LEASE, LEASE)).token == 2


async def test_a_stale_token_changes_nothing(desk, row, one):
    schedule, found = await row()
    stale = await desk.ledger.claim(found, "first", START, LEASE)
    [again] = await desk.ledger.claimable(START + LEASE, 10)
    held = await desk.ledger.claim(again, "second", START + LEASE, LEASE)
    later = START + 2 * LEASE
    assert await desk.ledger.freeze(stale, "stale", ("x",), later) is None
    assert not await desk.ledger.release(stale, later, "stale")
    assert not await desk.ledger.settle(stale, State.FAILED, "stale", later)
    assert not await desk.ledger.sent(stale, MESSAGE, "stale", later)
    assert await one(schedule) == held
    assert (await desk.schedules.get(schedule.id)).previous == ()


async def test_a_settled_row_stays_as_it_is(desk, row, one):
    schedule, found = await row()
    held = await desk.ledger.claim(found, "first", START, LEASE)
    frozen = await desk.ledger.freeze(held, "body", ("shown",), START + LEASE)
    assert await desk.ledger.sent(frozen, MESSAGE, "", START)
    assert not await desk.ledger.settle(frozen, State.FAILED, "too late", START)
    assert await desk.ledger.claimable(START + 10 * LEASE, 10) == ()
    sent = await one(schedule)
    assert (sent.state, sent.message, sent.body) == (State.SENT, MESSAGE, "body")
    assert (await desk.schedules.get(schedule.id)).previous == ("shown",)


async def test_the_same_slot_is_written_down_once(desk):
    schedule = await desk.add("every hour")
    now = START + timedelta(hours=5)
    opening = opening_of(schedule, now)
    done = await asyncio.gather(*(desk.ledger.open([opening], now) for _ in range(8)))
    assert sum(done) == 1
    stepped_back = replace(schedule, checked_until=now)
    again = replace(opening, schedule=stepped_back)
    assert await desk.ledger.open([again], now) == 1
    assert len(await desk.ledger.of_schedule(schedule.id, 50)) == 5


async def test_a_schedule_changed_meanwhile_is_left_for_the_next_round(desk):
    schedule = await desk.add("every hour")
    await desk.schedules.pause(schedule.id, "")
    now = START + timedelta(hours=1)
    assert await desk.ledger.open([opening_of(schedule, now)], now) == 0
    assert await desk.ledger.of_schedule(schedule.id) == ()


async def test_the_oldest_come_first(desk):
    for hour in (9, 7, 8):
        await desk.add(f"daily {hour}:00", channel=hour)
    now = START + timedelta(hours=4)
    await desk.opener.open_due(now)
    assert [found.place for found in await desk.ledger.claimable(now, 2)] == [7, 8]
