"""What comes after the first answer: edits of it and follow-ups, for fifteen minutes."""

from tests.discord_server.errors import RefusedError, unknown
from tests.discord_server.limits.messages import check_edit, check_new
from tests.discord_server.world import messages
from tests.discord_server.world.interactions import DEFERRED, LIFETIME, Interaction
from tests.discord_server.world.models import EPHEMERAL, LOADING, Message

from .call import NOTHING, Answer, Call, Handler

BASE = "/webhooks/{webhook_id}/{webhook_token}"
ORIGINAL, ONE = f"{BASE}/messages/@original", f"{BASE}/messages/{{message_id}}"
MOST_UNINSTALLED = 5


def _interaction(call: Call) -> Interaction:
    if call.id("webhook_id") != call.world.application:
        raise unknown("Webhook")
    known = call.world.tokens.get(call.where["webhook_token"])
    if known is None:
        raise unknown("Webhook")
    found: Interaction = call.world.interactions[known]
    if call.world.clock.now() - found.made > LIFETIME:
        found.refused.append(50027)
        raise RefusedError(401, 50027, "Invalid Webhook Token")
    if found.acknowledged is None:
        raise unknown("Webhook")
    return found


def _message(call: Call, found: Interaction) -> Message:
    """The message of the path, if this interaction may touch it."""
    wanted = call.where.get("message_id", "@original")
    target = found.original if wanted == "@original" else call.id("message_id")
    own = {found.original, *found.followups}
    message = call.world.channel(found.channel).messages.get(target or 0)
    if message is None or target not in own:
        raise unknown("Message")
    return message


def follow_up(call: Call) -> Answer:
    """The first follow-up after deferring takes the place of "thinking…"."""
    found = _interaction(call)
    body, world = call.body, call.world
    check_new(body, len(call.files), private=True)
    channel = world.channel(found.channel)
    if found.response == DEFERRED and found.loading and found.original is not None:
        message = world.message(channel.id, found.original)
        _fill(call, found, message)
    else:
        if "0" not in found.owners and len(found.followups) >= MOST_UNINSTALLED:
            raise RefusedError(400, 40094, "Maximum number of follow up messages reached")
        private = bool((body.get("flags") or 0) & EPHEMERAL)
        message = messages.post(
            world,
            channel,
            world.bot,
            body,
            interaction=found.id,
            seen_by=found.user if private else None,
            attachments=call.files,
        )
        found.followups.append(message.id)
    found.changed()
    if call.query.get("wait") in {"1", "true"}:
        return 200, messages.payload(world, message)
    return NOTHING


def _fill(call: Call, found: Interaction, message: Message) -> None:
    body = {**call.body, "flags": (call.body.get("flags") or 0) & ~EPHEMERAL}
    message.attachments.extend(call.files)
    message.flags &= ~LOADING
    messages.edit(call.world, message, body)
    message.edited = None
    found.loading = False


def read(call: Call) -> Answer:
    found = _interaction(call)
    return 200, messages.payload(call.world, _message(call, found))


def change(call: Call) -> Answer:
    found = _interaction(call)
    message = _message(call, found)
    check_edit(call.body, message)
    if message.flags & LOADING:
        _fill(call, found, message)
    else:
        listed = call.body.get("attachments")
        if listed is not None:
            kept = {str(one.get("id")) for one in listed}
            message.attachments = [one for one in message.attachments if one["id"] in kept]
        message.attachments.extend(call.files)
        messages.edit(call.world, message, call.body)
    found.edits += 1
    found.changed()
    return 200, messages.payload(call.world, message)


def delete(call: Call) -> Answer:
    found = _interaction(call)
    messages.remove(call.world, _message(call, found))
    found.changed()
    return NOTHING


ROUTES: dict[tuple[str, str], Handler] = {
    ("POST", BASE): follow_up,
    ("GET", ORIGINAL): read,
    ("PATCH", ORIGINAL): change,
    ("DELETE", ORIGINAL): delete,
    ("GET", ONE): read,
    ("PATCH", ONE): change,
    ("DELETE", ONE): delete,
}
