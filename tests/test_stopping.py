"""A stop that is asked for while the bot starts ends it at once, in one line and with status 0."""

import asyncio
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.discord_server import Fault
from tests.test_running import PATIENCE, ROOT, Run, loopback, start  # noqa: F401  # fixtures

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/status").is_file(), reason="reads what a process minds from Linux's /proc"
)
SIGNALS = (signal.SIGINT, signal.SIGTERM)
CAUGHT = 1 << (signal.SIGTERM - 1)
# After the signals are minded: while it is imported and reads, migrates, logs in, is ready.
SOON = (0.0, 0.1, 0.4)
LATER = (0.5, 1.2, 2.0, 3.5)


async def minded(run):
    """Waits until a process has a handler for signals: Python itself starts without one."""
    async with asyncio.timeout(PATIENCE):
        while not caught(run.process.pid) & CAUGHT:  # noqa: ASYNC110
            await asyncio.sleep(0.005)


def caught(process):
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    [mask] = [line for line in lines if line.startswith("SigCgt:")]
    return int(mask.split()[1], 16)


async def stopped(run):
    """It ends with status 0 and a line at most."""
    async with asyncio.timeout(10):
        status, lines = await run.ended()
    assert status == 0, lines
    return lines


@pytest.mark.parametrize("seconds", SOON)
@pytest.mark.parametrize("number", SIGNALS, ids=["SIGINT", "SIGTERM"])
async def test_as_soon_as_it_is_started(number, seconds, tmp_path):
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        cwd=ROOT,
        env={"HOME": str(tmp_path), "BOT_TOKEN": "none"},
    )
    run = Run(process)
    await minded(run)
    await asyncio.sleep(seconds)
    run.signal(number)
    assert await stopped(run) == ["stopped"]


@pytest.mark.parametrize("seconds", LATER)
@pytest.mark.parametrize("number", SIGNALS, ids=["SIGINT", "SIGTERM"])
async def test_whenever_it_is_told(start, loopback, number, seconds, tmp_path):  # noqa: F811
    run = await start(loopback.api, BOT_TOKEN=loopback.token, HOME=str(tmp_path / "home"))
    await minded(run)
    await asyncio.sleep(seconds)
    run.signal(number)
    lines = await stopped(run)
    assert len(lines) <= 1
    assert not lines or lines[0].endswith("stopped")


async def test_while_another_program_holds_the_database(start, loopback, tmp_path):  # noqa: F811
    file = tmp_path / "held.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as held:
        held.execute("PRAGMA journal_mode = WAL")
        held.execute("BEGIN IMMEDIATE")
        run = await start(
            loopback.api, BOT_TOKEN=loopback.token, BOT_DATABASE_URL=f"sqlite:///{file}"
        )
        await asyncio.sleep(6)
        run.signal(signal.SIGTERM)
        [line] = await stopped(run)
    assert line.endswith("stopped")


@pytest.mark.parametrize("path", ["/users/@me$", "/gateway/bot$", "/commands$"])
async def test_while_discord_keeps_it_waiting(start, loopback, path):  # noqa: F811
    slow = Fault("slow", "", path, seconds=PATIENCE)
    loopback.faults.add(slow)
    run = await start(loopback.api, BOT_TOKEN=loopback.token)
    await loopback.until(lambda: slow.times == 0, PATIENCE)
    run.signal(signal.SIGTERM)
    [line] = await stopped(run)
    loopback.faults.clear()
    assert line.endswith("stopped")


async def test_while_the_gateway_keeps_it_waiting(start, loopback):  # noqa: F811
    reached = asyncio.Event()

    async def keep(reader, writer):
        reached.set()
        await reader.read()
        writer.close()

    async with await asyncio.start_server(keep, "127.0.0.1", 0) as silent:
        host, port = silent.sockets[0].getsockname()
        loopback.gateway.url = f"ws://{host}:{port}/"
        run = await start(loopback.api, BOT_TOKEN=loopback.token)
        async with asyncio.timeout(PATIENCE):
            await reached.wait()
        run.signal(signal.SIGTERM)
        [line] = await stopped(run)
    assert line.endswith("stopped")
