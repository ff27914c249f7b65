"""When a schedule must come round, found by watching a wall clock tick; shares no code with bot."""

from datetime import UTC, datetime, timedelta

MINUTE = timedelta(minutes=1)
ZONES = (
    "Europe/Paris",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "America/St_Johns",
    "Pacific/Chatham",
    "America/Santiago",
    "Africa/Cairo",
    "Asia/Tokyo",
    "UTC",
)


def wall_clock(zone, start, end):
    """Yield each minute and what the clock of a zone shows then."""
    moment = start
    while moment <= end:
        yield moment, moment.astimezone(zone).replace(tzinfo=None)
        moment += MINUTE


def expected(zone, start, end, wanted):
    """Return {(date, time as text): moment} for the local times that `wanted` gives for a date.

    Each is met in the first minute in which the clock shows that time or a later one. A gap or a
    fold is never wider than a day, so that times of two days before the start may still come.
    """
    first = start.astimezone(zone).date() - timedelta(days=3)
    days = (end.astimezone(zone).date() - first).days + 3
    times = sorted(
        datetime.combine(day, clock)
        for day in (first + timedelta(days=n) for n in range(days))
        for clock in wanted(day)
    )
    met = {}
    reached = 0
    highest = datetime.min
    for moment, shown in wall_clock(zone, start - timedelta(days=2), end):
        highest = max(highest, shown)
        while reached < len(times) and times[reached] <= highest:
            if start < moment <= end:
                local = times[reached]
                met[local.date(), local.strftime("%H:%M")] = moment.astimezone(UTC)
            reached += 1
    return met
