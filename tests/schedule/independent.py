"""When a schedule must come round, found by watching a wall clock tick; shares no code with bot."""

from datetime import datetime, timedelta

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


def wall_clock(zone, start, end, step=MINUTE):
    """Return moments at regular steps and what the clock of a zone shows at each."""
    count = (end - start) // step + 1
    moments = [start + n * step for n in range(count)]
    return [(moment, moment.astimezone(zone).replace(tzinfo=None)) for moment in moments]


def expected(clock, wanted):
    """Return {(date, time as text): moment} for the local times that `wanted` gives for a date.

    Each is met at the first step at which the clock shows that time or a later one. The first
    three days of the clock are only looked at, since what they wanted may still be under way.
    """
    (begin, first), (_, last) = clock[0], clock[-1]
    start = begin + timedelta(days=3)
    days = (last.date() - first.date()).days + 2
    times = sorted(
        datetime.combine(day, time)
        for day in (first.date() + timedelta(days=n) for n in range(days))
        for time in wanted(day)
    )
    met = {}
    reached = 0
    for moment, shown in clock:
        while reached < len(times) and times[reached] <= shown:
            if moment > start:
                local = times[reached]
                met[local.date(), local.strftime("%H:%M")] = moment
            reached += 1
    return met
