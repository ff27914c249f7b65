"""A selection keeps its bounds and says nothing twice, whatever it may choose from."""

from collections import Counter
from contextlib import suppress
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.answer import Quote
from bot.briefings.material import Line, novelty, overlap
from bot.briefings.people import who
from bot.briefings.selection import LONG, SAME, Wish, balanced, select
from bot.briefings.topics import Topic, UnknownTopicError, find_topic
from bot.corpus.article import Article, Kind, Sentence, pack


def line(number, outlet, words, terms):
    text = " ".join(f"w{n}" for n in range(words))
    sentence = Sentence(outlet, outlet, 0, len(text), Kind.BODY, 1, number, text)
    article = Article(outlet, outlet, outlet, pack(text), (sentence,))
    concepts = dict.fromkeys(terms, 1.0)
    return Line(Quote(sentence, article, 1.0), words, concepts, sum(concepts.values()), 1.0)


@st.composite
def wishes(draw):
    found = []
    for number in range(draw(st.integers(0, 25))):
        outlet = draw(st.sampled_from("abcd"))
        terms = draw(st.frozensets(st.sampled_from("klmnopqrstuvwxyz"), min_size=1, max_size=8))
        one = line(number, outlet, draw(st.integers(3, 60)), terms)
        topic = draw(st.integers(0, 3))
        question = f"{topic}?{draw(st.integers(0, 2))}"
        found.append(Wish(topic, question, one, draw(st.floats(0.1, 1))))
    return found


@given(wishes(), st.integers(0, 300), st.integers(1, 3))
def test_bounds_are_kept_whatever_there_is(found, words, a_topic):
    chosen = select(found, [], words, a_topic)
    lines = [one for _, one in chosen]
    assert sum(one.words for one in lines) <= words
    assert max(Counter(topic for topic, _ in chosen).values(), default=0) <= a_topic
    assert all(overlap(a, b) <= SAME for a, b in combinations(lines, 2))
    outlets = Counter(one.outlet for one in lines)
    few = len(lines) < 3 or len(outlets) == 1
    if len({wish.line.outlet for wish in found}) > 2 and not few:
        assert max(outlets.values()) <= 0.4 * len(lines)
    assert lines or all(wish.line.words > words for wish in found)


def test_where_few_say_something_of_their_own_each_gets_a_line():
    said = [line(1, "a", 10, "klm"), line(2, "b", 10, "klm"), line(3, "c", 10, "opq")]
    more = [line(4, "a", 10, "rst"), line(5, "a", 10, "uvw")]
    found = [Wish(0, f"{at}?", one, 1.0) for at, one in enumerate([*said, *more])]
    assert Counter(one.outlet for _, one in select(found, [], 500, 9)) == {"a": 1, "c": 1}
    own = [Wish(0, f"{at}?", one, 1.0) for at, one in enumerate([*said[:2], *more])]
    assert {one.outlet for _, one in select(own, [], 500, 9)} == {"a"}
    assert len(select(own, [], 500, 9)) == 3


@given(wishes())
def test_each_topic_gets_a_line_before_any_gets_two(found):
    chosen = [topic for topic, _ in select(found, [], 10_000, 3)]
    seconds = [at for at, topic in enumerate(chosen) if topic in chosen[:at]]
    if seconds:
        assert len(set(chosen[: seconds[0]])) == seconds[0]


@given(wishes())
def test_what_is_chosen_first_stays(found):
    lead = line(99, "a", 20, "kl")
    assert select(found, [(-1, lead)], 60, 2)[0] == (-1, lead)


def test_a_shorter_line_is_taken_where_there_is_one():
    long, short = line(1, "a", LONG + 1, "klmnopq"), line(2, "a", LONG, "rst")
    found = [Wish(0, "?", long, 1.0), Wish(0, "?", short, 0.6)]
    assert select(found, [], 500, 1) == [(0, short)]
    assert select(found[:1], [], 500, 1) == [(0, long)]


