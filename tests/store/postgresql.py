"""A PostgreSQL server for the tests: one that is told of, or one thrown away afterwards."""

import contextlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import URL, make_url

TOLD = "BOT_TEST_POSTGRES"
PATIENCE = 60


@dataclass(frozen=True)
class Server:
    url: URL

    async def new_database(self) -> str:
        """Make an empty database and return its URL as a person would write it."""
        name = f"bot_{secrets.token_hex(6)}"
        await self.run(f"CREATE DATABASE {name}")
        return self.url.set(database=name).render_as_string(hide_password=False)

    async def drop(self, url: str) -> None:
        await self.run(f"DROP DATABASE IF EXISTS {make_url(url).database} WITH (FORCE)")

    async def run(self, statement: str) -> None:
        connection = await asyncpg.connect(self.url.render_as_string(hide_password=False))
        try:
            await connection.execute(statement)
        finally:
            await connection.close()


@contextlib.contextmanager
def running() -> Iterator[Server]:
    """Give the server of BOT_TEST_POSTGRES, or start one of the installed binaries; else skip."""
    if told := os.environ.get(TOLD):
        yield Server(make_url(told).set(drivername="postgresql"))
        return
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    if not found:
        pytest.skip(f"PostgreSQL is not installed, and {TOLD} names no server")
    with _folder() as (folder, user), _started(found[-1].parent, folder, user) as server:
        yield server


@contextlib.contextmanager
def _folder() -> Iterator[tuple[Path, str | None]]:
    """A folder of the user the server runs as; it refuses to run as root."""
    user = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="bot-postgresql-"))
    try:
        if user:
            shutil.chown(folder, user)
        yield folder, user
    finally:
        shutil.rmtree(folder)


@contextlib.contextmanager
def _started(binaries: Path, folder: Path, user: str | None) -> Iterator[Server]:
    password = secrets.token_hex(8)
    (folder / "password").write_text(password)
    if user:
        shutil.chown(folder / "password", user)
    data = folder / "data"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    made = [binaries / "initdb", "-D", data, "-U", "owner", "--pwfile", folder / "password"]
    made += ["--auth=scram-sha-256", "--locale=C", "--encoding=UTF8", "--no-sync"]
    subprocess.run(made, user=user, cwd=folder, check=True, capture_output=True)
    options = {"listen_addresses": "127.0.0.1", "unix_socket_directories": folder, "fsync": "off"}
    words = [binaries / "postgres", "-D", data, "-p", str(port)]
    words += [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
    log = folder / "log"
    with log.open("wb") as said:
        process = subprocess.Popen(words, user=user, cwd=folder, stdout=said, stderr=said)
    try:
        ready = [binaries / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)]
        end = time.monotonic() + PATIENCE
        while subprocess.run(ready, check=False).returncode:
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < end, log.read_text()
            time.sleep(0.1)
        yield Server(URL.create("postgresql", "owner", password, "127.0.0.1", port, "postgres"))
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)
