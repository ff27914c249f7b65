"""Cron means what cron means, which is not what APScheduler makes of it."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from apscheduler.triggers.cron import CronTrigger
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.schedule.calendar import upcoming
from bot.schedule.recurrence import RecurrenceError
from bot.schedule.times import read_times

START = datetime(2026, 1, 1, tzinfo=UTC)
NAMES = ["sun", "mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def days_of(cron, count=3):
    found = upcoming(read_times(cron), ZoneInfo("UTC"), START, START, count)
    return [slot.due.strftime("%a").lower() for slot in found]


@pytest.mark.parametrize("number", range(8))
def test_weekdays_count_from_sunday(number):
    assert days_of(f"0 8 * * {number}") == [NAMES[number]] * 3
    assert days_of(f"0 8 * * {NAMES[number]}") == [NAMES[number]] * 3


def test_apscheduler_would_have_fired_on_tuesday():
    """The trap itself: where this fails, APScheduler has changed its numbers."""
    trigger = CronTrigger.from_crontab("0 8 * * 1", timezone="UTC")
    assert trigger.get_next_fire_time(None, START).strftime("%a") == "Tue"
    assert days_of("0 8 * * 1") == ["mon"] * 3


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("0 8 * * mon-fri", "mon,tue,wed,thu,fri 08:00"),
        ("0 8 * * 1-5", "mon,tue,wed,thu,fri 08:00"),
        ("0 8 * * 5-7", "fri,sat,sun 08:00"),
        ("0 8 * * sat-sun", "sat,sun 08:00"),
        ("0 8 * * sun-tue", "mon,tue,sun 08:00"),
        ("0 8 * * 0-6", "daily 08:00"),
        ("0 8 * * */2", "tue,thu,sat,sun 08:00"),
        ("30 6,18 * * *", "daily 06:30,18:30"),
        ("0 */6 * * *", "daily 00:00,06:00,12:00,18:00"),
        ("0 9 l * *", "day last 09:00"),
        ("0 9 1 jan,jul *", "jan,jul day 1 09:00"),
        ("0 9 13 * fri", "day 13 or fri 09:00"),
        ("0 9 */10 * fri", "day 1,11,21,31 and fri 09:00"),
        ("0 9 1-31 * fri", "daily 09:00"),
        ("0 9 ? * 2", "tue 09:00"),
        ("@weekly", "sun 00:00"),
        ("cron 5 4 * * *", "daily 04:05"),
    ],
)
def test_the_fields_are_read(written, stored):
    assert str(read_times(written)) == stored


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("0 8 * *", "4 fields"),
        ("0 0 8 * * 1", "seconds are not known"),
        ("60 8 * * *", "minute “60” is not one of 0 to 59"),
        ("0 24 * * *", "hour “24”"),
        ("0 8 0 * *", "day “0”"),
        ("0 8 * 13 *", "month “13”"),
        ("0 8 * * 8", "weekday “8” is not one of 0 to 7, or a name"),
        ("0 8 * * monkey", "weekday “monkey”"),
        ("0 8 * * 5-1", "runs backwards"),
        ("*/0 8 * * *", "a step of 0"),
        ("0 8 * * mon#2", "“mon#2” can't be read"),
        ("0 8 30 2 *", "never a day 30 in February"),
        ("* 8 * * *", "too close"),
        ("@fortnightly", "is not one of @hourly"),
    ],
)
def test_a_faulty_field_is_named(written, told):
    with pytest.raises(RecurrenceError, match=re.escape(told)):
        read_times(written)


def fields(low, high, least=1):
    numbers = st.integers(low, high)
    lists = st.lists(numbers, min_size=least, max_size=3, unique=True)
    steps = st.integers(least, 7).map("*/{}".format)
    return lists.map(lambda found: ",".join(map(str, found))) | steps | st.just("*")


@settings(deadline=None)
@given(
    st.integers(0, 59),
    st.integers(0, 23),
    fields(1, 28),
    fields(1, 12),
    st.lists(st.sampled_from(NAMES), max_size=3).map(",".join),
    st.booleans(),
)
def test_without_a_change_of_clocks_it_agrees_with_apscheduler(
    minute, hour, day, month, weekday, by_weekday
):
    """Only one of date and weekday is limited, since there the two differ on purpose."""
    day, weekday = ("*", weekday or "*") if by_weekday else (day, "*")
    found = upcoming(
        read_times(f"{minute} {hour} {day} {month} {weekday}"), ZoneInfo("UTC"), START, START, 6
    )
    trigger = CronTrigger(
        minute=minute, hour=hour, day=day, month=month, day_of_week=weekday, timezone="UTC"
    )
    theirs, moment = [], START + timedelta(seconds=1)
    for _ in range(6):
        moment = trigger.get_next_fire_time(None, moment)
        theirs.append(moment)
        moment += timedelta(seconds=1)
    assert [slot.due for slot in found] == theirs
