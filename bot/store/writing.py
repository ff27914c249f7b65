"""What is unwritten goes to the database at short intervals, and at the end."""

import asyncio
import logging
from typing import Protocol

from bot.store.errors import StoreError

log = logging.getLogger(__name__)

# As much as a crash of the process may take back.
INTERVAL = 1.0


class Flushed(Protocol):
    """Keeps what is put in memory until it is flushed, where that is wanted."""

    def defer(self, *, on: bool) -> None:
        """Leave writing to whoever flushes at intervals, or write at once again."""

    async def flush(self) -> None:
        """Write what was put since the last time; raises StoreError."""


class Writing:
    """Flushes tables again and again from its start to its stop, and then once more."""

    def __init__(self, *tables: Flushed, interval: float = INTERVAL) -> None:
        self._tables = tables
        self._interval = interval
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to write."""
        for table in self._tables:
            table.defer(on=True)
        if self._task is None:
            self._task = asyncio.create_task(self._write())

    async def stop(self) -> None:
        """Write the last of it; what the database doesn't take is told to the log."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None
        for table in self._tables:
            table.defer(on=False)
        fault = await self._flush()
        if fault:
            log.error("the last conversations and questions are lost: %s", fault)

    async def _write(self) -> None:
        failing = False
        while True:
            await asyncio.sleep(self._interval)
            fault = await self._flush()
            if fault and not failing:
                log.warning("conversations and questions are in memory alone: %s", fault)
            failing = fault is not None

    async def _flush(self) -> StoreError | None:
        """Write each; return what went wrong, if anything did."""
        fault = None
        for table in self._tables:
            try:
                await table.flush()
            except StoreError as error:
                fault = error
        return fault
