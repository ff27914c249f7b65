"""The index kept from one start to the next, and from there extended by articles added."""

import logging
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.corpus.article import SPAN_COLUMNS, Article, Rows
from bot.corpus.names import Name
from bot.corpus.progress import Progress, untold
from bot.corpus.saved import Saved, kept_fingerprints, open_saved, save
from bot.index.analyses import Analyses
from bot.index.building import Built, extended, nothing
from bot.index.inverted import Inverted
from bot.index.weighing import Weighed, weigh

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Tuning:
    """BM25's parameters for sentences and for paragraphs."""

    k1: float
    b: float
    paragraph_k1: float
    paragraph_b: float


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """What an index is made of: weighed postings, each sentence's paragraph, all words.

    `forms` are the words of what is quoted, `asides` those of the rest alone.
    """

    sentences: Weighed
    paragraphs: Weighed
    paragraph_of: NDArray[np.int32]
    forms: frozenset[str]
    asides: frozenset[str]


def weights_of(
    articles: Sequence[Article],
    names: Iterable[Name],
    analyses: Analyses,
    tuning: Tuning,
    folder: Path | None = None,
    progress: Progress = untold,
) -> Weights:
    """Return the weights of a corpus, from a folder where they are kept.

    What is missing, stale or damaged there is built anew, as far as possible from what was
    kept before articles were added; a folder that can't be written to is left alone.
    """
    if folder is None:
        return _weigh(extended(nothing(), articles, analyses, progress), tuning)
    base = sha256(f"{_code()}\0{sys.byteorder}\0{tuning}\0{list(names)!r}".encode()).hexdigest()
    digests = [_digest(article) for article in articles]
    fingerprint = sha256("\0".join([base, *digests]).encode()).hexdigest()
    if (saved := open_saved(folder, fingerprint)) and (found := _unpacked(saved, tuning)):
        return found
    built, known = _start(folder, base, digests, tuning)
    weights = _weigh(extended(built, articles[known:], analyses, progress), tuning)
    try:
        arrays, words = dict(_arrays(weights)), _words(weights)
        save(folder, fingerprint, arrays, words | {"articles": digests, "base": [base]})
    except OSError as error:
        log.debug("the index can't be kept: %s", error)
    return weights


def _start(folder: Path, base: str, digests: Sequence[str], tuning: Tuning) -> tuple[Built, int]:
    """Return what was kept of the first articles, and how many they are."""
    for fingerprint in kept_fingerprints(folder):
        saved = open_saved(folder, fingerprint)
        if saved is None or saved.words.get("base") != [base]:
            continue
        known = saved.words.get("articles", [])
        if known == list(digests[: len(known)]) and (found := _unpacked(saved, tuning)):
            sentences, paragraphs = found.sentences.postings, found.paragraphs.postings
            built = Built(sentences, paragraphs, found.paragraph_of, found.forms, found.asides)
            return built, len(known)
    return nothing(), 0


def _weigh(built: Built, tuning: Tuning) -> Weights:
    return Weights(
        weigh(built.sentences, tuning.k1, tuning.b),
        weigh(built.paragraphs, tuning.paragraph_k1, tuning.paragraph_b),
        built.paragraph_of,
        built.forms,
        built.asides,
    )


def _arrays(weights: Weights) -> Iterator[tuple[str, NDArray[Any]]]:
    yield "paragraph_of", weights.paragraph_of
    rows = weights.sentences.postings.vocabulary
    terms = weights.paragraphs.postings.vocabulary
    # What stands in a paragraph stands in a sentence, so that words are kept once.
    yield "paragraph_rows", np.array([rows[term] for term in terms], np.int32)
    for name, weighed in (("sentences", weights.sentences), ("paragraphs", weights.paragraphs)):
        yield from packed(name, weighed)


def packed(name: str, weighed: Weighed) -> Iterator[tuple[str, NDArray[Any]]]:
    """Yield weighed postings as arrays to be saved; their terms are saved apart."""
    postings = weighed.postings
    yield f"{name}_starts", postings.starts
    yield f"{name}_documents", postings.documents
    yield f"{name}_counts", postings.counts
    yield f"{name}_lengths", postings.lengths
    yield f"{name}_weights", weighed.weights
    yield f"{name}_bounds", weighed.bounds
    yield f"{name}_idf", weighed.idf


def _words(weights: Weights) -> dict[str, Sequence[str]]:
    return {
        "terms": list(weights.sentences.postings.vocabulary),
        "forms": sorted(weights.forms),
        "asides": sorted(weights.asides),
    }


def _unpacked(saved: Saved, tuning: Tuning) -> Weights | None:
    """Return saved weights; None where a part is missing."""
    try:
        terms = saved.words["terms"]
        rows = saved.arrays["paragraph_rows"].tolist()
        return Weights(
            unpacked(saved, "sentences", terms, tuning.k1, tuning.b),
            unpacked(
                saved,
                "paragraphs",
                [terms[row] for row in rows],
                tuning.paragraph_k1,
                tuning.paragraph_b,
            ),
            saved.arrays["paragraph_of"],
            frozenset(saved.words["forms"]),
            frozenset(saved.words["asides"]),
        )
    except (KeyError, IndexError):
        return None


def unpacked(saved: Saved, name: str, terms: Sequence[str], k1: float, b: float) -> Weighed:
    """Return weighed postings that were packed and saved; raises KeyError where a part lacks."""
    arrays = saved.arrays
    postings = Inverted(
        {term: row for row, term in enumerate(terms)},
        arrays[f"{name}_starts"],
        arrays[f"{name}_documents"],
        arrays[f"{name}_counts"],
        arrays[f"{name}_lengths"],
    )
    return Weighed(
        postings,
        arrays[f"{name}_weights"],
        arrays[f"{name}_bounds"],
        arrays[f"{name}_idf"],
        k1,
        b,
    )


def _digest(article: Article) -> str:
    quotable = article.quotable
    if isinstance(quotable, Rows):
        spans = quotable.rows[:, SPAN_COLUMNS].tolist()
    else:
        spans = [[s.start, s.end, s.paragraph, s.opening] for s in quotable]
    told = sha256(f"{article.id}\0{spans}\0".encode(errors="surrogatepass"))
    told.update(article.packed)
    return told.hexdigest()


@cache
def _code() -> str:
    """Return a fingerprint of the code that analyses, so that new rules are not bypassed."""
    digest = sha256()
    for path in sorted(Path(__file__).parent.glob("*")):
        if path.suffix in {".py", ".txt"}:
            digest.update(path.read_bytes())
    return digest.hexdigest()
