"""Threads: from a message, on their own, and as posts of a forum."""

from typing import Any

from tests.discord_server.errors import RefusedError, invalid_form, wrong
from tests.discord_server.limits.messages import check_new
from tests.discord_server.limits.texts import text
from tests.discord_server.world import messages, payloads, permissions
from tests.discord_server.world.models import ANNOUNCEMENT, FORUM, HAS_THREAD, TEXT, Channel

from .call import NOTHING, Answer, Call, Handler

AGES = frozenset({60, 1440, 4320, 10080})


def _check(body: dict[str, Any]) -> None:
    problems = tuple(text(body.get("name"), ("name",), 1, 100))
    if problems:
        raise invalid_form(problems)
    age = body.get("auto_archive_duration")
    if age is not None and age not in AGES:
        raise wrong(("auto_archive_duration",), "BASE_TYPE_CHOICES", f"One of {sorted(AGES)}.")


def _tell(call: Call, thread: Channel) -> dict[str, Any]:
    written = payloads.channel(call.world, thread)
    written["member"] = payloads.thread_member(thread, call.world.bot)
    call.world.emit("THREAD_CREATE", thread.guild, {**written, "newly_created": True})
    return written


def from_message(call: Call) -> Answer:
    """A thread has the id of the message that it hangs on."""
    channel = call.channel(permissions.CREATE_PUBLIC_THREADS)
    found = call.world.message(channel.id, call.id("message_id"))
    if channel.type not in {TEXT, ANNOUNCEMENT} or found.seen_by is not None:
        raise RefusedError(400, 50024, "Cannot execute action on this channel type")
    _check(call.body)
    if found.thread is not None:
        raise RefusedError(400, 160004, "A thread has already been created for this message")
    thread = call.world.add_thread(channel, call.body["name"], call.world.bot, snowflake=found.id)
    found.thread = thread.id
    found.flags |= HAS_THREAD
    written = _tell(call, thread)
    call.world.emit("MESSAGE_UPDATE", channel.guild, messages.event(call.world, found))
    return 201, written


def create(call: Call) -> Answer:
    channel = call.channel()
    if channel.type == FORUM:
        return _forum_post(call, channel)
    if channel.type not in {TEXT, ANNOUNCEMENT}:
        raise RefusedError(400, 50024, "Cannot execute action on this channel type")
    call.needs(channel, permissions.CREATE_PUBLIC_THREADS)
    _check(call.body)
    thread = call.world.add_thread(channel, call.body["name"], call.world.bot)
    return 201, _tell(call, thread)


def _forum_post(call: Call, channel: Channel) -> Answer:
    call.needs(channel, permissions.SEND_MESSAGES)
    _check(call.body)
    first = call.body.get("message") or {}
    check_new(first, len(call.files))
    if first.get("embeds"):
        call.needs(channel, permissions.EMBED_LINKS)
    tags = [str(tag) for tag in call.body.get("applied_tags") or ()]
    thread = call.world.add_thread(channel, call.body["name"], call.world.bot, tags=tags)
    _tell(call, thread)
    made = messages.post(
        call.world, thread, call.world.bot, first, attachments=call.files, snowflake=thread.id
    )
    written = payloads.channel(call.world, thread)
    return 201, {**written, "message": messages.payload(call.world, made)}


def join(call: Call) -> Answer:
    call.channel().joined.add(call.world.bot)
    return NOTHING


def leave(call: Call) -> Answer:
    call.channel().joined.discard(call.world.bot)
    return NOTHING


ROUTES: dict[tuple[str, str], Handler] = {
    ("POST", "/channels/{channel_id}/messages/{message_id}/threads"): from_message,
    ("POST", "/channels/{channel_id}/threads"): create,
    ("PUT", "/channels/{channel_id}/thread-members/@me"): join,
    ("DELETE", "/channels/{channel_id}/thread-members/@me"): leave,
}
