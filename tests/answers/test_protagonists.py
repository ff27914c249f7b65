"""Questions that say no more than "they" of the two people whom a story is about."""

import pytest

from tests.answers.conftest import first

NAMES = "".join(
    f'[[person]]\nname = "{name}"\naliases = ["{name.split()[1]}"]\n'
    for name in ("Ana Brook", "Carl Dunn", "Eva Fisk")
)
PAIR = (
    "Brook and Dunn will meet in Lund next week. Dunn said Brook would bring a gift."
    " Brook is expected to ask Dunn for ships. Fisk will meet farmers in Ghent. It rained."
)
APART = (
    "Brook will meet farmers in Lund. Dunn will meet farmers in Ghent. Brook sleeps. Dunn reads."
)


@pytest.mark.parametrize(
    "question", ["Where will they meet?", "where do they meet", "Where will the two leaders meet?"]
)
def test_they_are_the_pair_most_spoken_of(made, question):
    answer = made(("Post", "2020-01-02", PAIR), names=NAMES).ask(question)
    assert "Lund" in first(answer)
    assert "Taking it to be about Ana Brook and Carl Dunn." in answer.notes


@pytest.mark.parametrize("question", ["Where will Fisk meet them?", "Where is Lund on their map?"])
def test_who_names_someone_means_them(made, question):
    answer = made(("Post", "2020-01-02", PAIR), names=NAMES).ask(question)
    assert not any("Taking it" in note for note in answer.notes)


def test_two_people_seldom_spoken_of_together_are_no_pair(made):
    answer = made(("Post", "2020-01-02", APART), names=NAMES).ask("Where will they meet?")
    assert not any("Taking it" in note for note in answer.notes)


def test_their_meeting_is_that_of_both(made):
    answer = made(("Post", "2020-01-02", PAIR), names=NAMES).ask("Where is their meeting?")
    assert "Lund" in first(answer)


def test_words_that_name_the_outlet_given_are_no_part_of_the_question(made):
    answerer = made(("Post", "2020-01-02", PAIR), ("Globe", "2020-01-02", "It rained."))
    plain = answerer.ask("Where will Brook and Dunn meet?", "Post")
    told = answerer.ask("According to the Post, where will Brook and Dunn meet?", "Post")
    assert told.confidence == plain.confidence


def test_a_word_that_is_an_outlet_stands_in_all_of_its_articles(made):
    text = "The ships are old, Fisk said. It rained in the hills. Shops shut at noon."
    answerer = made(("Globe", "2020-01-02", text), ("Post", "2020-01-02", PAIR), names=NAMES)
    named = answerer.ask("What did Fisk tell Globe of the ships?").confidence
    unknown = answerer.ask("What did Fisk tell Bugle of the ships?").confidence
    assert named > unknown
