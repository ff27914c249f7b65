"""The rules of the ledger: marks, what is too late, when to try again, and how it is told."""

from base64 import b32encode
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from bot.schedule.calendar import Slot
from bot.store.entries import Entry
from bot.store.schedules import Schedule

ON_TIME = timedelta(minutes=5)
AWAY = "the bot was not running, or could not use its database, at the time"
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


def why_late(entry: Entry, now: datetime) -> str:
    """Say how late an edition is and why; nothing where it is on time."""
    late = now - entry.due
    return "" if late <= ON_TIME else f"{_span(late)} late: {cause_of(entry)}"


def why_not_in_time(schedule: Schedule, due: datetime, now: datetime, cause: str) -> str:
    """Say why an edition was given up."""
    hours = schedule.lateness_hours
    window = f"{hours} hour{'' if hours == 1 else 's'}" if hours else "a few minutes"
    return f"{_span(now - due)} late, and wanted within {window}: {cause}"


def why_paused(schedule: Schedule) -> str:
    """Say that a schedule was paused, and why."""
    return f"paused: {schedule.paused_because}" if schedule.paused_because else "paused"


def why_merged(day: date, slot: str) -> str:
    """Say which edition stands for one that came round before it."""
    return f"merged into the edition of {day} {slot}"


def cause_of(entry: Entry) -> str:
    """Say what has kept an edition from being on time."""
    if entry.reason:
        return entry.reason
    if entry.opened - entry.due > ON_TIME:
        return AWAY
    if entry.token > 1:
        return "the bot stopped, or lost its database, while posting it"
    return "many editions were due at the same time"


def _window(schedule: Schedule) -> timedelta:
    return max(timedelta(hours=schedule.lateness_hours), ON_TIME)


def _span(span: timedelta) -> str:
    minutes = span // timedelta(minutes=1)
    if minutes < 120:
        return f"{minutes} minutes"
    return f"{minutes // 60} hours" if minutes < 48 * 60 else f"{minutes // (24 * 60)} days"
