"""What a reply shows: the question, quotes with their citations, and what stands around them."""

import re
from dataclasses import replace

import pytest

from bot.answers.answer import Disagreement
from bot.answers.citation import cite
from bot.corpus.article import pack
from bot.slash.markdown import unescape
from bot.slash.references import Listed, list_of, parse_list, refer
from bot.slash.replies import (
    answer_view,
    closest_view,
    following_view,
)
from tests.answers.conftest import ROOT, answerer_of
from tests.odd.articles import article_of, corpus_of
from tests.odd.judging import breaches
from tests.slash.replying import answer_of, contents, ids, items, labels, quotes_of, text_of

MEETING = "Where will Kim and Putin meet?"


@pytest.fixture(scope="module")
def summit():
    return answerer_of(ROOT / "seeds")


def test_quotes_are_block_quotes_with_their_citations(summit):
    answer = summit.ask(MEETING)
    view = answer_view(answer, summit.corpus)
    said = contents(view)
    assert said[0] == f"### {MEETING}"
    for number, quote in enumerate(answer.quotes, 1):
        citation = next(text for text in said if text.startswith(f"[{number}] "))
        above = said[said.index(citation) - 1].split("\n")
        assert above[-1].startswith("> ")
        assert unescape(above[-1].removeprefix("> ")) == quote.sentence.text
        line = f"[{number}] {cite(quote.article, quote.sentence)}"
        assert unescape(citation).split("\n")[0].removesuffix(" · older reporting") == line
    assert "verbatim" in said[-1]


def test_answer_words_are_bold_and_older_reporting_is_marked(summit):
    newest, old = summit.ask(MEETING), summit.ask("Has Kim met Putin yet?", "The Diplomat")
    answer = replace(newest, quotes=(*newest.quotes[:1], *old.quotes[:1]))
    older = next(quote for quote in answer.quotes if quote.older)
    newer = next(quote for quote in answer.quotes if not quote.older)
    said = text_of(answer_view(answer, summit.corpus))
    assert "**Vladivostok**" in said
    lines = {line[4:]: line for line in said.split("\n") if re.match(r"\[\d\] ", line)}
    assert f"{cite(older.article, older.sentence)} · **older reporting**" in lines
    assert cite(newer.article, newer.sentence) in lines


def test_the_sentence_before_is_shown_as_context(summit):
    answer = summit.ask(MEETING)
    quote = next(quote for quote in answer.quotes if quote.before)
    said = contents(answer_view(answer, summit.corpus))
    shown = next(text for text in said if quote.sentence.text[:20] in text)
    assert shown.startswith(f"-# Before it: {quote.before.text[:30]}")


def test_headline_authors_and_republisher_are_told_or_said_to_be_unknown():
    known = article_of("a", ["One."], title="A head", authors=("A. Name",), via="A paper")
    unknown = article_of("b", ["Two."])
    answer = answer_of(*quotes_of(known), *quotes_of(unknown))
    said = text_of(answer_view(answer, corpus_of(known, unknown)))
    assert "-# “A head”, A. Name" in said
    assert "· via A paper ·" in said
    assert "-# headline not given, author not given" in said


def test_links_lead_to_the_article_once_each():
    near = article_of("a", ["One.", "Two."], url="https://example.com/a")
    far = article_of("b", ["Three."], outlet="The Other", url="http://example.org/b")
    none = article_of("c", ["Four."], url="ftp://example.com")
    answer = answer_of(*quotes_of(near), *quotes_of(far), *quotes_of(none))
    view = answer_view(answer, corpus_of(near, far, none))
    links = {item["url"]: item["label"] for item in items(view) if "url" in item}
    assert links == {
        "https://example.com/a": "[1] [2] The Harbour Light",
        "http://example.org/b": "[3] The Other",
    }


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "https://" + "a" * 510 + ".com",
        "https://",
        "https://x y.com",
        "http://[",
    ],
)
def test_addresses_that_discord_refuses_make_no_button(url):
    article = article_of("a", ["One."], url=url)
    view = answer_view(answer_of(*quotes_of(article)), corpus_of(article))
    assert not [item for item in items(view) if "url" in item]


def test_corroboration_notes_and_disagreements_are_shown():
    light, other = article_of("a", ["Ten died."]), article_of("b", ["Nine died."], outlet="Other")
    first, second = quotes_of(light)[0], quotes_of(other)[0]
    answer = answer_of(
        first,
        corroborated_by=("The *Star*",),
        disagreements=(Disagreement("how many", (second, first)),),
        notes=("A remark.",),
    )
    view = answer_view(answer, corpus_of(light, other))
    said = text_of(view)
    assert "Also in The \\*Star\\*." in said
    assert "**The outlets differ on how many:** Other [2], The Harbour Light [1]." in said
    assert "*A remark.*" in said
    assert "> Nine died." in said
    assert [label for label in labels(view) if "Context" in label] == ["Context 1", "Context 2"]


