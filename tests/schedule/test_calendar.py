"""Each local time comes round once, whatever clocks do; checked by hand and against a wall clock."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.schedule.calendar import moment_of, slots, upcoming
from bot.schedule.recurrence import RecurrenceError
from bot.schedule.times import read_times
from bot.schedule.zones import read_zone, zone_names
from tests.schedule.independent import ZONES, expected, wall_clock

PARIS = ZoneInfo("Europe/Paris")
ANCHOR = datetime(2026, 1, 1, tzinfo=UTC)


def between(written, zone, start, end, anchor=ANCHOR):
    found = slots(read_times(written), ZoneInfo(zone), anchor, start, end)
    return [(slot.day.isoformat(), slot.text, f"{slot.due:%d %H:%M}") for slot in found]


def utc(*numbers):
    return datetime(*numbers, tzinfo=UTC)


def test_a_time_in_the_gap_comes_at_the_first_moment_after_it():
    assert between("daily 02:30", "Europe/Paris", utc(2026, 3, 28), utc(2026, 3, 30)) == [
        ("2026-03-28", "02:30", "28 01:30"),
        ("2026-03-29", "02:30", "29 01:00"),
    ]


def test_every_time_in_the_gap_keeps_its_own_name():
    start, end = utc(2026, 3, 28, 23, 59), utc(2026, 3, 29, 1, 30)
    found = between("0,30 1-3 * * *", "Europe/Paris", start, end)
    assert found == [
        ("2026-03-29", "01:00", "29 00:00"),
        ("2026-03-29", "01:30", "29 00:30"),
        ("2026-03-29", "02:00", "29 01:00"),
        ("2026-03-29", "02:30", "29 01:00"),
        ("2026-03-29", "03:00", "29 01:00"),
        ("2026-03-29", "03:30", "29 01:30"),
    ]


def test_a_time_in_the_fold_comes_once_at_the_first():
    assert between("daily 02:30", "Europe/Paris", utc(2026, 10, 24, 12), utc(2026, 10, 26)) == [
        ("2026-10-25", "02:30", "25 00:30"),
    ]


def test_hours_that_have_passed_are_counted_through_gap_and_fold():
    for start in (utc(2026, 3, 28), utc(2026, 10, 24)):
        end = start + timedelta(days=3)
        found = slots(read_times("every 5 hours"), PARIS, start, start, end)
        assert [slot.due for slot in found] == [
            start + timedelta(hours=5 * n) for n in range(1, 15)
        ]
        assert len({(slot.day, slot.text) for slot in found}) == len(found)


def test_half_an_hour_of_lord_howe():
    zone = "Australia/Lord_Howe"
    assert between("daily 02:15", zone, utc(2026, 10, 3), utc(2026, 10, 4)) == [
        ("2026-10-04", "02:15", "03 15:30")
    ]
    assert between("daily 01:45", zone, utc(2026, 4, 4), utc(2026, 4, 5)) == [
        ("2026-04-05", "01:45", "04 14:45")
    ]


def test_a_day_that_samoa_left_out_comes_at_the_start_of_the_next():
    assert between("daily 08:00", "Pacific/Apia", utc(2011, 12, 29), utc(2011, 12, 31, 12)) == [
        ("2011-12-29", "08:00", "29 18:00"),
        ("2011-12-30", "08:00", "30 10:00"),
        ("2011-12-31", "08:00", "30 18:00"),
    ]


def test_a_zone_that_changed_its_rules():
    """Moscow left summer time for good in 2014; Cairo took it up again in 2023."""
    moscow = between("daily 08:00", "Europe/Moscow", utc(2014, 10, 25), utc(2014, 10, 27))
    assert [due for _, _, due in moscow] == ["25 04:00", "26 05:00"]
    cairo = between("fri 00:30", "Africa/Cairo", utc(2023, 4, 20), utc(2023, 5, 5))
    assert [due for _, _, due in cairo] == ["20 22:30", "27 22:00", "04 21:30"]


def test_29_february_comes_in_leap_years_only():
    found = upcoming(read_times("29 february 09:00"), PARIS, ANCHOR, utc(2096, 1, 1), 3)
    assert [slot.day for slot in found] == [date(2096, 2, 29), date(2104, 2, 29), date(2108, 2, 29)]


def test_29_february_on_a_sunday_is_still_found():
    """The year 2100 has no such day, so that 40 years lie between two."""
    found = upcoming(read_times("0 9 29 2 */7"), PARIS, ANCHOR, utc(2088, 1, 1), 1)
    found += upcoming(read_times("0 9 29 2 */7"), PARIS, ANCHOR, utc(2088, 3, 1), 1)
    assert [slot.day for slot in found] == [date(2088, 2, 29), date(2128, 2, 29)]


def test_the_last_day_of_each_month():
    found = upcoming(read_times("last day of the month 09:00"), PARIS, ANCHOR, utc(2028, 1, 1), 4)
    assert [slot.day.day for slot in found] == [31, 29, 31, 30]


def test_midnight_where_clocks_skip_it():
    """Santiago's clocks go from 00:00 to 01:00."""
    assert between("daily 00:00", "America/Santiago", utc(2026, 9, 6), utc(2026, 9, 6, 12)) == [
        ("2026-09-06", "00:00", "06 04:00")
    ]


