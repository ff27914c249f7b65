"""Questions drawn from texts by a seed: short ones of content terms, and as people ask."""

import random
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.index.stopwords import STOP_WORDS
from tests.benchmarks.texts import Texts

_BEGINNINGS = [
    tuple(words.split())
    for words in (
        "what does the", "how is the", "why did the", "when was the", "which of the", "who has the",
    )
]  # fmt: skip
# A term of middling frequency stands in at most one sentence of twenty, at least one of 10,000.
_OFTEN, _SELDOM = 20, 10_000


@dataclass(frozen=True, slots=True, eq=False)
class Questions:
    """Questions as lists of terms, and how many postings each touches."""

    content: list[list[str]]
    natural: list[list[str]]
    frequency: dict[str, int]

    def touched(self, question: list[str]) -> int:
        """Return how many postings the terms of a question have together."""
        return sum(self.frequency[term] for term in set(question))


def questions(texts: Texts, count: int, seed: int) -> Questions:
    """Return so many questions of each kind."""
    chance = random.Random(seed)
    frequencies = _frequencies(texts)
    often = max(3, len(texts.ends) // _OFTEN)
    seldom = max(2, len(texts.ends) // _SELDOM)
    content: list[list[str]] = []
    natural: list[list[str]] = []
    while len(content) < count or len(natural) < count:
        at = chance.randrange(len(texts.ends))
        start = texts.ends[at - 1] if at else 0
        sentence = texts.terms[start : texts.ends[at]].tolist()
        telling = [
            texts.vocabulary[term]
            for term in dict.fromkeys(sentence)
            if seldom <= frequencies[term] <= often and texts.vocabulary[term] not in STOP_WORDS
        ]
        if len(telling) < 2:
            continue
        words = [texts.vocabulary[term] for term in sentence]
        if len(content) < count:
            content.append(chance.sample(telling, min(chance.randint(2, 4), len(telling))))
        if len(natural) < count and len(words) >= 9:
            size = chance.randint(5, 9)
            begin = chance.randrange(len(words) - size + 1)
            natural.append([*chance.choice(_BEGINNINGS), *words[begin : begin + size]])
    asked = {term for question in (*content, *natural) for term in question}
    number = {term: at for at, term in enumerate(texts.vocabulary) if term in asked}
    held = {term: int(frequencies[number[term]]) if term in number else 0 for term in asked}
    return Questions(content, natural, held)


def _frequencies(texts: Texts) -> NDArray[np.int64]:
    """Return in how many sentences each term stands."""
    lengths = np.diff(texts.ends, prepend=0)
    sentences = np.repeat(np.arange(len(texts.ends)), lengths)
    pairs = np.unique(sentences * len(texts.vocabulary) + texts.terms)
    return np.bincount(pairs % len(texts.vocabulary), minlength=len(texts.vocabulary))
