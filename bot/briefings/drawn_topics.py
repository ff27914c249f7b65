"""Topics of a story for which none were written: drawn from its most characteristic terms."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from bot.answers.signs import has_number, is_calendar
from bot.briefings.topics import Topic, read_topics
from bot.index.analysis import Term
from bot.index.index import SentenceIndex

# How many topics are drawn from the articles' terms, and how many terms each has.
_DRAWN = 6
_TERMS = 4
# A term that stands in more than this share of the sentences is what the whole story is about.
_COMMON = 0.2
# Words that news of any kind is full of; no topic is about them.
_PLAIN = frozenset(
    """
    accord ask best call chief day expect find follow found hour includ known last later long
    month name new next number offici part peopl plan place possibl potenti report second spokesman
    statement take tell
    time told took work year week first two three four use want
    """.split()
)
# Of the sentences that hold a term no more than these are looked at, from all over the corpus.
_LOOKED_AT = 500
# Of all terms so many are looked into.
_LOOKED_INTO = 300
# Two terms that share more than this of their sentences are of one topic.
_TOGETHER = 0.4


def topics_of(index: SentenceIndex) -> tuple[Topic, ...]:
    """Return the topics of a corpus: those written for it, or else those drawn from its terms.

    Raises CorpusError for a faulty topics file.
    """
    return read_topics(index.corpus.folder) or drawn_topics(index)


def drawn_topics(index: SentenceIndex, limit: int = _DRAWN) -> tuple[Topic, ...]:
    """Return topics made of the terms most characteristic of a corpus, the weightiest first.

    Such a term is told by several articles, and often, but not in every other sentence. Terms
    that mostly stand together make one topic, which is named after the weightiest of them.
    """
    where = _characteristic(index)
    topics: list[Topic] = []
    taken: set[str] = set()
    for term in where:
        if len(topics) == limit:
            break
        if term in taken:
            continue
        near = (o for o in where if o != term and o not in taken and _near(index, term, o))
        group = [term, *islice(near, _TERMS - 1)]
        taken.update(group)
        forms = [where[one] for one in group]
        name = forms[0][:1].upper() + forms[0][1:]
        topics.append(Topic(name, (f"What is said about {', '.join(forms)}?",), drawn=True))
    return tuple(topics)


def _characteristic(index: SentenceIndex) -> dict[str, str]:
    """Return the most characteristic terms as the articles write them, the weightiest first."""
    article_of = _articles(index)
    spellings: dict[str, str] = {}
    scores: dict[str, float] = {}
    for key in _often_told(index, article_of)[:_LOOKED_INTO]:
        held = index.array(key)
        step = len(held) // _LOOKED_AT + 1
        at, spelling = _as_topic(index, key, held[::step].tolist())
        weight = _weight(index, key, article_of[at], step)
        if weight and not _common(index, len(at) * step):
            scores[key], spellings[key] = weight, spelling
    best = sorted(scores, key=lambda key: (-scores[key], key))
    return {key: spellings[key] for key in best[: _DRAWN * _TERMS * 2]}


def _often_told(index: SentenceIndex, article_of: NDArray[np.int64]) -> list[str]:
    """Return all terms by the weight they have if no topic is about other words in their forms."""
    left_out = {f"@{outlet}" for outlet in index.corpus.outlets} | _PLAIN
    scores: dict[str, float] = {}
    for key in index.bm25.terms - left_out:
        weight = _weight(index, key, article_of[index.array(key)])
        if weight:
            scores[key] = weight
    return sorted(scores, key=lambda key: (-scores[key], key))


def _weight(index: SentenceIndex, key: str, article_of: NDArray[np.int64], each: int = 1) -> float:
    """Return how weighty a term is that stands in sentences of these articles, which ascend.

    `each` is how many sentences each of them stands for. A term of a single article weighs
    nothing where there are more.
    """
    articles = (np.count_nonzero(np.diff(article_of)) + 1) * each
    if not len(article_of) or articles < min(2, len(index.corpus.articles)):
        return 0.0
    return float(articles * (len(article_of) * each) ** 0.5 * index.weight(key))


def _common(index: SentenceIndex, sentences: int) -> bool:
    return sentences > max(_COMMON * len(index.sentences), 3)


def _articles(index: SentenceIndex) -> NDArray[np.int64]:
    """Return each sentence's article, by its place in the corpus."""
    articles = index.corpus.articles
    return np.repeat(np.arange(len(articles)), [len(article.quotable) for article in articles])


def _may_be_topic(term: Term) -> bool:
    form = term.form
    if term.stop or has_number(form) or is_calendar(form):
        return False
    return len(form) > 2


def _near(index: SentenceIndex, one: str, other: str) -> bool:
    rarer = min(index.bm25.frequency(one), index.bm25.frequency(other))
    return len(index.common((one, other))) > _TOGETHER * rarer


def _as_topic(index: SentenceIndex, key: str, held: Sequence[int]) -> tuple[list[int], str]:
    """Return where a term stands in a form that a topic may have, and how it is written there."""
    found: list[int] = []
    spellings: Counter[str] = Counter()
    for at in held:
        text = index.sentences[at].text
        forms = [
            text[term.start : term.end]
            for term in index.analyses[at].terms
            if term.key == key and _may_be_topic(term) and text[term.start].isalpha()
        ]
        if forms:
            found.append(at)
            spellings.update(forms)
    if key.startswith("@"):
        return found, key.removeprefix("@")
    return found, max(spellings, key=spellings.__getitem__, default=key)
