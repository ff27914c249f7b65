"""One interaction: what the person did, and everything the bot answered."""

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from . import payloads
from .models import Message
from .world import World

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL = 2, 3, 4, 5
REPLY, DEFERRED, DEFERRED_UPDATE, UPDATE, CHOICES, SHOW_MODAL = 4, 5, 6, 7, 8, 9
LIFETIME = 15 * 60.0
IN_GUILD, IN_BOT_DM, IN_PRIVATE = 0, 1, 2


@dataclass
class Interaction:
    """An interaction from its dispatch to its last follow-up."""

    id: int
    kind: int
    user: int
    channel: int
    guild: int | None
    made: float
    owners: dict[str, str]
    data: dict[str, Any]
    token: str = field(default_factory=lambda: f"aW50ZXJhY3Rpb24{secrets.token_urlsafe(48)}")
    message: Message | None = None
    cause: int | None = None
    focused: int = 3
    delivered: bool = False
    acknowledged: float | None = None
    response: int | None = None
    original: int | None = None
    loading: bool = False
    edits: int = 0
    followups: list[int] = field(default_factory=list)
    modal: dict[str, Any] | None = None
    choices: list[dict[str, Any]] | None = None
    refused: list[int] = field(default_factory=list)
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def answered(self) -> bool:
        """Whether the person sees something that is not "thinking…"."""
        if self.choices is not None or self.modal is not None or self.followups:
            return True
        if self.response in {REPLY, UPDATE}:
            return True
        if self.response == DEFERRED:
            return not self.loading
        return self.response == DEFERRED_UPDATE and self.edits > 0

    def changed(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    async def until(self, predicate: Callable[["Interaction"], bool], seconds: float) -> bool:
        """Waits until something is true of it; False when it was not in time."""
        try:
            async with asyncio.timeout(seconds):
                while not predicate(self):
                    await self._changed.wait()
        except TimeoutError:
            return False
        return True

    def metadata(self, world: World, message: int) -> dict[str, Any]:
        """What a message says about the interaction that it answers."""
        written: dict[str, Any] = {
            "id": str(self.id),
            "type": self.kind,
            "user": payloads.user(world.users[self.user]),
            "authorizing_integration_owners": self.owners,
        }
        if self.original is not None and message != self.original:
            written["original_response_message_id"] = str(self.original)
        if self.kind == COMPONENT and self.message is not None:
            written["interacted_message_id"] = str(self.message.id)
        if self.kind == MODAL and self.cause is not None:
            cause = world.interactions[self.cause]
            written["triggering_interaction_metadata"] = cause.metadata(world, message)
        return written
