"""The life of a running client: it starts, works until it is told to stop, and ends in order."""

import asyncio
import logging
import signal
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import Any, Self, TypeVar

import aiohttp
import discord

from bot.slash.client import BriefingClient
from bot.slash.posting.posts import Posts
from bot.slash.work import Work
from bot.stopping import STOPPED

log = logging.getLogger(__name__)

_Result = TypeVar("_Result")

PATIENCE = 20.0  # seconds for what is in flight; containers are killed after thirty
_GIVING_UP = 5.0  # seconds for a task to notice
_TOLD_AGAIN = 0.5  # seconds until it is told once more
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class OutOfReachError(Exception):
    """Discord can't be reached or doesn't let the bot in; the message says why, and the cure."""


class TrackedWork(Work):
    """Work that also knows its tasks, so that they can be given up."""

    def __init__(self) -> None:
        super().__init__()
        self.tasks: set[asyncio.Task[Any]] = set()

    @contextmanager
    def item(self) -> Iterator[None]:
        """Count what is done inside as one piece of work of the task it is done in."""
        task = asyncio.current_task()
        # A piece inside of another is of the same task, which goes on after it.
        begun = {task} - self.tasks if task else set()
        self.tasks |= begun
        try:
            with super().item():
                yield
        finally:
            self.tasks -= begun


class StopSignals:
    """SIGINT and SIGTERM as events: the first asks to stop, the second to hurry."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.hurried = asyncio.Event()

    def __enter__(self) -> Self:
        self._loop = asyncio.get_running_loop()
        self._before = {number: signal.getsignal(number) or signal.SIG_DFL for number in _SIGNALS}
        for number in _SIGNALS:
            try:
                self._loop.add_signal_handler(number, self.stop)
            except NotImplementedError:  # on Windows
                signal.signal(number, lambda *_: self._loop.call_soon_threadsafe(self.stop))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for number in _SIGNALS:
            with suppress(NotImplementedError):
                self._loop.remove_signal_handler(number)
            signal.signal(number, self._before[number])

    async def unless_asked(self, work: Coroutine[Any, Any, _Result]) -> _Result | None:
        """Return what some work comes to, or None, the work given up, where a stop is asked for."""
        doing, asked = asyncio.create_task(work), asyncio.create_task(self.asked.wait())
        await asyncio.wait({doing, asked}, return_when=asyncio.FIRST_COMPLETED)
        asked.cancel()
        if doing.done():
            return doing.result()
        doing.cancel()
        await asyncio.gather(doing, return_exceptions=True)
        return None

    def stop(self) -> None:
        """Ask to stop; asked once more, to hurry."""
        if self.asked.is_set():
            self.hurried.set()
        self.asked.set()


async def run_until_stopped(
    client: BriefingClient,
    token: str,
    stop: StopSignals,
    work: TrackedWork,
    posts: Posts | None = None,
    patience: float = PATIENCE,
) -> None:
    """Run a client until it is asked to stop, then let it finish; raises OutOfReachError.

    Once it is connected, posts go out; at the end what is being sent still arrives.
    """
    asked = asyncio.create_task(stop.asked.wait())
    async with client:
        running = asyncio.create_task(_connected(client, token))
        posting = asyncio.create_task(posts.run() if posts else asyncio.sleep(0))
        try:
            await asyncio.wait({running, asked}, return_when=asyncio.FIRST_COMPLETED)
            if not running.done():
                await _finish(client, posts, stop, patience)
        finally:
            # What is not finished by now is given up before the connection closes; each piece
            # of it would fail then, and say so at length.
            await _give_up({asked, posting, *work.tasks})
            if posts:
                await posts.stop(0)
            # Before the connection closes: discord.py would go on trying to connect without it.
            await _give_up({running})
            await client.close()
    if not stop.asked.is_set():
        await running


async def _connected(client: BriefingClient, token: str) -> None:
    """Log in and stay connected: discord.py connects again for ever once it has been."""
    try:
        await client.login(token)
        await client.connect()
    except discord.LoginFailure:
        raise OutOfReachError(
            "Discord refuses the token. Copy it once more from the developer portal, page Bot,"
            " and set BOT_TOKEN or BOT_TOKEN_FILE"
        ) from None
    except discord.ConnectionClosed as error:
        raise OutOfReachError(
            f"Discord has closed the connection for good, with code {error.code}."
            " Check the token and the application in the developer portal"
        ) from error
    except (discord.HTTPException, discord.GatewayNotFound) as error:
        raise OutOfReachError(
            f"Discord doesn't let the bot in: {_line(error)}. Try again later"
        ) from error
    except (OSError, aiohttp.ClientError) as error:
        raise OutOfReachError(
            f"Discord can't be reached: {_line(error)}. Check the connection to the internet"
        ) from error


async def _finish(
    client: BriefingClient, posts: Posts | None, stop: StopSignals, patience: float
) -> None:
    """Take no more work, and wait for what is in flight unless there is a hurry."""
    if client.shards:
        log.info("stopping")
    else:
        log.warning(STOPPED)
    client.stop_taking_work()
    draining = asyncio.create_task(_drain(client, posts, patience))
    hurried = asyncio.create_task(stop.hurried.wait())
    await asyncio.wait({draining, hurried}, return_when=asyncio.FIRST_COMPLETED)
    for task in (draining, hurried):
        task.cancel()
    for outcome in await asyncio.gather(draining, hurried, return_exceptions=True):
        if isinstance(outcome, Exception):
            log.error("what is in flight could not be waited for", exc_info=outcome)


async def _drain(client: BriefingClient, posts: Posts | None, patience: float) -> None:
    stopping = posts.stop(patience) if posts else asyncio.sleep(0)
    await asyncio.gather(client.drain(patience), stopping)


async def _give_up(tasks: set[asyncio.Task[Any]]) -> None:
    giving_up = asyncio.get_running_loop().time() + _GIVING_UP
    left = tasks
    while left and asyncio.get_running_loop().time() < giving_up:
        for task in left:
            task.cancel()
        # Told again: what fails in the very moment it is told to stop takes no notice of it.
        _, left = await asyncio.wait(left, timeout=_TOLD_AGAIN)
    for task in tasks - left:
        if not task.cancelled() and (error := task.exception()):
            log.debug("given up: %s", task.get_name(), exc_info=error)


def _line(error: BaseException) -> str:
    return " ".join(str(error).split()).rstrip(".") or type(error).__name__
