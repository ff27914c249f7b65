"""Setting the scene: servers, people, roles, channels, and Discord going away."""

from collections.abc import Iterable
from typing import Any

from tests.discord_server.gateway.gateway import Gateway
from tests.discord_server.records import Records
from tests.discord_server.world import payloads, permissions
from tests.discord_server.world.models import Pings
from tests.discord_server.world.permissions import bits
from tests.discord_server.world.world import World

Rights = int | str | tuple[str, ...] | list[str]


class Setup:
    """Everything is named by its id; every change is told to connected clients."""

    def __init__(self, world: World, gateway: Gateway, records: Records) -> None:
        self.world = world
        self.gateway = gateway
        self.records = records

    @property
    def bot(self) -> int:
        return self.world.bot

    def add_user(self, name: str, *, dms: bool = True) -> int:
        return self.world.add_user(name, dms=dms)

    def add_guild(
        self,
        name: str,
        *,
        owner: int | None = None,
        rights: Rights = 0,
        bot: bool = True,
        snowflake: int | None = None,
    ) -> int:
        """A server; `rights` are the bot's above everyone's, `bot=False` leaves it out.

        A server without the bot still knows people who installed the app for themselves.
        """
        guild = self.world.add_guild(name, owner, bits(rights), bot=bot, snowflake=snowflake)
        guild.installed = bot
        if bot:
            written = payloads.guild_create(self.world, guild)
            self.world.emit("GUILD_CREATE", guild.id, written)
        return guild.id

    def add_role(
        self, guild: int, name: str, rights: Rights = 0, *, mentionable: bool = False
    ) -> int:
        made = self.world.add_role(guild, name, bits(rights), mentionable=mentionable)
        written = payloads.role(self.world.guilds[guild].roles[made])
        self.world.emit("GUILD_ROLE_CREATE", guild, {"guild_id": str(guild), "role": written})
        return made

    def add_member(
        self,
        guild: int,
        user: int | str,
        rights: Rights = 0,
        *,
        roles: Iterable[int] = (),
    ) -> int:
        """A person in a server, new when given by name; `rights` come as a role of their own."""
        known = self.world.add_user(user) if isinstance(user, str) else user
        given = set(roles)
        if bits(rights):
            given.add(self.add_role(guild, f"rights of {known}", rights))
        self.world.add_member(guild, known, given)
        return known

    def add_channel(
        self, guild: int, name: str, kind: str = "text", *, parent: int | None = None
    ) -> int:
        made = self.world.add_channel(guild, name, kind, parent)
        self.world.emit("CHANNEL_CREATE", guild, payloads.channel(self.world, made))
        return made.id

    def add_thread(self, channel: int, name: str, owner: int) -> int:
        made = self.world.add_thread(self.world.channel(channel), name, owner)
        self.world.emit("THREAD_CREATE", made.guild, payloads.channel(self.world, made))
        return made.id

    def dm(self, user: int) -> int:
        """The direct-message channel between a person and the bot."""
        return self.world.direct(user).id

    def overwrite(self, channel: int, target: int, *, allow: Rights = 0, deny: Rights = 0) -> None:
        """Gives and takes rights in one channel, for a role or a member (a server's id: all)."""
        self.world.set_overwrite(channel, target, bits(allow), bits(deny))
        self._channel_changed(channel)

    def delete_channel(self, channel: int) -> None:
        found = self.world.channel(channel)
        written = payloads.channel(self.world, found)
        self.world.forget_channel(channel)
        name = "THREAD_DELETE" if found.is_thread else "CHANNEL_DELETE"
        self.world.emit(name, found.guild, written)

    def delete_message(self, channel: int, message: int) -> None:
        found = self.world.channel(channel).messages.pop(message)
        self.world.emit(
            "MESSAGE_DELETE",
            self.world.channel(channel).guild,
            {
                "id": str(found.id),
                "channel_id": str(channel),
                "guild_id": str(self.world.channel(channel).guild),
            },
        )

    def delete_role(self, guild: int, role: int) -> None:
        del self.world.guilds[guild].roles[role]
        for member in self.world.guilds[guild].members.values():
            member.roles.discard(role)
        gone = {"guild_id": str(guild), "role_id": str(role)}
        self.world.emit("GUILD_ROLE_DELETE", guild, gone)

    def remove_bot(self, guild: int) -> None:
        self.world.guilds[guild].members.pop(self.world.bot)
        self.world.guilds[guild].installed = False
        self.world.emit("GUILD_DELETE", guild, {"id": str(guild)})

    def set_dms(self, user: int, *, taken: bool) -> None:
        """Whether a person takes direct messages."""
        self.world.user(user).dms = taken

    def advance(self, seconds: float) -> None:
        """Lets time pass at once."""
        self.world.clock.advance(seconds)

    def set_deadline(self, seconds: float) -> None:
        """How long an interaction waits for its first answer: three seconds on Discord.

        More is for machines too busy to tell a slow bot from a slow processor.
        """
        self.world.deadline = seconds

    def revoke_token(self) -> None:
        """The token is no longer good: 401 everywhere, and 4004 on the gateway."""
        self.world.token = "revoked"
        self.gateway.close(4004)

    def pings(self) -> list[tuple[int, Pings]]:
        """Message id and whom it pinged, for each message of the bot that pinged anyone."""
        return self.world.pings

    def commands(self, guild: int | None = None) -> list[dict[str, Any]]:
        """The application commands stored for everywhere or for one server."""
        return list(self.world.commands.get(guild, {}).values())

    def violations(self) -> list[str]:
        return self.records.violations()

    def bot_rights(self, channel: int) -> int:
        return self.world.rights(self.world.channel(channel), self.world.bot)

    def everyone_rights(self, guild: int, *, without: Rights) -> None:
        """Takes rights from everyone in a server."""
        role = self.world.guilds[guild].roles[guild]
        role.permissions = permissions.EVERYONE & ~bits(without)
        written = {"guild_id": str(guild), "role": payloads.role(role)}
        self.world.emit("GUILD_ROLE_UPDATE", guild, written)

    def _channel_changed(self, channel: int) -> None:
        found = self.world.channel(channel)
        self.world.emit("CHANNEL_UPDATE", found.guild, payloads.channel(self.world, found))
