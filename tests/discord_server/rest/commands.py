"""Application commands: stored, replaced, read."""

from typing import Any

from tests.discord_server.errors import invalid_form, missing_access, unknown
from tests.discord_server.limits import commands as limits
from tests.discord_server.world.world import World

from .call import NOTHING, Answer, Call, Handler

ALL, GUILDS = (
    "/applications/{application_id}/commands",
    "/applications/{application_id}/guilds/{guild_id}/commands",
)


def _place(call: Call) -> int | None:
    if call.id("application_id") != call.world.application:
        raise missing_access()
    if "guild_id" not in call.where:
        return None
    guild = call.world.guild(call.id("guild_id"))
    if not guild.installed:
        raise missing_access()
    return guild.id


def _stored(
    world: World, place: int | None, given: dict[str, Any], known: int | None
) -> dict[str, Any]:
    rights = given.get("default_member_permissions")
    stored = {
        "id": str(known or world.ids.next()),
        "application_id": str(world.application),
        "version": str(world.ids.next()),
        "type": given.get("type") or limits.CHAT,
        "name": given["name"],
        "description": given.get("description") or "",
        "options": given.get("options") or [],
        "default_member_permissions": None if rights is None else str(rights),
        "contexts": given.get("contexts"),
        "integration_types": given.get("integration_types") or [0],
        "nsfw": bool(given.get("nsfw")),
        "name_localizations": given.get("name_localizations"),
        "description_localizations": given.get("description_localizations"),
    }
    if place is not None:
        stored["guild_id"] = str(place)
    return stored


def _same(one: dict[str, Any], given: dict[str, Any]) -> bool:
    return (one["type"], one["name"]) == (given.get("type") or limits.CHAT, given["name"])


def overwrite(call: Call) -> Answer:
    place = _place(call)
    problems = tuple(limits.check_all(call.body))
    if problems:
        raise invalid_form(problems)
    before = call.world.commands.get(place, {})
    made = {}
    for given in call.body:
        known = next((int(one["id"]) for one in before.values() if _same(one, given)), None)
        stored = _stored(call.world, place, given, known)
        made[int(stored["id"])] = stored
    call.world.commands[place] = made
    return 200, list(made.values())


def read_all(call: Call) -> Answer:
    return 200, list(call.world.commands.get(_place(call), {}).values())


def create(call: Call) -> Answer:
    """A command of the same name and kind is replaced."""
    place = _place(call)
    mine = call.world.commands.setdefault(place, {})
    known = next((int(one["id"]) for one in mine.values() if _same(one, call.body)), None)
    others = [one for one in mine.values() if int(one["id"]) != known]
    problems = tuple(limits.check(call.body, ()))
    problems += tuple(limits.check_all([*others, call.body])) if not problems else ()
    if problems:
        raise invalid_form(problems)
    stored = _stored(call.world, place, call.body, known)
    mine[int(stored["id"])] = stored
    return (201 if known is None else 200), stored


def _one(call: Call) -> tuple[dict[int, dict[str, Any]], dict[str, Any]]:
    mine = call.world.commands.get(_place(call), {})
    found = mine.get(call.id("command_id"))
    if found is None:
        raise unknown("Application Command")
    return mine, found


def read(call: Call) -> Answer:
    return 200, _one(call)[1]


def change(call: Call) -> Answer:
    mine, found = _one(call)
    after = found | call.body
    problems = tuple(limits.check(after, ()))
    if problems:
        raise invalid_form(problems)
    stored = _stored(call.world, _place(call), after, int(found["id"]))
    mine[int(stored["id"])] = stored
    return 200, stored


def delete(call: Call) -> Answer:
    mine, found = _one(call)
    del mine[int(found["id"])]
    return NOTHING


def granted(call: Call) -> Answer:
    _place(call)
    return 200, []


ROUTES: dict[tuple[str, str], Handler] = {
    ("GET", f"{GUILDS}/permissions"): granted,
    **{
        key: handler
        for base in (ALL, GUILDS)
        for key, handler in {
            ("PUT", base): overwrite,
            ("GET", base): read_all,
            ("POST", base): create,
            ("GET", f"{base}/{{command_id}}"): read,
            ("PATCH", f"{base}/{{command_id}}"): change,
            ("DELETE", f"{base}/{{command_id}}"): delete,
        }.items()
    },
}
