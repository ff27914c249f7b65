"""The command `timeline`, as text and as JSON."""

from argparse import Namespace
from typing import Any

from bot.answers.answer import Quote
from bot.answers.answering import Answerer
from bot.briefings.dates.expression import TemporalExpression
from bot.briefings.people import meant
from bot.briefings.timeline import Event, Timelines
from bot.console.arguments import UsageError
from bot.console.contract import quote_record
from bot.console.output import Output
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
        from bot.console.timeline_text import timeline_page

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
