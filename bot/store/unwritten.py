"""Rows that are newer than the database's: kept in memory and written together."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping
from typing import Generic, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import Database

_Key = TypeVar("_Key")
_Row = TypeVar("_Row")

MOST = 1000


class Unwritten(Generic[_Key, _Row]):
    """The latest row of each key until it is written; where that fails, it is kept for later."""

    def __init__(
        self,
        database: Database,
        write: Callable[[AsyncConnection, Mapping[_Key, _Row]], Awaitable[None]],
        most: int = MOST,
    ) -> None:
        self._database = database
        self._write = write
        self._most = most
        self._rows: dict[_Key, _Row] = {}
        self._flushing = asyncio.Lock()
        self.deferred = False
        """Whether someone flushes at intervals; where nobody does, a row is written at once."""

    def get(self, key: _Key) -> _Row | None:
        """Return a row that is not written yet, None where the database's is the latest."""
        return self._rows.get(key)

    def items(self) -> Iterator[tuple[_Key, _Row]]:
        """Yield all that is not written yet."""
        yield from self._rows.items()

    async def put(self, key: _Key, row: _Row) -> None:
        """Keep a row, and write all of them first where there are many; raises StoreError."""
        if key not in self._rows and len(self._rows) >= self._most:
            await self.flush()
        self._rows[key] = row
        if not self.deferred:
            await self.flush()

    async def flush(self) -> None:
        """Write everything that was put until now; raises StoreError."""
        async with self._flushing:
            batch = dict(self._rows)
            if not batch:
                return
            async with self._database.writing(fleeting=True) as connection:
                await self._write(connection, batch)
            for key, row in batch.items():
                # What was put meanwhile is newer than what was written.
                if self._rows.get(key) is row:
                    del self._rows[key]
