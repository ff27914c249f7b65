"""`names.toml`: the people, organisations and places of a story, and how they are spelled."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from bot.corpus.errors import CorpusError, Problem
from bot.corpus.manifest import Text, read_toml

NAMES = "names.toml"


class NameKind(StrEnum):
    """What bears the name."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Role:
    """What someone is to something else that has a name: leader of North Korea."""

    titles: tuple[str, ...]
    of: str


@dataclass(frozen=True, slots=True)
class Name:
    """Someone or something with one canonical name.

    `aliases` always mean it, wherever no longer alias stands. `loose` words often do (a
    capital for its government): they keep their own meaning beside it, and so do `roles`.
    `never` holds the canonical names it must not be mixed up with.
    """

    name: str
    kind: NameKind
    aliases: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True)
class Names:
    """All names of a corpus; empty where its folder has no names file."""

    entries: tuple[Name, ...] = ()

    @cached_property
    def by_name(self) -> dict[str, Name]:
        """Entries by their canonical name."""
        return {entry.name: entry for entry in self.entries}


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Text
    aliases: tuple[Text, ...] = ()
    loose: tuple[Text, ...] = ()
    never: tuple[Text, ...] = Field(default=(), alias="not")
    roles: tuple[Annotated[Text, StringConstraints(pattern=r"\S of \S")], ...] = ()


class _NamesFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    person: tuple[_Entry, ...] = ()
    organisation: tuple[_Entry, ...] = ()
    place: tuple[_Entry, ...] = ()


def read_names(folder: Path) -> Names:
    """Read the folder's names file, if it has one; raise CorpusError for a faulty one."""
    path = folder / NAMES
    if not path.is_file():
        return Names()
    file = read_toml(path, _NamesFile)
    entries = tuple(
        Name(
            entry.name,
            kind,
            entry.aliases,
            entry.loose,
            entry.never,
            tuple(_role(role) for role in entry.roles),
        )
        for kind in NameKind
        for entry in getattr(file, kind.value)
    )
    problems = [*_repeated(entries), *_unknown(entries)]
    if problems:
        raise CorpusError(*problems)
    return Names(entries)


def _role(text: str) -> Role:
    titles, _, of = text.rpartition(" of ")
    return Role(tuple(title.strip() for title in titles.split(",") if title.strip()), of.strip())


def _repeated(entries: tuple[Name, ...]) -> list[Problem]:
    owner: dict[str, str] = {}
    problems: list[Problem] = []
    for entry in entries:
        for spelling in dict.fromkeys((entry.name, *entry.aliases)):
            other = owner.setdefault(spelling.casefold(), entry.name)
            if other != entry.name:
                fault = f"{spelling!r} already means {other}"
                cure = "Keep it with one of them, or move it to loose"
                problems.append(Problem(NAMES, f"{entry.kind} {entry.name}", fault, cure))
    names = [entry.name for entry in entries]
    problems.extend(
        Problem(NAMES, f"{entry.kind} {entry.name}", "stands twice", "Merge the two entries")
        for at, entry in enumerate(entries)
        if entry.name in names[:at]
    )
    return problems


def _unknown(entries: tuple[Name, ...]) -> list[Problem]:
    known = {entry.name for entry in entries}
    others = [
        *((entry, "not", other) for entry in entries for other in entry.never),
        *((entry, "roles", role.of) for entry in entries for role in entry.roles),
    ]
    return [
        Problem(
            NAMES,
            f"{entry.kind} {entry.name}, field {field}",
            f"{other!r} is no entry of this file",
            "Write the other entry's name as it stands there",
        )
        for entry, field, other in others
        if other not in known
    ]
