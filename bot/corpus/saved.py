"""Arrays and words kept in a folder, whole or not at all, and read from there without copying."""

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Arrays = Mapping[str, NDArray[Any]]
Words = Mapping[str, Sequence[str]]

_CONTENTS = "contents.json"
_FINISHED = "index-"
_UNFINISHED = ".unfinished-"
# Seconds after which what is unfinished was left behind by a crash.
_ABANDONED = 3600
# Bytes of an array's file that holds nothing else: no system maps nothing.
_HEADER = 128
# So many stay: two corpora may be used by turns, and a grown one starts from what was kept.
_MOST = 2


class Saved(NamedTuple):
    """What was kept: arrays, mapped from their files, and lists of words, by their names."""

    arrays: dict[str, NDArray[Any]]
    words: dict[str, list[str]]


def save(folder: Path, fingerprint: str, arrays: Arrays, words: Words) -> None:
    """Keep arrays and words under a fingerprint, in place of the oldest kept.

    Raises OSError. What was kept before stays good until the new is whole and on the disk.
    """
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = Path(mkdtemp(prefix=_UNFINISHED, dir=folder))
    try:
        sizes = {
            **{f"{name}.npy": _write_array(unfinished, name, arrays[name]) for name in arrays},
            **{f"{name}.json": _write_words(unfinished, name, words[name]) for name in words},
        }
        contents = json.dumps({"fingerprint": fingerprint, "sizes": sizes})
        _write(unfinished / _CONTENTS, contents.encode())
        _sync(unfinished)
        target = folder / _name(fingerprint)
        if open_saved(folder, fingerprint) is None:
            shutil.rmtree(target, ignore_errors=True)
            unfinished.rename(target)
            _sync(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    _clear(folder)


def open_saved(folder: Path, fingerprint: str) -> Saved | None:
    """Return what is kept under a fingerprint; None where there is nothing whole."""
    place = folder / _name(fingerprint)
    try:
        contents = json.loads((place / _CONTENTS).read_bytes())
        if contents["fingerprint"] != fingerprint:
            return None
        arrays: dict[str, NDArray[Any]] = {}
        words: dict[str, list[str]] = {}
        for file, size in contents["sizes"].items():
            path = place / file
            if path.stat().st_size != size:
                return None
            if path.suffix == ".npy":
                arrays[path.stem] = _mapped(path)
            else:
                words[path.stem] = json.loads(path.read_bytes())
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return Saved(arrays, words)


def kept_fingerprints(folder: Path) -> list[str]:
    """Return the fingerprints of what is kept, the newest first."""
    found: list[tuple[float, str]] = []
    for path in folder.glob(f"{_FINISHED}*/{_CONTENTS}"):
        with suppress(OSError, ValueError, KeyError, TypeError):
            fingerprint = json.loads(path.read_bytes())["fingerprint"]
            found.append((path.stat().st_mtime, fingerprint))
    return [fingerprint for _, fingerprint in sorted(found, reverse=True)]


def _mapped(path: Path) -> NDArray[Any]:
    array: NDArray[Any] = np.load(path, mmap_mode="r" if path.stat().st_size > _HEADER else None)
    # A view, as slices of NumPy's own class for mapped files are slow to make.
    return array.view(np.ndarray)


def _name(fingerprint: str) -> str:
    return f"{_FINISHED}{fingerprint[:32]}"


def _write_array(folder: Path, name: str, array: NDArray[Any]) -> int:
    path = folder / f"{name}.npy"
    with path.open("wb") as file:
        np.save(file, array)
        file.flush()
        os.fsync(file.fileno())
    return path.stat().st_size


def _write_words(folder: Path, name: str, words: Sequence[str]) -> int:
    return _write(folder / f"{name}.json", json.dumps(list(words)).encode())


def _write(path: Path, data: bytes) -> int:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return len(data)


def _sync(folder: Path) -> None:
    """Have a folder's entries on the disk as well, where the system can do that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _clear(folder: Path) -> None:
    """Remove the oldest of what is kept, and what a crash has left."""
    newest = max((path.stat().st_mtime for path in folder.glob(f"{_FINISHED}*")), default=0.0)
    keep = {_name(fingerprint) for fingerprint in kept_fingerprints(folder)[:_MOST]}
    for path in folder.iterdir():
        with suppress(OSError):
            stale = path.name.startswith(_FINISHED) and path.name not in keep
            left = path.name.startswith(_UNFINISHED)
            if stale or (left and newest - path.stat().st_mtime > _ABANDONED):
                shutil.rmtree(path, ignore_errors=True)
