"""Whether a year of schedules in twelve time zones comes round rightly, minute by minute.

    python -m tests.benchmarks.calendar_year [--year 2026] [--posting] [--zones Europe/Paris …]

Each schedule is stepped through the year on a clock of its own and held against a wall clock that
is read every minute with zoneinfo and knows nothing of the bot's code. With --posting the whole
way is gone as well, through ledger and posts on SQLite; that takes a minute or two for each zone.
"""

import argparse
import asyncio
import tempfile
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.schedule.calendar import slots
from bot.schedule.times import read_times
from bot.store.database import open_database
from bot.store.entries import State
from tests.schedule.desk import Desk
from tests.schedule.independent import ZONES, expected, wall_clock
from tests.schedule.recorder import Recorder

SCHEDULES = (
    "daily 02:30",
    "daily 00:00, 01:45, 03:00",
    "weekdays 08:00",
    "mon,thu 18:30",
    "last day of the month 23:55",
    "29 february 09:00",
)


def wanted(written: str, day: date) -> list[time]:
    """Return the times that a schedule means on a date, in this file's own words."""
    match written:
        case "daily 02:30":
            return [time(2, 30)]
        case "daily 00:00, 01:45, 03:00":
            return [time(0), time(1, 45), time(3)]
        case "weekdays 08:00":
            return [time(8)] if day.isoweekday() < 6 else []
        case "mon,thu 18:30":
            return [time(18, 30)] if day.isoweekday() in {1, 4} else []
        case "last day of the month 23:55":
            return [time(23, 55)] if (day + timedelta(days=1)).day == 1 else []
        case _:
            return [time(9)] if (day.month, day.day) == (2, 29) else []


def stepped(written: str, zone: ZoneInfo, start: datetime, end: datetime) -> list[tuple]:
    """Return all that comes round, looked up in steps of uneven length."""
    found, moment, step = [], start, 1
    while moment < end:
        following = min(moment + timedelta(minutes=step), end)
        found += slots(read_times(written), zone, start, moment, following)
        moment, step = following, step * 7 % 4999 + 1
    return [((slot.day, slot.text), slot.due) for slot in found]


async def posted(zone: str, start: datetime, end: datetime, folder: str) -> dict[str, list[tuple]]:
    """Return, for each schedule, the slots that were posted through the year."""
    database = await open_database(f"sqlite:///{folder}/{zone.replace('/', '-')}.db")
    desk = Desk(database, Recorder(Path(folder) / f"{zone.replace('/', '-')}.channels"), start)
    made = {
        written: await desk.add(written, zone, channel=number)
        for number, written in enumerate(SCHEDULES, 1)
    }
    while True:
        found = [schedule.next_due for schedule in await desk.schedules.of_guild(1)]
        desk.time = min(due for due in found if due)
        if desk.time > end:
            break
        await desk.round()
    through = {}
    for written, schedule in made.items():
        entries = await desk.ledger.of_schedule(schedule.id, 2000)
        merged = sum(entry.reason.startswith("merged into") for entry in entries)
        sent = sum(entry.state is State.SENT for entry in entries)
        if sent + merged != len(entries) or desk.recorder.doubles():
            raise SystemExit(
                f"{zone}, {written}: {sent} sent and {merged} merged of {len(entries)}"
            )
        through[written] = [((entry.day, entry.slot), entry.due) for entry in entries]
    await database.close()
    return through


def main() -> None:
    """Print a row for each zone; fail where anything is missing or double."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--year", type=int, default=datetime.now(UTC).year)
    parser.add_argument("--posting", action="store_true")
    parser.add_argument("--zones", nargs="+", default=ZONES)
    arguments = parser.parse_args()
    start = datetime(arguments.year, 1, 1, tzinfo=UTC)
    end = datetime(arguments.year + 1, 1, 1, tzinfo=UTC)
    faults = 0
    print(f"{'zone':24}{'expected':>10}{'missing':>9}{'double':>8}{'wrong':>7}")
    for name in arguments.zones:
        zone = ZoneInfo(name)
        clock = wall_clock(zone, start - timedelta(days=3), end)
        through = {}
        if arguments.posting:
            with tempfile.TemporaryDirectory(prefix="bot-year-") as folder:
                through = asyncio.run(posted(name, start, end, folder))
        total = missing = double = wrong = 0
        for written in SCHEDULES:
            due = expected(clock, lambda day, written=written: wanted(written, day))
            total += len(due)
            for found in (stepped(written, zone, start, end), through.get(written)):
                if found is None:
                    continue
                missing += len(due.keys() - dict(found).keys())
                double += len(found) - len(dict(found))
                wrong += sum(due.get(slot) != moment for slot, moment in found)
        print(f"{name:24}{total:>10}{missing:>9}{double:>8}{wrong:>7}", flush=True)
        faults += missing + double + wrong
    raise SystemExit(bool(faults))


if __name__ == "__main__":
    main()
