"""A schedule, its next times and what became of the last ones, as lines of Markdown."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from discord.utils import format_dt

from bot.answers.citation import MONTHS
from bot.schedule.issues import title_of
from bot.schedule.opening import next_slots
from bot.schedule.outcomes import outcome_of
from bot.schedule.texts import SHORT_WEEKDAYS
from bot.schedule.zones import read_zone
from bot.slash.commands.scheduling import texts
from bot.slash.commands.scheduling.group import place_of, when_of
from bot.slash.markdown import escape_line, fit_line
from bot.slash.speaking import say, translated
from bot.store.entries import Entry
from bot.store.schedules import Schedule, WhenNothingNew

TITLE_ROOM = 100
REASON_ROOM = 200
_NOTHING_NEW = {
    WhenNothingNew.SKIP: texts.SKIP,
    WhenNothingNew.SAY: texts.SAY,
    WhenNothingNew.SPOTLIGHT: texts.SPOTLIGHT,
}
_KINDS = {
    "briefing": texts.BRIEFING,
    "topic": texts.TOPIC,
    "timeline": texts.TIMELINE,
    "question": texts.STANDING_QUESTION,
}
_LENGTHS = {"short": texts.SHORT, "standard": texts.STANDARD, "long": texts.LONG}


def card(one: Schedule) -> str:
    """Return all that a schedule is set to."""
    kind = one.what.partition(":")[0]
    what = say(_KINDS[kind])
    if kind in {"briefing", "topic"}:
        what += f", {say(_LENGTHS[one.length])}"
    late = texts.LATE_WITHIN if one.lateness_hours else texts.NEVER_LATE
    shown = say(
        texts.PAGE,
        number=one.id,
        title=title(one),
        place=place_of(one),
        when=escape_line(when_of(one)),
        what=what,
        role=f"<@&{one.mention_role}>" if one.mention_role else say(texts.NO_ROLE_SET),
        sources=say(texts.THREAD if one.sources_thread else texts.NO_THREAD)
        + (f" · {say(texts.IS_PUBLISHED)}" if one.publish else ""),
        nothing_new=say(_NOTHING_NEW[one.when_nothing_new]),
        late=say(late, hours=one.lateness_hours),
        owner=f"<@{one.owner}>",
    )
    if one.paused:
        because = fit_line(translated(one.paused_because), REASON_ROOM) or say(texts.BY_HAND)
        shown += f"\n{say(texts.PAUSED_BECAUSE, because=because)}"
    return shown


def line(one: Schedule) -> str:
    """Return a schedule in a line of a list."""
    coming = say(texts.PAUSED_LINE) if one.paused else say(texts.NEXT_LINE, moment=next_of(one))
    return say(
        texts.LINE,
        number=one.id,
        place=place_of(one),
        title=title(one),
        when=escape_line(when_of(one)),
        next=coming,
    )


def next_of(one: Schedule) -> str:
    """Return when a schedule comes round next."""
    return format_dt(one.next_due, "F") if one.next_due else say(texts.NEVER)


def next_times(one: Schedule, now: datetime, count: int = 5) -> Iterator[str]:
    """Yield a line for each of the next times, as the schedule's clock and the reader's show it."""
    zone = read_zone(one.zone)
    for slot in next_slots(one, now, count):
        yield f"{_clock(slot.due.astimezone(zone))} · {format_dt(slot.due, 'F')}"


def outcomes(one: Schedule, entries: Iterable[Entry]) -> Iterator[str]:
    """Yield a line for each time a schedule came round: what became of it, and the post."""
    for entry in entries:
        link = f" {entry.message.link}" if entry.message else ""
        moment = _clock(entry.due.astimezone(read_zone(one.zone)))
        yield f"{moment} · {fit_line(outcome_of(entry, translated), REASON_ROOM)}{link}"


def lately(entries: Iterable[Entry], now: datetime, days: int) -> list[Entry]:
    """Return what came round in the last days."""
    return [entry for entry in entries if entry.due >= now - timedelta(days=days)]


def title(one: Schedule) -> str:
    """Return what a schedule posts as Markdown."""
    return fit_line(translated(title_of(one.what)), TITLE_ROOM)


def _clock(moment: datetime) -> str:
    """Return a moment as a clock on the wall shows it, such as Mon 2 Mar 08:00."""
    return say(
        texts.CLOCK,
        weekday=translated(SHORT_WEEKDAYS[moment.weekday()]),
        day=moment.day,
        month=translated(MONTHS[moment.month - 1]),
        time=f"{moment:%H:%M}",
    )
