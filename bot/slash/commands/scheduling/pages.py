"""A schedule, its next times and what became of the last ones, as lines of Markdown."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

import discord
from discord.utils import format_dt

from bot.schedule.issues import title_of
from bot.schedule.opening import next_slots
from bot.schedule.outcomes import outcome_of
from bot.schedule.zones import read_zone
from bot.slash.commands.scheduling import texts
from bot.slash.commands.scheduling.group import place_of, say, when_of
from bot.slash.markdown import escape_line, fit_line
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

Interaction = discord.Interaction[Any]


def card(interaction: Interaction, one: Schedule) -> str:
    """Return all that a schedule is set to."""
    kind = one.what.partition(":")[0]
    what = say(interaction, _KINDS[kind])
    if kind in {"briefing", "topic"}:
        what += f", {say(interaction, _LENGTHS[one.length])}"
    late = texts.LATE_WITHIN if one.lateness_hours else texts.NEVER_LATE
    shown = say(
        interaction,
        texts.PAGE,
        number=one.id,
        title=title(one),
        place=place_of(one),
        when=escape_line(when_of(one)),
        what=what,
        role=f"<@&{one.mention_role}>" if one.mention_role else say(interaction, texts.NO_ROLE_SET),
        sources=say(interaction, texts.THREAD if one.sources_thread else texts.NO_THREAD)
        + (f" · {say(interaction, texts.IS_PUBLISHED)}" if one.publish else ""),
        nothing_new=say(interaction, _NOTHING_NEW[one.when_nothing_new]),
        late=say(interaction, late, hours=one.lateness_hours),
        owner=f"<@{one.owner}>",
    )
    if one.paused:
        because = fit_line(one.paused_because, REASON_ROOM) or say(interaction, texts.BY_HAND)
        shown += f"\n{say(interaction, texts.PAUSED_BECAUSE, because=because)}"
    return shown


def line(interaction: Interaction, one: Schedule) -> str:
    """Return a schedule in a line of a list."""
    if one.paused:
        coming = say(interaction, texts.PAUSED_LINE)
    else:
        coming = say(interaction, texts.NEXT_LINE, moment=next_of(interaction, one))
    return say(
        interaction,
        texts.LINE,
        number=one.id,
        place=place_of(one),
        title=title(one),
        when=escape_line(when_of(one)),
        next=coming,
    )


def next_of(interaction: Interaction, one: Schedule) -> str:
    """Return when a schedule comes round next."""
    return format_dt(one.next_due, "F") if one.next_due else say(interaction, texts.NEVER)


def next_times(one: Schedule, now: datetime, count: int = 5) -> Iterator[str]:
    """Yield a line for each of the next times, as the schedule's clock and the reader's show it."""
    zone = read_zone(one.zone)
    for slot in next_slots(one, now, count):
        local = slot.due.astimezone(zone)
        yield f"{local:%a} {local.day} {local:%b %H:%M} · {format_dt(slot.due, 'F')}"


def outcomes(one: Schedule, entries: Iterable[Entry]) -> Iterator[str]:
    """Yield a line for each time a schedule came round: what became of it, and the post."""
    for entry in entries:
        link = f" {entry.message.link}" if entry.message else ""
        moment = entry.due.astimezone(read_zone(one.zone))
        yield (
            f"{moment:%a} {moment.day} {moment:%b %H:%M}"
            f" · {fit_line(outcome_of(entry), REASON_ROOM)}{link}"
        )


def lately(entries: Iterable[Entry], now: datetime, days: int) -> list[Entry]:
    """Return what came round in the last days."""
    return [entry for entry in entries if entry.due >= now - timedelta(days=days)]


def title(one: Schedule) -> str:
    """Return what a schedule posts as Markdown."""
    return fit_line(title_of(one.what), TITLE_ROOM)
