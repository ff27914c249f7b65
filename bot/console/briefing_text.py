"""The pages of the commands that brief, as styled text."""

from collections.abc import Iterable, Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.answers.answer import Quote
from bot.answers.citation import OLDER, cite, show_date, show_published
from bot.briefings.comparison import Comparison, Difference
from bot.briefings.coverage import Coverage
from bot.briefings.differences import DifferenceKind
from bot.briefings.edition import Edition
from bot.briefings.people import Who
from bot.console.answer_lines import NOT_FOUND, quote_lines
from bot.console.lines import styled
from bot.console.safety import blank_controls
from bot.corpus.article import Sentence

NOT_SAID = "does not say"
_ABOUT_A_MINUTE = "about a minute"
_KINDS = {
    DifferenceKind.DATE: "different dates",
    DifferenceKind.NUMBER: "different numbers",
    DifferenceKind.PLACE: "different places",
    DifferenceKind.NAME: "different names",
    DifferenceKind.UNSAID: "announced or not",
    DifferenceKind.HALTED: "halted or not",
    DifferenceKind.OLDER: "older and newer reporting",
}
_NAMED = {
    DifferenceKind.UNSAID: " (not announced)",
    DifferenceKind.HALTED: " (halted)",
    DifferenceKind.OLDER: " (older)",
}
# The numbers under which quotes are cited.
Numbers = Mapping[Sentence, int]


def edition_page(edition: Edition) -> RenderableType:
    """Return an edition: stamp, bottom line, topics, differences, background, sources."""
    numbers = _numbered(edition.quotes)
    if not numbers:
        return Text(NOT_FOUND, style="bold yellow")
    parts: list[RenderableType] = [Text(_stamp(edition), style="bold")]
    if edition.bottom_line:
        parts += _section("Bottom line", [edition.bottom_line], numbers)
    for section in edition.sections:
        parts += _section(section.topic, section.quotes, numbers)
    if edition.differences or edition.also_differing:
        parts += [_heading("Where the outlets differ")]
        said = {quote.sentence for s in edition.sections for quote in s.quotes}
        for item in edition.differences:
            parts.append(_difference(item, numbers))
            parts += [_line(q, numbers) for q in item.quotes if q.sentence not in said]
        parts += [
            _indent(Text(f"“{about}”: compare shows how.", style="dim"))
            for about in edition.also_differing
        ]
    if edition.background:
        parts += _section("Older background", edition.background, numbers)
    if edition.new is not None:
        new = " ".join(f"[{numbers[quote.sentence]}]" for quote in edition.new)
        parts += [_heading("New since the last edition"), _indent(Text(new or "nothing"))]
    if edition.notes:
        parts += [_heading("Remarks on the sources")]
        parts += [_indent(Text(blank_controls(note), style="dim")) for note in edition.notes]
    parts += [
        _heading("Sources"),
        *(_source(n, quote) for n, quote in enumerate(edition.quotes, 1)),
    ]
    return Group(*parts)


def comparison_page(comparison: Comparison) -> RenderableType:
    """Return the outlets side by side, then how they differ."""
    numbers = _numbered(comparison.quotes)
    if not numbers and comparison.tables:
        return Text(NOT_FOUND, style="bold yellow")
    parts: list[RenderableType] = []
    for row in comparison.rows:
        parts.append(Text(row.outlet, style="bold"))
        if row.quote is None:
            parts.append(_indent(Text(NOT_SAID, style="dim")))
            continue
        if row.copy_of:
            parts.append(_indent(Text(f"the words of {row.copy_of}", style="dim")))
        parts.append(_quote_block(numbers[row.quote.sentence], row.quote))
    for table in comparison.tables:
        if table.agreeing:
            line = f"They agree on “{table.question}”: {', '.join(table.agreeing)}."
            parts.append(Text(blank_controls(line), style="dim"))
    rows = {row.quote.sentence for row in comparison.rows if row.quote}
    for item in comparison.differences:
        parts.append(_difference(item, numbers))
        parts += [
            _quote_block(numbers[q.sentence], q) for q in item.quotes if q.sentence not in rows
        ]
    if not comparison.differences:
        parts.append(Text("No difference found by the rules.", style="dim"))
    return Group(*parts)


