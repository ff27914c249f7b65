"""Answerers over the shipped articles, the fictional stories, and small corpora made up on the spot."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.answers.answering import Answerer, Options
from bot.answers.thesaurus import read_lexicon
from bot.corpus.loading import load
from bot.index.index import SentenceIndex

ROOT = Path(__file__).resolve().parents[2]
FERRY = (
    "The ferry company runs two boats from the old harbour to the island of Skell. A cook of 44"
    " was hurt on Friday when the kitchen of the larger boat caught fire. The mayor of Skell,"
    " Orla Quint, said the harbour would be closed to all boats next week. The company will test"
    " the new alarm on both boats. Lars Thorn, the captain, comes from a family of fishers. Tickets"
    " are sold in the shop beside the church. If found guilty, the captain may lose his licence."
    " Passengers had to wait at the church. The weather was calm and the sea was flat."
)


def answerer_of(folder: Path, **options) -> Answerer:
    index = SentenceIndex(load(folder))
    return Answerer(index, read_lexicon(index.analyser.stem_all), Options(**options))


@pytest.fixture(scope="session")
def summit() -> Answerer:
    return answerer_of(ROOT / "seeds")


@pytest.fixture(scope="session")
def bridge() -> Answerer:
    return answerer_of(ROOT / "tests/stories/harbour-bridge")


@pytest.fixture(scope="session")
def virus() -> Answerer:
    return answerer_of(ROOT / "tests/stories/spice-virus")


@pytest.fixture
def made(tmp_path):
    """Make an answerer over articles given as (outlet, published, text)."""

    def make(*articles: tuple[str, str, str], names: str = "", **options) -> Answerer:
        tables = []
        for number, (outlet, published, text) in enumerate(articles):
            (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
            tables.append(
                f'[[article]]\nfile = "{number}.txt"\noutlet = "{outlet}"\npublished = {published}\n'
            )
        (tmp_path / "articles.toml").write_text("\n".join(tables), encoding="utf-8")
        if names:
            (tmp_path / "names.toml").write_text(names, encoding="utf-8")
        return answerer_of(tmp_path, older_after=timedelta(days=30), **options)

    return make


def first(answer) -> str:
    """Return the text of the first sentence an answer shows, a quote or the closest."""
    return (*answer.quotes, *answer.closest)[0].sentence.text
