"""Whether a quotation is a sentence of an article: verbatim, nearly, or not at all."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cached_property
from itertools import islice

import numpy as np

from bot.corpus.article import Article, Corpus, Sentence, joined
from bot.corpus.blocks import plain
from bot.index.bm25 import PostingsBM25
from bot.index.small import Mask


class Verdict(StrEnum):
    """How far a quotation agrees with the articles."""

    VERBATIM = "verbatim"
    SAME_WORDS = "same_words"
    NEARLY = "nearly"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence that holds, or nearly holds, a quotation."""

    sentence: Sentence
    article: Article
    similarity: float


@dataclass(frozen=True, slots=True)
class Verification:
    """The verdict on a quotation and the sentences that bear it out, best first."""

    quotation: str
    verdict: Verdict
    matches: tuple[Match, ...]


NEARLY = 0.75
_SHOWN = 5
_QUOTES = "\"'“”‘’«» \t\r\n"


class Verifier:
    """Checks quotations against every sentence of a corpus, quotable or not."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._sentences = joined([article.sentences for article in corpus.articles])

    @cached_property
    def _postings(self) -> PostingsBM25:
        return PostingsBM25(plain(sentence.text).split() for sentence in self._sentences)

    def verify(self, quotation: str, left_out: frozenset[str] = frozenset()) -> Verification:
        """Say whether a quotation stands in an article, of outlets not left out, and where."""
        wanted = quotation.strip(_QUOTES)
        if not plain(wanted):
            return Verification(quotation, Verdict.NOT_FOUND, ())
        verbatim = self._holding(wanted, left_out)
        if verbatim:
            return Verification(quotation, Verdict.VERBATIM, verbatim)
        same = self._same_words(plain(wanted), left_out)
        if same:
            return Verification(quotation, Verdict.SAME_WORDS, same)
        nearly = self._alike(plain(wanted), left_out)
        verdict = Verdict.NEARLY if nearly else Verdict.NOT_FOUND
        return Verification(quotation, verdict, nearly)

    def _holding(self, wanted: str, left_out: frozenset[str]) -> tuple[Match, ...]:
        """Sentences that a verbatim quotation stands in or spans, letter for letter."""
        found: list[Match] = []
        for article in self._corpus.articles:
            if article.outlet in left_out:
                continue
            at = article.text.find(wanted)
            while at >= 0 and len(found) < _SHOWN:
                end = at + len(wanted)
                found += [
                    Match(s, article, 1.0)
                    for s in article.sentences
                    if s.start < end and at < s.end
                ]
                at = article.text.find(wanted, end)
        return tuple(found)

    def _same_words(self, wanted: str, left_out: frozenset[str]) -> tuple[Match, ...]:
        padded = f" {wanted} "
        rarest_first = sorted(map(self._postings.holders, wanted.split()), key=len)
        holding = rarest_first[0]
        for held in rarest_first[1:]:
            holding = holding[np.isin(holding, held)]
        inside = holding[self._within(left_out)[holding]]
        exact = (at for at in inside.tolist() if padded in f" {self._plain(at)} ")
        return tuple(self._match(at, 1.0) for at in islice(exact, _SHOWN))

    def _alike(self, wanted: str, left_out: frozenset[str]) -> tuple[Match, ...]:
        words = wanted.split()
        found = self._postings.top_k(words, 2 * _SHOWN, self._within(left_out))
        rated = [(at, alike(words, self._plain(at).split())) for at, _ in found]
        near = [self._match(at, round(rate, 3)) for at, rate in rated if rate >= NEARLY]
        near.sort(key=lambda match: -match.similarity)
        return tuple(near[:_SHOWN])

    def _plain(self, at: int) -> str:
        return plain(self._sentences[at].text)

    def _match(self, at: int, similarity: float) -> Match:
        sentence = self._sentences[at]
        return Match(sentence, self._corpus.by_id[sentence.article], similarity)

    def _within(self, left_out: frozenset[str]) -> Mask:
        """Return for each sentence whether its outlet may answer."""
        articles = self._corpus.articles
        inside = [article.outlet not in left_out for article in articles]
        return np.repeat(inside, [len(article.sentences) for article in articles])


def alike(wanted: list[str], sentence: list[str]) -> float:
    """Return the share of words that agree in order, 0 to 1; a part of a sentence counts whole."""
    matcher = SequenceMatcher(None, wanted, sentence, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return 0.0
    agreed = sum(block.size for block in blocks)
    span = blocks[-1].b + blocks[-1].size - blocks[0].b
    return agreed / max(len(wanted), span)
