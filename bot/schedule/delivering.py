"""One edition's way out: claimed, rendered, frozen, sent and noted, whatever crashes between.

Nothing is sent before what will be sent is frozen in the row, so a row without a body was never
sent; one with a body is looked for in its channel before it is sent again.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeVar

from bot.phrase import Phrase
from bot.schedule import texts
from bot.schedule.delivery import (
    ClosedError,
    Delivery,
    DeliveryError,
    Destination,
    Notify,
    RetryError,
)
from bot.schedule.pace import Bucket
from bot.schedule.post import FrozenPost, Mark, NothingNew, Post
from bot.schedule.reasons import beside, cause_of, why_late, why_merged, why_not_in_time, why_paused
from bot.schedule.rules import is_too_late, next_attempt
from bot.store.entries import Claimable, Entry, MessageReference, State
from bot.store.errors import StoreError
from bot.store.ledger import Ledger
from bot.store.schedules import Schedule, Schedules

log = logging.getLogger(__name__)

Render = Callable[[Schedule, datetime, tuple[str, ...]], Post | NothingNew]
"""Makes an edition of a schedule, given the time and what the edition before showed."""

T = TypeVar("T")

# A clock that was an hour ahead may have sent it an hour early; and clocks differ a little.
_BEFORE_DUE = timedelta(hours=2)
_NOTING = (0.5, 1.0, 2.0, 4.0)


@dataclass(frozen=True, slots=True)
class Outside:
    """What a delivery needs of the world around."""

    render: Render
    destination: Destination
    notify: Notify
    now: Callable[[], datetime]
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep


class Deliverer:
    """Takes rows of the ledger to their end, one process among any number."""

    def __init__(
        self,
        schedules: Schedules,
        ledger: Ledger,
        outside: Outside,
        requests: Bucket,
        holder: str,
        lease: timedelta = timedelta(minutes=2),
    ) -> None:
        self._schedules = schedules
        self._ledger = ledger
        self._outside = outside
        self._requests = requests
        self._holder = holder[:64]  # as much as its column takes
        self._lease = lease

    async def deliver(self, found: Claimable) -> None:
        """Take one row to its end, or give it back to be tried later; raises StoreError."""
        now = self._outside.now()
        entry = await self._ledger.claim(found, self._holder, now, self._lease)
        schedule = await self._schedules.get(entry.schedule) if entry else None
        if entry is None or schedule is None:
            return
        try:
            await self._take_out(schedule, entry)
        except RetryError as error:
            await self._later(schedule, entry, error.because, error.after)
        except DeliveryError as error:
            await self._give_up(schedule, entry, error)
        except StoreError:
            raise
        except Exception:
            log.exception("an edition of schedule %d failed", schedule.id)
            await self._later(schedule, entry, Phrase(texts.FAULT), 0)

    async def _take_out(self, schedule: Schedule, entry: Entry) -> None:
        place = self._outside.destination(schedule)
        mark = Mark(entry.mark, min(entry.due, entry.opened) - _BEFORE_DUE)
        if entry.body is not None and (message := await self._found(place, mark)):
            await self._finish(place, FrozenPost(schedule, entry.body, mark), entry, message)
            return
        if unwanted := await self._unwanted(schedule, entry):
            await self._settle(entry, *unwanted)
            return
        if entry.body is None:
            render, now = self._outside.render, self._outside.now()
            made = await asyncio.to_thread(render, schedule, now, schedule.previous)
            if isinstance(made, NothingNew):
                await self._settle(entry, State.SKIPPED, Phrase(texts.NOTHING_NEW))
                return
            body, shown = made.body, made.shown
        else:
            body, shown = entry.body, entry.shown
        await self._requests.take()
        held = await self._freeze(entry, body, shown)
        if held is not None:
            post = FrozenPost(schedule, body, mark)
            message = await self._in_time(place.send(post, mark.text))
            await self._finish(place, post, held, message)

    async def _freeze(self, entry: Entry, body: str, shown: tuple[str, ...]) -> Entry | None:
        """Take the last look at the row before sending; None where it is lost."""
        clock = asyncio.get_running_loop().time
        begun = clock()
        held = await self._ledger.freeze(entry, body, shown, self._outside.now() + self._lease)
        if clock() - begun > self._lease.total_seconds() / 4:
            # So long did the write take that another may hold the row before this has sent.
            raise RetryError(Phrase(texts.SLOW_DATABASE))
        return held

    async def _found(self, place: Delivery, mark: Mark) -> MessageReference | None:
        await self._requests.take()
        return await self._in_time(place.find(mark))

    async def _finish(
        self, place: Delivery, post: FrozenPost, entry: Entry, message: MessageReference
    ) -> None:
        """Add what belongs beside a post that stands, and note that it was posted."""
        note = ""
        if post.schedule.sources_thread or post.schedule.publish:
            now = self._outside.now()
            if not await self._ledger.hold(entry, now + self._lease):
                return
            await self._requests.take()
            try:
                note = await self._in_time(place.complete(post, message))
            except RetryError as error:
                if not is_too_late(post.schedule, entry.due, now):
                    raise
                note = Phrase(texts.NOT_ALL, because=error.because)
        await self._note(entry, replace(message, note=beside(message.note, note)))

    async def _unwanted(self, schedule: Schedule, entry: Entry) -> tuple[State, str] | None:
        """Say how to settle an edition that is not to be posted any more."""
        now = self._outside.now()
        if schedule.paused:
            return State.SKIPPED, why_paused(schedule)
        if is_too_late(schedule, entry.due, now):
            tried = State.FAILED if entry.reason else State.SKIPPED
            return tried, why_not_in_time(schedule, entry.due, now, cause_of(entry))
        newest = await self._ledger.newest_open(schedule.id)
        if newest and newest.id != entry.id:
            return State.SKIPPED, why_merged(newest.day, newest.slot)
        return None

    async def _in_time(self, request: Awaitable[T]) -> T:
        """Wait for a request, for less long than the row is held."""
        try:
            async with asyncio.timeout(self._lease.total_seconds() / 2):
                return await request
        except TimeoutError:
            raise RetryError(Phrase(texts.NO_ANSWER)) from None

    async def _note(self, entry: Entry, message: MessageReference) -> None:
        """Note that it was posted; the longer it is tried, the rarer it must be looked for."""
        now = self._outside.now()
        # It may have stood there for a while; but a wrong clock here is no delay.
        posted = min(message.at or now, now)
        because = beside(why_late(entry, posted), message.note)
        for wait in (*_NOTING, None):
            try:
                kept = await self._ledger.sent(entry, message, because, now)
            except StoreError:
                if wait is None:
                    raise
                await self._outside.sleep(wait)
            else:
                if not kept:
                    log.info("entry %d was posted and noted by another process", entry.id)
                return

    async def _settle(self, entry: Entry, state: State, because: str) -> None:
        await self._ledger.settle(entry, state, because, self._outside.now())

    async def _later(self, schedule: Schedule, entry: Entry, because: str, after: float) -> None:
        again = next_attempt(schedule, entry, self._outside.now(), after)
        await self._ledger.release(entry, again, because)

    async def _give_up(self, schedule: Schedule, entry: Entry, error: DeliveryError) -> None:
        """Pause the schedule, which keeps everything, and tell its owner once."""
        because = error.because
        first = await self._schedules.pause(schedule.id, because)
        await self._settle(entry, State.FAILED, because)
        if first and not isinstance(error, ClosedError):
            try:
                await self._in_time(self._outside.notify(schedule, because))
            except Exception:
                log.warning("the owner of schedule %d was not told", schedule.id, exc_info=True)
