"""The five seeds, indexed once, and the real questions asked about them."""

import json
from pathlib import Path

import pytest

from bot.corpus.loading import load
from bot.index.index import SentenceIndex
from bot.settings import shipped_seeds

QUESTIONS = Path(__file__).parents[1] / "questions" / "summit.jsonl"


@pytest.fixture(scope="session")
def index():
    return SentenceIndex(load(shipped_seeds()))


@pytest.fixture(scope="session")
def analyser(index):
    return index.analyser


@pytest.fixture(scope="session")
def questions():
    lines = QUESTIONS.read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["question"] for line in lines]
