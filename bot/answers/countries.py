"""Countries with their people and capitals, as groups of words for the lexicon."""

from importlib.resources import files


def countries() -> tuple[str, str]:
    """Return a line for each country's names and people, and one with the capital as well.

    The first can stand for one another; the second are only related.
    """
    table = (files("bot.answers") / "countries.txt").read_text(encoding="utf-8")
    same: list[str] = []
    related: list[str] = []
    for line in table.lower().splitlines():
        if line and line[0] != "#":
            names, people, capitals = line.split("; ")
            same.append(f"{names}, {people}")
            related.append(f"{same[-1]}, {capitals}")
    return "\n".join(same), "\n".join(related)
