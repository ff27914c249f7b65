"""Names and aliases: one term each, the longest first, never mixed up."""

import pytest

from bot.corpus.names import Name, NameKind
from bot.index.analysis import Analyser

KIM, IL, SUNG = "Kim Jong Un", "Kim Jong Il", "Kim Il Sung"


@pytest.fixture
def named(analyser):
    """The names in a text, in order; loose ones only if asked for."""

    def find(text, loose=False):
        return [m.name.name for m in analyser.analyse(text).mentions if loose or not m.loose]

    return find


@pytest.mark.parametrize(
    "text",
    ["Kim Jong Un", "Kim Jong-un", "Kim Jong-Un", "kim jong un", "KIM JONG UN", "Kim Jong‑un's",
     "Kim", "kim", "Kim's", "Mr. Kim", "Mr Kim’s", "Chairman Kim"],
)  # fmt: skip
def test_spellings_of_one_person(named, text):
    assert named(text) == [KIM]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kim Jong Il", IL),
        ("Kim Jong-il's visit in 2011", IL),
        ("kim jong il", IL),
        ("Kim Il Sung", SUNG),
        ("Kim Il-sung’s", SUNG),
        ("Kim's father", IL),
        ("Kim Jong Un's father", IL),
        ("Kim Chang-son", "Kim Chang-son"),
        ("Dmitry Medvedev", "Dmitry Medvedev"),
        ("Vladimir Kolokoltsev", "Vladimir Kolokoltsev"),
    ],
)
def test_the_longest_spelling_wins(named, text, name):
    assert named(text) == [name]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the North Harbour Company sells boats", ["Harbour Company"]),
        ("the North sells boats", ["Norland"]),
        ("boats of the Norlandish fleet", ["Norland"]),
    ],
)
def test_a_longer_name_that_begins_within_another_wins(text, found):
    names = [
        Name("Norland", NameKind.PLACE, aliases=("the North", "Norlandish")),
        Name("Harbour Company", NameKind.ORGANISATION, aliases=("North Harbour Company",)),
    ]
    assert [m.name.name for m in Analyser(names).analyse(text).mentions][:1] == found


def test_names_side_by_side_stay_apart(named):
    assert named("Kim Jong Un, son of Kim Jong Il and grandson of Kim Il Sung") == [KIM, IL, SUNG]
    assert named("Kim and Putin") == [KIM, "Vladimir Putin"]


@pytest.mark.parametrize("loose", [False, True])
def test_a_paper_named_after_a_city_is_not_the_city(named, loose):
    assert named("the Washington Post", loose=loose) == ["The Washington Post"]
    assert named("The Washington Times reports", loose=loose) == ["The Washington Times"]
    assert "United States" in named("Washington said no", loose=True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("DPRK", "North Korea"),
        ("D.P.R.K.", "North Korea"),
        ("the dprk", "North Korea"),
        ("North Korean", "North Korea"),
        ("north korea", "North Korea"),
        ("N. Korea", "North Korea"),
        ("Democratic People’s Republic of Korea", "North Korea"),
        ("South Korea", "South Korea"),
        ("Republic of Korea", "South Korea"),
        ("US", "United States"),
        ("U.S.", "United States"),
        ("us sanctions", "United States"),
        ("the USA", "United States"),
        ("American", "United States"),
        ("U.N.", "United Nations"),
        ("UN", "United Nations"),
        ("USSR", "Soviet Union"),
    ],
)
def test_aliases_mean_their_name(named, text, name):
    assert named(text) == [name]


def test_us_the_pronoun_is_no_name(named):
    assert named("Tell us about it") == []


def test_a_lower_case_word_in_a_cased_text_is_no_name(named):
    assert named("The full moon rose over Russia") == ["Russia"]
    assert "Moon Jae-in" in named("Moon went to Russia")


def test_a_question_typed_in_lower_case_still_names_people(named):
    assert named("when will kim jong un meet putin in russia") == [KIM, "Vladimir Putin", "Russia"]


def test_a_title_before_a_name_is_that_persons(named):
    found = named("Russian President Dmitry Medvedev", loose=True)
    assert "Dmitry Medvedev" in found
    assert "Vladimir Putin" not in found
    assert "Vladimir Putin" in named("the Russian president said", loose=True)


def test_every_spelling_of_the_corpus_is_found_as_its_name(index, named):
    for name in index.corpus.names.entries:
        for spelling in (name.name, *name.aliases):
            assert named(spelling) == [name.name], spelling


def test_names_are_one_term_each(analyser):
    keys = analyser.analyse("Kim Jong-un meets Vladimir Putin").content
    assert keys[0] == "@Kim Jong Un"
    assert keys[-1] == "@Vladimir Putin"
    assert len(keys) == 3


def test_without_names_every_word_is_a_term_of_its_own():
    assert Analyser().analyse("Kim Jong-un").keys == ["kim", "jong", "un"]
    assert Analyser().analyse("Kim Jong-un").mentions == ()


def test_a_spelling_without_any_word_is_passed_over():
    odd = Name("Acme", NameKind.ORGANISATION, aliases=("—", "Acme Corp."))
    mentions = Analyser([odd]).analyse("— Acme Corp. —").mentions
    assert [(mention.name.name, mention.first, mention.last) for mention in mentions] == [
        ("Acme", 0, 2)
    ]


def test_a_loose_word_keeps_its_own_meaning_beside_the_name(analyser):
    keys = analyser.analyse("Moscow agreed").keys
    assert "@Russia" in keys
    assert any(not key.startswith("@") and key.startswith("mosc") for key in keys)


@pytest.mark.parametrize("written", ["Labour Front", "Labor Front"])
@pytest.mark.parametrize("asked", ["Labour Front", "Labor Front", "the labor front"])
def test_british_and_american_spellings_of_a_name_are_the_same(written, asked):
    analyser = Analyser([Name(written, NameKind.ORGANISATION)])
    assert f"@{written}" in analyser.analyse(asked).content
