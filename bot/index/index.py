"""The index over a corpus: which sentences hold the terms of a question, best first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from bot.corpus.article import Corpus, Sentence
from bot.corpus.names import Name, NameKind
from bot.index.analysis import Analyser, Analysis
from bot.index.bm25 import PostingsBM25

# Found by tests/benchmarks/parameters.py on short sentences; see docs/answers.md.
K1, B = 0.6, 0.4
PARAGRAPH_K1, PARAGRAPH_B = 1.2, 0.75


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
        self.analyser = Analyser([*corpus.names.entries, *_outlet_names(corpus)])
        self.analyses = tuple(self.analyser.analyse(s.text) for s in self.sentences)
        self.bm25 = PostingsBM25([analysis.keys for analysis in self.analyses], k1, b)
        self.paragraph_of, content = _paragraphs(self.sentences, self.analyses)
        self.paragraphs = PostingsBM25(content, PARAGRAPH_K1, PARAGRAPH_B)
        self.forms = frozenset(t.form for analysis in self.analyses for t in analysis.terms)

    def search(self, keys: Sequence[str], limit: int) -> list[Hit]:
        """Return the best sentences that hold one of the terms, ties in reading order."""
        found = self.bm25.top_k(keys, limit)
        return [Hit(at, self.sentences[at], score) for at, score in found]

    def weight(self, key: str) -> float:
        """Return how telling a term is: its inverse sentence frequency, always positive."""
        n = self.bm25.frequency(key)
        return log(1 + (len(self.sentences) - n + 0.5) / (n + 0.5))


def _outlet_names(corpus: Corpus) -> Iterable[Name]:
    """Outlets are names too, so that a paper named after a city is not taken for the city."""
    known = {
        spelling.casefold()
        for name in corpus.names.entries
        for spelling in (name.name, *name.aliases)
    }
    for outlet in corpus.outlets:
        bare = outlet.removeprefix("The ")
        if outlet.casefold() not in known and bare.casefold() not in known:
            yield Name(outlet, NameKind.ORGANISATION, (bare,) if bare != outlet else ())


def _paragraphs(
    sentences: Sequence[Sentence], analyses: Sequence[Analysis]
) -> tuple[tuple[int, ...], list[list[str]]]:
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
    return tuple(paragraph_of), content
