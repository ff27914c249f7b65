"""The index over a corpus: which sentences hold the terms of a question, best first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

import numpy as np
from numpy.typing import NDArray

from bot.corpus.article import Corpus, Sentence
from bot.corpus.names import Name, NameKind
from bot.index.analysis import Analyser, Analysis
from bot.index.bm25 import PostingsBM25
from bot.index.postings import Positions, Postings

# Found by tests/benchmarks/parameters.py on short sentences; see docs/answers.md.
K1, B = 0.6, 0.4
PARAGRAPH_K1, PARAGRAPH_B = 1.2, 0.75
# Words that share this many first letters are often of one family.
START = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that holds a term of the query: its position in the corpus and its score."""

    position: int
    sentence: Sentence
    score: float


class SentenceIndex:
    """BM25 over the quotable sentences of a corpus, and over the paragraphs around them."""

    def __init__(self, corpus: Corpus, k1: float = K1, b: float = B) -> None:
        self.corpus = corpus
        self.sentences = corpus.sentences
        self.names = (*corpus.names.entries, *_outlet_names(corpus))
        self.analyser = Analyser(self.names)
        self.analyses = tuple(_analyse(self.analyser, s) for s in self.sentences)
        self.bm25 = PostingsBM25([analysis.keys for analysis in self.analyses], k1, b)
        self.paragraph_of, content = _paragraphs(self.sentences, self.analyses)
        self.paragraphs = PostingsBM25(content, PARAGRAPH_K1, PARAGRAPH_B)
        self.vocabulary = frozenset(t.form for analysis in self.analyses for t in analysis.tokens)
        self.before, self.after = _neighbours(self.sentences)
        self._keys = Postings([analysis.keys for analysis in self.analyses])
        self._forms = Postings([[t.form for t in analysis.terms] for analysis in self.analyses])
        self._starts = Postings(
            [
                [key[:START] for key in analysis.content if len(key) >= START]
                for analysis in self.analyses
            ]
        )
        self.terms = frozenset(key for analysis in self.analyses for key in analysis.keys)
        self._weights: dict[str, float] = {}
        self._positions = {(s.article, s.number): at for at, s in enumerate(self.sentences)}

    def holding(self, key: str, wanted: Positions) -> Positions:
        """Return which of the wanted sentences hold a term."""
        return self._keys.holding(key, wanted)

    def holding_any(self, keys: Iterable[str], wanted: Positions) -> Positions:
        """Return which of the wanted sentences hold one of the terms."""
        return self._keys.holding_any(keys, wanted)

    def holding_all(self, keys: Iterable[str], wanted: Positions) -> Positions:
        """Return which of the wanted sentences hold all of the terms."""
        return self._keys.holding_all(keys, wanted)

    def holders(self, keys: Iterable[str]) -> Positions:
        """Return all sentences that hold one of the terms."""
        return self._keys.holders(keys)

    def holding_form(self, form: str, wanted: Positions) -> Positions:
        """Return which of the wanted sentences hold a word in this very form."""
        return self._forms.holding(form, wanted)

    def starting_like(self, key: str, wanted: Positions) -> Positions:
        """Return which of the wanted sentences hold a term that starts with the same letters."""
        start = key[:START] if len(key) >= START else ""
        return self._starts.holding(start, wanted)

    def search(self, keys: Sequence[str], limit: int) -> list[Hit]:
        """Return the best sentences that hold one of the terms, ties in reading order."""
        found = self.bm25.top_k(keys, limit)
        return [Hit(at, self.sentences[at], score) for at, score in found]

    def analysis_of(self, sentence: Sentence) -> Analysis:
        """Return the analysis of one of the corpus's quotable sentences."""
        return self.analyses[self._positions[sentence.article, sentence.number]]

    def weight(self, key: str) -> float:
        """Return how telling a term is: its inverse sentence frequency, always positive."""
        weight = self._weights.get(key)
        if weight is None:
            n = self.bm25.frequency(key)
            weight = log(1 + (len(self.sentences) - n + 0.5) / (n + 0.5))
            if n:
                self._weights[key] = weight
        return weight


def _analyse(analyser: Analyser, sentence: Sentence) -> Analysis:
    """Analyse a sentence without the terms of its dateline."""
    analysis = analyser.analyse(sentence.text)
    if not sentence.opening:
        return analysis
    kept = tuple(term for term in analysis.terms if term.start >= sentence.opening)
    return Analysis(analysis.tokens, kept, analysis.mentions)


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


def _neighbours(sentences: Sequence[Sentence]) -> tuple[list[int], list[int]]:
    """Return the positions before and after each sentence in its article, -1 for none."""
    before, after = [-1] * len(sentences), [-1] * len(sentences)
    for at, (one, other) in enumerate(pairwise(sentences)):
        if one.article == other.article:
            before[at + 1], after[at] = at, at + 1
    return before, after


def _paragraphs(
    sentences: Sequence[Sentence], analyses: Sequence[Analysis]
) -> tuple[NDArray[np.int64], list[list[str]]]:
    """Return each sentence's paragraph as a position, and the paragraphs' content terms."""
    positions: dict[tuple[str, int | None], int] = {}
    content: list[list[str]] = []
    paragraph_of: list[int] = []
    for sentence, analysis in zip(sentences, analyses, strict=True):
        key = (sentence.article, sentence.paragraph)
        if key not in positions:
            positions[key] = len(content)
            content.append([])
        content[positions[key]].extend(analysis.content)
        paragraph_of.append(positions[key])
    return np.array(paragraph_of, dtype=np.int64), content
