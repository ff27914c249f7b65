"""What an index costs beside time per question, each peer in processes of its own.

    python -m tests.benchmarks.footprint build|open PEER TEXTS FOLDER

is what `footprint` starts: one process builds and saves, another opens and asks. Each prints its
figures as JSON.
"""

import gc
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.drawn import questions
from tests.benchmarks.peers import PEERS, Peer
from tests.benchmarks.resident import resident
from tests.benchmarks.texts import Texts

_ASKED = 50


@dataclass(frozen=True, slots=True)
class Footprint:
    """Seconds and megabytes; None where the peer can't be saved."""

    build: float
    disk: float | None
    load: float | None
    memory: float


def footprint(peer: type[Peer], texts: Path, folder: Path) -> Footprint:
    """Build, save, open and ask, and return what each took; the index stays in the folder."""
    built = _child("build", peer, texts, folder)
    if not peer.keeps:
        return Footprint(built["seconds"], None, None, built["memory"])
    opened = _child("open", peer, texts, folder)
    disk = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 2**20
    return Footprint(built["seconds"], disk, opened["seconds"], opened["memory"])


def _child(step: str, peer: type[Peer], texts: Path, folder: Path) -> dict[str, float]:
    command = (sys.executable, "-m", "tests.benchmarks.footprint", step, peer.name)
    done = subprocess.run((*command, texts, folder), check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> None:
    """Do one step and print what it took."""
    step, name, file, folder = sys.argv[1:]
    [kind] = [kind for kind in PEERS if kind.name == name]
    texts = Texts.read(Path(file))
    asked = questions(texts, _ASKED, 0)
    everything = (*asked.content, *asked.natural)
    _try(kind, texts)
    documents = texts.documents() if step == "build" else []
    del texts
    gc.collect()
    peer = kind()
    before = resident(os.getpid())
    began = time.perf_counter()
    if step == "build":
        peer.build(documents, Path(folder))
        peer.save(Path(folder))
    else:
        peer.open(Path(folder))
    seconds = time.perf_counter() - began
    for terms in everything[: 4 if step == "build" else None]:
        peer.search(terms)
    gc.collect()
    print(json.dumps({"seconds": seconds, "memory": resident(os.getpid()) - before}))


def _try(kind: type[Peer], texts: Texts) -> None:
    """Do every step on a few texts: what is imported and compiled is no part of an index."""
    few = texts.first(100).documents()
    with TemporaryDirectory() as folder:
        peer = kind()
        peer.build(few, Path(folder))
        peer.save(Path(folder))
        if peer.keeps:
            peer.open(Path(folder))
        peer.search(few[0])


if __name__ == "__main__":
    main()
