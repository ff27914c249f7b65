"""Posting by itself: the clock and what it calls, from a client's start to its end."""

import asyncio
import logging
import os
import secrets
import socket
from datetime import datetime
from typing import TYPE_CHECKING

from bot.schedule.clock import Clock
from bot.schedule.delivering import Deliverer, Outside
from bot.schedule.opening import Opener
from bot.schedule.pace import Bucket
from bot.schedule.post import NothingNew, Post
from bot.schedule.running import Runner
from bot.slash.posting.notifying import Notifier
from bot.slash.posting.places import Places
from bot.slash.reach import taste_of
from bot.slash.speaking import language_of, speaking
from bot.store.errors import StoreError
from bot.store.schedules import Schedule

if TYPE_CHECKING:
    from bot.slash.client import BriefingClient

log = logging.getLogger(__name__)

_SETTINGS_WAIT = 30.0  # seconds


class Posts:
    """Posts what is due for as long as a client runs; made while its event loop runs."""

    def __init__(self, client: "BriefingClient") -> None:
        self._client = client
        self._loop = asyncio.get_running_loop()
        services = client.services
        scheduling = services.scheduling
        outside = Outside(self._render, Places(client), Notifier(client), services.now)
        self._deliverer = Deliverer(
            scheduling.schedules, scheduling.ledger, outside, Bucket(), _holder()
        )
        opener = Opener(scheduling.schedules, scheduling.ledger)
        self._runner = Runner(opener, scheduling.ledger, self._deliverer, services.now)
        self._clock = Clock(self._runner.round, self._runner.tidy)

    async def run(self) -> None:
        """Start the clock once the client knows its channels."""
        await self._client.wait_until_ready()
        try:
            await self._runner.start()
        except StoreError as error:
            log.warning("times are not worked out anew: %s", error)
        self._clock.start()

    async def stop(self, patience: float) -> None:
        """Send nothing more, and wait for what is being sent."""
        self._clock.stop()
        await self._runner.stop(patience)

    def _render(
        self,
        schedule: Schedule,
        now: datetime,
        previous: tuple[str, ...],  # noqa: ARG002  # the schedule holds it
    ) -> Post | NothingNew:
        """Make a post, in a thread, as the settings of its server want it."""
        services = self._client.services
        asked = asyncio.run_coroutine_threadsafe(taste_of(services, schedule.guild), self._loop)
        left_out = asked.result(_SETTINGS_WAIT).left_out
        guild = self._client.get_guild(schedule.guild or 0)
        with speaking(self._client.languages, language_of(guild)):
            return services.scheduling.renderer.post(schedule, now, left_out)


def _holder() -> str:
    """Return a name that no other process has, on this computer or another."""
    return f"{secrets.token_hex(4)} {os.getpid()} {socket.gethostname()}"
