"""What the client has in hand: counted, done in threads, and brought to an end at a stop."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import TypeVar

_Result = TypeVar("_Result")
_PREPARED = 4


class Work:
    """Counts what is in flight and lets one answer at a time per core be worked out."""

    def __init__(self, at_once: int | None = None) -> None:
        cores = at_once or os.cpu_count() or 1
        self._turns = asyncio.Semaphore(cores)
        # Some more wait for the store meanwhile; hundreds would hold the event loop up.
        self._prepared = asyncio.Semaphore(_PREPARED * cores)
        self._in_flight = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self.stopping = False

    @property
    def in_flight(self) -> int:
        """How many pieces of work are begun and not ended."""
        return self._in_flight

    @contextmanager
    def item(self) -> Iterator[None]:
        """Count what is done inside as one piece of work."""
        self._in_flight += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._in_flight -= 1
            if not self._in_flight:
                self._idle.set()

    @asynccontextmanager
    async def queued(self) -> AsyncIterator[None]:
        """Let only some do at once what is done inside, the others in the order they came."""
        async with self._prepared:
            yield

    async def run(self, work: Callable[[], _Result]) -> _Result:
        """Run a function in a thread when its turn comes, so that the event loop stays free."""
        async with self._turns:
            return await asyncio.to_thread(work)

    def stop(self) -> None:
        """Say that nothing new may be begun."""
        self.stopping = True

    async def finish(self, seconds: float) -> bool:
        """Wait for what is in flight; return whether all of it ended in time."""
        try:
            async with asyncio.timeout(seconds):
                await self._idle.wait()
        except TimeoutError:
            return False
        return True
