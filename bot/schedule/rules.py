"""The rules of the ledger: marks, what is too late, and when to try again."""

from base64 import b32encode
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from bot.schedule.calendar import Slot
from bot.store.entries import Entry
from bot.store.schedules import Schedule

ON_TIME = timedelta(minutes=5)
_FIRST_WAIT = timedelta(seconds=5)
_LONGEST_WAIT = timedelta(minutes=5)
_DAY = 24 * 60 * 60


def mark_of(schedule: Schedule, slot: Slot) -> str:
    """Return what a post is known by: the same each time it is asked for, 20 characters long.

    It doubles as Discord's nonce, which holds up to 25.
    """
    made = schedule.created.astimezone(UTC).isoformat()
    named = f"{schedule.id} {made} {slot.day.isoformat()} {slot.text}"
    return b32encode(sha256(named.encode()).digest())[:20].decode().lower()


def is_too_late(schedule: Schedule, due: datetime, now: datetime) -> bool:
    """Say whether an edition is no longer wanted."""
    return now - due > _window(schedule)


def next_attempt(schedule: Schedule, entry: Entry, now: datetime, asked_for: float) -> datetime:
    """Return when to try again: later each time, after as long as was asked for at least.

    The moment it becomes too late for the edition is not waited past: that is to be told.
    """
    doubled = _FIRST_WAIT * (1 << min(max(entry.token, 1) - 1, 10))
    wait = max(min(doubled, _LONGEST_WAIT), timedelta(seconds=min(asked_for, _DAY)))
    given_up = entry.due + _window(schedule) + timedelta(seconds=1)
    return min(now + wait, given_up) if given_up > now else now + wait


def _window(schedule: Schedule) -> timedelta:
    return max(timedelta(hours=schedule.lateness_hours), ON_TIME)
