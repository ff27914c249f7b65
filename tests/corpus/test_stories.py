"""Two invented stories in odd encodings and shapes: line by line, story or page furniture."""

import json
from pathlib import Path

import pytest

from bot.corpus.article import Article, Corpus
from bot.corpus.loading import load

STORIES = Path(__file__).parents[1] / "stories"

# How each line starts that must not be quoted; every other line must be, to the last letter.
FURNITURE = {
    "courier-inspection.txt": (
        "The Ansel Courier",
        "News | Transport",
        "By Wilf",
        "Thursday 16",
        "Photo: Gannet",
        "Read more: Five",
        "Sign up to our",
        "Got a story?",
        "© 2023",
    ),
    "tideline-platform.txt": (
        "THE TIDELINE",
        "Home > Harbour",
        "Posted: Fri",
        "Share this story",
        "[Image: The damaged",
        "We use cookies",
        "Do you work on the bridge?",
        "Comments (17)",
    ),
    "wpa-closure.txt": (
        "The Tideline | Agency",
        "(Reporting by",
        "This story was supplied",
        "edited by Tideline",
    ),
    "tribune-warned.txt": (
        "CARROW TRIBUNE",
        "Hanne Orrell",
        "Transport correspondent",
        "6 September",
        "Additional reporting",
        "Related articles",
        "Opinion: Who",
        "How a suspension bridge carries",
        "Carrow Tribune newsletters",
    ),
    "courier-ferries.txt": (
        "The Ansel Courier",
        "By Wilf",
        "PICTURED: Passengers",
        "READ MORE: Ferry",
        "Comments (42)",
        "Your email address",
        "© 2023",
    ),
    "tideline-inquiry.txt": (
        "THE TIDELINE",
        "Home > Harbour",
        "By Tideline staff",
        "Last updated",
        "Most read",
        "1. Tollan cat",
        "2. Where to park",
        "Enjoying The Tideline?",
        "Report a mistake",
    ),
    "tribune-costs.txt": (
        "CARROW TRIBUNE",
        "Hanne Orrell, Transport",
        "Wednesday 20",
        "Caption: A Pell Marrin engineer",
        "Follow Hanne Orrell",
        "Carrow Tribune, Printing House Row",
    ),
    "courier-vote.txt": (
        "The Ansel Courier",
        "Cleo Dunmore, council",
        "Thursday 28",
        "Advertisement",
        "Were you at the Guildhall?",
        "You may also like:",
        "Sign up for the Courier's",
        "© 2023",
    ),
    "standard-passes.txt": (
        "Castrevane Standard",
        "FOOD & BUSINESS",
        "By Matthis",
        "9 November",
        "Picture: Jars",
        "Get the Standard's",
        "(c) 2021",
    ),
    "bns-recall.txt": (
        "The Lidane Gazette - National",
        "By Ferris",
        "(Editing by",
        "Copyright 2022",
        "under licence.",
    ),
    "saltwater-hospital.txt": (
        "SALTWATER POST",
        "Health",
        "Jonah Abelard |",
        "Listen to this article",
        "Scroll down to continue",
        "Share | Save",
        "MORE FROM SALTWATER",
        "What is the Ombrel virus?",
        "Recipes without",
        "Saltwater Post is reader-funded",
    ),
    "standard-kerrat.txt": (
        "Castrevane Standard",
        "MATTHIS CORDER and",
        "Friday 11",
        "Photograph: the shuttered",
        "Correction: An earlier version",
        "Contact the authors",
        "Read next: Why",
        "© 2022",
    ),
    "petri-genome.txt": (
        "PETRI WEEKLY",
        "News in brief",
        "By Sunniva",
        "17 March",
        "[Figure 1.",
        "Cite this article",
        "Reprints and permissions",
    ),
    "gazette-court.txt": (
        "The Lidane Gazette\n",
        "Courts",
        "By Rosalind",
        "25 March",
        "Photo: Bertil",
        "Want court news first?",
        "The Lidane Gazette is a member",
    ),
    "bns-plant.txt": (
        "BELMORA NEWS",
        "April 6",
        "Reporting by",
        "BNS subscribers",
    ),
}
DATELINES = (
    "PORT ANSEL, Wendmark, Sept. 5 (WPA) -",
    "CASTREVANE, March 8 (BNS) -",
    "LIDANE, Belmora -",
)


