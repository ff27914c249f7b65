"""What the client and its commands work with, built once at the start and handed in."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

import discord

from bot.answers.answering import Answerer
from bot.answers.verification import Verifier
from bot.briefings.desk import Desk
from bot.slash.cooldown import Cooldown
from bot.slash.current import Current
from bot.slash.scheduling import Scheduling
from bot.slash.work import Work
from bot.store.conversations import Conversations
from bot.store.feedback import FeedbackLog
from bot.store.guilds import Guilds
from bot.store.questions import Questions
from bot.store.state import State

if TYPE_CHECKING:
    from bot.slash.client import BriefingClient


async def _no_channels(guild: int) -> Sequence[int]:  # noqa: ARG001
    return ()


async def _no_post(guild: int) -> datetime | None:  # noqa: ARG001
    return None


@dataclass(frozen=True, slots=True)
class Services:
    """The core, the store, the clock and the host's switches.

    What is `current` may be replaced at any moment; it is asked anew for each piece of work.
    `posting` tells the ids of the channels of a guild that the bot posts to by itself, `next_post`
    when it does so next. `pictures` says whether pictures can be drawn.
    """

    current: Current
    guilds: Guilds
    feedback: FeedbackLog
    conversations: Conversations
    questions: Questions
    state: State
    scheduling: Scheduling
    now: Callable[[], datetime]
    chat: bool
    cooldown: Cooldown
    pictures: bool = False
    posting: Callable[[int], Awaitable[Sequence[int]]] = _no_channels
    next_post: Callable[[int], Awaitable[datetime | None]] = _no_post
    work: Work = field(default_factory=Work)

    @property
    def answerer(self) -> Answerer:
        """What answers questions now."""
        return self.current.story.answerer

    @property
    def verifier(self) -> Verifier:
        """What checks quotations now."""
        return self.current.story.verifier

    @property
    def desk(self) -> Desk:
        """What briefs now."""
        return self.current.story.desk

    @property
    def standing(self) -> tuple[str, ...]:
        """Questions offered before any was asked."""
        return self.current.story.standing


def services_of(interaction: discord.Interaction[Any]) -> Services:
    """Return the services of the client that received an interaction."""
    return client_of(interaction).services


def client_of(interaction: discord.Interaction[Any]) -> "BriefingClient":
    """Return the client that received an interaction."""
    return cast("BriefingClient", interaction.client)
