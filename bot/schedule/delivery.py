"""What takes a post to its readers, and the ways in which that fails."""

from collections.abc import Awaitable, Callable
from typing import Protocol

from bot.phrase import PhrasedError
from bot.schedule.post import FrozenPost, Mark
from bot.store.entries import MessageReference
from bot.store.schedules import Schedule


class DeliveryError(PhrasedError):
    """A post could not be delivered; the message tells a person why."""


class GoneError(DeliveryError):
    """The channel or thread is deleted."""


class ForbiddenError(DeliveryError):
    """The bot lacks a right in the channel; the message names it."""


class ClosedError(DeliveryError):
    """The person takes no direct messages from the bot."""


class RetryError(DeliveryError):
    """It may go better later: Discord is away or slow, asks to wait, or refuses the token."""

    def __init__(self, because: str, after: float = 0.0) -> None:
        super().__init__(because)
        self.after = after
        """Seconds to wait at least."""


class Delivery(Protocol):
    """One place, a channel or a person, that posts are sent to."""

    async def send(self, post: FrozenPost, nonce: str) -> MessageReference:
        """Send a post with its mark; raises DeliveryError."""

    async def find(self, mark: Mark) -> MessageReference | None:
        """Look for a post with this mark among the place's messages; raises DeliveryError."""

    async def complete(self, post: FrozenPost, message: MessageReference) -> str:
        """Add what belongs beside a post and is not there yet; return what could not be added.

        Raises RetryError where it is to be called again.
        """


Destination = Callable[[Schedule], Delivery]
"""Gives the place that a schedule posts to."""

Notify = Callable[[Schedule, str], Awaitable[None]]
"""Tells the owner of a schedule that it is paused, and why."""
