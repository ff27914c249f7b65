"""The whole state of one loopback Discord, and the changes that can be made to it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from tests.discord_server.errors import unknown

from . import permissions
from .clock import Clock
from .models import (
    ANNOUNCEMENT,
    ANNOUNCEMENT_THREAD,
    CHANNEL_TYPES,
    DM,
    PUBLIC_THREAD,
    Channel,
    Guild,
    Member,
    Message,
    Overwrite,
    Pings,
    Role,
    User,
)
from .snowflakes import Snowflakes


@dataclass
class World:
    """Users, servers, channels and messages. Every change calls `emit`."""

    clock: Clock
    token: str
    ids: Snowflakes = field(init=False)
    users: dict[int, User] = field(default_factory=dict)
    guilds: dict[int, Guild] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    directs: dict[int, int] = field(default_factory=dict)
    commands: dict[int | None, dict[int, dict[str, Any]]] = field(default_factory=dict)
    interactions: dict[int, Any] = field(default_factory=dict)
    tokens: dict[str, int] = field(default_factory=dict)
    nonces: dict[tuple[int, str], tuple[float, int, int]] = field(default_factory=dict)
    pings: list[tuple[int, Pings]] = field(default_factory=list)
    privileged: int = 0
    deadline: float = 3.0
    emit: Callable[[str, int | None, Any], None] = lambda _name, _guild, _data: None

    def __post_init__(self) -> None:
        self.ids = Snowflakes(self.clock)
        self.owner = self.add_user("owner")
        self.bot = self.add_user("briefing", bot=True)
        self.application = self.bot

    def add_user(self, name: str, *, bot: bool = False, dms: bool = True) -> int:
        made = self.ids.next()
        self.users[made] = User(made, name, bot, dms)
        return made

    def add_guild(
        self,
        name: str,
        owner: int | None,
        rights: int,
        *,
        bot: bool = True,
        snowflake: int | None = None,
    ) -> Guild:
        guild = Guild(snowflake or self.ids.next(), name, owner or self.owner)
        guild.roles[guild.id] = Role(guild.id, guild.id, "@everyone", permissions.EVERYONE, 0)
        self.guilds[guild.id] = guild
        self.add_member(guild.id, guild.owner)
        if bot:
            role = self.add_role(guild.id, "briefing", rights)
            self.add_member(guild.id, self.bot, (role,))
        return guild

    def add_role(self, guild: int, name: str, rights: int = 0, *, mentionable: bool = False) -> int:
        roles = self.guilds[guild].roles
        made = self.ids.next()
        roles[made] = Role(made, guild, name, rights, len(roles), mentionable)
        return made

    def add_member(self, guild: int, user: int, roles: Iterable[int] = ()) -> None:
        self.guilds[guild].members[user] = Member(user, self.clock.text(), set(roles))

    def add_channel(
        self, guild: int, name: str, kind: str = "text", parent: int | None = None
    ) -> Channel:
        made = Channel(
            self.ids.next(),
            CHANNEL_TYPES[kind],
            name,
            guild,
            position=len(self.channels),
            parent=parent,
            made=self.clock.text(),
        )
        self.channels[made.id] = made
        return made

    def add_thread(
        self,
        parent: Channel,
        name: str,
        owner: int,
        *,
        snowflake: int | None = None,
        tags: Iterable[str] = (),
    ) -> Channel:
        kind = ANNOUNCEMENT_THREAD if parent.type == ANNOUNCEMENT else PUBLIC_THREAD
        made = Channel(
            snowflake or self.ids.next(),
            kind,
            name,
            parent.guild,
            parent=parent.id,
            owner=owner,
            made=self.clock.text(),
            tags=list(tags),
            joined={owner},
        )
        self.channels[made.id] = made
        return made

    def direct(self, user: int) -> Channel:
        """The direct-message channel of a user and the bot, made when it is missing."""
        known = self.directs.get(user)
        if known is not None:
            return self.channels[known]
        made = Channel(self.ids.next(), DM, "", recipient=user, made=self.clock.text())
        self.channels[made.id] = made
        self.directs[user] = made.id
        return made

    def set_overwrite(self, channel: int, target: int, allow: int, deny: int) -> None:
        found = self.channel(channel)
        guild = self.guilds[found.guild or 0]
        kind = 0 if target in guild.roles else 1
        found.overwrites[target] = Overwrite(target, kind, allow, deny)

    def user(self, snowflake: int) -> User:
        if snowflake not in self.users:
            raise unknown("User")
        return self.users[snowflake]

    def guild(self, snowflake: int) -> Guild:
        if snowflake not in self.guilds:
            raise unknown("Guild")
        return self.guilds[snowflake]

    def channel(self, snowflake: int) -> Channel:
        if snowflake not in self.channels:
            raise unknown("Channel")
        return self.channels[snowflake]

    def message(self, channel: int, snowflake: int) -> Message:
        found = self.channel(channel).messages.get(snowflake)
        if found is None:
            raise unknown("Message")
        return found

    def rights(self, channel: Channel, user: int) -> int:
        """What a user may do in a channel; threads take their parent's rights."""
        if channel.guild is None:
            return permissions.DIRECT if user in {channel.recipient, self.bot} else 0
        place = channel
        if channel.is_thread and channel.parent in self.channels:
            place = self.channels[channel.parent]
        return permissions.in_channel(self.guilds[channel.guild], place, user)

    def forget_channel(self, snowflake: int) -> Channel:
        gone = self.channels.pop(snowflake)
        for thread in [one.id for one in self.channels.values() if one.parent == snowflake]:
            if self.channels[thread].is_thread:
                del self.channels[thread]
        return gone
