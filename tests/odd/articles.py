"""Articles, corpora and answers made of odd texts."""

from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from bot.answers.answer import Answer, Disagreement, Quote, Status
from bot.corpus.article import Article, Corpus, Kind, Sentence, pack
from bot.corpus.names import Names
from tests.odd.texts import odd_text

_ADDRESSES = (
    None, None, "https://example.com/a", "http://example.org/" + "p" * 480, "ftp://example.com",
    "https://example.com/" + "p" * 600, "javascript:alert(1)", "https://", "http://[", "not one",
    "https://example.com/\u202e", "https://exa mple.com/", "https://example.com/\n", "http://[::1",
    "https://example.com/<@1234567890>", "https://example.com/@everyone?a=<#99>&b=*c*_d_",
)  # fmt: skip


def article_of(name: str, texts: list[str], **told: Any) -> Article:
    """Return an article whose file holds these sentences, a paragraph each."""
    sentences: list[Sentence] = []
    at = 0
    for number, text in enumerate(texts, 1):
        place = at, at + len(text), Kind.BODY, number, number, text
        sentences.append(Sentence(name, f"{name}.txt", *place))
        at += len(text) + 2
    told = {"outlet": "The Harbour Light"} | told
    return Article(
        name, f"{name}.txt", packed=pack("\n\n".join(texts)), sentences=tuple(sentences), **told
    )


def corpus_of(*articles: Article) -> Corpus:
    """Return a corpus of articles."""
    return Corpus(Path(), articles, Names())


def odd_corpus(random: Random) -> Corpus:
    """Return one to four odd articles."""
    return corpus_of(*(_odd_article(random, number) for number in range(random.randint(1, 4))))


def odd_answer(random: Random, corpus: Corpus) -> Answer:
    """Return an answer with odd words and any number of quotes."""
    places = [(s, article) for article in corpus.articles for s in article.quotable]
    random.shuffle(places)
    quotes = [_odd_quote(random, *place) for place in places]
    first, last = sorted(random.randint(0, min(len(quotes), 14)) for _ in "ab")
    disagreements = tuple(
        Disagreement(odd_text(random, random.randint(0, 5)), tuple(random.sample(quotes, 2)))
        for _ in range(random.choice((0, 0, 1, 3)))
        if len(quotes) > 1
    )
    answered = bool(first) and random.random() < 0.8
    return Answer(
        question=odd_text(random),
        status=Status.ANSWERED if answered else Status.NOT_FOUND,
        confidence=0.5,
        quotes=tuple(quotes[:first]) if answered else (),
        closest=tuple(quotes[first:last]),
        corroborated_by=tuple(odd_text(random, 2) for _ in range(random.choice((0, 1, 6)))),
        disagreements=disagreements if answered else (),
        notes=tuple(odd_text(random) for _ in range(random.choice((0, 1, 4)))),
    )


def _odd_article(random: Random, number: int) -> Article:
    texts = [odd_text(random)[:2000] or "x" for _ in range(random.choice((1, 2, 5, 12)))]
    if random.random() < 0.1:
        texts[0] = ((odd_text(random, 40) + " ") * 150)[:6000]
    return article_of(
        f"{odd_text(random, 1)}-{number}",
        texts,
        outlet=odd_text(random, random.choice((1, 2, 60))) or "x",
        title=random.choice((None, odd_text(random, 10))),
        authors=tuple(odd_text(random, 2) for _ in range(random.choice((0, 1, 9)))),
        published=random.choice((None, date(2019, 4, 18))),
        published_basis=random.choice(("stated", "inferred")),
        via=random.choice((None, odd_text(random, 2))),
        url=random.choice(_ADDRESSES),
    )


def _odd_quote(random: Random, sentence: Sentence, article: Article) -> Quote:
    ends = [random.randint(0, len(sentence.text)) for _ in range(random.choice((0, 2, 4)))]
    spans = tuple((min(pair), max(pair)) for pair in zip(ends[::2], ends[1::2], strict=True))
    before = random.choice((None, None, article.quotable[0]))
    return Quote(sentence, article, random.random(), spans, random.random() < 0.3, before)
