"""Irregular forms, which no stemmer reaches: `went` is a form of `go`."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def base_forms() -> Mapping[str, str]:
    """Return the base form of every irregular form in this package's list."""
    source = (files("bot.index") / "irregular.txt").read_text(encoding="utf-8")
    bases: dict[str, str] = {}
    for line in source.splitlines():
        if line.strip() and not line.startswith("#"):
            base, *forms = (word.strip() for word in line.split(","))
            for form in forms:
                bases.setdefault(form, base)
    return bases