def coverage_page(coverage: Coverage) -> RenderableType:
    """Return a table of topics by outlets: how many sentences tell of each."""
    table = Table(box=None, pad_edge=False)
    table.add_column("topic")
    for outlet in coverage.outlets:
        table.add_column(Text(blank_controls(outlet)), justify="right")
    for topic in coverage.topics:
        cells = [coverage.cells[topic, outlet] for outlet in coverage.outlets]
        shown = [f"{c.sentences}{' older' * c.older}" if c.sentences else "–" for c in cells]
        table.add_row(Text(blank_controls(topic)), *shown)
    left_out = [
        Text(blank_controls(f"{outlet} leaves out: {', '.join(topics)}."), style="dim")
        for outlet in coverage.outlets
        if (topics := coverage.left_out(outlet))
    ]
    return Group(table, *left_out)


def who_page(who: Who) -> RenderableType:
    """Return who somebody is, where they are mentioned and beside whom; or ask which is meant."""
    person = who.person
    if person is None and who.choices:
        line = f"Which {who.asked}? {', '.join(who.choices)}."
        return Text(blank_controls(line), style="bold yellow")
    if person is None:
        line = f"The articles name nobody called {who.asked}."
        return Text(blank_controls(line), style="bold yellow")
    numbers = _numbered(person.quotes)
    parts: list[RenderableType] = [Text(person.name.name, style="bold")]
    if who.choices:
        parts.append(Text(f"not to be mixed up with {', '.join(who.choices)}", style="dim"))
    if person.role:
        parts += _section("In the articles' words", [person.role], numbers)
    for item in person.mentions:
        parts += _section(f"{item.outlet} ({len(item.quotes)})", item.quotes, numbers)
    if person.together:
        names = ", ".join(f"{name} ({count})" for name, count in person.together)
        parts += [_heading("Named together with"), _indent(Text(names))]
    if not numbers:
        parts.append(Text("No sentence in these articles mentions the name.", style="dim"))
    return Group(*parts)


def _numbered(quotes: Iterable[Quote]) -> Numbers:
    return {quote.sentence: number for number, quote in enumerate(quotes, 1)}


def _stamp(edition: Edition) -> str:
    day = f"as of {show_date(edition.published)}" if edition.published else "date unknown"
    outlets = len({article.outlet for article in edition.current})
    current = f"{outlets} current {'outlet' if outlets == 1 else 'outlets'}"
    older = f", {len(edition.older)} older" if edition.older else ""
    pace = _ABOUT_A_MINUTE if edition.minutes == 1 else f"about {edition.minutes} minutes"
    return f"{day} · {current}{older} · {pace}"


def _section(name: str, quotes: Iterable[Quote], numbers: Numbers) -> list[RenderableType]:
    return [_heading(name), *(_line(quote, numbers) for quote in quotes)]


def _heading(name: str) -> RenderableType:
    return Padding(Text(blank_controls(name), style="bold"), (1, 0, 0, 0), expand=False)


def _line(quote: Quote, numbers: Numbers) -> RenderableType:
    """Return a quote in a line with its number; older reporting is marked."""
    text = Text(" ".join(blank_controls(quote.sentence.text).split()))
    text.append(f" [{numbers[quote.sentence]}]", style="cyan")
    if quote.older:
        text.append(f" · {OLDER}, {show_published(quote.article)}", style="bold yellow")
    return _indent(text)


def _difference(item: Difference, numbers: Numbers) -> RenderableType:
    sides = ", ".join(
        f"{quote.article.outlet} [{numbers[quote.sentence]}]"
        f"{_NAMED[item.kind] if quote in item.named else ''}"
        for quote in item.quotes
    )
    line = f"“{item.about}”: {_KINDS[item.kind]}: {sides}."
    return _indent(Text(blank_controls(line), style="yellow"))


def _source(number: int, quote: Quote) -> RenderableType:
    return _indent(Text(f"[{number}] {cite(quote.article, quote.sentence)}", style="cyan"))


def _quote_block(number: int, quote: Quote) -> RenderableType:
    return styled(quote_lines(number, quote))


def _indent(text: RenderableType) -> Padding:
    return Padding(text, (0, 0, 0, 2), expand=False)
