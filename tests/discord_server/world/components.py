"""Components as they stand in a message that was sent: numbered and filled in."""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

from .snowflakes import Snowflakes

SELECTS = frozenset({3, 5, 6, 7, 8})


def stored(components: Iterable[dict[str, Any]], ids: Snowflakes) -> list[dict[str, Any]]:
    """The components of a payload in the form in which Discord gives them back."""
    given = list(components)
    taken = {one["id"] for one in walk(given) if one.get("id")}
    free = (number for number in count(1) if number not in taken)
    return [_filled(one, free, ids) for one in given]


def walk(components: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every component, outermost first."""
    for one in components:
        yield one
        yield from walk(one.get("components") or ())
        for inner in ("accessory", "component"):
            if one.get(inner):
                yield from walk((one[inner],))


def _filled(one: dict[str, Any], free: Iterator[int], ids: Snowflakes) -> dict[str, Any]:
    made = {key: value for key, value in one.items() if value is not None}
    made["id"] = one.get("id") or next(free)
    kind = one["type"]
    if "components" in one:
        made["components"] = [_filled(each, free, ids) for each in one["components"]]
    if one.get("accessory"):
        made["accessory"] = _filled(one["accessory"], free, ids)
    if kind == 17:
        made["accent_color"] = one.get("accent_color")
        made["spoiler"] = bool(one.get("spoiler"))
    elif kind == 14:
        made |= {"spacing": one.get("spacing") or 1, "divider": one.get("divider") is not False}
    elif kind == 11:
        made |= {"media": _media(one["media"], ids), "spoiler": bool(one.get("spoiler"))}
        made["description"] = one.get("description")
    elif kind == 12:
        made["items"] = [
            {
                "media": _media(item["media"], ids),
                "description": item.get("description"),
                "spoiler": bool(item.get("spoiler")),
            }
            for item in one["items"]
        ]
    elif kind in SELECTS:
        made.setdefault("min_values", 1)
        made.setdefault("max_values", 1)
    return made


def _media(media: dict[str, Any], ids: Snowflakes) -> dict[str, Any]:
    return {"id": str(ids.next()), "url": media["url"], "proxy_url": media["url"]}
