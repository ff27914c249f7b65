"""The rows of the ledger, as the rest of the bot sees them."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row

from bot.store.schedules import Schedule


class State(StrEnum):
    """Where a row stands: open as pending or claimed, else settled."""

    PENDING = "pending"
    CLAIMED = "claimed"
    SENT = "sent"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class MessageReference:
    """A message that stands in a channel; the note tells what is not as it was asked for.

    `at` is when it came to stand there, as far as that is known.
    """

    channel: int
    message: int
    link: str
    note: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One time that one schedule came round."""

    id: int
    schedule: int
    day: date
    slot: str
    due: datetime
    opened: datetime
    state: State
    token: int
    free_at: datetime
    mark: str
    body: str | None
    shown: tuple[str, ...]
    reason: str
    settled: datetime | None
    message: MessageReference | None


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A time that came round, on its way into the ledger."""

    day: date
    slot: str
    due: datetime
    mark: str
    skipped_because: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """What a schedule, as it was read, brings into the ledger, and when it comes round next."""

    schedule: Schedule
    entries: tuple[NewEntry, ...]
    checked_until: datetime
    next_due: datetime | None


@dataclass(frozen=True, slots=True)
class Claimable:
    """A row that nobody holds, the token it had when that was seen, and the place it goes to."""

    entry: int
    token: int
    place: int


def new_row(schedule: Schedule, entry: NewEntry, now: datetime) -> dict[str, Any]:
    """Return the row of the table for a time that came round."""
    skipped = bool(entry.skipped_because)
    return {
        "schedule_id": schedule.id,
        "day": entry.day,
        "slot": entry.slot,
        "due": entry.due,
        "opened": now,
        "state": State.SKIPPED if skipped else State.PENDING,
        "token": 0,
        "holder": "",
        "free_at": min(entry.due, now),
        "mark": entry.mark,
        "shown": [],
        "reason": entry.skipped_because,
        "settled": now if skipped else None,
    }


def entry_of(row: Row[Any]) -> Entry:
    """Return what a row of the table says."""
    found: dict[str, Any] = {field.name: getattr(row, field.name, None) for field in fields(Entry)}
    found |= {"id": row.entry_id, "schedule": row.schedule_id, "state": State(row.state)}
    found["shown"] = tuple(row.shown)
    if row.message_id is not None:
        found["message"] = MessageReference(row.message_channel, row.message_id, row.message_link)
    return Entry(**found)
