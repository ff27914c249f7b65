"""One answerer serves many threads at once and gives each the answer it gives alone."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.answers.conftest import ROOT, answerer_of

QUESTIONS = [
    "Where will Kim and Putin meet?",
    "Who is Kim Jong Un?",
    "When will the sumit take place?",
    "What was agreed about sanctions and denuclearisation?",
    "What does Bloomberg say about the visit?",
    "How did they travel to Vladivostok?",
    "What is the best recipe for pancakes?",
]


@pytest.fixture
def impatient():
    """Let threads take turns as often as Python can."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("impatient")
def test_answers_in_threads_are_the_answers_of_one(answerer):
    alone = [answerer.ask(question) for question in QUESTIONS]
    # A fresh one has everything still to work out, all at the same time.
    fresh = answerer_of(ROOT / "seeds")
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(fresh.ask, QUESTIONS * 12))
    for at, answer in enumerate(together):
        assert answer == alone[at % len(QUESTIONS)]
