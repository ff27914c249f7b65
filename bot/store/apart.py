"""Bring the tables up to date in a process of its own, which takes Alembic away with it.

Alembic would take ten megabytes for as long as the bot runs.
"""

import asyncio
import logging
import os
import signal
import sys
from pathlib import Path

import bot
from bot.store.errors import StoreError

log = logging.getLogger(__name__)


async def upgrade_apart(url: str) -> None:
    """Run what migrations are missing in a database; raises StoreError."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", __name__),
        stdin=asyncio.subprocess.PIPE,  # a command line, which all can read, would show a password
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=_environment(),
        start_new_session=True,  # Ctrl-C is for the bot, which ends this itself
    )
    try:
        out, errors = await process.communicate(url.encode())
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    said = out.decode(errors="replace").strip()
    if process.returncode and said:
        raise StoreError(said)
    if process.returncode:
        unforeseen = errors.decode(errors="replace")
        log.debug("migrations ended with %s:\n%s", process.returncode, unforeseen)
        raise StoreError(
            "BOT_DATABASE_URL: the tables can't be brought up to date."
            " BOT_LOG_LEVEL=debug shows more."
        )


def _environment() -> dict[str, str]:
    """Return what this process was given, so that the other finds the bot as well."""
    found = dict(os.environ)
    paths = [str(Path(bot.__file__).parents[1]), found.get("PYTHONPATH", "")]
    found["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    return found


async def _upgrade(url: str) -> None:
    from bot.store.database import open_database

    await (await open_database(url)).close()


def _main() -> int:
    """Upgrade the database named on standard input; say on standard output what is wrong."""
    # Where the bot is killed nobody reads on, and the transaction is undone.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        asyncio.run(_upgrade(sys.stdin.read()))
    except StoreError as error:
        print(error)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(_main())
