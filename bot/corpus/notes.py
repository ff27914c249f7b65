"""`notes.toml`: remarks on sentences that are garbled or doubtful in the source itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from bot.corpus.errors import CorpusError, Problem
from bot.corpus.manifest import Text, read_toml

NOTES = "notes.toml"


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on the words of an article, shown with every quote that holds them."""

    article: str
    words: str
    remark: str


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    article: Text
    words: Text
    remark: Text


class _NotesFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    note: tuple[_Entry, ...] = ()


def read_notes(folder: Path, packed: Mapping[str, bytes]) -> tuple[Note, ...]:
    """Read the folder's notes, if it has any; `packed` are its articles' texts by id, in UTF-8.

    Raises CorpusError for a note on an article or on words that are not there.
    """
    path = folder / NOTES
    if not path.is_file():
        return ()
    entries = read_toml(path, _NotesFile).note
    problems = [
        Problem(NOTES, f"note {number}, field {field}", fault, cure)
        for number, entry in enumerate(entries, 1)
        for field, fault, cure in _faults(entry, packed)
    ]
    if problems:
        raise CorpusError(*problems)
    return tuple(Note(entry.article, entry.words, entry.remark) for entry in entries)


def _faults(entry: _Entry, packed: Mapping[str, bytes]) -> list[tuple[str, str, str]]:
    if entry.article not in packed:
        fault = f"no article has the id {entry.article!r}"
        return [("article", fault, "Write an id of articles.toml")]
    if entry.words.encode(errors="surrogatepass") not in packed[entry.article]:
        cure = "Copy the words from the article, letter for letter"
        return [("words", f"{entry.words!r} does not stand in {entry.article}", cure)]
    return []
