"""Whether any question and any article, however odd, make a payload that Discord takes.

    python -m tests.benchmarks.payloads [N] [--seed SEED]

Makes N odd answers (100,000 unless told otherwise), lays each out in every kind of reply, and
prints how many payloads break a limit and how many hold a mention, link or emoji that is not
escaped. Both must be 0; the exit status says so.
"""

import argparse
import re
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from discord.ui import LayoutView
from simcord.components import ComponentValidationError, validate_components

from bot.answers.answer import Answer, Disagreement, Quote, Status
from bot.answers.verification import Match, Verdict, Verification
from bot.corpus.article import Article, Corpus, Kind, Sentence
from bot.corpus.names import Names
from bot.slash.limits import check_view
from bot.slash.references import Listed, refer
from bot.slash.replies import (
    answer_view,
    around_view,
    closest_view,
    findings_view,
    following_view,
    notice_view,
    reading_view,
    sources_view,
    verification_view,
)

# What Discord's servers, which know no escapes, or its apps would make something of.
LOUD = re.compile(
    r"<@[!&]?\d+>|<#\d+>|@everyone|@here|</[^:\n<>]+:\d+>|<id:\w+>|<t:-?\d+(?::\w)?>"
    r"|<a?:\w+:\d+>|https?://",
    re.IGNORECASE,
)
# What its apps would make something of once the escapes are read; bold and strokes are ours.
_LIVE = re.compile(
    r"<|@|__|`|\|\||\]\(|://|(?<![\w:]):[\w+-]+:|[^\n#-]#|(?<!\w)_|^>>>|^\s*[-+*] ",
    re.MULTILINE,
)
_ESCAPE = re.compile(r"\\[^0-9A-Za-z\s]")
_WORDS = "the leader will travel to meet next week in city of harbour council said Monday".split()
ODDITIES = (
    "<@1234567890>", "<@!1>", "<@&42>", "<#99>", "@everyone", "@here", "@\u200beveryone",
    "</ask:123>", "<id:customize>", "<t:1555545600:R>", "<a:wave:77>", "<:ok:1>", ":smile:",
    "https://example.com/a_b?c=*d*", "[text](https://example.com)", "<https://example.com>",
    "# heading", "\n## heading", "\n- list", "\n1. list", "\n> quote", "\n>>> all", "-# small",
    "**bold**", "__under__", "*it*", "_it_", "~~gone~~", "||secret||", "`code`", "```\nblock\n```",
    "\\", "\\\\*", "*" * 7, "_" * 5, "\x00", "\x07\x1b[31m", "\r\n", "\n\n", "\t", "\u2028", "\x85",
    "\u202eright to left\u202c", "\u200f", "\u2066isolate\u2069", "\u061c", "\u200b", "\u2060",
    "\ufeff", "\u00ad", "\u3164", "\u115f", "\u2800", "\U000e0041", "\ufe0f", "a\ufe0f", "\ud800",
    "\udfff", "\ufffe", "\u0600", "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇰🇷", "1️⃣", "❤️", "é", "e\u0301", "النص العربي",
    "עברית", "हिन्दी", "नमस्‍ते", "می‌خواهم", "日本語の文章", "\u3000", "Z" + "".join(map(chr, range(0x300, 0x340))),
    "x" * 300, "𝔘𝔫𝔦𝔠𝔬𝔡𝔢" * 20, "…", "“quoted”", "10:30:15", "100%", "$1,000", "a@b.c", "{0}", "%s",
)  # fmt: skip
_SIZES = (0, 1, 2, 5, 10, 20, 40, 80, 300)
_ADDRESSES = (
    None, None, "https://example.com/a", "http://example.org/" + "p" * 480, "ftp://example.com",
    "https://example.com/" + "p" * 600, "javascript:alert(1)", "https://", "http://[", "not one",
    "https://example.com/\u202e", "https://exa mple.com/", "https://example.com/\n", "http://[::1",
)  # fmt: skip


def odd_text(random: Random, size: int | None = None) -> str:
    """Return a text of words and whatever could upset a page."""
    wanted = random.choice(_SIZES) if size is None else size
    oddness = random.choice((0.0, 0.1, 0.5, 1.0))
    parts = [
        random.choice(ODDITIES if random.random() < oddness else _WORDS) for _ in range(wanted)
    ]
    return random.choice((" ", " ", "")).join(parts)


def article_of(name: str, texts: list[str], **told: Any) -> Article:
    """Return an article whose file holds these sentences, a paragraph each."""
    sentences: list[Sentence] = []
    at = 0
    for number, text in enumerate(texts, 1):
        place = at, at + len(text), Kind.BODY, number, number, text
        sentences.append(Sentence(name, f"{name}.txt", *place))
        at += len(text) + 2
    told = {"outlet": "The Harbour Light"} | told
    return Article(name, f"{name}.txt", text="\n\n".join(texts), sentences=tuple(sentences), **told)


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


def odd_views(random: Random) -> Iterator[LayoutView]:
    """Yield every kind of reply, made of one odd answer."""
    corpus = odd_corpus(random)
    answer = odd_answer(random, corpus)
    yield answer_view(answer, corpus)
    article = random.choice(corpus.articles)
    chosen = random.choice(article.quotable)
    references = [Listed(refer(quote.sentence), quote.older) for quote in answer.closest[:10]]
    match random.randrange(7):
        case 0:
            yield around_view(article, chosen)
        case 1:
            yield reading_view(article, random.randint(0, len(article.quotable) + 1))
        case 2:
            yield sources_view(corpus, random.randint(-1, 2))
        case 3:
            yield closest_view(references, corpus)
        case 4:
            yield following_view(references, corpus, random.randint(1, 20))
        case 5:
            verdict = random.choice([v for v in Verdict if v is not Verdict.NOT_FOUND])
            matches = [Match(sentence, article, 0.8) for sentence in article.quotable[:5]]
            yield verification_view(Verification(answer.question, verdict, tuple(matches)))
        case _:
            yield findings_view([answer, odd_answer(random, corpus)], corpus)
            yield notice_view(odd_text(random))


def breaches(view: LayoutView) -> tuple[str, ...]:
    """Return what is wrong with a payload, by our own count and by a simulated Discord's."""
    found = check_view(view)
    try:
        validate_components(view.to_components(), flags=1 << 15)
    except ComponentValidationError as error:
        found += (str(error),)
    return found


def live(view: LayoutView) -> list[str]:
    """Return whatever in a view's texts Discord would make a mention, link or emoji of."""
    contents = (item.content for item in view.walk_children() if hasattr(item, "content"))
    found: list[str] = []
    for content in contents:
        found += [match[0] for match in LOUD.finditer(content)]
        found += [match[0] for match in _LIVE.finditer(_ESCAPE.sub("█", content))]
    return found


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


def main() -> int:
    """Judge odd payloads and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("answers", nargs="?", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    began = time.perf_counter()
    payloads = over = mentions = 0
    for number in range(arguments.answers):
        for view in odd_views(Random(f"{arguments.seed}:{number}")):
            payloads += 1
            if found := breaches(view):
                over += 1
                print(f"{number}: {found}", file=sys.stderr)
            if alive := live(view):
                mentions += 1
                print(f"{number}: {alive}", file=sys.stderr)
    seconds = time.perf_counter() - began
    print(f"{arguments.answers:,} questions and texts, {payloads:,} payloads in {seconds:.0f} s")
    print(f"payloads over a limit: {over}")
    print(f"payloads with an unescaped mention, link or emoji: {mentions}")
    return 1 if over or mentions else 0


if __name__ == "__main__":
    sys.exit(main())
