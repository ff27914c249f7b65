"""The database: opened once, its tables brought up to date, then read and written."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import (
    AbstractAsyncContextManager,
    asynccontextmanager,
    closing,
    nullcontext,
    suppress,
)
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any

import aiosqlite
from sqlalchemy import URL, Connection, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.store.address import database_url
from bot.store.errors import store_error
from bot.store.migrating import is_latest, migrate

_WAIT = 20  # seconds for another process's write
_CONNECT = 10  # seconds for a server to answer
_OPTION = "bot_use"
# What is wrong with a database, and not with the code that uses it.
_FAULTS = (DBAPIError, TimeoutError, PoolTimeoutError, OSError)


Upgrade = Callable[[str], Awaitable[None]]


class Use(Enum):
    """What a transaction is for, which decides how it begins and how it is kept."""

    READ = "read"
    WRITE = "write"  # on the disk when it is committed: a power cut takes nothing back
    FLEETING = "fleeting"  # a power cut may take the last ones back, and nothing is broken
    MIGRATE = "migrate"


class Database:
    """An open database of up-to-date tables; `engine` writes as WRITE does."""

    def __init__(self, engine: AsyncEngine, fleeting: AsyncEngine | None = None) -> None:
        self.engine = engine
        self._engines = {Use.FLEETING: fleeting} if fleeting else {}
        # SQLite has one writer at a time and lets the others poll; in a process they queue here.
        self._writing: AbstractAsyncContextManager[Any] = (
            asyncio.Lock() if engine.dialect.name == "sqlite" else nullcontext()
        )

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """Read in one transaction; raises StoreError."""
        async with self._transaction(Use.READ) as connection:
            yield connection

    @asynccontextmanager
    async def writing(self, *, fleeting: bool = False) -> AsyncIterator[AsyncConnection]:
        """Write in one transaction, whole or not at all; raises StoreError."""
        async with (
            self._writing,
            self._transaction(Use.FLEETING if fleeting else Use.WRITE) as connection,
        ):
            yield connection

    async def close(self) -> None:
        """Close every connection."""
        for engine in (self.engine, *self._engines.values()):
            await engine.dispose()

    @asynccontextmanager
    async def _transaction(self, use: Use) -> AsyncIterator[AsyncConnection]:
        engine = self._engines.get(use, self.engine)
        try:
            async with engine.execution_options(**{_OPTION: use}).begin() as connection:
                yield connection
        except _FAULTS as error:
            raise store_error(self.engine.url, error) from error


async def open_database(url: str, upgrade: Upgrade | None = None) -> Database:
    """Open the database at a URL and bring its tables up to date; raises StoreError.

    `upgrade` is asked to run what migrations are missing, which is done here without it.
    """
    address = database_url(url)
    fleeting = None
    try:
        if address.get_backend_name() == "sqlite":
            await asyncio.to_thread(_prepare, Path(str(address.database)))
            # In WAL mode NORMAL leaves the last commits to the system's next sync. What decides
            # whether something is posted again must be on the disk before it is acted on: FULL.
            engine, fleeting = _sqlite(address, "FULL"), _sqlite(address, "NORMAL")
        else:
            engine = _server(address)
    except (sqlite3.Error, SQLAlchemyError, OSError) as error:
        raise store_error(address, error) from error
    try:
        if upgrade and not await _is_up_to_date(engine):
            await upgrade(url)
        async with engine.execution_options(**{_OPTION: Use.MIGRATE}).begin() as connection:
            await connection.run_sync(migrate)
    except (SQLAlchemyError, OSError, TypeError, ValueError) as error:
        raise store_error(address, error) from error
    finally:
        # Connections to come begin afresh; an engine that is not handed on leaves none behind.
        await engine.dispose()
    return Database(engine, fleeting)


async def _is_up_to_date(engine: AsyncEngine) -> bool:
    async with engine.execution_options(**{_OPTION: Use.READ}).begin() as connection:
        return await connection.run_sync(is_latest)


def _prepare(file: Path) -> None:
    """Make the file, and have it keep a log beside it, so that many read while one writes.

    A file that can't be opened is told of here: aiosqlite would tell of it from a thread that
    goes on after the event loop, and ends with a traceback.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file, timeout=_WAIT, isolation_level=None)) as connection:
        end = time.monotonic() + _WAIT
        while True:
            try:
                connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                # For this one lock SQLite doesn't wait by itself.
                if "locked" not in str(error) or time.monotonic() > end:
                    raise
                time.sleep(0.02)
            else:
                return


def _sqlite(url: URL, synchronous: str) -> AsyncEngine:
    engine = create_async_engine(
        url,
        hide_parameters=True,  # what people ask stands in no error
        async_creator=partial(_open, str(url.database)),
    )

    def connected(connection: DBAPIConnection, _: object) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute(f"PRAGMA synchronous = {synchronous}")
        cursor.close()

    event.listen(engine.sync_engine, "connect", connected)
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


class _Connection(aiosqlite.Connection):
    """A connection that ends its transaction before it is closed.

    SQLite holds the file of a closed connection for as long as a cursor of it lives, such as
    one in the traceback of a task that was cancelled.
    """

    async def close(self) -> None:
        with suppress(ValueError):  # closed already
            await self.rollback()
        await super().close()


async def _open(file: str) -> aiosqlite.Connection:
    """Open a connection whole, also for a task that is cancelled meanwhile.

    The thread of one left half open goes on after the event loop, and ends with a traceback.
    """
    # Transactions begin where the code says so, not where the sqlite3 module guesses.
    connect = partial(sqlite3.connect, file, timeout=_WAIT, isolation_level=None)

    async def opened() -> aiosqlite.Connection:
        return await _Connection(connect, iter_chunk_size=1)

    opening = asyncio.create_task(opened())
    try:
        return await asyncio.shield(opening)
    except asyncio.CancelledError:
        await (await opening).close()
        raise


def _begin_sqlite(connection: Connection) -> None:
    use = connection.get_execution_options().get(_OPTION, Use.WRITE)
    if use is Use.MIGRATE:  # on a connection that is not used again
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    # A transaction that reads before it writes could find the file taken in between; the
    # lock of a writer is taken, and waited for, at the start.
    connection.exec_driver_sql("BEGIN" if use is Use.READ else "BEGIN IMMEDIATE")


def _server(url: URL) -> AsyncEngine:
    engine = create_async_engine(
        url,
        hide_parameters=True,
        pool_pre_ping=True,  # a server may have been restarted
        connect_args={"timeout": _CONNECT, "server_settings": {"application_name": "briefing-bot"}},
    )
    event.listen(engine.sync_engine, "begin", _begin_postgresql)
    return engine


def _begin_postgresql(connection: Connection) -> None:
    if connection.get_execution_options().get(_OPTION) is Use.FLEETING:
        connection.exec_driver_sql("SET LOCAL synchronous_commit = off")
