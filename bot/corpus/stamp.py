"""What tells, at little cost, whether a corpus folder has changed."""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path


def stamp_of(folder: Path) -> str:
    """Return a stamp of a folder's files, their names, sizes and times; no file is opened.

    A folder that is not there has a stamp too.
    """
    digest = sha256()
    for entry in sorted(_files(folder)):
        digest.update(f"{entry!r}\n".encode(errors="surrogatepass"))
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    for where, folders, files in os.walk(folder):
        # What is hidden is no article: an editor's notes, a clone's own files.
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = [name for name in folders if os.path.islink(os.path.join(where, name))]  # noqa: PTH114, PTH118
        for name in (*files, *links):
            path = os.path.join(where, name)  # noqa: PTH118  # of thousands of files, so no Path
            if name.startswith("."):
                continue
            try:
                found = os.stat(path)  # noqa: PTH116
            except OSError:
                continue  # deleted since, or a link to nowhere
            yield path, found.st_size, found.st_mtime_ns
