"""A corpus is answered from alike, whether it counts as small or as large."""

import json
from dataclasses import replace

import pytest

from bot.corpus.loading import load
from bot.index import bm25
from tests.answers.conftest import ROOT, answerer_of

QUESTIONS = ROOT / "tests/questions/summit.jsonl"


def answers(answerer, **asked):
    lines = QUESTIONS.read_text(encoding="utf-8").splitlines()
    return [answerer.ask(json.loads(line)["question"], **asked) for line in lines[::3]]


def shown(answer):
    """All of an answer's quotes, without the articles, which hold their sentences otherwise."""
    return [replace(quote, article=quote.article.id) for quote in (*answer.quotes, *answer.closest)]


@pytest.mark.parametrize("compiled", [False, True])
def test_the_ways_of_large_corpora_give_the_same_answers(summit, monkeypatch, compiled):
    if compiled:
        pytest.importorskip("numba")
    outlet = summit.corpus.outlets[0]
    expected = answers(summit), answers(summit, outlet=outlet)
    for limit in (
        "bot.index.groups._SMALL",
        "bot.index.bm25._SMALL",
        "bot.index.postings._LARGE",
    ):
        monkeypatch.setattr(limit, 0)
    for limit in ("bot.corpus.loading.MANY", "bot.corpus.article.MANY"):
        monkeypatch.setattr(limit, 10)
    monkeypatch.setattr(bm25, "_LARGE", 0 if compiled else 10**9)
    large = answerer_of(ROOT / "seeds")
    assert not isinstance(load(ROOT / "seeds").sentences, tuple)
    for found, whole in zip((answers(large), answers(large, outlet=outlet)), expected, strict=True):
        for one, other in zip(found, whole, strict=True):
            assert shown(one) == shown(other)
            assert one.notes == other.notes
            assert one.confidence == pytest.approx(other.confidence)
