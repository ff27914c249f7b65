"""What the parts of an article are: headline, dek, body, and all that is left out."""

import pytest

from bot.corpus.article import Kind, Sentence
from bot.corpus.manifest import Entry
from bot.corpus.splitting import split

TITLE = "Council votes to mend the bridge"
DEK = "Toll plan thrown out after a debate of five hours"
LEAD = (
    "The council voted on Wednesday night to mend the bridge over the harbour rather than build a "
    "new one, after a debate of more than five hours."
)
SECOND = "About 200 people watched from the gallery, and more stood on the steps outside the hall."
SPOKEN = [
    "“We are putting new soles on a dead man’s shoes,” said Theo Brack, who leads the opposition.",
    "He voted against.",
]
THIRD = " ".join(SPOKEN)


def parts(
    *paragraphs: str, title: str | None = None, authors: tuple[str, ...] = ()
) -> tuple[Sentence, ...]:
    about = Entry(file="story.txt", outlet="The Daily Harbour", title=title, authors=authors)
    return split("\n\n".join(paragraphs), about)


def kinds(*paragraphs: str, title: str | None = None, authors: tuple[str, ...] = ()) -> list[str]:
    return [part.kind.value for part in parts(*paragraphs, title=title, authors=authors)]


def test_only_headline_dek_and_body_are_quotable() -> None:
    assert {kind.value for kind in Kind if kind.quotable} == {"headline", "dek", "body"}


def test_headline_dek_and_body() -> None:
    assert kinds(TITLE, DEK, LEAD, SECOND, title=TITLE) == ["headline", "dek", "body", "body"]
    assert kinds(TITLE, DEK, LEAD, SECOND) == ["headline", "dek", "body", "body"]
    assert kinds(TITLE, LEAD, SECOND) == ["headline", "body", "body"]
    assert kinds(LEAD, SECOND) == ["body", "body"]


@pytest.mark.parametrize("printed", [TITLE.upper(), "Council Votes To Mend The Bridge."])
def test_the_manifest_s_title_is_found_however_it_is_printed(printed: str) -> None:
    assert kinds("News", printed, LEAD, title=TITLE) == ["boilerplate", "headline", "body"]


def test_quotes_in_a_title_may_be_of_any_make() -> None:
    title = "Bridge is 'sound for another 30 years', the inspector's office says"
    printed = "Bridge is “sound for another 30 years”, the inspector’s office says"
    assert kinds(printed, LEAD, title=title) == ["headline", "body"]


def test_a_title_without_words_is_no_headline() -> None:
    assert kinds("* * *", LEAD, SECOND, title="???") == ["boilerplate", "body", "body"]


def test_a_headline_of_two_sentences_is_one() -> None:
    title = "The bridge is shut. Who is to blame?"
    assert parts(title, LEAD, title=title)[0].text == title


def test_a_slogan_of_the_page_is_not_taken_for_the_headline() -> None:
    found = parts("Independent news for everyone since 1911", TITLE, LEAD, SECOND)
    assert [p.text for p in found if p.kind is Kind.HEADLINE] == [TITLE]


def test_of_several_lines_above_the_story_the_one_that_is_repeated_is_the_headline() -> None:
    label = "All that the council voted on this Wednesday night"
    found = parts(label, TITLE, "By Wilf Sander", TITLE, LEAD, SECOND)
    assert [p.text for p in found if p.kind is Kind.HEADLINE] == [TITLE]


def test_a_headline_is_quotable_once_however_often_it_stands() -> None:
    found = kinds(TITLE, "News", TITLE, LEAD, SECOND, TITLE)
    assert found == ["headline", "boilerplate", "repeat", "body", "body", "repeat"]


@pytest.mark.parametrize(
    "dek", ["Company may go on paying its workers", "March of the diggers is far from over now"]
)
def test_a_dek_may_hold_words_that_are_months_elsewhere(dek: str) -> None:
    assert kinds(TITLE, dek, LEAD, SECOND) == ["headline", "dek", "body", "body"]


def test_a_line_that_says_when_a_picture_was_taken_is_no_dek() -> None:
    picture = "People watch from the gallery of the hall on Wednesday"
    assert "dek" not in kinds(TITLE, picture, LEAD, SECOND)


