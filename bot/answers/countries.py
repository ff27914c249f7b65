"""Countries with their people and capitals, as groups of words for the lexicon."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files


def countries() -> tuple[str, str]:
    """Return a line for each country's names and people, and one with the capital as well.

    The first can stand for one another; the second are only related.
    """
    same: list[str] = []
    related: list[str] = []
    for names, cities in _table():
        same.append(names.lower())
        related.append(f"{same[-1]}, {cities.lower()}")
    return "\n".join(same), "\n".join(related)


@cache
def capitals() -> Mapping[str, tuple[str, ...]]:
    """Return the capital, by all its names, for each name and people of a country in lower case."""
    return {
        name: tuple(cities.split(", "))
        for names, cities in _table()
        for name in names.lower().split(", ")
    }


@cache
def _spelled() -> Mapping[str, tuple[str, ...]]:
    table = [names.split(", ") for names, _ in _table()]
    return {name.lower(): tuple(names) for names in table for name in names}


def spellings(name: str) -> tuple[str, ...]:
    """Return all names of a country and of its people, by one of them; none of what is none."""
    return _spelled().get(name.lower(), ())


def _table() -> Iterator[tuple[str, str]]:
    table = (files("bot.answers") / "countries.txt").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line and line[0] != "#":
            names, people, cities = line.split("; ")
            yield f"{names}, {people}", cities
