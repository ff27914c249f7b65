"""An answer as the console shows it, line by line."""

from collections.abc import Iterator, Sequence

from bot.answers.answer import Answer, Disagreement, Quote
from bot.answers.citation import NO_TITLE, OLDER, cite, show_authors
from bot.console.lines import Line

NOT_FOUND = "The articles do not say."
_STRONG = "bold yellow"


def answer_lines(answer: Answer, closest: int = 3) -> Iterator[Line]:
    """Yield an answer: its quotes, or the word that there are none with the nearest sentences."""
    if answer.answered:
        shown = answer.shown
        for number, quote in enumerate(shown, 1):
            yield from quote_lines(number, quote)
        yield Line("")
        yield from (_disagreement(item, shown) for item in answer.disagreements)
        if answer.corroborated_by:
            yield Line(f"Also in {', '.join(answer.corroborated_by)}.", "dim")
    else:
        yield Line(NOT_FOUND, _STRONG)
    yield from (Line(note, "italic") for note in answer.notes)
    if not answer.answered and answer.closest:
        yield Line("Closest sentences, which may not answer:", "dim")
        for number, quote in enumerate(answer.closest[:closest], 1):
            yield from quote_lines(number, quote)


def quote_lines(number: int, quote: Quote) -> Iterator[Line]:
    """Yield a numbered quote with its citation."""
    article = quote.article
    yield Line("")
    if quote.before:
        yield Line(f"(before it: {quote.before.text})", "dim", 2)
    bold = tuple((start, end, "bold") for start, end in quote.highlights)
    yield Line(quote.sentence.text, indent=2, spans=bold)
    cited = f"[{number}] {cite(article, quote.sentence)}"
    marked = f"{cited} · {OLDER}" if quote.older else cited
    yield Line(marked, "cyan", 2, ((len(cited), len(marked), _STRONG),) if quote.older else ())
    title = f"“{article.title}”" if article.title else NO_TITLE
    yield Line(f"{title}, {show_authors(article)}", "dim", 6)
    if article.url:
        yield Line(article.url, "dim", 6)


def _disagreement(item: Disagreement, shown: Sequence[Quote]) -> Line:
    """Say which of the quotes shown differ, and in what."""
    sides = (f"{quote.article.outlet} [{shown.index(quote) + 1}]" for quote in item.quotes)
    return Line(f"The outlets differ on {item.about}: {', '.join(sides)}.", _STRONG)
