"""Sentences kept from one start to the next, so that a text is cut only once."""

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from bot.corpus.article import Kind, Sentence
from bot.corpus.manifest import Entry, entry_id
from bot.phrase import read_stored, stored

_FILE = "sentences.json"
_MOST = 5_000_000


class KeptSentences:
    """Cuts texts into sentences, or takes them from a file where they stand already.

    The file is only a saving: what is missing, stale or damaged in it is worked out anew, and
    a folder that can't be written to is left alone.
    """

    def __init__(self, folder: Path | None) -> None:
        self._path = folder / _FILE if folder else None
        self._known = _read(self._path) if self._path else {}
        self._used: dict[str, Any] = {}

    def sentences(self, text: str, entry: Entry) -> tuple[Sentence, ...]:
        """Return the sentences of an article's text."""
        if self._path is None or len(text) > _MOST:
            return _split(text, entry)
        key = sha256(f"{_code()}\0{entry!r}\0{text}".encode()).hexdigest()
        found = _sentences(self._known.get(key), text, entry)
        if found is None:
            found = _split(text, entry)
        self._used[key] = [_row(sentence) for sentence in found]
        return found

    def save(self) -> None:
        """Write what was used, whole or not at all, if it is not there yet."""
        if self._path is None or self._used.keys() <= self._known.keys():
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile("w", dir=self._path.parent, delete=False) as file:
                json.dump(self._used, file)
            Path(file.name).replace(self._path)
        except OSError:
            return


def _split(text: str, entry: Entry) -> tuple[Sentence, ...]:
    # Its many patterns cost a third of a start, which kept sentences save.
    from bot.corpus.splitting import split

    return split(text, entry)


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _sentences(rows: Any, text: str, entry: Entry) -> tuple[Sentence, ...] | None:
    """Return the sentences of kept rows; None where there are none that fit the text."""
    try:
        article = entry_id(entry)
        return tuple(
            Sentence(
                article,
                entry.file,
                start,
                end,
                Kind(kind),
                paragraph,
                number,
                _cut(text, start, end),
                read_stored(why),
                opening,
            )
            for start, end, kind, paragraph, number, why, opening in rows
        )
    except (TypeError, ValueError, AttributeError):
        return None


def _row(s: Sentence) -> list[Any]:
    return [s.start, s.end, s.kind.value, s.paragraph, s.number, stored(s.why), s.opening]


def _cut(text: str, start: int, end: int) -> str:
    if not 0 <= start < end <= len(text):
        raise ValueError(start, end)
    return text[start:end]


@cache
def _code() -> str:
    """Return a fingerprint of the code that cuts, so that new rules are not bypassed."""
    folder = Path(__file__).parent
    digest = sha256()
    for path in sorted(folder.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