def corpora() -> list[Corpus]:
    return [load(STORIES / name) for name in ("harbour-bridge", "spice-virus")]


ARTICLES = [article for corpus in corpora() for article in corpus.articles]
every_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.file)


def lines(article: Article) -> list[tuple[int, str]]:
    result, at = [], 0
    for line in article.text.splitlines(keepends=True):
        result.append((at, line))
        at += len(line)
    return [(at, line) for at, line in result if line.strip()]


def is_furniture(article: Article, line: str) -> bool:
    return line.lstrip("\ufeff").startswith(FURNITURE[article.file])


@every_article
def test_no_line_of_furniture_is_quotable(article: Article) -> None:
    quoted = [
        (line, sentence.text)
        for at, line in lines(article)
        if is_furniture(article, line)
        for sentence in article.quotable
        if sentence.start < at + len(line.rstrip()) and at < sentence.end
    ]
    assert quoted == []


@every_article
def test_every_other_line_is_quotable_to_the_last_letter(article: Article) -> None:
    held = {at for s in article.quotable for at in range(s.start, s.end)}
    lost = []
    for at, line in lines(article):
        opening = next((len(place) for place in DATELINES if line.startswith(place)), 0)
        left = [i for i, c in enumerate(line) if i >= opening and at + i not in held]
        if not is_furniture(article, line) and any(line[i] not in " \ufeff\xa0\r\n" for i in left):
            lost.append(line)
    assert lost == []


@every_article
def test_every_listed_line_stands_in_the_article(article: Article) -> None:
    for start in FURNITURE[article.file]:
        assert any(line.lstrip("\ufeff").startswith(start) for _, line in lines(article))


@every_article
def test_headline_is_the_first_sentence(article: Article) -> None:
    kinds = [sentence.kind.value for sentence in article.quotable]
    assert kinds.count("headline") == (article.file != "wpa-closure.txt")
    assert kinds.index("body") == kinds.count("headline") + kinds.count("dek")


@pytest.mark.parametrize("story", ["harbour-bridge", "spice-virus"])
def test_spans_that_answer_the_story_s_questions_are_sentences(story: str) -> None:
    sentences = load(STORIES / story).sentences
    found = {(s.file, s.start, s.end) for s in sentences}
    found |= {(s.file, s.start + s.opening + 1, s.end) for s in sentences if s.opening}
    questions = (STORIES / story / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    gold = {
        (span["file"], span["start"], span["end"])
        for question in questions
        for span in json.loads(question)["gold"]
    }
    assert len(gold) > 50
    assert sorted(gold - found) == []


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        ("wpa-closure.txt", "Police turned back the last cars at 6:40 p.m."),
        ("wpa-closure.txt", "Two workers were\ninjured."),
        ("courier-vote.txt", "Council votes to mend the Gannet Bridge"),
        ("gazette-court.txt", "Company may go on paying its workers, but not its owners"),
        ("saltwater-hospital.txt", '"I had it on my eggs this morning. What should I do now?"'),
        ("saltwater-hospital.txt", "None had travelled."),
        ("standard-kerrat.txt", "“I learned of it this week, and I am ashamed.”"),
        ("bns-recall.txt", "No\none has died."),
        (
            "tribune-warned.txt",
            "Its contract for the bridge, signed in 2019, runs for six years and is worth £11.4\xa0million.",
        ),
    ],
)
def test_boundaries_are_where_a_reader_sees_them(file: str, sentence: str) -> None:
    article = next(article for article in ARTICLES if article.file == file)
    assert sentence in [s.text for s in article.quotable]


def test_warnings_tell_what_is_odd_about_the_folders() -> None:
    warnings = [warning for corpus in corpora() for warning in corpus.warnings]
    assert "courier-ferries.txt: not UTF-8; read as Windows-1252" in warnings
    assert "standard-kerrat.txt: not UTF-8; read as Windows-1252" in warnings
    assert any(warning.startswith("wpa-closure.txt: no headline") for warning in warnings)
    assert not any("sha256" in warning for warning in warnings)
