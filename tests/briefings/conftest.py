"""Answerers, editors and comparers over the shipped articles, the stories and made-up corpora."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.answers.answering import Answerer, Options
from bot.answers.thesaurus import read_lexicon
from bot.briefings.comparison import Comparer
from bot.briefings.drawn_topics import topics_of
from bot.briefings.editor import Editor
from bot.corpus.loading import load
from bot.index.index import SentenceIndex

ROOT = Path(__file__).resolve().parents[2]
STORIES = {
    "summit": ROOT / "seeds",
    "bridge": ROOT / "tests/stories/harbour-bridge",
    "virus": ROOT / "tests/stories/spice-virus",
}


def answerer_of(folder: Path) -> Answerer:
    index = SentenceIndex(load(folder))
    options = Options(older_after=timedelta(days=30))
    return Answerer(index, read_lexicon(index.analyser.stem_all), options)


@pytest.fixture(scope="session")
def answerers():
    return {name: answerer_of(folder) for name, folder in STORIES.items()}


@pytest.fixture(scope="session")
def editors(answerers):
    return {name: Editor(a, topics_of(a.index)) for name, a in answerers.items()}


@pytest.fixture(scope="session")
def comparers(answerers):
    return {name: Comparer(a, topics_of(a.index)) for name, a in answerers.items()}


@pytest.fixture(params=STORIES)
def editor(editors, request):
    """The editor of each story in turn."""
    return editors[request.param]


@pytest.fixture
def made(tmp_path):
    """Make an answerer over articles given as (outlet, published, text), and topics if given."""

    def make(*articles, names="", topics=""):
        tables = []
        for number, (outlet, published, text) in enumerate(articles):
            (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
            tables.append(
                f'[[article]]\nfile = "{number}.txt"\noutlet = "{outlet}"\npublished = {published}\n'
            )
        (tmp_path / "articles.toml").write_text("\n".join(tables), encoding="utf-8")
        for file, text in (("names.toml", names), ("topics.toml", topics)):
            if text:
                (tmp_path / file).write_text(text, encoding="utf-8")
        return answerer_of(tmp_path)

    return make
