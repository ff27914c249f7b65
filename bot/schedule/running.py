"""The round that the clock calls: what came round is written down, what is open goes out."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.schedule.delivering import Deliverer
from bot.schedule.opening import Opener
from bot.schedule.pace import Places
from bot.store.entries import Claimable
from bot.store.errors import StoreError
from bot.store.ledger import Ledger

log = logging.getLogger(__name__)

KEPT = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is under way at once, and how fast posts go to one place."""

    waiting: int = 1000
    at_once: int = 24
    # Discord takes five in five seconds in one channel.
    place_rate: float = 0.8
    place_burst: int = 1


class Runner:
    """Opens and delivers what is due, round by round; each round returns at once."""

    def __init__(
        self,
        opener: Opener,
        ledger: Ledger,
        deliverer: Deliverer,
        now: Callable[[], datetime],
        limits: Limits = Limits(),
    ) -> None:
        self._opener = opener
        self._ledger = ledger
        self._deliverer = deliverer
        self._now = now
        self._limits = limits
        self._places = Places(limits.place_rate, limits.place_burst)
        self._at_once = asyncio.Semaphore(limits.at_once)
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._stopping = False

    async def start(self) -> None:
        """Work out anew when everything is due; raises StoreError."""
        await self._opener.refresh(self._now())

    async def round(self) -> None:
        """Write down what came round and set going what is open, the oldest first."""
        try:
            now = self._now()
            await self._opener.open_due(now)
            most = self._limits.waiting
            if self._stopping or len(self._under_way) >= most:
                return
            for found in await self._ledger.claimable(now, most):
                if found.entry not in self._under_way and len(self._under_way) < most:
                    task = asyncio.create_task(self._deliver(found))
                    self._under_way[found.entry] = task
        except StoreError as error:
            log.warning("schedules wait: %s", error)

    async def tidy(self) -> None:
        """Forget what nobody asks for any more."""
        self._places.forget()
        try:
            await self._ledger.expire(self._now() - KEPT)
        except StoreError as error:
            log.warning("the ledger is not tidied: %s", error)

    async def finish(self) -> None:
        """Wait until all that was set going has come to an end."""
        while self._under_way:
            await asyncio.wait(self._under_way.values())

    async def stop(self, patience: float) -> None:
        """Set nothing more going; wait for what is, and cut it off where that takes too long."""
        self._stopping = True
        if self._under_way:
            _, late = await asyncio.wait(self._under_way.values(), timeout=patience)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late)

    async def _deliver(self, found: Claimable) -> None:
        try:
            async with self._places.turn(found.place), self._at_once:
                if not self._stopping:
                    await self._deliverer.deliver(found)
        except StoreError as error:
            log.warning("an edition waits: %s", error)
        finally:
            del self._under_way[found.entry]
