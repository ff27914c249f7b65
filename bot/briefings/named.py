"""Which name of a corpus a reader means by what they typed."""

from collections.abc import Iterable

from bot.corpus.names import Name
from bot.index.tokens import tokens


class UnknownNameError(Exception):
    """What was typed means no name, or several; the message says which there are."""


def named(names: Iterable[Name], wanted: str) -> Name:
    """Return the name that is spelled so, or the only one that holds all the words typed."""
    names = tuple(names)
    sought = wanted.strip().casefold()
    for name in names:
        if sought in (spelling.casefold() for spelling in (name.name, *name.aliases)):
            return name
    forms = {token.form for token in tokens(wanted)}
    found = [name for name in names if forms and forms <= _forms(name)]
    if len(found) == 1:
        return found[0]
    if found:
        choices = ", ".join(name.name for name in found)
        raise UnknownNameError(f"{wanted!r} may mean several; choose one of {choices}")
    known = ", ".join(name.name for name in names[:50]) or "none, as there is no names file"
    raise UnknownNameError(f"{wanted!r} is no name known here; known are {known}")


def _forms(name: Name) -> set[str]:
    return {token.form for spelling in (name.name, *name.aliases) for token in tokens(spelling)}
