"""Answers to interactions: within three seconds, once, and of a fitting kind."""

from typing import Any

from tests.discord_server.errors import RefusedError, invalid_form, unknown, wrong
from tests.discord_server.limits import modals
from tests.discord_server.limits.commands import check_choices
from tests.discord_server.limits.messages import check_edit, check_new
from tests.discord_server.world import interactions as kinds
from tests.discord_server.world import messages
from tests.discord_server.world.interactions import Interaction
from tests.discord_server.world.models import (
    CHAT_COMMAND,
    COMPONENTS_V2,
    CONTEXT_COMMAND,
    DEFAULT,
    EPHEMERAL,
    LOADING,
    Message,
)
from tests.discord_server.world.world import World

from .call import NOTHING, Answer, Call, Handler

FITTING = {
    kinds.COMMAND: {kinds.REPLY, kinds.DEFERRED, kinds.SHOW_MODAL},
    kinds.COMPONENT: {
        kinds.REPLY,
        kinds.DEFERRED,
        kinds.DEFERRED_UPDATE,
        kinds.UPDATE,
        kinds.SHOW_MODAL,
    },
    kinds.AUTOCOMPLETE: {kinds.CHOICES},
    kinds.MODAL: {kinds.REPLY, kinds.DEFERRED},
}


def respond(call: Call) -> Answer:
    world = call.world
    found: Interaction | None = world.interactions.get(call.id("interaction_id"))
    if found is None or found.token != call.where["interaction_token"]:
        raise unknown("Interaction")
    try:
        _check_time(world, found)
        message = _take(call, found)
    except RefusedError as refusal:
        found.refused.append(refusal.code)
        found.changed()
        raise
    found.acknowledged = world.clock.now() - found.made
    found.response = call.body["type"]
    found.changed()
    if call.query.get("with_response") not in {"1", "true"}:
        return NOTHING
    return 200, _written(world, found, message)


def _check_time(world: World, found: Interaction) -> None:
    if found.acknowledged is not None:
        raise RefusedError(400, 40060, "Interaction has already been acknowledged.")
    if world.clock.now() - found.made > world.deadline:
        raise unknown("Interaction")


def _take(call: Call, found: Interaction) -> Message | None:
    kind = call.body.get("type")
    fitting = FITTING[found.kind]
    if found.kind == kinds.MODAL and found.message is not None:
        fitting = fitting | {kinds.DEFERRED_UPDATE, kinds.UPDATE}
    if kind not in fitting:
        raise wrong(
            ("type",),
            "INTERACTION_RESPONSE_TYPE_INVALID",
            f"Callback {kind} does not fit an interaction of type {found.kind}.",
        )
    data = call.body.get("data") or {}
    match kind:
        case kinds.REPLY:
            check_new(data, len(call.files), private=True)
            return answer(call.world, found, data, call.files)
        case kinds.DEFERRED:
            return _defer(call.world, found, data)
        case kinds.UPDATE:
            return _update(call, found, data)
        case kinds.DEFERRED_UPDATE:
            found.original = None if found.message is None else found.message.id
        case kinds.CHOICES:
            _complete(found, data)
        case kinds.SHOW_MODAL:
            _check(modals.check(data))
            found.modal = data
    return None


def _check(problems: Any) -> None:
    told = tuple(problems)
    if told:
        raise invalid_form(told)


def answer(
    world: World, found: Interaction, data: dict[str, Any], files: list[dict[str, Any]]
) -> Message:
    """The first message that answers an interaction."""
    private = bool((data.get("flags") or 0) & EPHEMERAL)
    made = messages.post(
        world,
        world.channel(found.channel),
        world.bot,
        data,
        kind=_message_type(found),
        interaction=found.id,
        seen_by=found.user if private else None,
        attachments=files,
    )
    found.original = made.id
    return made


def _message_type(found: Interaction) -> int:
    if found.kind != kinds.COMMAND:
        return DEFAULT
    return CHAT_COMMAND if found.data.get("type", 1) == 1 else CONTEXT_COMMAND


def _defer(world: World, found: Interaction, data: dict[str, Any]) -> Message:
    flags = data.get("flags") or 0
    if flags & ~(EPHEMERAL | COMPONENTS_V2):
        raise wrong(("data", "flags"), "MESSAGE_FLAGS_INVALID", f"Flags {flags} cannot be set.")
    made = messages.post(
        world,
        world.channel(found.channel),
        world.bot,
        {"flags": flags & EPHEMERAL},
        kind=_message_type(found),
        interaction=found.id,
        seen_by=found.user if flags & EPHEMERAL else None,
        extra_flags=LOADING,
    )
    found.original = made.id
    found.loading = True
    return made


def _update(call: Call, found: Interaction, data: dict[str, Any]) -> Message:
    message = found.message
    if message is None or message.id not in call.world.channel(message.channel).messages:
        raise unknown("Message")
    check_edit(data, message)
    messages.edit(call.world, message, data)
    found.original = message.id
    found.edits += 1
    return message


def _complete(found: Interaction, data: dict[str, Any]) -> None:
    choices = data.get("choices") or []
    _check(check_choices(choices, ("data", "choices"), found.focused))
    found.choices = choices


def _written(world: World, found: Interaction, message: Message | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": str(found.id),
        "type": found.kind,
        "channel_id": str(found.channel),
    }
    if found.guild is not None:
        told["guild_id"] = str(found.guild)
    written: dict[str, Any] = {"interaction": told}
    if message is not None:
        told["response_message_id"] = str(message.id)
        told["response_message_loading"] = found.loading
        told["response_message_ephemeral"] = message.ephemeral
        if found.response != kinds.DEFERRED:
            told_of = {"type": found.response, "message": messages.payload(world, message)}
            written["resource"] = told_of
    return written


ROUTES: dict[tuple[str, str], Handler] = {
    ("POST", "/interactions/{interaction_id}/{interaction_token}/callback"): respond,
}
