"""What a person finds on a message or in a modal, and may do with it."""

from typing import Any

from tests.discord_server.world.components import SELECTS, walk

from .commands import NotOfferedError

BUTTON, INPUT, LABEL, ROW, TEXT = 2, 4, 18, 1, 10
LINK = 5


def control(components: list[dict[str, Any]], wanted: str, kinds: set[int]) -> dict[str, Any]:
    """The button or select with this custom id or label."""
    offered = [one for one in walk(components) if one["type"] in kinds]
    for key in ("custom_id", "label", "placeholder"):
        for one in offered:
            if one.get(key) == wanted:
                if one.get("disabled"):
                    raise NotOfferedError(f"{wanted!r} is disabled")
                if one.get("style") == LINK:
                    raise NotOfferedError(f"{wanted!r} is a link")
                return one
    names = [one.get("label") or one.get("custom_id") for one in offered]
    raise NotOfferedError(f"there is no {wanted!r}, only {names}")


def choose(one: dict[str, Any], values: list[str]) -> list[str]:
    if not one["min_values"] <= len(values) <= one["max_values"]:
        raise NotOfferedError("too few or too many values")
    if one["type"] == 3:
        known = [option["value"] for option in one["options"]]
        for value in values:
            if value not in known:
                raise NotOfferedError(f"there is no option {value!r}, only {known}")
    return values


def filled(modal: dict[str, Any], values: dict[str, Any]) -> list[dict[str, Any]]:
    """A modal's components with what a person wrote, as they are sent to the bot.

    `values` are named by custom id or by label.
    """
    left = dict(values)
    sent: list[dict[str, Any]] = []
    for number, one in enumerate(modal["components"], 1):
        if one["type"] == LABEL:
            field = _field(one["component"], one["label"], left)
            sent.append({"type": LABEL, "id": number, "component": field})
        elif one["type"] == ROW:
            inner = one["components"][0]
            field = _field(inner, inner.get("label", ""), left)
            sent.append({"type": ROW, "id": number, "components": [field]})
        else:
            sent.append({"type": TEXT, "id": number})
    if left:
        raise NotOfferedError(f"the modal has no fields {sorted(left)}")
    return sent


def _field(one: dict[str, Any], label: str, left: dict[str, Any]) -> dict[str, Any]:
    name = one["custom_id"] if one["custom_id"] in left else label
    given = left.pop(name, None)
    made: dict[str, Any] = {"type": one["type"], "id": 100, "custom_id": one["custom_id"]}
    if one["type"] in SELECTS:
        values = [given] if isinstance(given, str) else list(given or ())
        one = {"min_values": 1, "max_values": 1, **one}
        made["values"] = choose(one, values)
        return made
    text = str(given if given is not None else one.get("value") or "")
    if not text and one.get("required") is not False:
        raise NotOfferedError(f"{label!r} has to be filled in")
    least, most = one.get("min_length") or 0, one.get("max_length") or 4000
    if text and not least <= len(text) <= most:
        raise NotOfferedError(f"{label!r} takes {least} to {most} characters")
    made["value"] = text
    return made
