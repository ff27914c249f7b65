"""Limits of embeds."""

from collections.abc import Iterator
from typing import Any

from tests.discord_server.errors import Problem

from .texts import Path, length, optional_text, text

TOTAL = 6000


def check(embeds: list[dict[str, Any]], path: Path) -> Iterator[Problem]:
    yield from length(embeds, path, 0, 10)
    total = 0
    for index, embed in enumerate(embeds):
        here = (*path, index)
        total += _size(embed)
        yield from optional_text(embed.get("title"), (*here, "title"), 0, 256)
        yield from optional_text(embed.get("description"), (*here, "description"), 0, 4096)
        footer, author = embed.get("footer") or {}, embed.get("author") or {}
        yield from optional_text(footer.get("text"), (*here, "footer", "text"), 0, 2048)
        yield from optional_text(author.get("name"), (*here, "author", "name"), 0, 256)
        fields = embed.get("fields") or []
        yield from length(fields, (*here, "fields"), 0, 25)
        for number, field in enumerate(fields):
            yield from text(field.get("name"), (*here, "fields", number, "name"), 1, 256)
            yield from text(field.get("value"), (*here, "fields", number, "value"), 1, 1024)
    if total > TOTAL:
        yield Problem(
            path, "MAX_EMBED_SIZE_EXCEEDED", f"Embed size exceeds maximum size of {TOTAL}"
        )


def _size(embed: dict[str, Any]) -> int:
    parts = [embed.get("title"), embed.get("description")]
    parts += [(embed.get("footer") or {}).get("text"), (embed.get("author") or {}).get("name")]
    for field in embed.get("fields") or ():
        parts += [field.get("name"), field.get("value")]
    return sum(len(part) for part in parts if isinstance(part, str))
