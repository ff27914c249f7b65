"""What goes out: an edition as the renderer made it, and as it is frozen for sending."""

from dataclasses import dataclass
from datetime import datetime

from bot.store.schedules import Schedule


@dataclass(frozen=True, slots=True)
class Post:
    """An edition in the renderer's own form, which only the delivery reads again.

    `shown` becomes the schedule's `previous`; an edition that only says that nothing is new gives
    back what it was given.
    """

    body: str
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NothingNew:
    """There is nothing that the edition before did not show, and that is not worth a post."""


@dataclass(frozen=True, slots=True)
class Mark:
    """By what a post is known again in its channel, and since when it could stand there."""

    text: str
    since: datetime


@dataclass(frozen=True, slots=True)
class FrozenPost:
    """A post as it will be sent, however often that is tried."""

    schedule: Schedule
    body: str
    mark: Mark
