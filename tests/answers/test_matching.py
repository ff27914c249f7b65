"""What the index alone tells of candidates is what reading them tells."""

import json

import pytest

from bot.answers.matching import covered, matches
from bot.answers.ranking import Ranker
from tests.answers.conftest import ROOT

LINES = (ROOT / "tests/questions/summit.jsonl").read_text(encoding="utf-8").splitlines()
ASKED = [json.loads(line)["question"] for line in LINES[::4]]
ASKED.append("What will Putin tell Bloomberg about the Washington Post?")


def holds(words, profile):
    """Tell whether a sentence that was read holds one of some words or phrases."""
    return bool(words.single & profile.keys) or any(map(profile.says, words.phrases))


@pytest.mark.parametrize("text", ASKED)
def test_what_is_covered_is_what_stands_in_the_sentences(summit, text):
    profiles = summit._profiles
    question, _ = summit._understand(text)
    positions = range(len(summit.index.sentences))
    columns = covered(question, matches(question, positions, profiles), positions)
    for at in positions:
        profile = profiles.of(at)
        coverage = soft = related = 0.0
        for unit in question.units:
            article = profile.sentence.article
            told = (unit.name or unit.capital) and article in profiles.published(unit.key)
            if unit.key in profile.keys or told:
                coverage += unit.weight
            elif holds(unit.others, profile):
                soft += unit.weight
            elif holds(unit.related, profile):
                related += unit.weight
        whole = question.weight or 1.0
        told = tuple(columns[name][at] for name in ("coverage", "soft", "related"))
        assert told == pytest.approx((coverage / whole, soft / whole, related / whole))


def test_what_an_outlet_tells_is_told_by_it_and_by_no_other_word_for_its_name(made):
    article = ("Envoy", "2024-05-01", "The ambassador left Lund on Friday.\n\nIt rained there.")
    answerer = made(article, ("The Crier", "2024-05-02", "An ambassador came back to Lund."))
    question, _ = answerer._understand("What does Envoy tell of Lund?")
    (unit,) = (found for found in matches(question, range(3), answerer._profiles) if found.told)
    assert (unit.here, unit.told, unit.soft) == (set(), {0, 1}, {2})


def test_the_best_are_among_those_that_are_read(summit):
    some, every = Ranker(summit._profiles), Ranker(summit._profiles, keep=10**6)
    same = 0
    for text in ASKED:
        question, _ = summit._understand(text)
        few, all_read = (ranker.rank(question, summit.within()) for ranker in (some, every))
        assert len(few) <= 14
        same += [one.position for one in few[:3]] == [one.position for one in all_read[:3]]
    assert same >= 0.97 * len(ASKED)
