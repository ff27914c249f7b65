"""What a person does in front of Discord, sent to the bot as Discord would send it."""

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import Any

from tests.discord_server.world import messages, payloads, permissions
from tests.discord_server.world.components import SELECTS
from tests.discord_server.world.interactions import (
    AUTOCOMPLETE,
    COMMAND,
    COMPONENT,
    MODAL,
    Interaction,
)
from tests.discord_server.world.models import Channel, Message

from . import commands, forms
from .commands import NotOfferedError
from .outcome import Outcome, Pending, outcome_of
from .setup import Setup


class Driver(Setup):
    """People typing, pressing and submitting; each call comes back with a `Pending`."""

    async def ready(self, guild: int | None = None, seconds: float = 30) -> None:
        """Waits until a client is connected that hears of this server (or direct messages)."""
        await self.gateway.until(lambda: self.gateway.listening(guild), seconds)

    async def until(self, predicate: Callable[[], Any], seconds: float = 10) -> Any:
        """Waits until something becomes true, and gives it back."""
        async with asyncio.timeout(seconds):
            while True:
                found = predicate()
                if found:
                    return found
                await asyncio.sleep(0.01)

    async def slash(self, user: int, channel: int, name: str, /, **values: Any) -> Pending:
        """Types a slash command; subcommands after a space: "settings show"."""
        place = self.world.channel(channel)
        command, data, _options = self._command(user, place, name, values)
        return self._send(COMMAND, user, place, command, data)

    async def slash_many(
        self, asked: list[tuple[int, int, str, dict[str, Any]]], within: float
    ) -> list[Pending]:
        """Types many commands, each (person, channel, name, options), spread over some seconds."""
        began = time.monotonic()
        sent = []
        for number, (user, channel, name, values) in enumerate(asked):
            await asyncio.sleep(max(0.0, began + within * number / len(asked) - time.monotonic()))
            sent.append(await self.slash(user, channel, name, **values))
        return sent

    async def settle(self, sent: Sequence[Pending | int], seconds: float = 20) -> list[Outcome]:
        """Waits until all of them are answered, or for so long; gives how each one stands."""
        found: list[Interaction] = [
            self.world.interactions[one if isinstance(one, int) else one.id] for one in sent
        ]
        await asyncio.gather(*(one.until(lambda it: it.answered, seconds) for one in found))
        return [outcome_of(self.world, one) for one in found]

    async def autocomplete(
        self, user: int, channel: int, name: str, focused: str, typed: Any, /, **values: Any
    ) -> list[dict[str, Any]]:
        """Types in one option and waits for the choices offered."""
        place = self.world.channel(channel)
        filled = {**values, focused: typed}
        command, data, options = self._command(user, place, name, filled, focused=focused)
        option = next(one for one in options if one["name"] == focused)
        if not option.get("autocomplete"):
            raise NotOfferedError(f"{focused!r} has no autocompletion")
        pending = self._send(AUTOCOMPLETE, user, place, command, data, focused=option["type"])
        return (await pending.answered(3.5)).choices or []

    async def context_menu(
        self,
        user: int,
        channel: int,
        name: str,
        /,
        *,
        message: int | None = None,
        member: int | None = None,
    ) -> Pending:
        """Right-clicks a message or a person and picks a command."""
        place = self.world.channel(channel)
        if message is not None:
            command = commands.find(self.world, place, user, name, commands.MESSAGE_MENU)
            target = self._seen(user, place, message)
            written = messages.payload(self.world, target, reveal=True)
            resolved = {"messages": {str(target.id): written}}
        else:
            command = commands.find(self.world, place, user, name, commands.USER_MENU)
            found = self.world.user(member or 0)
            resolved = {"users": {str(found.id): payloads.user(found)}}
        data = {
            "id": command["id"],
            "name": name,
            "type": command["type"],
            "target_id": str(message if message is not None else member),
            "resolved": resolved,
        }
        return self._send(COMMAND, user, place, command, data)

    async def press(self, user: int, channel: int, message: int, button: str) -> Pending:
        """Presses the button with this label or custom id."""
        place = self.world.channel(channel)
        target = self._seen(user, place, message)
        one = forms.control(target.components, button, {forms.BUTTON})
        data = {"component_type": one["type"], "custom_id": one["custom_id"], "id": one["id"]}
        return self._send(COMPONENT, user, place, None, data, message=target)

    async def select(
        self, user: int, channel: int, message: int, menu: str, values: list[str]
    ) -> Pending:
        place = self.world.channel(channel)
        target = self._seen(user, place, message)
        one = forms.control(target.components, menu, set(SELECTS))
        data = {
            "component_type": one["type"],
            "custom_id": one["custom_id"],
            "id": one["id"],
            "values": forms.choose(one, values),
        }
        return self._send(COMPONENT, user, place, None, data, message=target)

    async def submit(self, pending: Pending | int, /, **values: Any) -> Pending:
        """Fills in the modal that an interaction was answered with and sends it."""
        number = pending if isinstance(pending, int) else pending.id
        cause: Interaction = self.world.interactions[number]
        if cause.modal is None:
            raise NotOfferedError("this interaction was not answered with a modal")
        data = {
            "custom_id": cause.modal["custom_id"],
            "components": forms.filled(cause.modal, values),
        }
        place = self.world.channel(cause.channel)
        return self._send(
            MODAL, cause.user, place, None, data, message=cause.message, cause=cause.id
        )

    async def say(
        self,
        user: int,
        channel: int,
        text: str,
        *,
        mention: bool = False,
        reply_to: int | None = None,
        ping: bool = True,
    ) -> int:
        """Writes a message; `mention` puts the bot's name before it."""
        place = self.world.channel(channel)
        needed = permissions.SEND_MESSAGES
        if place.is_thread:
            needed = permissions.SEND_MESSAGES_IN_THREADS
        if not self.world.rights(place, user) & needed:
            raise NotOfferedError("this person may not write here")
        body: dict[str, Any] = {"content": f"<@{self.bot}> {text}" if mention else text}
        body["allowed_mentions"] = {"parse": ["users", "roles", "everyone"], "replied_user": ping}
        if reply_to is not None:
            body["message_reference"] = {"message_id": reply_to}
        return messages.post(self.world, place, user, body).id

    def messages(self, channel: int, *, viewer: int | None = None) -> list[dict[str, Any]]:
        """All messages of a channel, oldest first; ephemeral ones only for their viewer."""
        return [
            messages.payload(self.world, one, reveal=True)
            for one in self.world.channel(channel).messages.values()
            if one.seen_by is None or one.seen_by == viewer
        ]

    async def next_message(
        self, channel: int, *, after: int, seconds: float = 10
    ) -> dict[str, Any]:
        """Waits for the bot's next message in a channel."""

        def found() -> dict[str, Any] | None:
            return next(
                (
                    one
                    for one in self.messages(channel)
                    if int(one["id"]) > after and one["author"]["id"] == str(self.bot)
                ),
                None,
            )

        written: dict[str, Any] = await self.until(found, seconds)
        return written

    def _seen(self, user: int, place: Channel, snowflake: int) -> Message:
        found = self.world.message(place.id, snowflake)
        if found.seen_by not in {None, user}:
            raise NotOfferedError("this person does not see that message")
        return found

    def _command(
        self,
        user: int,
        place: Channel,
        name: str,
        values: dict[str, Any],
        *,
        focused: str | None = None,
    ) -> tuple[dict[str, Any], dict[str, Any], list[dict[str, Any]]]:
        first, *rest = name.split()
        command = commands.find(self.world, place, user, first, commands.CHAT)
        names, options = commands.descend(command, rest)
        sent, resolved = commands.fill(self.world, place, options, values, focused=focused)
        data: dict[str, Any] = {"id": command["id"], "name": first, "type": commands.CHAT}
        data["options"] = commands.nest(names, sent)
        if resolved:
            data["resolved"] = resolved
        if "guild_id" in command:
            data["guild_id"] = command["guild_id"]
        return command, data, options

    def _send(
        self,
        kind: int,
        user: int,
        place: Channel,
        command: dict[str, Any] | None,
        data: dict[str, Any],
        *,
        message: Message | None = None,
        cause: int | None = None,
        focused: int = 3,
    ) -> Pending:
        world = self.world
        guild = None if place.guild is None else world.guilds[place.guild]
        owners: dict[str, str] = {}
        if guild is not None and guild.installed:
            owners["0"] = str(guild.id)
        elif guild is None:
            owners["0"] = "0"
        if command is not None and 1 in command["integration_types"]:
            owners["1"] = str(user)
        made = Interaction(
            world.ids.next(),
            kind,
            user,
            place.id,
            place.guild,
            world.clock.now(),
            owners,
            data,
            message=message,
            cause=cause,
            focused=focused,
        )
        world.interactions[made.id] = made
        world.tokens[made.token] = made.id
        made.delivered = any(
            session.hears("INTERACTION_CREATE", place.guild)
            for session in self.gateway.sessions.values()
        )
        world.emit("INTERACTION_CREATE", place.guild, self._written(made, place))
        return Pending(world, made)

    def _written(self, made: Interaction, place: Channel) -> dict[str, Any]:
        world = self.world
        channel = payloads.channel(world, place)
        rights = world.rights(place, made.user)
        written: dict[str, Any] = {
            "id": str(made.id),
            "application_id": str(world.application),
            "type": made.kind,
            "token": made.token,
            "version": 1,
            "data": made.data,
            "channel_id": str(place.id),
            "channel": channel | {"permissions": str(rights)},
            "app_permissions": str(world.rights(place, world.bot)),
            "locale": "en-GB",
            "entitlements": [],
            "authorizing_integration_owners": made.owners,
            "context": commands.context_of(world, place),
            "attachment_size_limit": 10 * 1024 * 1024,
        }
        person = payloads.user(world.users[made.user])
        if place.guild is None:
            written["user"] = person
        else:
            guild = world.guilds[place.guild]
            member = payloads.member(world, guild.members[made.user])
            written["member"] = member | {"permissions": str(rights)}
            written["guild_id"] = str(guild.id)
            written["guild"] = {"id": str(guild.id), "locale": "en-GB", "features": []}
            written["guild_locale"] = "en-GB"
        if made.message is not None:
            written["message"] = messages.payload(world, made.message, reveal=True)
        return written
