"""From analysed sentences to postings, in one pass over the corpus."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.corpus.article import Article
from bot.corpus.progress import Progress, untold
from bot.index.analyses import Analyses
from bot.index.inverted import Inverted, inverted
from bot.index.tokens import words

# Sentences whose terms are in memory at a time.
_BATCH = 50_000


@dataclass(frozen=True, slots=True, eq=False)
class Built:
    """Postings of sentences and of their paragraphs.

    `paragraph_of` gives the paragraph of each sentence by position, `forms` every word as it
    stands somewhere, `asides` those of what is never quoted, such as captions, alone.
    """

    sentences: Inverted
    paragraphs: Inverted
    paragraph_of: NDArray[np.int32]
    forms: frozenset[str]
    asides: frozenset[str]


def nothing() -> Built:
    """Return the postings of no articles."""
    return Built(inverted([]), inverted([]), np.zeros(0, np.int32), frozenset(), frozenset())


def extended(
    built: Built, articles: Iterable[Article], analyses: Analyses, progress: Progress = untold
) -> Built:
    """Return the postings with those of later articles, as if all had been built at once.

    `analyses` are those of all sentences; only the later ones are asked for.
    """
    sentences, paragraphs = built.sentences, built.paragraphs
    paragraph_of = [built.paragraph_of]
    forms, asides = set(built.forms), set(built.asides)
    at = len(built.paragraph_of)
    for batch in _batches(articles):
        progress(at, len(analyses))
        keys: list[list[str]] = []
        content: list[list[str]] = []
        places: list[int] = []
        for article in batch:
            last = 0  # paragraphs count from 1
            for sentence in article.quotable:
                analysis = analyses.whole(at)
                at += 1
                if sentence.paragraph != last:
                    content.append([])
                    last = sentence.paragraph or 0
                keys.append(analysis.keys)
                content[-1].extend(analysis.content)
                places.append(len(paragraphs.lengths) + len(content) - 1)
                forms.update([token.form for token in analysis.tokens])
            aside = (one.text for one in article.sentences if not one.kind.quotable)
            asides.update(form for text in aside for form in words(text))
            progress(at, len(analyses))
        sentences, paragraphs = sentences.with_more(keys), paragraphs.with_more(content)
        paragraph_of.append(np.array(places, np.int32))
    alone = frozenset(asides - forms)
    return Built(sentences, paragraphs, np.concatenate(paragraph_of), frozenset(forms), alone)


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    batch: list[Article] = []
    size = 0
    for article in articles:
        batch.append(article)
        size += len(article.quotable)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
