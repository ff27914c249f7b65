"""The index over a corpus: which sentences hold the terms of a question, best first."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.corpus.article import Article, Corpus, Sentence
from bot.corpus.names import Name, NameKind
from bot.corpus.progress import Progress, untold
from bot.index.analyses import START, Analyses
from bot.index.analysis import Analyser, Analysis
from bot.index.bm25 import PostingsBM25
from bot.index.groups import Groups, holding_most
from bot.index.keeping import Tuning, weights_of
from bot.index.postings import Positions, Postings
from bot.index.small import Mask
from bot.index.tokens import fold

# Found by tests/benchmarks/parameters.py on short sentences; see docs/answers.md.
K1, B = 0.6, 0.4
PARAGRAPH_K1, PARAGRAPH_B = 1.2, 0.75

# Scopes whose sentences are kept marked, a byte for each sentence.
_SCOPES = 16


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that holds a term of the query: its position in the corpus and its score."""

    position: int
    sentence: Sentence
    score: float


class SentenceIndex:
    """BM25 over the quotable sentences of a corpus, and over the paragraphs around them.

    `kept` is a folder in which the index is kept for the next time.
    """

    def __init__(
        self,
        corpus: Corpus,
        k1: float = K1,
        b: float = B,
        kept: Path | None = None,
        progress: Progress = untold,
    ) -> None:
        self.corpus = corpus
        self.sentences = corpus.sentences
        self.names = (*corpus.names.entries, *_outlet_names(corpus))
        self.analyser = Analyser(self.names)
        self.analyses = Analyses(self.analyser, self.sentences)
        tuning = Tuning(k1, b, PARAGRAPH_K1, PARAGRAPH_B)
        weights = weights_of(corpus.articles, self.names, self.analyses, tuning, kept, progress)
        self.bm25 = PostingsBM25(weights.sentences)
        self.paragraphs = PostingsBM25(weights.paragraphs)
        self.paragraph_of = weights.paragraph_of
        self.vocabulary = weights.forms
        self._asides = weights.asides
        self.before, self.after = _neighbours(corpus.articles)
        self._held = Postings(weights.sentences.postings)
        self.within = lru_cache(maxsize=_SCOPES)(self._within)
        self._weights: dict[str, float] = {}
        self._first = _first_positions(corpus.articles)

    def holding(self, key: str, wanted: Positions) -> Positions:
        """Return which of the wanted sentences hold a term."""
        return self._held.holding(key, wanted)

    def holding_any(self, keys: Iterable[str], wanted: Positions) -> Positions:
        """Return which of the wanted sentences hold one of the terms."""
        return self._held.holding_any(keys, wanted)

    def holding_all(self, keys: Iterable[str], wanted: Positions) -> Positions:
        """Return which of the wanted sentences hold all of the terms."""
        return self._held.holding_all(keys, wanted)

    def holders(self, keys: Iterable[str]) -> Positions:
        """Return all sentences that hold one of the terms."""
        return self._held.holders(keys)

    def holding_most(self, groups: Groups, limit: int, within: Mask | None = None) -> list[int]:
        """Return the sentences that hold keys of the heaviest groups, ties in reading order."""
        return holding_most(self._held, len(self.sentences), groups, limit, within)

    def array(self, key: str) -> NDArray[np.int32]:
        """Return the positions of all sentences that hold a term, ascending."""
        return self._held.array(key)

    def common(self, keys: Iterable[str]) -> NDArray[np.int32]:
        """Return the positions of all sentences that hold all of the terms, ascending."""
        return self._held.common(keys)

    def holding_form(self, form: str, wanted: Positions) -> Positions:
        """Return which of the wanted sentences hold a word in this very form."""
        forms = self.analyses.forms
        return frozenset([at for at in wanted if form in forms(at)])

    def starting_like(self, key: str, wanted: Positions) -> Positions:
        """Return which of the wanted sentences hold a term that starts with the same letters."""
        if len(key) < START:
            return frozenset()
        start, starts = key[:START], self.analyses.starts
        return frozenset([at for at in wanted if start in starts(at)])

    def search(self, keys: Sequence[str], limit: int) -> list[Hit]:
        """Return the best sentences that hold one of the terms, ties in reading order."""
        found = self.bm25.top_k(keys, limit)
        return [Hit(at, self.sentences[at], score) for at, score in found]

    def analysis_of(self, sentence: Sentence) -> Analysis:
        """Return the analysis of one of the corpus's quotable sentences."""
        return self.analyses[self.position_of(sentence)]

    def position_of(self, sentence: Sentence) -> int:
        """Return the position of one of the corpus's quotable sentences."""
        return self._first[sentence.article] + (sentence.number or 1) - 1

    def mentions(self, words: str) -> bool:
        """Whether each of some words stands in an article, in what is never quoted as well.

        A part of a longer word will do, since this decides what is said to stand nowhere.
        """
        return all(word in self._everywhere for word in fold(words).split())

    @cached_property
    def _everywhere(self) -> str:
        return "\n".join((*self.vocabulary, *self._asides))

    def _within(self, articles: frozenset[str]) -> Mask:
        """Return for each sentence whether it stands in one of the articles, given by id."""
        inside = [article.id in articles for article in self.corpus.articles]
        return np.repeat(inside, [len(article.quotable) for article in self.corpus.articles])

    def weight(self, key: str) -> float:
        """Return how telling a term is: its inverse sentence frequency, always positive."""
        weight = self._weights.get(key)
        if weight is None:
            n = self.bm25.frequency(key)
            weight = log(1 + (len(self.sentences) - n + 0.5) / (n + 0.5))
            if n:
                self._weights[key] = weight
        return weight


def _outlet_names(corpus: Corpus) -> Iterable[Name]:
    """Outlets are names too, so that a paper named after a city is not taken for the city."""
    known = {
        spelling.casefold()
        for name in corpus.names.entries
        for spelling in (name.name, *name.aliases)
    }
    for outlet in corpus.outlets:
        bare = outlet.removeprefix("The ")
        if " " in bare and outlet.casefold() not in known and bare.casefold() not in known:
            yield Name(outlet, NameKind.ORGANISATION, (bare,) if bare != outlet else ())


def _neighbours(articles: Iterable[Article]) -> tuple[Sequence[int], Sequence[int]]:
    """Return the positions before and after each sentence in its article, -1 for none."""
    sizes = [len(article.quotable) for article in articles]
    at = np.arange(sum(sizes), dtype=np.int32)
    before, after = at - 1, at + 1
    ends = np.cumsum([size for size in sizes if size], dtype=np.int64)
    before[ends[:-1]], after[ends - 1] = -1, -1
    if len(before):
        before[0] = -1
    return array("i", before.tobytes()), array("i", after.tobytes())


def _first_positions(articles: Iterable[Article]) -> dict[str, int]:
    """Return the position of each article's first sentence."""
    found: dict[str, int] = {}
    at = 0
    for article in articles:
        found[article.id] = at
        at += len(article.quotable)
    return found