def test_nothing_found_looks_different_and_says_so_first(summit):
    answer = summit.ask("Who won the cup?")
    view = answer_view(answer, summit.corpus)
    found = answer_view(summit.ask(MEETING), summit.corpus)
    assert contents(view)[0] == "**The articles do not say.**"
    assert contents(view)[1] == "### Who won the cup?"
    assert items(view)[0]["accent_color"] != items(found)[0]["accent_color"]
    assert labels(view) == ["Closest sentences", "Helpful", "Wrong", "Ask a follow-up"]
    assert "> " not in text_of(view)


def test_a_quote_that_no_longer_stands_in_its_article_is_never_shown():
    article = article_of("a", ["One stands.", "Two stands.", "Three stands."])
    quotes = quotes_of(article)
    changed = replace(article, packed=pack(article.text.replace("Two", "Ten")))
    leaning = replace(quotes[2], before=quotes[1].sentence)
    answer = answer_of(quotes[0], quotes[1], leaning)
    said = text_of(answer_view(answer, corpus_of(changed)))
    assert "One stands" in said
    assert "Three stands" in said
    assert "Two" not in said
    assert "[1] " in said
    assert "[3] " in said
    assert "[2] " not in said


def test_where_no_quote_stands_any_more_the_reply_says_so():
    article = article_of("a", ["One stands."])
    view = answer_view(answer_of(*quotes_of(article)), corpus_of())
    assert "no longer stands" in contents(view)[0]
    assert "One stands" not in text_of(view)


def test_a_long_sentence_is_cut_between_words_and_says_so():
    words = " ".join(f"word{number}" for number in range(800))
    article = article_of("a", [words, "Short."])
    view = answer_view(answer_of(*quotes_of(article)), corpus_of(article))
    shown = next(text for text in contents(view) if text.startswith("> word0"))
    quoted, mark = shown.split("\n")
    kept = quoted.removeprefix("> ")
    assert words.startswith(f"{kept} ")
    assert mark == f"-# … (goes on: {len(words) - len(kept) - 1:,} more characters)"
    assert "[1] The Harbour Light · date unknown · ¶1, sentence 1" in text_of(view)
    assert "> Short." in text_of(view)
    assert breaches(view) == ()


def test_quotes_that_have_no_room_are_behind_more_and_counted():
    article = article_of("a", [f"{number} " + "word " * 250 for number in range(6)])
    quotes = quotes_of(article)
    view = answer_view(answer_of(*quotes[:5], closest=quotes[5:]), corpus_of(article))
    shown = re.findall(r"^\[(\d)\] ", text_of(view), re.MULTILINE)
    assert shown == ["1", "2"]
    assert "3 more behind “More”." in text_of(view)
    more = ids(view, "more:")
    assert more == [f"more:3:{list_of([Listed(refer(quote.sentence)) for quote in quotes[2:]])}"]
    following = following_view(
        [Listed(refer(quote.sentence)) for quote in quotes[2:]], corpus_of(article), 3
    )
    assert re.findall(r"^\[(\d)\] ", text_of(following), re.MULTILINE) == ["3", "4"]
    assert ids(following, "more:5:")
    assert breaches(view) == breaches(following) == ()


def test_one_sentence_quoted_twice_has_two_buttons():
    article = article_of("a", ["One."])
    quote = quotes_of(article)[0]
    view = answer_view(answer_of(quote, replace(quote, score=0.5)), corpus_of(article))
    assert breaches(view) == ()
    assert len(ids(view, "context:")) == 2


def test_older_reporting_is_marked_behind_more_as_well():
    article = article_of("a", ["One.", "Two.", "Three."])
    first, second, third = quotes_of(article)
    answer = answer_of(first, closest=(replace(second, older=True), third))
    more = ids(answer_view(answer, corpus_of(article)), "more:")[0]
    view = following_view(parse_list(more.removeprefix("more:2:")), corpus_of(article), 2)
    marks = [text.split("\n")[0] for text in contents(view) if text.startswith("[")]
    assert [mark.endswith("**older reporting**") for mark in marks] == [True, False]


def test_sentences_that_have_gone_are_counted():
    article = article_of("a", ["One.", "Two."])
    references = [Listed(refer(sentence)) for sentence in article.quotable]
    left = article_of("a", ["One.", "Another."])
    assert "1 more stood in articles" in text_of(closest_view(references, corpus_of(left)))
    assert "has gone" in text_of(closest_view(references, corpus_of()))
    assert "no answer" in text_of(closest_view(references, corpus_of(article)))