WORDS = ("daily 02:30", "0,30 0-3 * * *", "weekdays 08:00", "last day of the month 23:55")


def fits(written):
    """Say for a date which times are wanted, in the words of the test alone."""
    half_hours = [time(hour, minute) for hour in range(4) for minute in (0, 30)]

    def wanted(day):
        match written:
            case "daily 02:30":
                return [time(2, 30)]
            case "0,30 0-3 * * *":
                return half_hours
            case "weekdays 08:00":
                return [time(8)] if day.isoweekday() <= 5 else []
            case _:
                return [time(23, 55)] if (day + timedelta(days=1)).day == 1 else []

    return wanted


@pytest.mark.parametrize("zone", ZONES)
def test_a_year_stepped_unevenly_misses_nothing_and_doubles_nothing(zone):
    start, end = utc(2026, 1, 1), utc(2027, 1, 1)
    clock = wall_clock(ZoneInfo(zone), start - timedelta(days=3), end, timedelta(minutes=5))
    for written in WORDS:
        recurrence = read_times(written)
        found = []
        moment, step = start, 1
        while moment < end:
            following = min(moment + timedelta(minutes=step), end)
            found += slots(recurrence, ZoneInfo(zone), ANCHOR, moment, following)
            moment, step = following, step * 7 % 4999 + 1
        assert len({(slot.day, slot.text) for slot in found}) == len(found)
        wanted = expected(clock, fits(written))
        assert {(slot.day, slot.text): slot.due for slot in found} == wanted


@settings(deadline=None, max_examples=200)
@given(
    st.sampled_from(sorted(zone_names())),
    st.datetimes(datetime(1950, 1, 1), datetime(2060, 1, 1)),  # noqa: DTZ001
)
# The second of two moments may be written at the start of a gap, where there is none.
@example("Europe/Vaduz", datetime(2013, 3, 31, 2, fold=1))  # noqa: DTZ001
def test_in_any_zone_and_year_a_moment_is_the_first_that_shows_the_time(name, local):
    zone = ZoneInfo(name)
    local = local.replace(second=0, microsecond=0)
    moment = moment_of(local.date(), local.time(), zone)
    assert moment.astimezone(zone).replace(tzinfo=None) >= local
    before = moment - timedelta(seconds=1)
    assert before.astimezone(zone).replace(tzinfo=None) < local


@settings(deadline=None, max_examples=50)
@given(st.lists(st.integers(0, 90 * 24 * 60), min_size=2, max_size=6).map(sorted))
def test_however_time_is_cut_the_same_comes_round(cuts):
    for written in ("0,30 1-3 * * *", "every 7 hours"):
        recurrence = read_times(written)
        moments = [utc(2026, 2, 1) + timedelta(minutes=cut) for cut in cuts]
        whole = slots(recurrence, PARIS, ANCHOR, moments[0], moments[-1])
        pieces = [
            slot
            for first, last in pairwise(moments)
            for slot in slots(recurrence, PARIS, ANCHOR, first, last)
        ]
        assert list(whole) == pieces


@pytest.mark.parametrize("written", ["europe/paris", "Europe/Paris", " america/new york "])
def test_zones_are_found_by_name(written):
    assert read_zone(written).key in {"Europe/Paris", "America/New_York"}


@pytest.mark.parametrize(
    "written", ["", "Paris", "../../etc/passwd", "GMT+25", "Europe/\0", "x" * 999]
)
def test_what_is_no_zone_is_refused(written):
    with pytest.raises(RecurrenceError, match="is no time zone"):
        read_zone(written)
