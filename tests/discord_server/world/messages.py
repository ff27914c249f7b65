"""Making, changing and writing out messages."""

from typing import Any

from . import payloads, permissions
from .clock import text_of
from .components import stored
from .mentions import pings_of, texts_of, users_in
from .models import COMPONENTS_V2, DEFAULT, EPHEMERAL, REPLY, Channel, Message
from .snowflakes import moment_of
from .world import World

MESSAGE_CONTENT = 1 << 15
KEPT_FLAGS = (1 << 2) | (1 << 12) | EPHEMERAL | COMPONENTS_V2


def full_text(message: Message) -> str:
    return "\n".join((message.content, *texts_of(message.components)))


def post(
    world: World,
    channel: Channel,
    author: int,
    body: dict[str, Any],
    *,
    kind: int = DEFAULT,
    interaction: int | None = None,
    seen_by: int | None = None,
    attachments: list[dict[str, Any]] | None = None,
    extra_flags: int = 0,
    snowflake: int | None = None,
) -> Message:
    """Puts a message that was already found to be legal into a channel."""
    message = Message(
        snowflake or world.ids.next(),
        channel.id,
        author,
        type=kind,
        interaction=interaction,
        seen_by=seen_by,
        nonce=None if body.get("nonce") is None else str(body["nonce"]),
        attachments=attachments or [],
        flags=extra_flags,
    )
    reference = body.get("message_reference")
    if reference:
        message.type = REPLY if kind == DEFAULT else kind
        message.reference = {
            "type": 0,
            "channel_id": str(reference.get("channel_id") or channel.id),
            "message_id": str(reference["message_id"]),
        }
        if channel.guild is not None:
            message.reference["guild_id"] = str(channel.guild)
    write(world, message, body)
    channel.messages[message.id] = message
    channel.archived = False
    if message.seen_by is None:
        world.emit("MESSAGE_CREATE", channel.guild, event(world, message))
    return message


def write(world: World, message: Message, body: dict[str, Any]) -> None:
    """Gives a message the content of a payload and works out whom that pings."""
    if "content" in body:
        message.content = body["content"] or ""
    if "embeds" in body:
        message.embeds = [{"type": "rich", **embed} for embed in body["embeds"] or ()]
    if "components" in body:
        message.components = stored(body["components"] or (), world.ids)
    message.flags |= (body.get("flags") or 0) & KEPT_FLAGS
    channel = world.channels[message.channel]
    replied = _replied(world, message)
    text = full_text(message)
    rights = world.rights(channel, message.author)
    message.pings = pings_of(
        text,
        body.get("allowed_mentions"),
        guild=None if channel.guild is None else world.guilds[channel.guild],
        may_ping_all=bool(rights & permissions.MENTION_EVERYONE),
        replied=replied,
    )
    known = [user for user in users_in(text) if user in world.users]
    if replied in message.pings.users and replied not in known:
        known.append(replied)
    message.mentions = tuple(known)
    if message.pings and message.author == world.bot and message.seen_by is None:
        world.pings.append((message.id, message.pings))


def edit(world: World, message: Message, body: dict[str, Any]) -> None:
    before = message.pings
    write(world, message, body)
    message.pings = before
    message.edited = world.clock.text()
    channel = world.channels[message.channel]
    if message.seen_by is None:
        world.emit("MESSAGE_UPDATE", channel.guild, event(world, message))


def remove(world: World, message: Message) -> None:
    channel = world.channels[message.channel]
    del channel.messages[message.id]
    gone = {"id": str(message.id), "channel_id": str(channel.id)}
    if channel.guild is not None:
        gone["guild_id"] = str(channel.guild)
    if message.seen_by is None:
        world.emit("MESSAGE_DELETE", channel.guild, gone)


def payload(world: World, message: Message, *, reveal: bool = False) -> dict[str, Any]:
    """A message as REST gives it to the bot: emptied where the bot may not read it."""
    shown = reveal or shows_content(world, message)
    written: dict[str, Any] = {
        "id": str(message.id),
        "type": message.type,
        "channel_id": str(message.channel),
        "author": payloads.user(world.users[message.author]),
        "content": message.content if shown else "",
        "embeds": message.embeds if shown else [],
        "components": message.components if shown else [],
        "attachments": message.attachments if shown else [],
        "mentions": [payloads.user(world.users[user]) for user in message.mentions],
        "mention_roles": [str(role) for role in message.pings.roles],
        "mention_everyone": message.pings.everyone,
        "timestamp": sent_at(message),
        "edited_timestamp": message.edited,
        "flags": message.flags,
        "pinned": False,
        "tts": False,
    }
    if message.nonce is not None:
        written["nonce"] = message.nonce
    if message.interaction is not None:
        asked = world.interactions[message.interaction]
        written["interaction_metadata"] = asked.metadata(world, message.id)
        written["application_id"] = str(world.application)
        written["webhook_id"] = str(world.application)
    if message.reference is not None:
        written["message_reference"] = message.reference
        if message.type == REPLY:
            written["referenced_message"] = _referenced(world, message)
    if message.thread is not None and message.thread in world.channels:
        written["thread"] = payloads.channel(world, world.channels[message.thread])
    return written


def event(world: World, message: Message) -> dict[str, Any]:
    """A message as the gateway tells of it: also with the member who wrote it."""
    written = payload(world, message)
    channel = world.channels[message.channel]
    if channel.guild is not None:
        written["guild_id"] = str(channel.guild)
        member = world.guilds[channel.guild].members.get(message.author)
        if member is not None:
            written["member"] = payloads.member(world, member)
            del written["member"]["user"]
    return written


def shows_content(world: World, message: Message) -> bool:
    """Whether the bot may read this message without the message content intent."""
    return (
        bool(world.privileged & MESSAGE_CONTENT)
        or message.author == world.bot
        or world.channels[message.channel].guild is None
        or world.bot in message.mentions
    )


def sent_at(message: Message) -> str:
    return text_of(moment_of(message.id))


def _replied(world: World, message: Message) -> int | None:
    found = _target(world, message)
    return None if found is None else found.author


def _target(world: World, message: Message) -> Message | None:
    if message.reference is None or message.type != REPLY:
        return None
    place = world.channels.get(int(message.reference["channel_id"]))
    return None if place is None else place.messages.get(int(message.reference["message_id"]))


def _referenced(world: World, message: Message) -> dict[str, Any] | None:
    found = _target(world, message)
    if found is None:
        return None
    written = payload(world, found)
    for key in ("referenced_message", "thread"):
        written.pop(key, None)
    return written
