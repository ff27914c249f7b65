"""A timeline as a picture: a rail of dots, each with its date, its sentence and its outlets."""

from collections.abc import Sequence
from textwrap import shorten

from bot.briefings.dates.expression import Status, TemporalExpression
from bot.briefings.dates.wording import STATUSES, show_interval
from bot.briefings.pictures.canvas import MARGIN, Canvas, Picture, Theme, breadth, wrap
from bot.briefings.timeline import Event
from bot.phrase import Say, in_english

ROWS = 8
# As many characters as a description of a picture may have where it is posted.
ALT = 1024
MORE = "and {count} more"
NOTHING_DATED = "Nothing is dated"
_SAID = 70
_TITLE, _DATE, _QUOTE, _OUTLETS = 34, 27, 25, 21
_RAIL = MARGIN + 10
_LEFT = _RAIL + 34
_LINES = 3


def timeline_picture(
    events: Sequence[Event],
    theme: Theme = Theme.DARK,
    title: str = "Timeline",
    say: Say = in_english,
) -> Picture:
    """Draw the first events given, in their order, at a phone's width."""
    shown = events[:ROWS]
    canvas = Canvas(theme)
    palette = canvas.palette
    canvas.text(MARGIN, 62, title, _TITLE, palette.ink, bold=True)
    y = 100.0
    dots: list[float] = []
    for event in shown:
        dots.append(y + 14)
        y = _row(canvas, event, y, say)
    if dots:
        rail = Canvas(theme)
        rail.line(_RAIL, dots[0], _RAIL, dots[-1], palette.rule, 4)
        canvas.put_below(rail)
    rest = len(events) - len(shown)
    if rest:
        canvas.text(_LEFT, y + 10, say(MORE).format(count=rest), _OUTLETS, palette.faint)
        y += 36
    return canvas.picture(title, _alt(shown, rest, title, say), y + 10)


def _row(canvas: Canvas, event: Event, y: float, say: Say) -> float:
    """Draw one event from y down, and return where the next begins."""
    palette = canvas.palette
    status = event.lead.status
    colour = {Status.PLANNED: palette.planned, Status.REPORTED: palette.reported}.get(
        status, palette.accent
    )
    room = canvas.width - MARGIN - _LEFT
    canvas.dot(_RAIL, y + 14, 10, colour, filled=status is Status.PAST)
    when = show_interval(event.interval, say)
    canvas.text(_LEFT, y + 24, when, _DATE, colour, bold=True)
    if status is not Status.PAST:
        beside = _LEFT + breadth(when, _DATE, bold=True) + 10
        canvas.text(beside, y + 24, f"· {say(STATUSES[status])}", _OUTLETS, palette.faint)
    y += 24
    for line in _quoted(event.lead, room):
        y += 35
        canvas.text(_LEFT, y, line, _QUOTE, palette.ink)
    for line in wrap(" · ".join(event.outlets), _OUTLETS, room, 1):
        y += 33
        canvas.text(_LEFT, y, line, _OUTLETS, palette.faint)
    return y + 34


def _quoted(expression: TemporalExpression, room: float) -> list[str]:
    """Return the quote in lines; one too long begins late enough to show the words of the date."""
    sentence = expression.sentence
    before = sentence.text[: expression.end - sentence.start]
    rest = sentence.text[len(before) :]
    words = before.split()
    for first in range(len(words)):
        kept = " ".join(words[first:])
        whole = wrap(f"{'…' if first else '“'}{kept}{rest}”", _QUOTE, room, _LINES)
        if " ".join(whole)[1:].startswith(kept):
            return whole
    return wrap(f"“{sentence.text}”", _QUOTE, room, _LINES)


def _alt(events: Sequence[Event], rest: int, title: str, say: Say) -> str:
    """Say in words what the picture shows, as long as a description may be."""
    rows = (
        f"{show_interval(event.interval, say)}, {say(STATUSES[event.lead.status])}: "
        f"{shorten(' '.join(event.lead.sentence.text.split()), _SAID, placeholder='…')}"
        f" ({', '.join(event.outlets)})"
        for event in events
    )
    told = [*rows, say(MORE).format(count=rest)] if rest else list(rows)
    words = f"{title}. {'; '.join(told) or say(NOTHING_DATED)}."
    return words if len(words) <= ALT else f"{words[: ALT - 1]}…"