def test_the_shortest_of_long_lines_is_taken_where_none_shorter_answers_the_question():
    other = Wish(0, "who?", line(1, "a", 10, "k"), 1.0)
    long = Wish(0, "why?", line(2, "a", LONG + 3, "lmnopqrs"), 1.0)
    longer = Wish(0, "why?", line(3, "a", LONG + 4, "lmnopqrstuv"), 1.0)
    assert select([other, longer, long], [], 500, 1) == [(0, long.line)]
    hardly = replace(other, question="why?", relevance=0.5)
    assert select([hardly, longer, long], [], 500, 1) == [(0, long.line)]
    well = replace(other, question="why?", relevance=0.7)
    assert select([well, longer, long], [], 500, 1) == [(0, well.line)]
    leaning = replace(well, line=replace(well.line, leans=True))
    assert select([leaning, longer, long], [], 500, 1) == [(0, long.line)]


def test_a_line_twice_as_long_is_no_choice_beside_a_shorter_one():
    other = Wish(0, "who?", line(1, "a", 10, "k"), 1.0)
    endless = Wish(0, "why?", line(2, "a", 2 * LONG, "lmnopqrstuvwxyz"), 1.0)
    assert select([other, endless], [], 500, 1) == [(0, other.line)]


def test_a_line_stands_under_the_topic_that_it_answers_best():
    rich, poor = line(1, "a", 10, "klmnop"), line(2, "b", 10, "qr")
    found = [Wish(0, "who?", rich, 0.7), Wish(0, "who?", poor, 0.7), Wish(1, "why?", rich, 1.0)]
    assert select(found, [], 500, 1) == [(0, poor), (1, rich)]
    assert select([found[0], found[2]], [], 500, 1) == [(0, rich)]


def test_a_second_line_answers_another_question_rather_than_the_same():
    first = Wish(0, "when?", line(1, "a", 10, "klmn"), 1.0)
    again = Wish(0, "when?", line(2, "a", 10, "opqr"), 1.0)
    other = Wish(0, "where?", line(3, "a", 10, "stuv"), 0.8)
    assert [one for _, one in select([first, again, other], [], 500, 2)][1] == other.line


def test_what_is_covered_is_not_new():
    one = line(1, "a", 10, "klmn")
    assert novelty(one, {"k": 1.0, "l": 1.0}) == pytest.approx(0.5)
    assert overlap(one, line(2, "b", 10, "klxy")) == pytest.approx(0.5)


def test_shares_are_weighed_by_how_many_outlets_there_are():
    def quotes(outlets):
        return [line(n, outlet, 5, "k").quote for n, outlet in enumerate(outlets)]

    assert balanced(quotes("aaa"))
    assert balanced(quotes("aaabb"))
    assert not balanced(quotes("aaab"))
    assert balanced(quotes("aabbc"))
    assert not balanced(quotes("aaabc"))
    assert balanced([])


@given(st.text(max_size=60))
def test_no_text_breaks_the_search_for_a_topic_or_a_name(text):
    topics = (Topic("Why Kim", ("?",)), Topic("Agenda", ("?",)))
    with suppress(UnknownTopicError):
        assert find_topic(text, topics) in topics


@given(st.text(max_size=40) | st.sampled_from(["Kim Putin Trump", "the leader of North Korea"]))
def test_any_name_may_be_asked_for(answerers, text):
    answerer = answerers["summit"]
    found = who(text, answerer.index, answerer.within())
    assert found.asked == text
    if found.person:
        assert found.person.name.name not in found.choices


def test_a_line_that_leans_on_the_one_before_is_no_second_line():
    first = Wish(0, "when?", line(1, "a", 10, "klmn"), 1.0)
    leaning = Wish(0, "where?", replace(line(2, "a", 10, "opqr"), leans=True), 1.0)
    assert [one for _, one in select([first, leaning], [], 500, 2)] == [first.line]
    assert [one for _, one in select([leaning], [], 500, 2)] == [leaning.line]
