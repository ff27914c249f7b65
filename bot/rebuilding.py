"""The sentences and the index of a folder made and kept by a process of its own.

What takes seconds or minutes there would take turns with everybody's questions here.
"""

import asyncio
import io
import json
import logging
import os
import sys
from contextlib import suppress
from pathlib import Path

import bot
from bot.corpus.errors import CorpusError

log = logging.getLogger(__name__)

_BEHIND_ANSWERS = 10  # how much a process gives way to others, on systems that know of it


class RebuildError(Exception):
    """The folder can't be used as it is; the message says why."""


async def rebuild_apart(folder: Path, kept: Path) -> None:
    """Make what a folder's articles need and keep it, for a reading after this to find it done.

    Raises RebuildError; where it can't be kept, nothing is said and that reading does all itself.
    """
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", __name__),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=_environment(),
        start_new_session=True,  # Ctrl-C is for the bot, which ends this itself
    )
    try:
        out, errors = await process.communicate(json.dumps([str(folder), str(kept)]).encode())
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    said = out.decode(errors="replace").strip()
    if process.returncode and said:
        raise RebuildError(said)
    if process.returncode:
        unforeseen = errors.decode(errors="replace")
        log.debug("the index's process ended with %s:\n%s", process.returncode, unforeseen)
        raise RebuildError("the index can't be made. BOT_LOG_LEVEL=debug shows more")


def _environment() -> dict[str, str]:
    """Return what finds the bot as well; settings, the secret ones too, are no part of it."""
    found = {name: value for name, value in os.environ.items() if name[:4].upper() != "BOT_"}
    paths = [str(Path(bot.__file__).parents[1]), found.get("PYTHONPATH", "")]
    found["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    return found


def _main() -> int:
    """Read the folder named on standard input; say on standard output what is wrong with it."""
    from bot.corpus.loading import load
    from bot.index.index import SentenceIndex

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    with suppress(AttributeError, OSError):
        os.nice(_BEHIND_ANSWERS)
    folder, kept = map(Path, json.loads(sys.stdin.read()))
    try:
        SentenceIndex(load(folder, kept), kept=kept)
    except CorpusError as error:
        print(error)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(_main())
