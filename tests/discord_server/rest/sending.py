"""Whether the bot may send this here, asked of every message that is not an interaction's."""

from typing import Any

from tests.discord_server.errors import RefusedError, missing_permissions, wrong
from tests.discord_server.world import permissions
from tests.discord_server.world.models import ANNOUNCEMENT, DM, TEXT, Channel
from tests.discord_server.world.world import World

from .call import Call

NONCE_WINDOW = 300.0


def check_place(call: Call, channel: Channel) -> None:
    """Refuses a place in which the bot may not write."""
    world = call.world
    if channel.type == DM:
        check_direct(world, channel)
        return
    right = permissions.SEND_MESSAGES
    if channel.is_thread:
        right = permissions.SEND_MESSAGES_IN_THREADS
    call.needs(channel, right)
    if not channel.is_thread and channel.type not in {TEXT, ANNOUNCEMENT}:
        raise RefusedError(400, 50008, "Cannot send messages in a non-text channel")
    if channel.locked and not world.rights(channel, world.bot) & permissions.MANAGE_THREADS:
        raise missing_permissions()


def check_direct(world: World, channel: Channel) -> None:
    """Refuses a person who takes no messages or shares no server with the bot."""
    person = world.users[channel.recipient or 0]
    shared = any(
        world.bot in guild.members and person.id in guild.members for guild in world.guilds.values()
    )
    if not person.dms or not shared:
        raise RefusedError(403, 50007, "Cannot send messages to this user")


def check_content(call: Call, channel: Channel, body: dict[str, Any]) -> None:
    """Refuses what the bot's rights in this channel do not cover."""
    rights = call.world.rights(channel, call.world.bot)
    if body.get("embeds") and not rights & permissions.EMBED_LINKS:
        raise missing_permissions()
    if call.files and not rights & permissions.ATTACH_FILES:
        raise missing_permissions()
    reference = body.get("message_reference")
    if not reference:
        return
    if not rights & permissions.READ_MESSAGE_HISTORY:
        raise RefusedError(403, 160002, "Cannot reply without permission to read message history")
    target = channel.messages.get(int(reference["message_id"]))
    gone = target is None or target.seen_by is not None
    if gone and reference.get("fail_if_not_exists") is not False:
        raise wrong(("message_reference",), "REPLIES_UNKNOWN_MESSAGE", "Unknown message")


def sent_before(world: World, body: dict[str, Any]) -> tuple[int, int] | None:
    """The channel and id of the message that was sent with the same nonce lately."""
    if not body.get("enforce_nonce"):
        return None
    known = world.nonces.get((world.bot, str(body["nonce"])))
    if known is None or world.clock.now() - known[0] > NONCE_WINDOW:
        return None
    return known[1], known[2]
