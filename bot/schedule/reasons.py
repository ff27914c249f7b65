"""Why an edition was late or not posted, as phrases that are said when somebody asks."""

from datetime import date, datetime, timedelta
from typing import Final

from bot.phrase import SEMICOLON, Phrase, joined
from bot.schedule import texts
from bot.schedule.rules import ON_TIME
from bot.store.entries import Entry
from bot.store.schedules import Schedule

AWAY: Final = Phrase(texts.AWAY)
# What the name of a time has behind it where somebody asked for an edition.
BY_HAND: Final = " by hand"


def why_late(entry: Entry, now: datetime) -> str:
    """Say how late an edition is and why; nothing where it is on time."""
    late = now - entry.due
    return "" if late <= ON_TIME else Phrase(texts.LATE, span=_span(late), cause=cause_of(entry))


def why_not_in_time(schedule: Schedule, due: datetime, now: datetime, cause: str) -> str:
    """Say why an edition was given up."""
    window = _window(schedule.lateness_hours)
    return Phrase(texts.NOT_IN_TIME, span=_span(now - due), window=window, cause=cause)


def why_paused(schedule: Schedule) -> str:
    """Say that a schedule was paused, and why."""
    because = schedule.paused_because
    return Phrase(texts.PAUSED_BECAUSE, because=because) if because else Phrase(texts.PAUSED)


def why_merged(day: date, slot: str) -> str:
    """Say which edition stands for one that came round before it."""
    named = slot.removesuffix(BY_HAND)
    time = Phrase(texts.BY_HAND, time=named) if named != slot else slot
    return Phrase(texts.MERGED, day=day.isoformat(), time=time)


def cause_of(entry: Entry) -> str:
    """Say what has kept an edition from being on time."""
    if entry.reason:
        return entry.reason
    if entry.opened - entry.due > ON_TIME:
        return AWAY
    return Phrase(texts.STOPPED if entry.token > 1 else texts.MANY)


def beside(*reasons: str) -> str:
    """Return reasons in a row, those that there are."""
    return joined([reason for reason in reasons if reason], SEMICOLON, SEMICOLON)


def _window(hours: int) -> Phrase:
    if not hours:
        return Phrase(texts.A_FEW_MINUTES)
    return Phrase(texts.AN_HOUR) if hours == 1 else Phrase(texts.HOURS, count=hours)


def _span(span: timedelta) -> Phrase:
    minutes = span // timedelta(minutes=1)
    if minutes < 120:
        return Phrase(texts.MINUTES, count=minutes)
    if minutes < 48 * 60:
        return Phrase(texts.HOURS, count=minutes // 60)
    return Phrase(texts.DAYS, count=minutes // (24 * 60))
