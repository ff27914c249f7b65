"""Other words, other spellings, slips of the finger."""

import sys
from importlib.resources import files
from threading import Thread

import pytest

from bot.answers.signs import asks_about_past, has_reason
from bot.answers.thesaurus import Thesaurus, read_lexicon
from bot.index.analysis import Analyser
from tests.answers.conftest import first


def stems(analyser, text):
    return tuple(analyser.stem(word) for word in text.split())


def test_a_group_links_its_members_and_no_others():
    analyser = Analyser()
    thesaurus = Thesaurus("# Travel\ncall off, cancel, scrap\n\ntrip, journey\n", analyser.stem_all)
    found = set(thesaurus.others(stems(analyser, "cancelled")))
    assert found == {stems(analyser, "call off"), stems(analyser, "scrap")}
    assert thesaurus.others(("unheard",)) == ()


def test_a_phrase_of_the_question_is_looked_up_as_a_whole():
    analyser = Analyser()
    thesaurus = Thesaurus("call off, cancel, scrap", analyser.stem_all)
    keys = analyser.analyse("was the visit called off").keys
    found = thesaurus.others_in(keys)
    assert ("cancel",) in found[keys.index("call")]
    assert found[keys.index("visit")] == ()


def test_a_verb_may_stand_apart_from_what_goes_with_it():
    analyser = Analyser()
    thesaurus = Thesaurus("send home, repatriate\nhome, house", analyser.stem_all)
    keys = analyser.analyse("Will Elmer send the island workers home?").keys
    found = thesaurus.others_in(keys)
    assert found[keys.index("send")] == (stems(analyser, "repatriate"),)
    assert found[keys.index("home")] == (("hous",),)
    far = analyser.analyse("Did they send a letter that no one who was there saw home?").keys
    assert thesaurus.others_in(far)[far.index("send")] == ()


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("line", ["drag feet, stall", "drag the feet, stall"])
@pytest.mark.parametrize("question", ["Who dragged his feet?", "Who dragged feet?"])
def test_a_phrase_has_articles_and_possessives_or_not(line, question, whole):
    analyser = Analyser()
    thesaurus = Thesaurus(line, analyser.stem_all)
    if whole:
        thesaurus.read_all()
    keys = analyser.analyse(question).keys
    assert ("stall",) in thesaurus.others_in(keys)[keys.index("drag")]


def test_a_single_word_keeps_its_article():
    thesaurus = Thesaurus("a day, daily", Analyser().stem_all)
    assert thesaurus.others(("a", "day")) == (("daili",),)
    assert thesaurus.others(("day",)) == ()


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("lose life", True),
        ("lose his life", True),
        ("lose her life", True),
        ("life a day", True),
        ("a day", True),
        ("the day", False),
        ("mayor life", False),
        ("life lose", False),
    ],
)
def test_a_sentence_has_possessives_within_a_phrase_or_not(made, phrase, said):
    profile = made(("Post", "2020-01-02", "The mayor lost his life a day later."))._profiles.of(0)
    assert profile.says(phrase.split()) is said


def test_a_phrase_of_words_that_tell_nothing_alone_is_looked_up(made):
    told = "Ada Moor is the mediator of the dockers and the king."
    other = "Ada Moor is the gardener of the dockers and the king."
    for text in (f"{told} {other}", f"{other} {told}"):
        answerer = made(("Post", "2020-01-02", f"{text} Rain fell. A band played in the park."))
        assert first(answerer.ask("Is Moor the go-between of the dockers and the king?")) == told


def test_forms_of_such_words_are_the_same_in_a_phrase(made):
    told = "In Lund the singers got together."
    other = "In Lund the singers were well."
    for text in (f"{told} {other}", f"{other} {told}"):
        answerer = made(("Post", "2020-01-02", f"{text} Rain fell. A band played in the park."))
        assert first(answerer.ask("Did the singers assemble in Lund?")) == told


@pytest.mark.parametrize(
    ("question", "past"),
    [
        ("What came of the talks?", True),
        ("Which envoy promised help?", True),
        ("Who leads the talks?", False),
        ("What is needed?", False),
    ],
)
def test_a_verb_in_the_past_behind_the_question_word_asks_what_has_been(question, past):
    assert asks_about_past(question) is past


def test_the_first_of_a_line_with_a_colon_stands_for_each_of_the_others():
    analyser = Analyser()
    for whole in (False, True):
        thesaurus = Thesaurus("# Travel\nvehicle: car, fire engine", analyser.stem_all)
        if whole:
            thesaurus.read_all()
        car, engine, vehicle = (stems(analyser, w) for w in ("car", "fire engine", "vehicle"))
        assert thesaurus.others(vehicle) == (car, engine)
        assert thesaurus.others(car) == thesaurus.others(engine) == (vehicle,)
        assert thesaurus.others(stems(analyser, "travel")) == ()


