"""Pages beside answers: context, reading, sources, verdicts, findings and notices."""

import re
from dataclasses import replace

import pytest

from bot.answers.verification import Match, Verdict, Verification, Verifier
from bot.corpus.article import Kind
from bot.slash.markdown import unescape
from bot.slash.replies import (
    around_view,
    findings_view,
    notice_view,
    reading_view,
    sources_view,
    verification_view,
)
from tests.answers.conftest import ROOT, answerer_of
from tests.odd.articles import article_of, corpus_of
from tests.odd.judging import breaches
from tests.slash.replying import answer_of, contents, ids, items, labels, quotes_of, text_of


@pytest.fixture(scope="module")
def summit():
    return answerer_of(ROOT / "seeds")


def test_what_stands_around_a_sentence(summit):
    article = summit.corpus.articles[0]
    quotable = article.quotable
    said = contents(around_view(article, quotable[5]))
    assert unescape(said[2]) == f"> {quotable[5].text}"
    assert unescape(said[1]).split("\n") == [sentence.text for sentence in quotable[3:5]]
    assert unescape(said[3]).split("\n") == [sentence.text for sentence in quotable[6:8]]
    first = contents(around_view(article, quotable[0]))
    assert unescape(first[1]) == f"> {quotable[0].text}"
    assert "has gone" in text_of(around_view(replace(article, packed=b""), quotable[0]))


def test_reading_turns_pages_through_the_whole_article(summit):
    article = max(summit.corpus.articles, key=lambda article: len(article.text))
    seen, start, pages = [], 1, 0
    while start:
        view = reading_view(article, start)
        assert breaches(view) == ()
        said = text_of(view)
        lines = re.findall(r"^> \*\*(\d+)\*\* (.*)$", said, re.MULTILINE)
        seen += [(int(number), unescape(text)) for number, text in lines]
        following = [i for i in items(view) if i.get("label") == "Next"]
        if pages:
            back = next(i for i in items(view) if i.get("label") == "Previous")
            assert int(back["custom_id"].split(":")[2]) < start
        start = int(following[0]["custom_id"].split(":")[2]) if following else 0
        pages += 1
    assert pages > 1
    assert seen == [(s.number, s.text) for s in article.quotable]
    assert text_of(reading_view(article, 10_000)) == text_of(reading_view(article, 1))


def test_an_article_without_sentences_says_so():
    assert "no sentence" in text_of(reading_view(article_of("a", [])))


def test_sources_turn_pages(summit):
    whole = text_of(sources_view(summit.corpus))
    for article in summit.corpus.articles:
        assert unescape(whole).count(article.id) == 1
    many = corpus_of(*(article_of(f"article-{number}", ["One."]) for number in range(20)))
    pages = [sources_view(many, page) for page in range(4)]
    assert ["Previous" in labels(page) for page in pages] == [False, True, True, True]
    assert ["Next" in labels(page) for page in pages] == [True, True, True, False]
    assert "article-19" in text_of(pages[3])
    assert text_of(sources_view(many, 9)) == text_of(pages[0])
    assert "no articles" in text_of(sources_view(corpus_of()))


def test_verdicts(summit):
    sentence = summit.corpus.articles[0].quotable[3]
    verifier = Verifier(summit.corpus)
    verbatim = text_of(verification_view(verifier.verify(sentence.text)))
    assert verbatim.startswith("**Verbatim")
    assert sentence.text in unescape(verbatim)
    assert "**Not found" in text_of(verification_view(verifier.verify("Nobody said it like so.")))


def test_a_near_miss_shows_what_differs():
    article = article_of("a", ["The leaders will meet in the harbour on Monday."])
    match = Match(article.quotable[0], article, 0.8)
    wrong = "The leaders will meet in the town on Monday."
    said = text_of(verification_view(Verification(wrong, Verdict.NEARLY, (match,))))
    assert "> The leaders will meet in the **harbour** on Monday." in said
    assert "The leaders will meet in the ~~town~~ on Monday." in said


def test_a_match_that_is_never_quoted_has_no_context():
    article = article_of("a", ["By A. Name"])
    byline = replace(
        article.sentences[0], kind=Kind.BYLINE, number=None, paragraph=None, why="byline"
    )
    match = Match(byline, article, 1.0)
    view = verification_view(Verification("By A. Name", Verdict.VERBATIM, (match,)))
    assert "left out of the index: byline" in text_of(view)
    assert breaches(view) == ()
    assert not ids(view, "context:")


def test_findings_go_claim_by_claim():
    article = article_of("a", ["One.", "Two."])
    quotes = quotes_of(article)
    found = replace(answer_of(quotes[0]), question="They say one.")
    nothing = replace(answer_of(), question="They say three.")
    said = text_of(findings_view([found, nothing], corpus_of(article)))
    assert said.index("They say one.") < said.index("> One.") < said.index("They say three.")
    assert said.index("They say three.") < said.index("No sentence speaks to this.")
    assert "No sentence of the articles" in text_of(findings_view([nothing], corpus_of(article)))
    many = findings_view([found] * 30, corpus_of(article))
    assert breaches(many) == ()
    assert "more claims were left out" in text_of(many)


def test_a_notice_shows_what_it_is_told_letter_for_letter():
    assert contents(notice_view("No outlet is called “*x* @here”.")) == [
        "No outlet is called “\\*x\\* \\@\u200bhere”."
    ]
