"""Who is who: which one is meant, the role in the articles' words, mentions, company."""

from datetime import date

import pytest

from bot.briefings.people import who


def ask(answerer, name, as_of=None):
    return who(name, answerer.index, answerer.within(as_of=as_of))


def test_a_name_that_several_bear_asks_which(answerers):
    found = ask(answerers["summit"], "kim")
    assert found.person is None
    assert found.choices == ("Kim Jong Un", "Kim Jong Il", "Kim Il Sung", "Kim Chang-son")
    assert ask(answerers["bridge"], "Halloway").choices == ("Anders Halloway", "Ingrid Halloway")


def test_a_whole_name_means_one_and_warns_of_the_others(answerers):
    found = ask(answerers["bridge"], "Tollan")
    assert found.person.name.name == "Tollan"
    assert found.choices == ("Edwin Tollan", "Tollan Group")
    assert ask(answerers["summit"], "Kim Jong Il").choices == ()


@pytest.mark.parametrize("name", ["Mr. Kim", "Kim Jong-un", "KIM JONG UN", "Chairman Kim", "KJU"])
def test_any_spelling_finds_its_bearer(answerers, name):
    assert ask(answerers["summit"], name).person.name.name == "Kim Jong Un"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Lankov", "a North Korea expert and professor at Kookmin University"),
        ("Peskov", "Kremlin spokesman Dmitry Peskov"),
        ("Kim Chang-son", "a chief aide to Mr. Kim"),
        ("Kolokoltsev", "Russian Interior Minister Vladimir Kolokoltsev"),
        ("Biegun", "special representative to Pyongyang, Stephen Biegun"),
        ("Xi", "Chinese President Xi Jinping"),
        ("Matsegora", "Russian ambassador to North Korea, Alexander Matsegora"),
    ],
)
def test_the_role_is_told_in_the_words_of_an_article(answerers, name, words):
    assert words in ask(answerers["summit"], name).person.role.sentence.text


def test_a_role_asks_for_its_holder(answerers):
    found = ask(answerers["summit"], "who is the Kremlin's spokesman?")
    assert found.person.name.name == "Dmitry Peskov"


def test_mentions_are_by_outlet_and_of_nobody_else(answerers):
    person = ask(answerers["summit"], "Kim Jong Il").person
    assert [item.outlet for item in person.mentions] == ["Bloomberg"]
    shown = [quote.sentence.text for quote in person.quotes]
    assert any("The elder Kim visited Russia three times" in text for text in shown)
    assert not any("Feb. 28" in text for text in shown)


def test_every_mention_is_highlighted_where_it_stands(answerers):
    for name in ("Putin", "Trump", "Kim Jong Un"):
        for quote in ask(answerers["summit"], name).person.quotes:
            assert quote.highlights
            for start, end in quote.highlights:
                spelled = quote.sentence.text[start:end]
                assert any(part in spelled for part in name.split()) or "leader" in spelled.lower()


def test_company_is_counted_by_sentences(answerers):
    together = dict(ask(answerers["summit"], "Moon Jae-in").person.together)
    assert together == {"Donald Trump": 2, "Xi Jinping": 2, "Kim Jong Un": 1}


def test_nobody_is_somebody_else(answerers):
    for name in ("Napoleon", "", "?!"):
        found = ask(answerers["summit"], name)
        assert (found.person, found.choices) == (None, ())


def test_only_what_was_published_by_then_is_told(answerers):
    person = ask(answerers["summit"], "Putin", date(2018, 12, 1)).person
    assert [item.outlet for item in person.mentions] == ["The Diplomat"]
    assert ask(answerers["summit"], "Lankov", date(2018, 12, 1)).person.quotes == ()


def test_a_story_without_names_knows_nobody(answerers):
    assert ask(answerers["virus"], "Casparin").person is None
