"""The timeline as a page of styled text."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bot.answers.citation import OLDER, cite
from bot.briefings.dates.wording import STATUSES, show_certainty, show_interval
from bot.briefings.timeline import Event, Timeline
from bot.console.answer_lines import NOT_FOUND
from bot.console.safety import blank_controls


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
