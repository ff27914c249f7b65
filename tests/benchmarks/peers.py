"""The indexes that are set side by side, each behind the same four steps.

Each takes its quickest documented way: lists of terms go in where it takes them, a list of
(position, score) comes out. A peer that isn't installed is left out by `installed`.
"""

import sqlite3
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from weakref import finalize

import numpy as np

from bot.corpus.saved import open_saved, save
from bot.index.bm25 import PostingsBM25
from bot.index.keeping import packed, unpacked

# Tantivy and FTS5 have these built in; the others are set to the same.
K1, B = 1.2, 0.75
TOP = 10

Hits = list[tuple[int, float]]


class Peer:
    """An index of sentences; `needs` are the packages it stands on."""

    name = ""
    needs: tuple[str, ...] = ()
    keeps = True
    """Whether it can be written to a folder and opened again."""

    def build(self, documents: Sequence[Sequence[str]], folder: Path) -> None:
        """Index the documents, and write them where the peer writes as it builds."""
        raise NotImplementedError

    def save(self, folder: Path) -> None:
        """Write what is not written yet."""

    def open(self, folder: Path) -> None:
        """Take up what was saved."""
        raise NotImplementedError

    def search(self, terms: list[str]) -> Hits:
        """Return the ten best documents, best first."""
        raise NotImplementedError


class Ours(Peer):
    """The index of this project, without numba."""

    name = "ours, NumPy"
    compiled = False

    def build(self, documents: Sequence[Sequence[str]], folder: Path) -> None:
        self._index = PostingsBM25(documents, k1=K1, b=B, compiled=self.compiled)

    def save(self, folder: Path) -> None:
        weighed = self._index.weighed
        terms = list(weighed.postings.vocabulary)
        save(folder, "index", dict(packed("index", weighed)), {"terms": terms})

    def open(self, folder: Path) -> None:
        if found := open_saved(folder, "index"):
            weighed = unpacked(found, "index", found.words["terms"], K1, B)
            self._index = PostingsBM25(weighed, compiled=self.compiled)

    def search(self, terms: list[str]) -> Hits:
        return self._index.top_k(terms, TOP)


class OursNumba(Ours):
    """The index of this project, with numba."""

    name = "ours, numba"
    compiled = True
    needs = ("numba",)


class RankBM25(Peer):
    """rank-bm25, whose scores are the measure."""

    name = "rank-bm25"
    needs = ("rank_bm25",)
    keeps = False

    def build(self, documents: Sequence[Sequence[str]], folder: Path) -> None:
        from rank_bm25 import BM25Okapi

        self._index = BM25Okapi(documents, k1=K1, b=B)

    def search(self, terms: list[str]) -> Hits:
        scores = self._index.get_scores(terms)
        best = np.argpartition(scores, -TOP)[-TOP:]
        best = best[np.argsort(-scores[best])]
        return list(zip(best.tolist(), scores[best].tolist(), strict=True))

    def scores(self, terms: list[str]) -> Any:
        """Return the score of every document."""
        return self._index.get_scores(terms)

    def exactly(self, terms: list[str], scores: Any) -> Hits:
        """Return the ten best that hold a term, ties in the documents' order."""
        held: Hits = []
        for at in np.argsort(-scores, kind="stable").tolist():
            if not self._index.doc_freqs[at].keys().isdisjoint(terms):
                held.append((at, float(scores[at])))
                if len(held) == TOP:
                    break
        return held


class BM25S(Peer):
    """bm25s on NumPy alone."""

    name = "bm25s"
    needs = ("bm25s",)
    backend = "numpy"

    def build(self, documents: Sequence[Sequence[str]], folder: Path) -> None:
        import bm25s

        self._index = bm25s.BM25(k1=K1, b=B, backend=self.backend)
        self._index.index(documents, show_progress=False)

    def save(self, folder: Path) -> None:
        self._index.save(folder, show_progress=False)

    def open(self, folder: Path) -> None:
        import bm25s

        self._index = bm25s.BM25.load(
            folder, mmap=True, show_progress=False, override_params={"backend": self.backend}
        )

    def search(self, terms: list[str]) -> Hits:
        # Its own `retrieve` does the same after checks that take longer than a small search.
        from bm25s.selection import topk

        scores, best = topk(self._index.get_scores(terms), TOP, backend="numpy")
        return list(zip(best.tolist(), scores.tolist(), strict=True))


