"""Whether a quotation is a sentence of an article: verbatim, nearly, or not at all."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import islice

from bot.corpus.article import Article, Corpus, Sentence
from bot.corpus.blocks import plain
from bot.index.bm25 import PostingsBM25


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
        self._entries = [(s, a) for a in corpus.articles for s in a.sentences]
        self._plain = [plain(sentence.text) for sentence, _ in self._entries]
        self._index = PostingsBM25([text.split() for text in self._plain])
        self._corpus = corpus

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
        found = [
            Match(*self._entries[at], 1.0)
            for at, text in enumerate(self._plain)
            if padded in f" {text} " and self._entries[at][1].outlet not in left_out
        ]
        return tuple(found[:_SHOWN])

    def _alike(self, wanted: str, left_out: frozenset[str]) -> tuple[Match, ...]:
        words = wanted.split()
        scored: list[Match] = []
        kept = [a.outlet not in left_out for _, a in self._entries]
        pool = 2 * _SHOWN + kept.count(False)
        for at in islice((at for at, _ in self._index.top_k(words, pool) if kept[at]), 2 * _SHOWN):
            similarity = alike(words, self._plain[at].split())
            if similarity >= NEARLY:
                scored.append(Match(*self._entries[at], round(similarity, 3)))
        scored.sort(key=lambda match: -match.similarity)
        return tuple(scored[:_SHOWN])


def alike(wanted: list[str], sentence: list[str]) -> float:
    """Return the share of words that agree in order, 0 to 1; a part of a sentence counts whole."""
    matcher = SequenceMatcher(None, wanted, sentence, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return 0.0
    agreed = sum(block.size for block in blocks)
    span = blocks[-1].b + blocks[-1].size - blocks[0].b
    return agreed / max(len(wanted), span)
