"""Messages in channels."""

from typing import Any

from tests.discord_server.errors import RefusedError, missing_access, missing_permissions, wrong
from tests.discord_server.limits.messages import check_edit, check_new
from tests.discord_server.world import messages, permissions
from tests.discord_server.world.models import ANNOUNCEMENT, CROSSPOSTED, Message

from . import sending
from .call import NOTHING, Answer, Call, Handler

BASE = "/channels/{channel_id}/messages"
ONE = f"{BASE}/{{message_id}}"


def create(call: Call) -> Answer:
    world, body = call.world, call.body
    channel = world.channel(call.id("channel_id"))
    sending.check_place(call, channel)
    check_new(body, len(call.files))
    sending.check_content(call, channel, body)
    known = sending.sent_before(world, body)
    if known is not None:
        before = (
            world.channels[known[0]].messages.get(known[1]) if known[0] in world.channels else None
        )
        if before is not None:
            return 200, messages.payload(world, before)
    reference = body.get("message_reference")
    if reference and int(reference["message_id"]) not in channel.messages:
        body = {key: value for key, value in body.items() if key != "message_reference"}
    made = messages.post(world, channel, world.bot, body, attachments=call.files)
    if made.nonce is not None:
        world.nonces[world.bot, made.nonce] = (world.clock.now(), channel.id, made.id)
    return 200, messages.payload(world, made)


def history(call: Call) -> Answer:
    channel = call.channel()
    world, query = call.world, call.query
    limit = int(query.get("limit", 50))
    if not 1 <= limit <= 100:
        raise wrong(("limit",), "NUMBER_TYPE_RANGE", "int value should be 1 to 100.")
    if sum(key in query for key in ("around", "before", "after")) > 1:
        raise wrong((), "MESSAGES_ONE_OF", "Only one of around, before and after.")
    if not world.rights(channel, world.bot) & permissions.READ_MESSAGE_HISTORY:
        return 200, []
    seen = [one for one in channel.messages.values() if one.seen_by is None]
    chosen = _window(seen, query, limit)
    return 200, [messages.payload(world, one) for one in reversed(chosen)]


def _window(seen: list[Message], query: dict[str, str], limit: int) -> list[Message]:
    """The messages asked for, oldest first."""
    if "after" in query:
        return [one for one in seen if one.id > int(query["after"])][:limit]
    if "before" in query:
        return [one for one in seen if one.id < int(query["before"])][-limit:]
    if "around" in query:
        middle = int(query["around"])
        older = [one for one in seen if one.id < middle][-(limit // 2) :]
        newer = [one for one in seen if one.id >= middle]
        return [*older, *newer[: limit - len(older)]]
    return seen[-limit:]


def _one(call: Call) -> Message:
    channel = call.channel()
    found = call.world.message(channel.id, call.id("message_id"))
    if found.seen_by is not None:
        raise RefusedError(404, 10008, "Unknown Message")
    return found


def read(call: Call) -> Answer:
    found = _one(call)
    channel = call.world.channel(found.channel)
    if not call.world.rights(channel, call.world.bot) & permissions.READ_MESSAGE_HISTORY:
        raise missing_access()
    return 200, messages.payload(call.world, found)


def change(call: Call) -> Answer:
    found = _one(call)
    if found.author != call.world.bot:
        raise RefusedError(403, 50005, "Cannot edit a message authored by another user")
    check_edit(call.body, found)
    channel = call.world.channels[found.channel]
    if call.body.get("embeds"):
        call.needs(channel, permissions.EMBED_LINKS)
    _keep_files(call, found)
    messages.edit(call.world, found, call.body)
    return 200, messages.payload(call.world, found)


def _keep_files(call: Call, found: Message) -> None:
    listed: Any = call.body.get("attachments")
    if listed is not None:
        kept = {str(one.get("id")) for one in listed}
        found.attachments = [one for one in found.attachments if one["id"] in kept]
    found.attachments.extend(call.files)


def delete(call: Call) -> Answer:
    found = _one(call)
    channel = call.world.channels[found.channel]
    if found.author != call.world.bot:
        if channel.guild is None:
            raise RefusedError(403, 50003, "Cannot execute action on a DM channel")
        call.needs(channel, permissions.MANAGE_MESSAGES)
    messages.remove(call.world, found)
    return NOTHING


def crosspost(call: Call) -> Answer:
    found = _one(call)
    channel = call.world.channels[found.channel]
    if channel.type != ANNOUNCEMENT:
        raise RefusedError(400, 50024, "Cannot execute action on this channel type")
    own = found.author == call.world.bot
    call.needs(channel, permissions.SEND_MESSAGES if own else permissions.MANAGE_MESSAGES)
    if found.flags & CROSSPOSTED:
        raise RefusedError(400, 40033, "This message has already been crossposted.")
    found.flags |= CROSSPOSTED
    call.world.emit("MESSAGE_UPDATE", channel.guild, messages.event(call.world, found))
    return 200, messages.payload(call.world, found)


def typing(call: Call) -> Answer:
    channel = call.channel()
    if channel.guild is not None:
        needed = permissions.SEND_MESSAGES
        if channel.is_thread:
            needed = permissions.SEND_MESSAGES_IN_THREADS
        if not call.world.rights(channel, call.world.bot) & needed:
            raise missing_permissions()
    return NOTHING


ROUTES: dict[tuple[str, str], Handler] = {
    ("GET", BASE): history,
    ("POST", BASE): create,
    ("GET", ONE): read,
    ("PATCH", ONE): change,
    ("DELETE", ONE): delete,
    ("POST", f"{ONE}/crosspost"): crosspost,
    ("POST", "/channels/{channel_id}/typing"): typing,
}
