"""The analyses of a corpus's sentences, made when they are needed and the last ones kept."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.corpus.article import Sentence
from bot.index.analysis import Analyser, Analysis

# Sentences whose analyses are kept, about four kilobytes each: more are not met again soon.
KEPT = 1024
# Words that share this many first letters are often of one family.
START = 5


class Analyses:
    """Analyses by position; the terms of a dateline are left out of them.

    Those that are kept are without their tokens.
    """

    def __init__(self, analyser: Analyser, sentences: Sequence[Sentence]) -> None:
        self._analyser, self._sentences = analyser, sentences
        self.of = lru_cache(maxsize=KEPT)(self._of)
        self.forms = lru_cache(maxsize=KEPT)(self._forms)
        self.starts = lru_cache(maxsize=KEPT)(self._starts)

    def __getitem__(self, at: int) -> Analysis:
        return self.of(at)

    def __iter__(self) -> Iterator[Analysis]:
        return map(self.of, range(len(self)))

    def __len__(self) -> int:
        return len(self._sentences)

    def whole(self, at: int) -> Analysis:
        """Return an analysis with all its tokens, made anew."""
        sentence = self._sentences[at]
        analysis = self._analyser.analyse(sentence.text)
        if not sentence.opening:
            return analysis
        kept = tuple(term for term in analysis.terms if term.start >= sentence.opening)
        return Analysis(analysis.tokens, kept, analysis.mentions)

    def _of(self, at: int) -> Analysis:
        found = self.whole(at)
        return Analysis((), found.terms, found.mentions)

    def _forms(self, at: int) -> frozenset[str]:
        """Return the words of a sentence in the very form in which they stand there."""
        return frozenset([term.form for term in self.of(at).terms])

    def _starts(self, at: int) -> frozenset[str]:
        """Return the first letters of a sentence's content terms, of those long enough."""
        return frozenset([key[:START] for key in self.of(at).content if len(key) >= START])