def test_a_sentence_that_stands_twice_is_quotable_once() -> None:
    found = parts(TITLE, LEAD, SECOND, LEAD)
    assert [p.kind.value for p in found] == ["headline", "body", "body", "repeat"]
    assert found[-1].why == "repeats sentence 2"


def test_short_sentences_may_stand_twice() -> None:
    assert kinds(TITLE, LEAD, "He said no.", SECOND, "He said no.").count("body") == 4


@pytest.mark.parametrize(
    "pulled",
    [
        "“We are putting new soles on a dead man’s shoes”",
        "“We are putting new soles on a dead man’s shoes.”",
        '"We are putting new soles on a dead man\'s shoes." Theo Brack, opposition leader',
        "> “We are putting new soles on a dead man’s shoes.”",
    ],
)
def test_a_pull_quote_is_not_quotable_beside_the_sentence_it_was_pulled_from(pulled: str) -> None:
    for page in ([TITLE, LEAD, pulled, SECOND, THIRD], [TITLE, LEAD, THIRD, pulled, SECOND]):
        found = parts(*page)
        held = [p.text for p in found if p.kind.quotable and "new soles" in p.text]
        assert held == SPOKEN[:1]


def test_a_pull_quote_that_stands_twice_and_nowhere_else_is_quotable_once() -> None:
    alone = "“Nobody asked the people who have to cross it every day.”"
    found = [p.text for p in parts(TITLE, LEAD, alone, SECOND, alone) if p.kind.quotable]
    assert found.count(alone) == 1


def test_a_sentence_that_quotes_again_what_was_quoted_is_quotable() -> None:
    again = "“We are putting new soles on a dead man’s shoes,” he told the crowd."
    assert again in [p.text for p in parts(TITLE, LEAD, THIRD, again, SECOND) if p.kind.quotable]


def test_a_quotation_that_stands_nowhere_else_is_quotable() -> None:
    alone = "“Nobody asked the people who have to cross it every day.”"
    assert alone in [p.text for p in parts(TITLE, LEAD, alone, SECOND) if p.kind.quotable]


@pytest.mark.parametrize(
    "heading", ["Not Isolated", "CLEAN-UP COSTS", "‘Nothing left’", "Why now?"]
)
def test_headings_inside_the_story_are_subheads(heading: str) -> None:
    assert kinds(TITLE, LEAD, heading, SECOND) == ["headline", "body", "subhead", "body"]


@pytest.mark.parametrize(
    "opening",
    [
        "LONDON, March 3 (CNW) -",
        "LONDON (CNW) —",
        "(Newswire) --",
        "PORT ANSEL, Wendmark, Sept. 5 (WPA) -",
        "TOLBY, Ohio —",
        "NEW HARBOUR/TOLBY, 5 March (CNW) –",
        "MOSKVA, April 18. /TSS/.",
    ],
)
def test_a_dateline_is_part_of_the_first_sentence_and_known_as_its_opening(opening: str) -> None:
    found = parts(TITLE, f"{opening} {LEAD}", SECOND)
    assert [p.kind.value for p in found] == ["headline", "body", "body"]
    assert found[1].text == f"{opening} {LEAD}"
    assert found[1].text[: found[1].opening] == opening
    assert found[0].opening == found[2].opening == 0


@pytest.mark.parametrize(
    "opening",
    ["UNESCO — the United Nations body for culture —", "The bridge — old as it is —", "(Again)"],
)
def test_what_only_looks_like_a_dateline_stays_in_the_sentence(opening: str) -> None:
    sentence = f"{opening} was on the list of the council on Wednesday night, when it voted on it."
    assert sentence in [p.text for p in parts(TITLE, sentence, SECOND) if p.kind.quotable]


@pytest.mark.parametrize(
    "line",
    [
        "By Wilf Sander",
        "Wilf Sander and Bo Lane",
        "Cleo Dunmore, council reporter",
        "Thursday 16 February 2023",
        "Posted: Fri 1 Sep 2023, 8.15am",
        "Last updated 3 hours ago",
        "The Daily Harbour",
        "Wilf Sander | Wednesday 9 March 2022 | 6.30pm",
    ],
)
def test_lines_of_authors_and_dates_are_bylines(line: str) -> None:
    authors = ("Wilf Sander", "Bo Lane")
    found = kinds(TITLE, line, LEAD, SECOND, title=TITLE, authors=authors)
    assert found == ["headline", "byline", "body", "body"]


