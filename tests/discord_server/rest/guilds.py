"""Servers, members, roles and channels."""

from tests.discord_server.errors import invalid_form, missing_access, unknown
from tests.discord_server.limits.texts import optional_text
from tests.discord_server.world import payloads, permissions
from tests.discord_server.world.models import Guild

from .call import Answer, Call, Handler


def _guild(call: Call) -> Guild:
    guild = call.world.guild(call.id("guild_id"))
    if not guild.installed or call.world.bot not in guild.members:
        raise missing_access()
    return guild


def guild(call: Call) -> Answer:
    return 200, payloads.guild(_guild(call))


def channels(call: Call) -> Answer:
    mine = _guild(call).id
    return 200, [
        payloads.channel(call.world, one)
        for one in call.world.channels.values()
        if one.guild == mine and not one.is_thread
    ]


def roles(call: Call) -> Answer:
    return 200, [payloads.role(one) for one in _guild(call).roles.values()]


def member(call: Call) -> Answer:
    found = _guild(call).members.get(call.id("user_id"))
    if found is None:
        raise unknown("Member")
    return 200, payloads.member(call.world, found)


def threads(call: Call) -> Answer:
    mine = _guild(call).id
    found = [
        one
        for one in call.world.channels.values()
        if one.guild == mine and one.is_thread and not one.archived
    ]
    return 200, {
        "threads": [payloads.channel(call.world, one) for one in found],
        "members": [],
        "has_more": False,
    }


def channel(call: Call) -> Answer:
    return 200, payloads.channel(call.world, call.channel())


def change_channel(call: Call) -> Answer:
    found = call.world.channel(call.id("channel_id"))
    own = found.is_thread and found.owner == call.world.bot
    needed = permissions.MANAGE_THREADS if found.is_thread else permissions.MANAGE_CHANNELS
    call.needs(found, *(() if own else (needed,)))
    problems = tuple(optional_text(call.body.get("name"), ("name",), 1, 100))
    if problems:
        raise invalid_form(problems)
    found.name = call.body.get("name") or found.name
    if found.is_thread:
        found.archived = call.body.get("archived", found.archived)
        found.locked = call.body.get("locked", found.locked)
    name = "THREAD_UPDATE" if found.is_thread else "CHANNEL_UPDATE"
    written = payloads.channel(call.world, found)
    call.world.emit(name, found.guild, written)
    return 200, written


def delete_channel(call: Call) -> Answer:
    found = call.world.channel(call.id("channel_id"))
    if found.guild is not None:
        right = permissions.MANAGE_THREADS if found.is_thread else permissions.MANAGE_CHANNELS
        call.needs(found, right)
        written = payloads.channel(call.world, found)
        call.world.forget_channel(found.id)
        name = "THREAD_DELETE" if found.is_thread else "CHANNEL_DELETE"
        call.world.emit(name, found.guild, written)
        return 200, written
    return 200, payloads.channel(call.world, found)


ROUTES: dict[tuple[str, str], Handler] = {
    ("GET", "/guilds/{guild_id}"): guild,
    ("GET", "/guilds/{guild_id}/channels"): channels,
    ("GET", "/guilds/{guild_id}/roles"): roles,
    ("GET", "/guilds/{guild_id}/members/{user_id}"): member,
    ("GET", "/guilds/{guild_id}/threads/active"): threads,
    ("GET", "/channels/{channel_id}"): channel,
    ("PATCH", "/channels/{channel_id}"): change_channel,
    ("DELETE", "/channels/{channel_id}"): delete_channel,
}
