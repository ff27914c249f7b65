"""The JSON of schedules, as docs/json.md describes it."""

from datetime import datetime
from typing import Any

from bot.answers.answer import Answer
from bot.briefings.edition import Edition
from bot.console.briefing_contract import edition_record
from bot.console.contract import quote_record
from bot.schedule.calendar import Slot
from bot.schedule.issues import Issue
from bot.schedule.zones import read_zone
from bot.store.entries import Entry
from bot.store.schedules import Schedule


def schedule_record(one: Schedule) -> dict[str, Any]:
    """Return what a schedule is set to; ids of Discord are texts, as they are in its own JSON."""
    return {
        "schedule": one.id,
        "guild": _id(one.guild),
        "channel": _id(one.channel),
        "user": _id(one.user),
        "times": one.recurrence,
        "zone": one.zone,
        "what": one.what,
        "length": one.length,
        "role": _id(one.mention_role),
        "sources_thread": one.sources_thread,
        "publish": one.publish,
        "when_nothing_new": one.when_nothing_new.value,
        "late_hours": one.lateness_hours,
        "paused": one.paused,
        "paused_because": one.paused_because,
        "next": _moment(one.next_due),
    }


def slot_record(one: Schedule, slot: Slot) -> dict[str, Any]:
    """Return a time at which a schedule comes round."""
    return {"schedule": one.id, "due": _moment(slot.due), "local": local(one, slot.due)}


def entry_record(one: Schedule, entry: Entry) -> dict[str, Any]:
    """Return what became of a time."""
    return {
        "schedule": one.id,
        "due": _moment(entry.due),
        "local": local(one, entry.due),
        "state": entry.state.value,
        "reason": entry.reason,
        "link": entry.message.link if entry.message else None,
    }


def issue_record(one: Schedule, issue: Issue, now: datetime) -> dict[str, Any]:
    """Return what is posted: an edition whole, anything else by its quotes."""
    content = issue.content
    return {
        "schedule": one.id,
        "at": _moment(now),
        "title": issue.title,
        "lead": issue.lead.value,
        "edition": edition_record(content) if isinstance(content, Edition) else None,
        "answered": content.answered if isinstance(content, Answer) else None,
        "quotes": [quote_record(quote) for quote in issue.quotes],
    }


def skipped_record(one: Schedule, because: str, now: datetime) -> dict[str, Any]:
    """Return that nothing is posted, and why."""
    return {"schedule": one.id, "at": _moment(now), "skipped": because}


def local(one: Schedule, moment: datetime) -> str:
    """Return a moment as the clock of a schedule shows it."""
    return moment.astimezone(read_zone(one.zone)).isoformat(timespec="minutes")


def _id(number: int | None) -> str | None:
    return None if number is None else str(number)


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
