"""Choosing a command and filling in its options, with what Discord's own form would refuse."""

from typing import Any

from tests.discord_server.world import payloads
from tests.discord_server.world.interactions import IN_BOT_DM, IN_GUILD, IN_PRIVATE
from tests.discord_server.world.models import Channel
from tests.discord_server.world.permissions import ADMINISTRATOR, USE_APPLICATION_COMMANDS
from tests.discord_server.world.world import World

CHAT, USER_MENU, MESSAGE_MENU = 1, 2, 3
SUBCOMMAND, GROUP = 1, 2
TYPES: dict[int, tuple[type, ...]] = {3: (str,), 4: (int,), 5: (bool,), 10: (int, float)}


class NotOfferedError(Exception):
    """Discord's form would not let a person do this."""


def context_of(world: World, channel: Channel) -> int:
    if channel.guild is not None:
        return IN_GUILD
    return IN_BOT_DM if channel.id == world.directs.get(channel.recipient or 0) else IN_PRIVATE


def find(world: World, channel: Channel, user: int, name: str, kind: int) -> dict[str, Any]:
    """The command of that name that this person sees in this channel."""
    places = [channel.guild, None] if channel.guild is not None else [None]
    for place in places:
        for command in world.commands.get(place, {}).values():
            if command["type"] == kind and command["name"] == name:
                _check_offered(world, channel, user, command)
                return command
    raise NotOfferedError(f"there is no command {name!r} here")


def _check_offered(world: World, channel: Channel, user: int, command: dict[str, Any]) -> None:
    name = command["name"]
    contexts = command.get("contexts")
    if contexts is not None and context_of(world, channel) not in contexts:
        raise NotOfferedError(f"{name!r} is not offered in this kind of place")
    if channel.guild is None:
        return
    installed = world.guilds[channel.guild].installed
    if (0 if installed else 1) not in command["integration_types"]:
        raise NotOfferedError(f"{name!r} is not offered by this kind of installation")
    rights = world.rights(channel, user)
    if not rights & USE_APPLICATION_COMMANDS:
        raise NotOfferedError("this person may not use commands here")
    needed = command.get("default_member_permissions")
    if needed is not None and not rights & ADMINISTRATOR:
        wanted = int(needed)
        if wanted == 0 or rights & wanted != wanted:
            raise NotOfferedError(f"{name!r} needs rights that this person lacks")


def descend(command: dict[str, Any], names: list[str]) -> tuple[list[str], list[dict[str, Any]]]:
    """The options of the subcommand that the words name, and the way there."""
    options = command["options"]
    for name in names:
        step = next(
            (one for one in options if one["name"] == name and one["type"] in {SUBCOMMAND, GROUP}),
            None,
        )
        if step is None:
            raise NotOfferedError(f"{command['name']!r} has no subcommand {name!r}")
        options = step.get("options") or []
    if any(one["type"] in {SUBCOMMAND, GROUP} for one in options):
        raise NotOfferedError(f"{command['name']!r} needs a subcommand")
    return names, options


def fill(
    world: World,
    channel: Channel,
    options: list[dict[str, Any]],
    values: dict[str, Any],
    *,
    focused: str | None = None,
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Option values as sent, and the people, roles and channels that they name."""
    known = {option["name"]: option for option in options}
    for name in values:
        if name not in known:
            raise NotOfferedError(f"there is no option {name!r}")
    resolved: dict[str, Any] = {}
    sent = []
    for name, option in known.items():
        value = values.get(name)
        if value is None:
            if option.get("required") and focused is None:
                raise NotOfferedError(f"option {name!r} is required")
            continue
        if focused is None:
            _check_value(option, value)
        if option["type"] in {6, 7, 8}:
            _resolve(world, channel, option["type"], int(value), resolved)
            value = str(value)
        made = {"name": name, "type": option["type"], "value": value}
        if name == focused:
            made["focused"] = True
        sent.append(made)
    return sent, resolved


def _check_value(option: dict[str, Any], value: Any) -> None:
    name = option["name"]
    wanted = TYPES.get(option["type"])
    if wanted is not None and not isinstance(value, wanted):
        raise NotOfferedError(f"option {name!r} takes {wanted[0].__name__}")
    choices = option.get("choices")
    if choices and value not in [choice["value"] for choice in choices]:
        raise NotOfferedError(f"option {name!r} has no choice {value!r}")
    if isinstance(value, str):
        least, most = option.get("min_length") or 0, option.get("max_length") or 6000
        if not least <= len(value) <= most:
            raise NotOfferedError(f"option {name!r} takes {least} to {most} characters")
    elif isinstance(value, int | float) and not isinstance(value, bool):
        low, high = option.get("min_value"), option.get("max_value")
        if (low is not None and value < low) or (high is not None and value > high):
            raise NotOfferedError(f"option {name!r} takes {low} to {high}")


def _resolve(
    world: World, channel: Channel, kind: int, named: int, resolved: dict[str, Any]
) -> None:
    guild = world.guilds.get(channel.guild or 0)
    if kind == 6:
        resolved.setdefault("users", {})[str(named)] = payloads.user(world.user(named))
        if guild is not None and named in guild.members:
            written = payloads.member(world, guild.members[named])
            del written["user"], written["mute"], written["deaf"]
            written["permissions"] = str(world.rights(channel, named))
            resolved.setdefault("members", {})[str(named)] = written
    elif kind == 7:
        found = world.channel(named)
        written = payloads.channel(world, found)
        written["permissions"] = str(world.rights(found, world.bot))
        resolved.setdefault("channels", {})[str(named)] = written
    elif guild is not None:
        resolved.setdefault("roles", {})[str(named)] = payloads.role(guild.roles[named])


def nest(names: list[str], sent: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Options inside the subcommand, and that inside its group."""
    for depth, name in reversed(list(enumerate(names, 1))):
        kind = SUBCOMMAND if depth == len(names) else GROUP
        sent = [{"name": name, "type": kind, "options": sent}]
    return sent