def shipped(analyser: Analyser, name: str) -> list[list[tuple[str, ...]]]:
    """Every line of a word list in stems, read as plainly as can be."""
    text = (files("bot.answers") / name).read_text(encoding="utf-8").replace("-", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [[stems(analyser, m) for m in line.replace(":", ",").split(",")] for line in lines]


@pytest.mark.parametrize("name", ["thesaurus.txt", "related.txt"])
def test_every_line_of_the_shipped_lists_says_something(name):
    lines = shipped(Analyser(), name)
    assert len(lines) > 4000
    assert all(len(line) > 1 and all(line) for line in lines)


def test_the_shipped_lists_know_other_words():
    analyser = Analyser()
    lexicon = read_lexicon(analyser.stem_all)
    for word, other in (("border", "frontier"), ("envoy", "ambassador"), ("cancel", "call off")):
        assert stems(analyser, other) in lexicon.synonyms.others(stems(analyser, word))


def test_few_links_are_lost_by_reading_lines_only_when_needed():
    analyser = Analyser()
    when_needed, at_once = read_lexicon(analyser.stem_all), read_lexicon(analyser.stem_all)
    members = {member for line in shipped(analyser, "thesaurus.txt") for member in line}
    at_once.synonyms.read_all()
    lost = [m for m in members if when_needed.synonyms.others(m) != at_once.synonyms.others(m)]
    assert len(lost) < 0.01 * len(members)


def test_words_are_found_while_the_lists_are_read_at_once():
    analyser = Analyser()
    stem_all = analyser.stem_all
    (word,) = stems(analyser, "envoy")
    lexicon = read_lexicon(stem_all)
    found = {lexicon.synonyms.others_in([word])[0]}
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for reading in [Thread(target=lexicon.synonyms.read_all) for _ in range(3)]:
            reading.start()
            while reading.is_alive():
                found.add(lexicon.synonyms.others_in([word])[0])
            reading.join()
    finally:
        sys.setswitchinterval(before)
    assert len(found) == 1


def test_another_word_finds_the_sentence(made):
    answerer = made(
        (
            "Post",
            "2020-01-02",
            "The ministers cancelled the journey on Monday. The weather was fine. A dog barked."
            " Nobody at the harbour knew why. Shops stayed shut in the old town.",
        )
    )
    assert first(answerer.ask("Who called off the trip?")).startswith("The ministers cancelled")


@pytest.mark.parametrize(
    ("typed", "meant"), [("Vladivostock", "Vladivostok"), ("sumit", "summit"), ("Pompao", "Pompeo")]
)
def test_a_slip_is_put_right_and_shown(summit, typed, meant):
    answer = summit.ask(f"What do the articles say about {typed}?")
    assert f"Searching for {meant}, not {typed}." in answer.notes


@pytest.mark.parametrize("word", ["Berlin", "Shoigu", "cost", "gifts", "Japan", "warheads"])
def test_words_that_are_only_unheard_of_are_left_alone(summit, word):
    answer = summit.ask(f"What about the {word}?")
    assert not any(note.startswith("Searching") for note in answer.notes)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Where will Kim Jong-un and Putin meet?", "WHERE WILL KIM JONG UN AND PUTIN MEET"),
        ("what is happening with north korean labourers", "What is happening with DPRK laborers?"),
        ("When did Kim Jong Il meet Medvedev?", "when did kim jong-il meet medvedev"),
    ],
)
def test_spelling_case_and_aliases_do_not_matter(summit, one, other):
    assert first(summit.ask(one)) == first(summit.ask(other))


@pytest.mark.parametrize("question", ["who was kims grandfather", "who's kims grandfather?"])
def test_a_possessive_without_its_apostrophe_is_put_right(summit, question):
    answer = summit.ask(question)
    assert "Searching for kim's, not kims." in answer.notes
    assert "Kim Il Sung" in first(answer)


def test_a_word_is_put_right_in_a_question_put_in_other_words(summit):
    answer = summit.ask("where's vladivostock")
    assert "Searching for vladivostok, not vladivostock." in answer.notes
    assert "Vladivostok" in first(answer)


def test_words_that_stand_in_talk_of_anything_do_not_decide(made):
    story = (
        "Good things take a lot of time, the guide said. The pier will be repaired in May."
        " The council sees no problem with the beach. It rained. Shops shut at noon."
    )
    answerer = made(("Post", "2020-05-01", story))
    answer = answerer.ask("Is it a lot of trouble, good or bad, to get the pier mended?")
    assert first(answer) == "The pier will be repaired in May."


def test_since_a_time_is_no_reason():
    assert not has_reason("It was the first test since the talks of February.")
    assert has_reason("The pier was shut, since it leaned.")
    assert has_reason("The storm was a major factor in the delay.")


def test_a_verb_with_its_particle_is_met_with_it_alone(made):
    story = (
        "Talks took place in March, said Ada Moor, who will take a year off in 2021."
        " Moor, who left school at twelve, took over in May 2019 from her aunt. It rained."
    )
    answer = made(("Post", "2020-05-01", story)).ask("When did Moor take over?")
    assert first(answer).startswith("Moor, who left")
