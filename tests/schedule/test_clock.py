"""The clock keeps ticking when the wall clock is set."""

import asyncio
from collections import Counter
from datetime import UTC, datetime, timedelta

import apscheduler.schedulers.base
import pytest

from bot.schedule import clock as our_clock
from bot.schedule.clock import Clock

TICK = timedelta(milliseconds=20)
PATIENCE = 30


class Wall(datetime):
    """The wall clock of APScheduler and of the bot, which tests set."""

    ahead = timedelta()

    @classmethod
    def now(cls, tz=None):
        return datetime.now(tz) + cls.ahead


@pytest.fixture
def wall(monkeypatch):
    monkeypatch.setattr(apscheduler.schedulers.base, "datetime", Wall)
    monkeypatch.setattr(our_clock, "datetime", Wall)
    monkeypatch.setattr(Wall, "ahead", timedelta())
    return Wall


class Ticks:
    """Counts rounds and tidyings, and waits for more of them."""

    def __init__(self):
        self.count = Counter()
        self._news = asyncio.Event()

    async def round(self):
        self.count["round"] += 1
        self._news.set()

    async def tidy(self):
        self.count["tidy"] += 1

    async def more(self, number=3):
        wanted = self.count["round"] + number
        async with asyncio.timeout(PATIENCE):
            while self.count["round"] < wanted:
                self._news.clear()
                await self._news.wait()


@pytest.fixture
def ticks(wall):
    return Ticks()


async def test_it_ticks_until_it_is_stopped(ticks):
    clock = Clock(ticks.round, ticks.tidy, TICK)
    clock.start()
    await ticks.more(5)
    clock.stop()
    await asyncio.sleep(0.1)
    before = ticks.count.copy()
    await asyncio.sleep(0.2)
    assert ticks.count == before
    assert before["tidy"] == 1


@pytest.mark.parametrize("leap", [timedelta(hours=1), timedelta(hours=-1), timedelta(days=-400)])
async def test_it_goes_on_ticking_when_the_wall_clock_is_set(ticks, wall, leap):
    clock = Clock(ticks.round, ticks.tidy, TICK)
    clock.start()
    await ticks.more()
    wall.ahead = leap
    await ticks.more()
    wall.ahead = timedelta()
    await ticks.more()
    clock.stop()


async def test_a_leap_ahead_is_one_round_not_one_for_each_missed(ticks, wall):
    clock = Clock(ticks.round, ticks.tidy, timedelta(hours=1))
    clock.start()
    await ticks.more(1)
    wall.ahead = timedelta(days=3650)
    clock._jobs[0][0].modify(next_run_time=datetime.now(UTC))
    await ticks.more(1)
    await asyncio.sleep(0.1)
    assert ticks.count["round"] == 2
    clock.stop()


async def test_rounds_do_not_overlap(ticks):
    under_way = most = 0

    async def slow():
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0.1)
        under_way -= 1
        await ticks.round()

    clock = Clock(slow, ticks.tidy, TICK)
    clock.start()
    await ticks.more()
    clock.stop()
    await asyncio.sleep(0.2)
    assert most == 1


async def test_a_round_that_fails_is_not_the_last(ticks):
    async def failing():
        await ticks.round()
        raise RuntimeError("once more")

    clock = Clock(failing, ticks.tidy, TICK)
    clock.start()
    await ticks.more()
    clock.stop()


async def test_a_round_broken_off_by_a_stop_is_no_error(caplog):
    begun = asyncio.Event()

    async def long() -> None:
        begun.set()
        await asyncio.sleep(60)

    clock = Clock(long, Ticks().tidy)
    clock.start()
    await begun.wait()
    clock.stop()
    await asyncio.sleep(0.05)
    assert caplog.records == []
