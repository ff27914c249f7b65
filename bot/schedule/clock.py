"""The ticking clock: APScheduler in memory, which knows no schedule and asks for rounds."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger

Round = Callable[[], Awaitable[None]]


class _Steadily(BaseTrigger):  # type: ignore[misc]  # APScheduler has no types
    """So long after the last time, however long ago that was meant to be.

    An interval of APScheduler's own lists every time missed, one by one, when a clock has leapt.
    """

    def __init__(self, every: timedelta) -> None:
        self._every = every

    def get_next_fire_time(self, previous: datetime | None, now: datetime) -> datetime:
        """Return the next time: the first is now."""
        return now if previous is None else now + self._every


def _quietly(call: Round) -> Round:
    """Return a call that being broken off at a stop is no error of, which APScheduler would log."""

    async def run() -> None:
        with suppress(asyncio.CancelledError):
            await call()

    return run


class Clock:
    """Calls a round every so often, one at a time, and a tidying now and then."""

    def __init__(
        self,
        call: Round,
        tidy: Round,
        every: timedelta = timedelta(seconds=2),
        tidy_every: timedelta = timedelta(hours=6),
    ) -> None:
        self._every = every
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={
                "misfire_grace_time": None,  # late is better than never: the ledger decides
                "coalesce": True,
                "max_instances": 1,
            },
        )
        self._jobs = [
            (self._scheduler.add_job(_quietly(what), _Steadily(often), id=name), often)
            for what, often, name in ((call, every, "round"), (tidy, tidy_every, "tidy"))
        ]
        self._watch: asyncio.TimerHandle | None = None

    def start(self) -> None:
        """Start ticking in the running event loop."""
        self._scheduler.start()
        self._keep_watch()

    def stop(self) -> None:
        """Stop ticking; APScheduler breaks off a round under way."""
        if self._watch:
            self._watch.cancel()
            self._watch = None
            self._scheduler.shutdown(wait=False)

    def _keep_watch(self) -> None:
        """Call back jobs that wait for a time too far ahead.

        APScheduler counts by the wall clock: where that is put back by an hour, it would wait the
        hour out. The event loop's own clock is never put back.
        """
        now = datetime.now(UTC)
        for job, often in self._jobs:
            if job.next_run_time > now + 2 * often:
                job.modify(next_run_time=now)
        loop = asyncio.get_running_loop()
        self._watch = loop.call_later(self._every.total_seconds(), self._keep_watch)