def test_a_reporter_s_office_under_the_name_is_a_byline() -> None:
    found = kinds(TITLE, "Hanne Orrell", "Transport correspondent", LEAD, authors=("Hanne Orrell",))
    assert found == ["headline", "byline", "byline", "body"]


def test_numbers_count_what_is_quotable() -> None:
    found = parts("News", TITLE, "By Wilf Sander", LEAD, "Photo: The hall", THIRD, "Most read")
    counted = [(p.paragraph, p.number) for p in found if p.kind.quotable]
    assert counted == [(1, 1), (2, 2), (3, 3), (3, 4)]
    assert all(p.paragraph is p.number is None for p in found if not p.kind.quotable)


AFTER_THE_END = [
    "More on this story",
    "Dog rescued from cliff after two nights in the rain as crowd cheers on the beach",
    "Why are the gulls so angry?",
    "Wilf Sander has covered transport for nine years. He was born in Tollan and lives on a boat.",
    "All quotes delayed a minimum of 15 minutes.",
]


@pytest.mark.parametrize(
    "closing",
    [
        "Reporting by Jane Orr; Editing by Hal Moss",
        "© 2023 Daily Harbour Ltd",
        "About the author",
        "About Jane Orr",
        "Comments (12)",
        "14 thoughts on “The bridge”",
    ],
)
def test_nothing_is_quotable_after_a_line_that_closes_the_story(closing: str) -> None:
    found = parts(TITLE, LEAD, THIRD, SECOND, closing, *AFTER_THE_END, authors=("Jane Orr",))
    assert [p.text for p in found if p.kind.quotable][-1] == SECOND


def test_fragments_after_the_story_are_no_subheads() -> None:
    found = kinds(TITLE, LEAD, SECOND, "The bridge in pictures", "Dog rescued from cliff")
    assert found == ["headline", "body", "body", "boilerplate", "boilerplate"]


@pytest.mark.parametrize("closing", ["Reporting by Jane Orr", "© 2023 Daily Harbour", "Comments"])
def test_a_line_that_closes_nothing_hides_no_story(closing: str) -> None:
    found = [p.text for p in parts(TITLE, closing, LEAD, closing, SECOND, THIRD) if p.kind.quotable]
    assert found == [TITLE, LEAD, SECOND, *SPOKEN]


@pytest.mark.parametrize(
    "biography",
    [
        "Grace Orr walks, writes and complains. Her book is out in May.",
        "Orr covers the harbour. She lives on a boat.",
        "Grace has been writing about bridges since 2003.",
        "Ms. Lane is a contributing writer.",
    ],
)
def test_a_biography_after_the_story_is_not_quotable(biography: str) -> None:
    found = parts(TITLE, LEAD, THIRD, SECOND, biography, authors=("Grace Orr",))
    assert [p.text for p in found if p.kind.quotable][-1] == SECOND


def test_a_word_that_is_the_author_s_name_starts_no_biography() -> None:
    last = "Grace under pressure is what it will take."
    found = parts(TITLE, "Grace is needed.", LEAD, SECOND, last, authors=("Grace Orr",))
    assert [p.text for p in found if p.kind.quotable] == [
        TITLE,
        "Grace is needed.",
        LEAD,
        SECOND,
        last,
    ]


@pytest.mark.parametrize(
    "last",
    [
        "The minister did not respond to a request for comment from The Daily Harbour.",
        "The Daily Harbour was wrong, the minister said.",
    ],
)
def test_the_paper_may_speak_of_itself_in_the_news(last: str) -> None:
    assert parts(TITLE, LEAD, SECOND, last)[-1].kind is Kind.BODY


def test_the_paper_s_own_lines_after_the_story_are_not_quotable() -> None:
    last = "The Daily Harbour is owned by its readers."
    assert parts(TITLE, LEAD, SECOND, last)[-1].kind is Kind.BOILERPLATE


@pytest.mark.parametrize("outlet", ["—", "AP", "京都", "Ten Tun"])
def test_an_outlet_s_name_inside_other_words_hides_nothing(outlet: str) -> None:
    about = Entry(file="story.txt", outlet=outlet, authors=("—",))
    last = "The happy end was on the map by ten."
    found = split(f"{TITLE}\n\n{LEAD}\n\n{SECOND}\n\n{last}", about)
    assert [p.text for p in found if p.kind.quotable] == [TITLE, LEAD, SECOND, last]
