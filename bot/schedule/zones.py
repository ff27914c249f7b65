"""Time zones by their IANA names."""

from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from bot.phrase import Phrase
from bot.schedule import refusals
from bot.schedule.recurrence import RecurrenceError


def read_zone(name: str) -> ZoneInfo:
    """Return the zone of a name, however its letters are cased; raises RecurrenceError."""
    wanted = "_".join(name.split())
    try:
        return ZoneInfo(_by_folded_name().get(wanted.casefold(), wanted))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise RecurrenceError(Phrase(refusals.NO_ZONE, typed=name)) from None


@lru_cache(maxsize=1)
def zone_names() -> tuple[str, ...]:
    """Return every zone that a person may choose, in order."""
    return tuple(sorted(name for name in available_timezones() if "/" in name or name == "UTC"))


@lru_cache(maxsize=1)
def _by_folded_name() -> dict[str, str]:
    return {name.casefold(): name for name in available_timezones()}
