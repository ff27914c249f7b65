"""rank-bm25's scoring over postings: the same scores, without its loop over all documents."""

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi


class PostingsBM25(BM25Okapi):  # type: ignore[misc]  # rank-bm25 carries no types
    """BM25Okapi that touches only documents which hold a term of the query.

    Weights are worked out per term when the index is built, in the order of operations of
    BM25Okapi.get_scores, and added in the order of the query's terms: scores are equal to
    its scores to the last bit. An empty corpus, which it can't take, scores nothing.
    """

    def __init__(
        self,
        documents: Sequence[Sequence[str]],
        k1: float = 0.9,
        b: float = 0.4,
        epsilon: float = 0.25,
    ) -> None:
        if any(documents):
            super().__init__(documents, k1=k1, b=b, epsilon=epsilon)
        else:
            self.k1, self.b, self.epsilon = k1, b, epsilon
            self.corpus_size, self.avgdl, self.average_idf = len(documents), 0.0, 0.0
            self.doc_freqs: list[dict[str, int]] = [{} for _ in documents]
            self.doc_len = [0] * len(documents)
            self.idf: dict[str, float] = {}
        self._postings = self._weigh()

    def get_scores(self, query: Sequence[str]) -> NDArray[np.float64]:
        """Return the score of every document, in the documents' order."""
        score = np.zeros(self.corpus_size)
        for term in _terms(query):
            if posting := self._postings.get(term):
                documents, weights = posting
                score[documents] += weights
        return score

    def get_batch_scores(self, query: Sequence[str], doc_ids: Sequence[int]) -> list[float]:
        """Return the scores of the documents at these positions, in the order given."""
        scores = self.get_scores(query)
        return [float(scores[at]) for at in doc_ids]

    def top_k(self, query: Sequence[str], k: int) -> list[tuple[int, float]]:
        """Return the best documents that hold a term of the query, as (position, score).

        Best first, ties in the documents' order. A document without any term of the query
        is never among them, whatever the sign of the scores.
        """
        holding = [p[0] for term in set(_terms(query)) if (p := self._postings.get(term))]
        if not holding or k < 1:
            return []
        holds = np.zeros(self.corpus_size, np.bool_)
        for documents in holding:
            holds[documents] = True
        touched = np.flatnonzero(holds)  # np.unique would import masked arrays for this
        scores = self.get_scores(query)[touched]
        order = np.argsort(-scores, kind="stable")[:k]
        return [(int(touched[at]), float(scores[at])) for at in order]

    def get_top_n(
        self, query: Sequence[str], documents: Sequence[object], n: int = 5
    ) -> list[object]:
        """Return the best of the given documents, none that holds no term of the query."""
        if self.corpus_size != len(documents):
            raise ValueError(f"{len(documents)} documents given, {self.corpus_size} indexed")
        return [documents[at] for at, _ in self.top_k(query, n)]

    def frequency(self, term: str) -> int:
        """Return how many documents hold a term."""
        posting = self._postings.get(term)
        return len(posting[0]) if posting else 0

    def _weigh(self) -> dict[str, tuple[NDArray[np.int64], NDArray[np.float64]]]:
        """Weigh all postings in one go, laid out term after term."""
        holders: dict[str, list[int]] = {}
        counts: dict[str, list[int]] = {}
        for at, frequencies in enumerate(self.doc_freqs):
            for term, count in frequencies.items():
                holders.setdefault(term, []).append(at)
                counts.setdefault(term, []).append(count)
        sizes = [len(held) for held in holders.values()]
        documents = np.fromiter(chain.from_iterable(holders.values()), np.int64, sum(sizes))
        q_freq = np.fromiter(chain.from_iterable(counts.values()), np.int64, sum(sizes))
        idf = np.repeat([self.idf.get(term) or 0.0 for term in holders], sizes)
        doc_len = np.array(self.doc_len, np.int64)[documents]
        weights = idf * (
            q_freq
            * (self.k1 + 1)
            / (q_freq + self.k1 * (1 - self.b + self.b * doc_len / self.avgdl))
        )
        postings: dict[str, tuple[NDArray[np.int64], NDArray[np.float64]]] = {}
        end = 0
        for term, size in zip(holders, sizes, strict=True):
            start, end = end, end + size
            postings[term] = (documents[start:end], weights[start:end])
        return postings


def _terms(query: Sequence[str]) -> Sequence[str]:
    """Refuse a bare string, which would be taken letter by letter."""
    if isinstance(query, str):
        raise TypeError("a query is a list of terms, not a string: analyse it first")
    return query
