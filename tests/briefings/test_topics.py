"""Topics: read from their file with clear errors, found by name, drawn where there is no file."""

import pytest

from bot.briefings.drawn_topics import drawn_topics, topics_of
from bot.briefings.topics import (
    Topic,
    UnknownTopicError,
    find_topic,
    read_topics,
)
from bot.corpus.errors import CorpusError

GOOD = '[[topic]]\nname = "Why Kim"\nquestions = ["Why?"]\n'


def faults(tmp_path, text):
    (tmp_path / "topics.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        read_topics(tmp_path)
    return [str(problem) for problem in caught.value.problems]


def test_topics_keep_the_order_of_the_file(tmp_path):
    second = GOOD.replace("Why Kim", "Agenda")
    (tmp_path / "topics.toml").write_text(GOOD + second, encoding="utf-8")
    assert read_topics(tmp_path) == (Topic("Why Kim", ("Why?",)), Topic("Agenda", ("Why?",)))


def test_a_folder_may_do_without_the_file(tmp_path):
    assert read_topics(tmp_path) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[topic]]\nquestions = ["Why?"]\n', ["topics.toml, topic 1, field name: is missing"]),
        ('[[topic]]\nname = "A"\n', ["topic 1 (A), field questions: is missing"]),
        ('[[topic]]\nname = "A"\nquestions = []\n', ["topic 1 (A), field questions"]),
        ('[[topic]]\nname = "A"\nquestions = [""]\n', ["topic 1 (A), field questions", "is empty"]),
        (GOOD + "colour = 1\n", ["field colour: is not a known key"]),
        (GOOD + GOOD, ["topic 2 (Why Kim), field name", "is topic 1 already"]),
        (GOOD + GOOD.replace("Why Kim", "why  kim"), ["is topic 1 already"]),
        (GOOD.replace('["Why?"]', '["Why?", "Why?"]'), ["field questions: 'Why?' stands twice"]),
        (GOOD.replace("Why Kim", "?!"), ["field name", "has no letter"]),
        ("topic = 3\n", ["topics.toml, field topic"]),
        (GOOD.replace("[[topic]]", "[topic]"), ["field topic: is not a list", "[[topic]]"]),
        (GOOD.replace('["Why?"]', '"Why?"'), ["topic 1 (Why Kim), field questions: is not a list"]),
        (GOOD.replace('"Why Kim"', "3"), ["topic 1, field name: ", "string"]),
        ("", ["topics.toml, field topic: is missing"]),
        ("[[topic]\n", ["topics.toml, line 1"]),
    ],
)
def test_a_fault_is_told_with_file_field_and_cure(tmp_path, text, said):
    told = faults(tmp_path, text)
    assert told
    assert all(problem.startswith("topics.toml") for problem in told)
    assert all(part in " | ".join(told) for part in said), told
    assert all(". " in problem for problem in told), "no cure"


TOPICS = (Topic("Why Kim", ("?",)), Topic("Why Putin", ("?",)), Topic("Why", ("?",)))


@pytest.mark.parametrize(
    ("name", "found"), [("why kim", 0), ("PUTIN", 1), ("Why", 2), (" kim? ", 0)]
)
def test_a_topic_is_found_by_its_name_or_by_words_of_it_alone(name, found):
    assert find_topic(name, TOPICS) is TOPICS[found]


@pytest.mark.parametrize("name", ["", "?", "trade", "why trump"])
def test_an_unknown_topic_is_told_which_there_are(name):
    with pytest.raises(UnknownTopicError, match="Why Kim, Why Putin, Why"):
        find_topic(name, TOPICS)


def test_written_topics_go_before_drawn_ones(answerers):
    assert [t.name for t in topics_of(answerers["bridge"].index)][:2] == [
        "The closure",
        "The accident",
    ]
    assert not any(topic.drawn for topic in topics_of(answerers["bridge"].index))


def test_without_a_file_topics_are_what_the_articles_have_in_common(answerers):
    topics = topics_of(answerers["virus"].index)
    assert topics
    assert all(topic.drawn for topic in topics)
    names = " ".join(topic.name for topic in topics)
    assert "Pepper" in names
    assert "Virus" in names


def test_drawn_topics_are_of_terms_that_several_articles_hold(answerers):
    index = answerers["virus"].index
    for topic in drawn_topics(index):
        keys = index.analyser.analyse(topic.name).content
        found = index.holders(keys)
        assert len({index.sentences[at].article for at in found}) > 1, topic
