"""Articles that have changed while the bot runs are read again, and what answers is replaced."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TypeVar

from bot.corpus.errors import CorpusError
from bot.corpus.stamp import stamp_of
from bot.pauses import drop_replaced
from bot.rebuilding import RebuildError
from bot.slash.current import Current, Story

log = logging.getLogger(__name__)

_Result = TypeVar("_Result")

_STAYS = "the articles are not read again, those of before stay: %s"


class Reloader:
    """Looks at a folder every so often, and replaces what answers once the folder has changed.

    `rebuild` makes what takes long in a process of its own and `read` makes a story of that, in a
    thread; each may fail, and then what answers stays until the folder changes once more. `stamp`
    is the folder's from before it was first read.
    """

    def __init__(
        self,
        folder: Path,
        stamp: str,
        current: Current,
        rebuild: Callable[[], Awaitable[None]],
        read: Callable[[], Story],
    ) -> None:
        self._folder, self._current = folder, current
        self._rebuild, self._read = rebuild, read
        self._known = self._seen = stamp
        self._replaced = False

    async def run(self, seconds: float) -> None:
        """Look for as long as the bot runs, with so many seconds between two looks."""
        while True:
            await asyncio.sleep(seconds)
            await self.look()

    async def look(self) -> None:
        """Read the articles again if they have changed, and are as they were at the last look.

        Whoever is copying files is done by then.
        """
        if self._replaced:  # a look ago, so that nobody is answered from it any more
            self._replaced = False
            drop_replaced()
        seen = await asyncio.to_thread(stamp_of, self._folder)
        settled, self._seen = seen == self._seen, seen
        if not settled or seen == self._known:
            return
        self._known = seen
        try:
            await self._rebuild()
            story = await _beside(self._read)
        except (CorpusError, RebuildError) as error:
            log.warning(_STAYS, "; ".join(str(error).splitlines()))
        except Exception as error:  # nothing wrong with articles ends the bot
            log.warning(_STAYS, f"{type(error).__name__}. BOT_LOG_LEVEL=debug shows more")
            log.debug("reading the articles again failed", exc_info=error)
        else:
            self._current.story, self._replaced = story, True
            articles, sentences = story.desk.corpus.articles, story.answerer.index.sentences
            log.info(
                "articles read again: %d articles, %d sentences", len(articles), len(sentences)
            )


async def _beside(work: Callable[[], _Result]) -> _Result:
    """Do what takes long in a thread of its own, which does not keep the bot from stopping."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[_Result] = loop.create_future()

    def give(result: _Result) -> None:
        if not done.cancelled():
            done.set_result(result)

    def fail(error: BaseException) -> None:
        if not done.cancelled():
            done.set_exception(error)

    def run() -> None:
        # The loop may be closed by the time the work is done, and nobody waits for it then.
        try:
            result = work()
        except BaseException as error:  # noqa: BLE001  # handed over to who waits
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(fail, error)
        else:
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(give, result)

    Thread(target=run, name="reading articles again", daemon=True).start()
    return await done
