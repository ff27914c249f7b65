"""`articles.toml`: what is known of each article, checked field by field."""

import posixpath
import re
import tomllib
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from bot.corpus.errors import CorpusError, Problem

MANIFEST = "articles.toml"

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Model = TypeVar("Model", bound=BaseModel)


class Entry(BaseModel):
    """One `[[article]]` table; only `file` and `outlet` are required."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: Text
    outlet: Text
    id: Text | None = None
    title: Text | None = None
    authors: tuple[Text, ...] = ()
    published: date | None = None
    published_range: tuple[date, date] | None = None
    published_basis: Literal["stated", "inferred"] | None = None
    published_note: Text | None = None
    via: Text | None = None
    url: Annotated[Text, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    sha256: Annotated[Text, StringConstraints(pattern=r"^[0-9a-fA-F]{64}$")] | None = None


class _Manifest(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    article: tuple[Entry, ...]


def read_manifest(folder: Path) -> tuple[dict[int, Entry], list[Problem]]:
    """Return the manifest's sound entries by their number, and what is wrong with the others.

    Raises CorpusError where there is no manifest to read.
    """
    if not folder.is_dir():
        cure = "Point BOT_SEEDS at a folder of articles"
        raise CorpusError(Problem(str(folder), "", "there is no such folder", cure))
    if not (folder / MANIFEST).is_file():
        cure = f"Add {MANIFEST} with one [[article]] table a text, each with file and outlet"
        raise CorpusError(Problem(str(folder / MANIFEST), "", "there is no such file", cure))
    table = _read_table(folder / MANIFEST)
    problems = list(_faults(folder / MANIFEST, table, _Manifest))
    tables = table.get("article")
    if tables == []:
        cure = "Add an [[article]] table for each text"
        problems.append(Problem(MANIFEST, "field article", "there are no articles", cure))
    entries: dict[int, Entry] = {}
    for number, raw in enumerate(tables if isinstance(tables, list) else [], 1):
        # What is wrong with an entry is among the problems already.
        with suppress(ValidationError):
            entries[number] = Entry.model_validate(raw)
    problems += [*_repeated(entries, "file"), *_repeated(entries, "id"), *_dates(entries)]
    return entries, problems


def entry_id(entry: Entry) -> str:
    """Return the article's id: its own, or the stem of its file."""
    return entry.id or Path(entry.file).stem


def read_toml(path: Path, model: type[Model]) -> Model:
    """Read a TOML file into a model; raise CorpusError naming file, field and cure."""
    table = _read_table(path)
    problems = _faults(path, table, model)
    if problems:
        raise CorpusError(*problems)
    return model.model_validate(table)


def _read_table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        fault = error.strerror or "can't be read"
        raise CorpusError(Problem(path.name, "", fault, "Make the file readable")) from None
    except UnicodeDecodeError as error:
        fault = f"byte {error.start} is not UTF-8"
        raise CorpusError(Problem(path.name, "", fault, "Save the file as UTF-8")) from None
    except (ValueError, RecursionError) as error:
        # Numbers of thousands of digits and brackets nested as deep are not TOML errors to Python.
        raise CorpusError(_syntax(path, str(error))) from None


def _faults(path: Path, table: dict[str, Any], model: type[BaseModel]) -> list[Problem]:
    try:
        model.model_validate(table)
    except ValidationError as error:
        return [_fault(path, table, dict(item)) for item in error.errors(include_url=False)]
    return []


def _syntax(path: Path, message: str) -> Problem:
    """Name the line's key as well: TOML itself refuses dates such as 2019-02-30."""
    found = re.search(r"line (\d+)", message)
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    number = int(found.group(1)) if found else len(lines)
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    key = re.match(r"\s*([\w.-]+)\s*=", line)
    field = f"line {number}, {key.group(1)}" if key else f"line {number}"
    if not all(_is_date(day) for day in re.findall(r"\b\d{4}-\d{2}-\d{2}\b", line)):
        return Problem(path.name, field, "no such date", "Write a day that exists, as 2019-04-18")
    return Problem(path.name, field, f"not valid TOML ({message})", "Correct the line")


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


_CURES = {
    "missing": "Add it",
    "extra_forbidden": "Remove it, or correct its spelling",
    "tuple_type": 'Write a list, as ["…", "…"]',
    "string_too_short": "Fill it in, or leave the key out",
    "literal_error": "Write one of these",
}
_LISTS = {
    "article": "Write [[article]] above each article, with two brackets",
    "topic": "Write [[topic]] above each topic, with two brackets",
    "published_range": "Write two dates, as [2019-04-18, 2019-04-20]",
}
_PATTERNS = {
    "url": "Write a whole link that starts with https:// or http://",
    "roles": "Write the titles, then of, then a name: chair, head of Acme",
    "sha256": "Write the file's SHA-256 as 64 hexadecimal digits, or leave the key out",
}
_FAULTS = {
    "missing": "is missing",
    "extra_forbidden": "is not a known key",
    "tuple_type": "is not a list",
    "string_too_short": "is empty",
}


def _fault(path: Path, table: dict[str, Any], error: dict[str, Any]) -> Problem:
    kind = str(error["type"])
    fault = _FAULTS.get(kind, str(error["msg"]).removeprefix("Value error, ").lower())
    cure = _CURES.get(kind, "Correct the value")
    field = next(part for part in reversed(error["loc"]) if isinstance(part, str))
    if kind == "tuple_type":
        cure = _LISTS.get(field, cure)
    elif "date" in kind:
        fault, cure = "is not a date", "Write a day that exists, as 2019-04-18"
    elif kind == "string_pattern_mismatch":
        fault, cure = "is not written as it should be", _PATTERNS.get(field, "Correct the value")
    return Problem(path.name, _place(table, error["loc"]), fault, cure)


def _place(table: dict[str, Any], loc: tuple[str | int, ...]) -> str:
    """Return a reader's name for a place: `article 3 (x.txt), field published`."""
    if len(loc) < 2 or not isinstance(loc[1], int):
        return "field " + ".".join(str(part) for part in loc)
    place = f"{loc[0]} {loc[1] + 1}"
    entry = table[str(loc[0])][loc[1]]
    if isinstance(entry, dict):
        label = entry.get("file") or entry.get("name")
        place += f" ({label})" if isinstance(label, str) and label else ""
    field = ".".join(str(part) for part in loc[2:])
    return f"{place}, field {field}" if field else place


def _repeated(entries: dict[int, Entry], field: str) -> list[Problem]:
    first: dict[str, int] = {}
    problems: list[Problem] = []
    for number, entry in entries.items():
        value = posixpath.normpath(entry.file) if field == "file" else entry_id(entry)
        if value in first:
            fault = f"{value!r} stands at article {first[value]} already"
            place = f"article {number} ({entry.file}), field {field}"
            problems.append(Problem(MANIFEST, place, fault, "Give each article its own"))
        first.setdefault(value, number)
    return problems


def _dates(entries: dict[int, Entry]) -> list[Problem]:
    problems: list[Problem] = []
    for number, entry in entries.items():
        place = f"article {number} ({entry.file}), field published_range"
        if entry.published_range is None:
            continue
        low, high = entry.published_range
        if low > high:
            problems.append(Problem(MANIFEST, place, "ends before it starts", "Swap the two dates"))
        elif entry.published and not low <= entry.published <= high:
            cure = "Give a range that holds the published date"
            problems.append(Problem(MANIFEST, place, "does not hold published", cure))
    return problems
