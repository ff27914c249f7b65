"""The sentences and the index of a folder made and kept by a process of its own.

What takes seconds or minutes there would take turns with everybody's questions here, and the
memory that making a large index takes would stay with the bot.
"""

import asyncio
import io
import json
import logging
import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from threading import Thread

import bot
from bot.console.progress_bar import INDEXING, LARGE, READING, ProgressBar
from bot.corpus.errors import CorpusError

log = logging.getLogger(__name__)

_LOOK = 0.5  # seconds
_BEHIND_ANSWERS = 10  # how much a process gives way to others, on systems that know of it


class RebuildError(Exception):
    """The folder can't be used as it is; the message says why."""


class NotMadeError(Exception):
    """What was to be read has yet to be made."""


def kept_only(_done: int, total: int) -> None:
    """Take what others show as a bar; raise NotMadeError where anything has to be made."""
    if total:
        raise NotMadeError


def build_apart(folder: Path, kept: Path) -> None:
    """Make what a folder's articles need and keep it, with a bar on a terminal.

    Where that fails, a reading after this does all itself, or says what is wrong.
    """
    asyncio.run(_made(folder, kept, errors=None))


async def rebuild_apart(folder: Path, kept: Path) -> None:
    """Make what a folder's articles need and keep it, for a reading after this to find it done.

    Raises RebuildError; where it can't be kept, nothing is said and that reading does all itself.
    """
    status, said, unforeseen = await _made(folder, kept, errors=asyncio.subprocess.PIPE)
    if status and said:
        raise RebuildError(said)
    if status:
        log.debug("the index's process ended with %s:\n%s", status, unforeseen)
        raise RebuildError("the index can't be made. BOT_LOG_LEVEL=debug shows more")


async def _made(folder: Path, kept: Path, errors: int | None) -> tuple[int, str, str]:
    """Run the process and return its status, what it says of the folder, and all else it says."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", __name__),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=errors,
        env=_environment(),
        # Once the bot runs, Ctrl-C is for it alone, which ends this itself.
        start_new_session=errors is not None,
    )
    try:
        given = json.dumps([str(folder), str(kept), os.getpid()])
        out, err = await process.communicate(given.encode())
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    said, unforeseen = (text.decode(errors="replace").strip() for text in (out, err or b""))
    return process.returncode or 0, said, unforeseen


def _environment() -> dict[str, str]:
    """Return what finds the bot as well; settings, the secret ones too, are no part of it."""
    found = {name: value for name, value in os.environ.items() if name[:4].upper() != "BOT_"}
    paths = [str(Path(bot.__file__).parents[1]), found.get("PYTHONPATH", "")]
    found["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    return found


def _end_with(parent: int) -> None:
    """End once the bot has, which nobody may have been left to say."""
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)


def _main() -> int:
    """Read the folder named on standard input; say on standard output what is wrong with it."""
    told = sys.stdin.read()
    if not told:  # the bot was stopped before it could say
        return 1
    folder, kept, parent = json.loads(told)
    if os.name == "posix":  # elsewhere a launcher may stand between the two
        Thread(target=_end_with, args=(parent,), daemon=True).start()
    from bot.corpus.loading import load
    from bot.index.index import SentenceIndex

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    with suppress(AttributeError, OSError):
        os.nice(_BEHIND_ANSWERS)
    try:
        with ProgressBar(sys.stderr, LARGE) as bar:
            corpus = load(Path(folder), Path(kept), bar.stage(READING))
            SentenceIndex(corpus, kept=Path(kept), progress=bar.stage(INDEXING))
    except CorpusError as error:
        print(error)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(_main())
