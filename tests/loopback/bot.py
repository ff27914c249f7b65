"""The real bot over real sockets, and a watch on its event loop."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bot.answers.answering import Answerer
from bot.answers.conversation import Conversation
from bot.briefings.desk import desk_of
from bot.pauses import keep_pauses_short
from bot.slash.client import BriefingClient
from bot.slash.cooldown import Cooldown
from bot.slash.current import Current, story_of
from bot.slash.replies import answer_view
from bot.slash.scheduling import scheduling_of
from bot.slash.services import Services
from bot.store.conversations import Conversations
from bot.store.database import open_database
from bot.store.feedback import FeedbackLog
from bot.store.guilds import Guilds
from bot.store.questions import Questions
from bot.store.state import State
from tests.answers.conftest import ROOT
from tests.discord_server import pointed_at
from tests.discord_server.world.mentions import texts_of


class PromptClient(BriefingClient):
    """The bot without discord.py's five seconds before a new session."""

    async def before_identify_hook(self, _shard: int | None, *, initial: bool = False) -> None:
        """The loopback takes any number of clients at once: no waiting between them."""


@asynccontextmanager
async def running_bot(
    discord: Any,
    answerer: Answerer,
    folder: Path,
    kind: Callable[[Services], BriefingClient] = PromptClient,
    clock: Callable[[], datetime] | None = None,
) -> AsyncIterator[BriefingClient]:
    """The bot with a store of its own, connected to a loopback Discord."""
    answerer.prepare()
    database = await open_database(f"sqlite:///{folder}/bot.db")
    client = kind(_services(answerer, database, clock or now))
    client.writing.start()
    keep_pauses_short()
    with pointed_at(discord.url):
        task = asyncio.create_task(client.start(discord.token))
        try:
            ready = asyncio.create_task(client.wait_until_ready())
            await asyncio.wait({task, ready}, return_when=asyncio.FIRST_COMPLETED, timeout=60)
            if task.done():
                ready.cancel()
                task.result()
            yield client
            await client.drain(20)
        finally:
            await client.close()
            await asyncio.gather(task, return_exceptions=True)
            await database.close()


def now() -> datetime:
    return datetime.now(UTC)


def _services(answerer: Answerer, database: Any, clock: Callable[[], datetime]) -> Services:
    pictures = find_spec("resvg_py") is not None
    current = Current(story_of(desk_of(answerer), pictures=pictures))
    return Services(
        current=current,
        guilds=Guilds(database),
        feedback=FeedbackLog(database),
        conversations=Conversations(database, timedelta(minutes=30)),
        questions=Questions(database),
        state=State(database),
        scheduling=scheduling_of(database, current, clock),
        now=clock,
        chat=True,
        cooldown=Cooldown(20, time.monotonic),
    )


def questions(many: int) -> list[str]:
    """As many questions on the shipped articles as wanted, the same ones again after the last."""
    lines = (ROOT / "tests/questions/summit.jsonl").read_text(encoding="utf-8").splitlines()
    known = [json.loads(line)["question"] for line in lines]
    return [known[number % len(known)] for number in range(many)]


async def settled(discord: Any, pending: list[Any], seconds: float) -> list[Any]:
    """What became of interactions, asked bit by bit: reading it all at once would hold the loop."""
    return [
        outcome
        for at in range(0, len(pending), 20)
        for outcome in await discord.settle(pending[at : at + 20], seconds)
    ]


def expected(answerer: Answerer, question: str) -> str:
    """What a reply shows to someone who asks just this."""
    answer, _ = answerer.converse(question, Conversation())
    return "\n".join(texts_of(answer_view(answer, answerer.corpus).to_components()))


@dataclass
class LoopWatch:
    """How long the event loop was kept from doing what was due.

    `gaps` are by the clock, so a busy machine lengthens them; `share` is how much of the whole
    process's work was done in the loop's own thread, which is the bot's doing alone.
    """

    gaps: list[float] = field(default_factory=list)
    share: float = 0.0

    @asynccontextmanager
    async def watching(self) -> AsyncIterator["LoopWatch"]:
        task = asyncio.create_task(self._watch())
        loop, whole = time.thread_time(), time.process_time()
        try:
            yield self
        finally:
            self.share = (time.thread_time() - loop) / (time.process_time() - whole)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    @property
    def worst(self) -> float:
        return max(self.gaps, default=0.0)

    async def _watch(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + 0.005
            await asyncio.sleep(0.005)
            self.gaps.append(loop.time() - due)
