"""What each posting adds to a score, in rank-bm25's own order of operations."""

from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from bot.index.inverted import Inverted

# rank-bm25's own floor for the weight of common terms, as a share of the average.
EPSILON = 0.25
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """Postings and their weights.

    `weights` stand as `postings.documents` do; `bounds` holds the most that each term adds to
    any document, and `idf` what it adds by its rarity alone, both by row.
    """

    postings: Inverted
    weights: NDArray[np.float64]
    bounds: NDArray[np.float64]
    idf: NDArray[np.float64]
    k1: float
    b: float
    epsilon: float = EPSILON


def weigh(postings: Inverted, k1: float, b: float, epsilon: float = EPSILON) -> Weighed:
    """Return the postings with the weights that BM25Okapi gives them."""
    starts, documents = postings.starts, postings.documents
    weights = np.empty(len(documents))
    idf = _idf(np.diff(starts), len(postings.lengths), epsilon)
    if len(documents):
        by_document = norms(postings.lengths.astype(np.float64), average_length(postings), k1, b)
        for start in range(0, len(documents), _CHUNK):
            part = slice(start, start + _CHUNK)
            counts = postings.counts[part].astype(np.int64)
            weights[part] = shares(counts, by_document[documents[part]], k1)
        weights *= np.repeat(idf, np.diff(starts))
    bounds = np.maximum.reduceat(weights, starts[:-1]) if len(documents) else np.zeros(0)
    return Weighed(postings, weights, bounds, idf, k1, b, epsilon)


def average_length(postings: Inverted) -> float:
    """Return how many terms a document has in the mean; 0.0 where there is none."""
    documents = len(postings.lengths)
    return int(postings.lengths.sum()) / documents if documents else 0.0


def norms(lengths: NDArray[np.float64], average: float, k1: float, b: float) -> NDArray[np.float64]:
    """Return by how much documents of these lengths lessen what a term adds."""
    return k1 * (1 - b + b * lengths / average)


def shares(
    counts: NDArray[np.int64], lessened: NDArray[np.float64], k1: float
) -> NDArray[np.float64]:
    """Return what a term that occurs so often adds, for each unit of its rarity."""
    return counts * (k1 + 1) / (counts + lessened)


def _idf(frequencies: NDArray[np.int64], documents: int, epsilon: float) -> NDArray[np.float64]:
    """Return each term's inverse document frequency, with rank-bm25's floor for common ones."""
    if not len(frequencies):
        return np.zeros(0)
    # NumPy's logarithm may differ from Python's in the last bit.
    logs = {n: log(documents - n + 0.5) - log(n + 0.5) for n in set(frequencies.tolist())}
    idf = np.array([logs[n] for n in frequencies.tolist()])
    average = float(np.cumsum(idf)[-1]) / len(idf)
    return np.where(idf < 0, epsilon * average, idf)
