"""One request on its way to the function that answers it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.discord_server.errors import missing_access, missing_permissions
from tests.discord_server.world import permissions
from tests.discord_server.world.models import Channel
from tests.discord_server.world.world import World

Answer = tuple[int, Any]
NOTHING: Answer = (204, None)


@dataclass(slots=True)
class Call:
    world: World
    where: dict[str, str]
    query: dict[str, str]
    body: Any
    files: list[dict[str, Any]] = field(default_factory=list)

    def id(self, name: str) -> int:
        value = self.where[name]
        return int(value) if value.isdecimal() else 0

    def channel(self, *rights: int) -> Channel:
        """The channel of the path, if the bot sees it and has these rights there."""
        channel = self.world.channel(self.id("channel_id"))
        self.needs(channel, *rights)
        return channel

    def needs(self, channel: Channel, *rights: int) -> None:
        have = self.world.rights(channel, self.world.bot)
        if not have & permissions.VIEW_CHANNEL:
            raise missing_access()
        for right in rights:
            if not have & right:
                raise missing_permissions()


Handler = Callable[[Call], Answer]
