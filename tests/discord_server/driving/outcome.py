"""What a person saw after doing something."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.discord_server.world import messages
from tests.discord_server.world.components import walk
from tests.discord_server.world.interactions import Interaction
from tests.discord_server.world.mentions import texts_of
from tests.discord_server.world.world import World


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the bot answered so far. Messages are whole payloads, ephemeral ones too."""

    id: int
    delivered: bool
    acknowledged: float | None
    response: int | None
    answered: bool
    message: dict[str, Any] | None
    followups: list[dict[str, Any]]
    modal: dict[str, Any] | None
    choices: list[dict[str, Any]] | None
    refused: list[int]

    @property
    def text(self) -> str:
        """All text of the answer, that of the follow-ups included."""
        return "\n".join(
            text_of(message) for message in (self.message, *self.followups) if message is not None
        )

    @property
    def ephemeral(self) -> bool:
        return self.message is not None and bool(self.message["flags"] & 64)


def text_of(message: dict[str, Any]) -> str:
    """All text of a message payload."""
    return "\n".join(filter(None, (message["content"], *texts_of(message["components"]))))


def labels_of(message: dict[str, Any]) -> list[str]:
    """The labels of all buttons of a message payload."""
    return [one["label"] for one in walk(message["components"]) if one.get("label")]


def outcome_of(world: World, one: Interaction) -> Outcome:
    channel = world.channels.get(one.channel)
    stored = {} if channel is None else channel.messages
    shown = None if one.original is None else stored.get(one.original)
    return Outcome(
        one.id,
        one.delivered,
        one.acknowledged,
        one.response,
        one.answered,
        None if shown is None else messages.payload(world, shown, reveal=True),
        [
            messages.payload(world, stored[known], reveal=True)
            for known in one.followups
            if known in stored
        ],
        one.modal,
        one.choices,
        list(one.refused),
    )


class Pending:
    """Something a person did, and the wait for the bot's answer."""

    def __init__(self, world: World, interaction: Interaction) -> None:
        self._world = world
        self._interaction = interaction

    @property
    def id(self) -> int:
        return self._interaction.id

    def outcome(self) -> Outcome:
        return outcome_of(self._world, self._interaction)

    async def acknowledged(self, seconds: float = 3.5) -> Outcome:
        """Waits for the first answer of whatever kind."""
        return await self._until(lambda one: one.acknowledged is not None, seconds)

    async def answered(self, seconds: float = 20) -> Outcome:
        """Waits until the person sees more than "thinking…"; fails when that takes too long."""
        return await self._until(lambda one: one.answered, seconds)

    async def _until(self, predicate: Callable[[Interaction], bool], seconds: float) -> Outcome:
        if not await self._interaction.until(predicate, seconds):
            raise TimeoutError(f"no answer within {seconds} s: {self.outcome()}")
        return self.outcome()
