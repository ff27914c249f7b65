"""The command `timeline`, as text and as JSON."""

from argparse import Namespace
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bot.answers.answer import Quote
from bot.answers.answering import Answerer
from bot.answers.citation import cite
from bot.briefings.dates.expression import TemporalExpression
from bot.briefings.dates.wording import STATUSES, show_certainty, show_interval
from bot.briefings.people import meant
from bot.briefings.timeline import Event, Timeline, Timelines
from bot.console.arguments import UsageError
from bot.console.contract import quote_record
from bot.console.output import Output
from bot.console.safety import blank_controls
from bot.console.text import NOT_FOUND, OLDER
from bot.corpus.names import Name


def run_timeline(
    timelines: Timelines, answerer: Answerer, arguments: Namespace, output: Output
) -> tuple[Quote, ...] | None:
    """Write a timeline and return its quotes as numbered, or None for an empty one."""
    if arguments.first and arguments.last and arguments.first > arguments.last:
        raise UsageError("--from is later than --to; exchange the two days")
    name = _name(arguments.name, answerer) if arguments.name else None
    timeline = timelines.timeline(
        answerer.within(as_of=arguments.as_of),
        arguments.first,
        arguments.last,
        name,
        everything=arguments.all,
    )
    if arguments.json:
        for event in timeline.events:
            output.record(event_record(event, single=arguments.all))
    else:
        output.page(timeline_page(timeline))
    return timeline.quotes or None


def event_record(event: Event, *, single: bool) -> dict[str, Any]:
    """Return an event, or a single expression, with the place of its words and sentences."""
    lead, interval = event.lead, event.interval
    record: dict[str, Any] = {
        "from": interval.first.isoformat() if interval else None,
        "to": interval.last.isoformat() if interval else None,
        "granularity": lead.granularity.value,
        "certainty": lead.certainty.value,
        "status": lead.status.value,
        "expression": _expression(lead),
        "sentence": quote_record(event.quotes[0]),
    }
    if single:
        return record | {"minor": lead.minor}
    return record | {
        "outlets": list(event.outlets),
        "also": [
            {"expression": _expression(telling.expression), "sentence": quote_record(telling.quote)}
            for telling in event.tellings[1:]
        ],
    }


def timeline_page(timeline: Timeline) -> RenderableType:
    """Return the events in order: when, the sentence, who tells it and how sure the date is."""
    if not timeline.events:
        return Text(NOT_FOUND, style="bold yellow")
    grid = Table.grid(padding=(0, 2))
    grid.add_column(width=24, style="bold")
    grid.add_column()
    number = 1
    for event in timeline.events:
        grid.add_row(show_interval(event.interval), _event(event, number))
        number += len(event.quotes)
    parts: list[RenderableType] = [grid]
    if timeline.left_out:
        left_out = f"{timeline.left_out} minor or open dates left out; --all shows them."
        parts.append(Text(left_out, style="dim"))
    return Group(*parts)


def _event(event: Event, number: int) -> RenderableType:
    lead = event.lead
    text = Text(blank_controls(lead.sentence.text))
    for start, end in event.quotes[0].highlights:
        text.stylize("bold", start, end)
    sure = show_certainty(lead.certainty, lead.granularity)
    parts: list[RenderableType] = [Text(" ").join(text.split())]
    for at, quote in enumerate(event.quotes, number):
        line = Text(f"[{at}] {cite(quote.article, quote.sentence)}", style="cyan")
        if at == number:
            line.append(f" · {STATUSES[lead.status]} · {sure}", style="dim")
        if quote.older:
            line.append(f" · {OLDER}", style="bold yellow")
        parts.append(line)
    return Group(*parts, Text(""))


def _expression(expression: TemporalExpression) -> dict[str, Any]:
    return {
        "file": expression.sentence.file,
        "start": expression.start,
        "end": expression.end,
        "text": expression.text,
    }


def _name(words: list[str], answerer: Answerer) -> Name:
    asked = " ".join(words)
    found = meant(asked, answerer.index)
    if len(found) == 1:
        return found[0]
    if found:
        choices = ", ".join(name.name for name in found)
        raise UsageError(f"{asked!r} may mean several; choose one of {choices}")
    known = ", ".join(name.name for name in answerer.index.corpus.names.entries[:50])
    raise UsageError(f"{asked!r} is no name of this story; it knows {known or 'none'}")
