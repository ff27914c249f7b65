"""Other words, other spellings, slips of the finger."""

import pytest

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


def test_the_shipped_lists_are_whole_and_every_line_is_a_group():
    analyser = Analyser()
    lexicon = read_lexicon(analyser.stem_all)
    for thesaurus in (lexicon.synonyms, lexicon.related):
        groups = [thesaurus._group(number) for number in range(len(thesaurus._lines))]
        assert len(groups) > 1000
        assert all(len(set(group)) > 1 or len(group) > 1 for group in groups)
    for word, other in (("border", "frontier"), ("envoy", "ambassador"), ("cancel", "call off")):
        assert stems(analyser, other) in lexicon.synonyms.others(stems(analyser, word))


def test_few_links_are_lost_by_reading_lines_only_when_needed():
    analyser = Analyser()
    lost = every = 0
    for thesaurus in (
        read_lexicon(analyser.stem_all).synonyms,
        read_lexicon(analyser.stem_all).related,
    ):
        whole: dict = {}
        for number in range(len(thesaurus._lines)):
            group = thesaurus._group(number)
            for member in group:
                whole.setdefault(member, set()).update(o for o in group if o != member)
        every += len(whole)
        lost += sum(set(thesaurus.others(member)) != found for member, found in whole.items())
    assert lost < 0.01 * every


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
