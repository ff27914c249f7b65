"""Sentences kept from one start to the next, so that a text is cut only once."""

from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.corpus.article import KINDS, Rows, Sentence
from bot.corpus.manifest import Entry, entry_id
from bot.corpus.progress import Progress, untold
from bot.corpus.saved import kept_fingerprints, open_saved, save
from bot.phrase import read_stored, stored

_FOLDER = "sentences"
_COLUMNS = 7
_MOST = 5_000_000


class KeptSentences:
    """Cuts texts into sentences, or takes them from a folder where they are kept already.

    The folder is only a saving: what is missing, stale or damaged in it is worked out anew, and
    one that can't be written to is left alone.
    """

    def __init__(self, folder: Path | None, anew: Progress = untold) -> None:
        self._folder = folder / _FOLDER if folder else None
        self._anew, self._cuts = anew, 0
        self._reasons: list[str] = []
        self._known: dict[str, NDArray[np.int32]] = {}
        self._used: dict[str, NDArray[np.int32]] = {}
        for fingerprint in kept_fingerprints(self._folder) if self._folder else ():
            self._read(fingerprint)

    def sentences(self, text: str, packed: bytes, entry: Entry) -> Rows:
        """Return the sentences of an article's text, given as it is and packed."""
        if self._folder is None or len(text) > _MOST:
            return self._rows(packed, entry, self._cut(text, entry))
        key = sha256(f"{entry!r}\0".encode(errors="surrogatepass") + packed).hexdigest()
        rows = self._known.get(key)
        if rows is None or not _fit(rows, text, self._reasons):
            rows = self._cut(text, entry)
        self._used[key] = rows
        return self._rows(packed, entry, rows)

    def save(self) -> None:
        """Keep what was used, whole or not at all, if it is not there yet."""
        if self._folder is None or self._used.keys() <= self._known.keys():
            return
        fingerprint = sha256("\0".join([_code(), *self._used]).encode()).hexdigest()
        ends = np.cumsum([len(rows) for rows in self._used.values()], dtype=np.int64)
        arrays = {"rows": np.concatenate(list(self._used.values())), "ends": ends}
        words = {
            "keys": list(self._used),
            "reasons": list(map(stored, self._reasons)),
            "code": [_code()],
        }
        try:
            save(self._folder, fingerprint, arrays, words)
        except OSError:
            return

    def _read(self, fingerprint: str) -> None:
        """Take up what was kept by the same code."""
        saved = open_saved(self._folder, fingerprint) if self._folder else None
        if saved is None or saved.words.get("code") != [_code()]:
            return
        rows, ends = saved.arrays.get("rows"), saved.arrays.get("ends")
        keys = saved.words.get("keys", [])
        reasons = [read_stored(reason) for reason in saved.words.get("reasons", [])]
        if rows is None or ends is None or len(ends) != len(keys) or rows.shape[1:] != (_COLUMNS,):
            return
        shared = min(len(reasons), len(self._reasons))
        if reasons[:shared] != self._reasons[:shared]:
            return
        self._reasons = max(reasons, self._reasons, key=len)
        start = 0
        for key, end in zip(keys, ends.tolist(), strict=True):
            self._known.setdefault(key, rows[start:end])
            start = end

    def _cut(self, text: str, entry: Entry) -> NDArray[np.int32]:
        self._cuts += 1
        self._anew(self._cuts, self._cuts)
        # Its many patterns cost a third of a start, which kept sentences save.
        from bot.corpus.splitting import split

        return _numbers(split(text, entry), self._reasons)

    def _rows(self, packed: bytes, entry: Entry, rows: NDArray[np.int32]) -> Rows:
        return Rows(entry_id(entry), entry.file, packed, rows, self._reasons)


def _numbers(sentences: Iterable[Sentence], reasons: list[str]) -> NDArray[np.int32]:
    """Return sentences as rows of numbers; reasons that are new are added to the known ones."""
    found: list[tuple[int, ...]] = []
    for s in sentences:
        if s.why not in reasons:
            reasons.append(s.why)
        places = (-1 if s.paragraph is None else s.paragraph, -1 if s.number is None else s.number)
        kind, why = KINDS.index(s.kind), reasons.index(s.why)
        found.append((s.start, s.end, kind, *places, why, s.opening))
    return np.array(found, np.int32).reshape(-1, _COLUMNS)


def _fit(rows: NDArray[np.int32], text: str, reasons: Sequence[str]) -> bool:
    """Whether kept rows can be those of a text."""
    if not len(rows):
        return False
    start, end, kind, why = rows[:, 0], rows[:, 1], rows[:, 2], rows[:, 5]
    return bool(
        (start >= 0).all()
        and (start < end).all()
        and (end <= len(text)).all()
        and (kind >= 0).all()
        and (kind < len(KINDS)).all()
        and (why >= 0).all()
        and (why < len(reasons)).all()
    )


@cache
def _code() -> str:
    """Return a fingerprint of the code that cuts, so that new rules are not bypassed."""
    folder = Path(__file__).parent
    digest = sha256()
    for path in sorted(folder.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
