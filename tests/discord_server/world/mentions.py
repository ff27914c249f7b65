"""Which mentions a text holds, and whom they would ping under `allowed_mentions`."""

import re
from collections.abc import Iterable
from typing import Any

from .models import Guild, Pings

CODE = re.compile(r"```.*?```|``.*?``|`[^`\n]*`", re.DOTALL)
USER = re.compile(r"<@!?(\d+)>")
ROLE = re.compile(r"<@&(\d+)>")
EVERYONE = re.compile(r"@(everyone|here)")
EVERYTHING: dict[str, Any] = {"parse": ["users", "roles", "everyone"], "replied_user": True}


def texts_of(components: Iterable[dict[str, Any]]) -> list[str]:
    """All text displays, however deep."""
    found: list[str] = []
    for component in components:
        if component.get("type") == 10:
            found.append(component.get("content") or "")
        found.extend(texts_of(component.get("components") or ()))
        accessory = component.get("accessory")
        if accessory:
            found.extend(texts_of((accessory,)))
    return found


def users_in(text: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(int(found) for found in USER.findall(CODE.sub(" ", text))))


def pings_of(
    text: str,
    allowed: dict[str, Any] | None,
    *,
    guild: Guild | None,
    may_ping_all: bool,
    replied: int | None,
) -> Pings:
    """Whom a message pings: what it mentions, cut down to what is allowed."""
    rules = EVERYTHING if allowed is None else allowed
    parse = rules.get("parse") or ()
    plain = CODE.sub(" ", text)
    users = [
        user
        for user in users_in(text)
        if "users" in parse or user in {int(one) for one in rules.get("users") or ()}
    ]
    if replied is not None and rules.get("replied_user") and replied not in users:
        users.append(replied)
    roles = []
    for role in dict.fromkeys(int(found) for found in ROLE.findall(plain)):
        known = guild.roles.get(role) if guild else None
        chosen = "roles" in parse or role in {int(one) for one in rules.get("roles") or ()}
        if known and chosen and (known.mentionable or may_ping_all):
            roles.append(role)
    everyone = "everyone" in parse and may_ping_all and bool(EVERYONE.search(plain))
    return Pings(everyone, tuple(users), tuple(roles))