class BM25SNumba(BM25S):
    """bm25s with its kernels compiled by numba."""

    name = "bm25s, numba"
    needs = ("bm25s", "numba")
    backend = "numba"

    def search(self, terms: list[str]) -> Hits:
        found, scores = self._index.retrieve(
            [terms], k=TOP, show_progress=False, n_threads=0, backend_selection="numba"
        )
        return list(zip(found[0].tolist(), scores[0].tolist(), strict=True))


class Tantivy(Peer):
    """Tantivy: one thread, one segment, nothing stored."""

    name = "tantivy"
    needs = ("tantivy",)

    def build(self, documents: Sequence[Sequence[str]], folder: Path) -> None:
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text", tokenizer_name="whitespace", index_option="freq")
        index = tantivy.Index(builder.build(), path=str(folder))
        writer = index.writer(heap_size=4_000_000_000, num_threads=1)
        for terms in documents:
            writer.add_document(tantivy.Document(text=" ".join(terms)))
        writer.commit()
        writer.wait_merging_threads()
        self._take(index)

    def open(self, folder: Path) -> None:
        import tantivy

        self._take(tantivy.Index.open(str(folder)))

    def _take(self, index: Any) -> None:
        import tantivy

        index.reload()
        if index.searcher().num_segments != 1:
            raise RuntimeError("tantivy wrote more than one segment: give its writer more memory")
        self._schema, self._searcher = index.schema, index.searcher()
        self._term, self._any = tantivy.Query.term_query, tantivy.Query.boolean_query
        self._should = tantivy.Occur.Should

    def search(self, terms: list[str]) -> Hits:
        schema, should, term = self._schema, self._should, self._term
        query = self._any([(should, term(schema, "text", each, "freq")) for each in terms])
        found = self._searcher.search(query, TOP, count=False).hits
        return [(place.doc, score) for score, place in found]


class FTS5(Peer):
    """SQLite's full-text search, without a copy of the text."""

    name = "SQLite FTS5"

    def build(self, documents: Sequence[Sequence[str]], folder: Path) -> None:
        self._connect(folder)
        self._base.execute("pragma journal_mode = off")
        self._base.execute("create virtual table held using fts5(text, content='')")
        rows = ((position, " ".join(terms)) for position, terms in enumerate(documents))
        self._base.executemany("insert into held(rowid, text) values (?, ?)", rows)
        self._base.execute("insert into held(held) values ('optimize')")
        self._base.commit()

    def open(self, folder: Path) -> None:
        self._connect(folder)

    def _connect(self, folder: Path) -> None:
        self._base = sqlite3.connect(folder / "held.db")
        finalize(self, self._base.close)
        self._base.execute("pragma mmap_size = 4000000000")
        self._base.execute("pragma cache_size = -1000000")

    def search(self, terms: list[str]) -> Hits:
        question = " OR ".join([f'"{term}"' for term in terms])
        return self._base.execute(
            "select rowid, -rank from held where held match ? order by rank limit 10", (question,)
        ).fetchall()


PEERS: tuple[type[Peer], ...] = (
    OursNumba, Ours, Tantivy, BM25SNumba, BM25S, FTS5, RankBM25,
)  # fmt: skip
# The best of these is what ours is measured against.
RIVALS = (Tantivy.name, BM25SNumba.name, FTS5.name)


def installed(peer: type[Peer]) -> bool:
    """Whether everything that a peer needs is there."""
    return all(find_spec(package) for package in peer.needs)
