"""The dated events in order: when, the sentence, who tells it, and how sure the date is."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from bot.briefings.dates.wording import STATUSES, show_certainty, show_interval
from bot.briefings.pictures.canvas import Picture
from bot.briefings.pictures.timeline import ROWS, timeline_picture
from bot.briefings.timeline import Event, Timeline
from bot.corpus.article import Corpus
from bot.slash import words
from bot.slash.markdown import escape_line, fit_line
from bot.slash.replies.blocks import Block, Frame, Makers, part_of, part_view
from bot.slash.replies.citing import NAME_ROOM, Cited, numbered
from bot.slash.replies.layout import PLAIN, text
from bot.slash.replies.lines import cited_blocks, not_found_view
from bot.slash.replies.pictures import Illustrated, gallery
from bot.slash.requests import TimelineRequest
from bot.slash.speaking import say, translated

# So many citations always have room in one block with the quote.
_FEW = 2


def timeline_view(
    timeline: Timeline,
    request: TimelineRequest,
    corpus: Corpus,
    start: int = 0,
    *,
    name: str = "",
    pictures: bool = False,
    spare: int = 0,
) -> Illustrated:
    """Return a timeline from a block on; with a picture of its events, if pictures are wanted.

    `spare` letters are left for what the view will stand under.
    """
    shown = say(words.TIMELINE_OF, name=fit_line(name, NAME_ROOM)) if name else say(words.TIMELINE)
    title = f"### {shown}"
    events, makers = _laid_out(timeline, corpus)
    if not makers:
        return Illustrated(not_found_view(text(title)))
    hint = f"-# {say(words.TIMELINE_HINT)}"
    if timeline.left_out:
        hint += f" {say(words.DATES_LEFT_OUT, count=timeline.left_out)}"
    head = text(f"{title}\n{hint}")
    frame = Frame([head], say(words.ANSWER_FOOTER), request, PLAIN, most=ROWS, spare=spare)
    part = part_of(makers, start, frame)
    drawn = {id(event): event for event in events[part.start : part.end]}
    picture = _picture(tuple(drawn.values())) if pictures else None
    return Illustrated(part_view(part, replace(frame, above=[head, *gallery(picture)])), picture)


def _picture(events: Sequence[Event]) -> Picture:
    return timeline_picture(events, title=say(words.TIMELINE), say=translated)


def _laid_out(timeline: Timeline, corpus: Corpus) -> tuple[Sequence[Event], Makers]:
    """Return what makes each block, and the event that it is of."""
    events: list[Event] = []
    makers: list[partial[Block]] = []
    first = 1
    for event in timeline.events:
        cited = numbered(event.quotes, corpus, first)
        first += len(event.quotes)
        if not cited:
            continue
        if len(cited) <= _FEW:
            made = [partial(_event_block, event, cited)]
        else:
            blocks = cited_blocks(cited[0], cited[1:], _heading(event))
            made = [partial(_same, block) for block in blocks]
        events += [event] * len(made)
        makers += made
    return events, makers


def _event_block(event: Event, cited: Sequence[Cited]) -> Block:
    return cited_blocks(cited[0], cited[1:], _heading(event))[0]


def _same(block: Block) -> Block:
    return block


def _heading(event: Event) -> str:
    lead = event.lead
    sure = show_certainty(lead.certainty, lead.granularity, translated)
    when = escape_line(show_interval(event.interval, translated))
    return f"**{when}** · {translated(STATUSES[lead.status])} · {sure}"
