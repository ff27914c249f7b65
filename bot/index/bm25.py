"""rank-bm25's scoring over postings: the same scores, without its loop over all documents."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from bot.index.inverted import inverted
from bot.index.meeting import Found
from bot.index.pruned import PrunedSearch, looked_up
from bot.index.small import Mask, SmallSearch
from bot.index.weighing import EPSILON, Weighed, average_length, weigh

if TYPE_CHECKING:
    from bot.index.compiled import CompiledSearch

# From so many documents on, compiled search is worth the half second that numba takes to import.
_LARGE = 20_000
# Up to so many, all scores cost less than looking up some.
_SMALL = 2_000
# A string would be taken letter by letter.
_A_STRING = "a query is a list of terms, not a string: analyse it first"


class PostingsBM25(BM25Okapi):  # type: ignore[misc]  # rank-bm25 carries no types
    """BM25Okapi that touches only documents which hold a term of the query.

    Weights are worked out per posting when the index is built, in the order of operations of
    BM25Okapi.get_scores, and added in the order of the query's terms: scores are equal to
    its scores to the last bit. An empty corpus, which it can't take, scores nothing.
    `compiled` searches with numba or without; by default with it for a large corpus, where it
    is installed.
    """

    def __init__(
        self,
        documents: Iterable[Sequence[str]] | Weighed,
        k1: float = 0.9,
        b: float = 0.4,
        epsilon: float = EPSILON,
        *,
        compiled: bool | None = None,
    ) -> None:
        if not isinstance(documents, Weighed):
            documents = weigh(inverted(documents), k1, b, epsilon)
        self.weighed = documents
        self.k1, self.b, self.epsilon = documents.k1, documents.b, documents.epsilon
        postings = documents.postings
        self.corpus_size = len(postings.lengths)
        self.avgdl = average_length(postings)
        self._rows = postings.vocabulary
        self._starts, self._documents = postings.starts, postings.documents
        self._weights = documents.weights
        self._all_weigh = bool(len(documents.bounds)) and float(documents.bounds.min()) > 0
        if compiled is None:
            compiled = self.corpus_size >= _LARGE and find_spec("numba") is not None
        self._small = None if compiled else SmallSearch(documents)
        self._search = _compiled(documents) if compiled else PrunedSearch(documents)

    @cached_property
    def terms(self) -> frozenset[str]:
        """Every term that a document holds."""
        return frozenset(self._rows)

    @cached_property
    def idf(self) -> dict[str, float]:
        """The inverse document frequency of every term, as BM25Okapi keeps it."""
        return dict(zip(self._rows, self.weighed.idf.tolist(), strict=True))

    @cached_property
    def doc_len(self) -> list[int]:
        """The length of every document in terms."""
        lengths: list[int] = self.weighed.postings.lengths.tolist()
        return lengths

    @cached_property
    def doc_freqs(self) -> list[dict[str, int]]:
        """How often each document holds each of its terms."""
        found: list[dict[str, int]] = [{} for _ in range(self.corpus_size)]
        counts = self.weighed.postings.counts
        for term, row in self._rows.items():
            span = slice(*self._span(row))
            for at, count in zip(
                self._documents[span].tolist(), counts[span].tolist(), strict=True
            ):
                found[at][term] = count
        return found

    def get_scores(self, query: Sequence[str]) -> NDArray[np.float64]:
        """Return the score of every document, in the documents' order."""
        scores = np.zeros(self.corpus_size)
        for row in self._known(query):
            start, end = self._span(row)
            scores[self._documents[start:end]] += self._weights[start:end]
        return scores

    def get_batch_scores(self, query: Sequence[str], doc_ids: Sequence[int]) -> list[float]:
        """Return the scores of the documents at these positions, in the order given."""
        if self._small and self.corpus_size <= _SMALL and not isinstance(query, str):
            return self._small.scores(query, doc_ids)
        wanted = np.array(doc_ids, np.int32)
        found = np.zeros(len(wanted))
        for row in self._known(query):
            span = slice(*self._span(row))
            found += looked_up(wanted, self._documents[span], self._weights[span])
        return found.tolist()

    def top_k(self, query: Sequence[str], k: int, within: Mask | None = None) -> Found:
        """Return the best documents that hold a term of the query, as (position, score).

        Best first, ties in the documents' order. A document without any term of the query
        is never among them, whatever the sign of the scores, nor one that `within` leaves out.
        """
        if isinstance(query, str):
            raise TypeError(_A_STRING)
        if self._small and k > 0:
            found = self._small.top_k(query, k, within)
            if found is not None:
                return found
        rows = self._known(query)
        if not rows or k < 1:
            return []
        if self._all_weigh or min([self.weighed.bounds.item(row) for row in rows]) > 0:
            return self._search.top_k(rows, k, within)
        return self._weightless(query, rows, k, within)

    def get_top_n(
        self, query: Sequence[str], documents: Sequence[object], n: int = 5
    ) -> list[object]:
        """Return the best of the given documents, none that holds no term of the query."""
        if self.corpus_size != len(documents):
            raise ValueError(f"{len(documents)} documents given, {self.corpus_size} indexed")
        return [documents[at] for at, _ in self.top_k(query, n)]

    def frequency(self, term: str) -> int:
        """Return how many documents hold a term."""
        row = self._rows.get(term)
        if row is None:
            return 0
        start, end = self._span(row)
        return end - start

    def holders(self, term: str) -> NDArray[np.int32]:
        """Return the positions of the documents that hold a term, ascending."""
        row = self._rows.get(term)
        return self._documents[:0] if row is None else self._documents[slice(*self._span(row))]

    def _known(self, query: Sequence[str]) -> list[int]:
        """Return the rows of the terms that the corpus holds, in the query's order."""
        if isinstance(query, str):
            raise TypeError(_A_STRING)
        rows = self._rows
        try:
            return [rows[term] for term in query]
        except KeyError:
            return [rows[term] for term in query if term in rows]

    def _weightless(
        self, query: Sequence[str], rows: Sequence[int], k: int, within: Mask | None
    ) -> Found:
        """Sort all that holds a term where one weighs nothing or less, as in small corpora."""
        holds = np.zeros(self.corpus_size, np.bool_)
        for row in rows:
            holds[self._documents[slice(*self._span(row))]] = True
        touched = np.flatnonzero(holds if within is None else holds & within)
        scores = self.get_scores(query)[touched]
        order = np.argsort(-scores, kind="stable")[:k]
        return list(zip(touched[order].tolist(), scores[order].tolist(), strict=True))

    def _span(self, row: int) -> tuple[int, int]:
        return self._starts.item(row), self._starts.item(row + 1)


def _compiled(weighed: Weighed) -> "CompiledSearch":
    # numba takes half a second to import.
    from bot.index.compiled import CompiledSearch

    return CompiledSearch(weighed)
