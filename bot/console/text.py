"""The console's pages as styled text."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from textwrap import dedent

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.answers.citation import NO_TITLE, cite, show_authors, show_published
from bot.answers.verification import Match, Verdict, Verification
from bot.briefings.topics import TOPICS, Topic
from bot.console.safety import blank_controls
from bot.corpus.article import Article, Corpus, Sentence
from bot.corpus.report import ArticleReport, Report


def sources_page(corpus: Corpus) -> RenderableType:
    """Return the list of articles."""
    rows = [_source(number, article) for number, article in enumerate(corpus.articles, 1)]
    return Group(*rows)


def article_page(article: Article, sentences: Sequence[Sentence]) -> RenderableType:
    """Return sentences of an article, numbered, a blank line between paragraphs."""
    parts: list[RenderableType] = [Text(article.title or NO_TITLE, style="bold"), _byline(article)]
    paragraph: int | None = 0
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            parts.append(Text(""))
            paragraph = sentence.paragraph
        parts.append(_numbered(sentence))
    return Group(*parts)


def context_page(article: Article, around: Sequence[Sentence], chosen: Sentence) -> RenderableType:
    """Return a sentence between its neighbours, itself marked."""
    parts: list[RenderableType] = [_byline(article)]
    parts += [_numbered(s, "bold" if s is chosen else "") for s in around]
    return Group(*parts)


def verification_page(verification: Verification) -> RenderableType:
    """Return the verdict on a quotation; a near miss shows what differs."""
    if verification.verdict is Verdict.NOT_FOUND:
        return Text("Not found: no article holds this, or anything near it.", style="bold yellow")
    heads = {
        Verdict.VERBATIM: Text(
            "Verbatim: it stands in the articles, letter for letter.", style="bold green"
        ),
        Verdict.SAME_WORDS: Text(
            "The same words; only signs or capitals differ.", style="bold green"
        ),
        Verdict.NEARLY: Text("Nearly: the articles put it differently.", style="bold yellow"),
    }
    parts: list[RenderableType] = [heads[verification.verdict]]
    for match in verification.matches:
        shown = Text(_flat(match.sentence.text))
        if verification.verdict is Verdict.NEARLY:
            shown = _difference(verification.quotation, match)
        parts += [_indent(shown, (1, 0, 0, 2)), _indent(_cited(match), (0, 0, 0, 2))]
    if verification.verdict is Verdict.NEARLY:
        parts.append(Text("[-only in your quotation-] {+only in the article+}", style="dim"))
    return Group(*parts)


def report_page(report: Report, topics: Sequence[Topic]) -> RenderableType:
    """Return the report on the corpus and its topics."""
    parts = [_article_report(number, item) for number, item in enumerate(report.articles, 1)]
    total = f"{len(report.articles)} articles, {report.quotable} sentences that can be quoted"
    parts.append(Text(total, style="bold"))
    parts += _topics_report(topics)
    if report.warnings:
        parts.append(Text("Warnings", style="bold yellow"))
        parts += [Text(f"  {warning}") for warning in report.warnings]
    return Group(*parts)


def help_page() -> RenderableType:
    """Return the prompt's commands."""
    lines = """
        Type a question. Or:
          /ask QUESTION [--outlet NAME] [--as-of DATE] [--top N]
          /brief [TOPIC] [--outlet NAME] [--as-of DATE] [--length short|standard|long]
          /compare [QUESTION or TOPIC]   the outlets side by side, and where they differ
          /coverage            which topics each outlet tells of
          /who NAME            what someone is, and where the articles speak of them
          /timeline [--from DATE] [--to DATE] [--name NAME] [--all]   what happened when
          /sources             the articles
          /read ARTICLE        an article, its sentences numbered
          /context N           what stands around quote N of the last answer
          /verify "QUOTATION"  is this a sentence of an article?
          /check               what was read, what was left out, and why
          /help, /quit
    """
    return Text(dedent(lines).strip())


def _source(number: int, article: Article) -> RenderableType:
    head = Text(f"{number}. {article.outlet}", style="bold")
    head.append(f" · {show_published(article)}", style="not bold")
    if article.via:
        head.append(f" · via {article.via}", style="not bold")
    count = f"{len(article.quotable)} sentences"
    details = f"{article.title or NO_TITLE}\n{show_authors(article)} · {article.id} · {count}"
    parts: list[RenderableType] = [head, _indent(Text(details), (0, 0, 0, 3))]
    if article.url:
        parts.append(_indent(Text(article.url, style="dim", overflow="fold"), (0, 0, 0, 3)))
    return Group(*parts)


def _byline(article: Article) -> Text:
    via = f" · via {article.via}" if article.via else ""
    line = f"{article.outlet} · {show_published(article)}{via} · {show_authors(article)}"
    return Text(line, style="cyan")


def _numbered(sentence: Sentence, style: str = "") -> RenderableType:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", width=4, style="dim")
    grid.add_column()
    number = str(sentence.number) if sentence.number else "·"
    text = Text(_flat(sentence.text), style=style if sentence.number else "dim")
    if not sentence.number:
        text.append(f"  ({sentence.kind}: {sentence.why})")
    grid.add_row(number, text)
    return grid


def _cited(match: Match) -> Text:
    return Text(cite(match.article, match.sentence), style="cyan")


def _difference(quotation: str, match: Match) -> Text:
    """Mark, word by word, what a quotation has and the article has not, and the reverse."""
    ours = blank_controls(quotation).split()
    theirs = blank_controls(match.sentence.text).split()
    shown = Text()
    opcodes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    for tag, a, b, c, d in opcodes:
        if tag == "equal":
            shown.append(" ".join(ours[a:b]) + " ")
            continue
        if b > a:
            shown.append(f"[-{' '.join(ours[a:b])}-]", style="red strike").append(" ")
        if d > c:
            shown.append(f"{{+{' '.join(theirs[c:d])}+}}", style="green").append(" ")
    return shown


def _article_report(number: int, item: ArticleReport) -> RenderableType:
    article = item.article
    kinds = ", ".join(f"{count} {kind}" for kind, count in item.kinds.items())
    parts: list[RenderableType] = [
        Text(
            f"{number}. {article.outlet} · {show_published(article)} · {article.file}", style="bold"
        ),
        _indent(Text(kinds or "no sentences"), (0, 0, 0, 3)),
    ]
    for sentence in item.left_out:
        shown = _flat(sentence.text)
        text = Text(shown if len(shown) <= 60 else shown[:59] + "…", style="dim")
        text.append(f"  {sentence.kind}: {sentence.why}")
        parts.append(_indent(text, (0, 0, 0, 5)))
    return Group(*parts)


def _topics_report(topics: Sequence[Topic]) -> list[RenderableType]:
    written = [topic for topic in topics if not topic.drawn]
    if not written:
        drawn = ", ".join(topic.name for topic in topics) or "none"
        line = f"No {TOPICS}; topics drawn from the articles: {drawn}"
        return [Text(blank_controls(line), style="bold")]
    asked = sum(len(topic.questions) for topic in written)
    rows = (f"{topic.name}: {_count(len(topic.questions), 'question')}" for topic in written)
    head = f"{_count(len(written), 'topic')}, {_count(asked, 'standing question')}"
    return [
        Text(head, style="bold"),
        *(_indent(Text(blank_controls(row)), (0, 0, 0, 3)) for row in rows),
    ]


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _indent(text: RenderableType, sides: tuple[int, int, int, int]) -> Padding:
    """Pad above and to the left; nothing is filled up to the right."""
    return Padding(text, sides, expand=False)


def _flat(text: str) -> str:
    return " ".join(blank_controls(text).split())
