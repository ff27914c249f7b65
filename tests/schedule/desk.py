"""Everything that posts, put together as the bot does it, on a clock that tests set."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot.schedule.delivering import Deliverer, Outside
from bot.schedule.opening import Opener
from bot.schedule.pace import Bucket
from bot.schedule.planning import Planner, Wish
from bot.schedule.post import Post
from bot.schedule.running import Limits, Runner
from bot.store.ledger import Ledger
from bot.store.schedules import Schedules

START = datetime(2026, 3, 1, 6, tzinfo=UTC)
FAST = Limits(place_rate=10_000, place_burst=1000)


class Desk:
    """One process's part; `beside` makes another one on the same database."""

    def __init__(self, database, recorder, start=START, lease=timedelta(minutes=2), limits=FAST):
        self.database = database
        self.recorder = recorder
        self.time = start
        self.told = []
        self.rendered = []
        self.answers = {}
        """What rendering gives in place of a post, by what the schedule shows."""
        self.schedules = Schedules(database)
        self.ledger = Ledger(database)
        self.planner = Planner(self.schedules, self.ledger, self.now)
        self.opener = Opener(self.schedules, self.ledger)
        self.lease = lease
        outside = Outside(self.render, self.place, self.notify, self.now, self.rest)
        self.deliverer = Deliverer(
            self.schedules, self.ledger, outside, Bucket(10_000, 1000), "desk", lease
        )
        self.runner = Runner(self.opener, self.ledger, self.deliverer, self.now, limits)

    def now(self):
        return self.time

    def place(self, schedule):
        return self.recorder.place(schedule)

    def render(self, schedule, now, previous):
        self.rendered.append((schedule.id, now, previous))
        made = self.answers.get(schedule.what)
        if isinstance(made, Exception):
            raise made
        number = len(self.rendered)
        return made or Post(f"edition {number}", (f"article:{number}",))

    async def notify(self, schedule, because):
        self.told.append((schedule.owner, because))

    async def rest(self, seconds):
        await asyncio.sleep(0)

    async def add(self, times="daily 08:00", zone="UTC", channel=7, **wish):
        return await self.planner.add(Wish(times, zone, **wish), guild=1, channel=channel, owner=5)

    async def advance(self, **span):
        """Let time pass at once, then go round until nothing is left to do now."""
        self.time += timedelta(**span)
        await self.round()

    async def round(self):
        for _ in range(20):
            await self.runner.round()
            await self.runner.finish()
            if not await self.ledger.claimable(self.time, 1):
                return

    async def walk(self, until, **step):
        """Let time pass step by step, with a round at each."""
        while self.time < until:
            await self.advance(**step)
