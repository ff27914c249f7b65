"""What people write as days and times is read as they mean it, or they are told what is wrong."""

import re
from datetime import time, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.schedule.recurrence import Daily, Days, Every, RecurrenceError, checked
from bot.schedule.times import EXAMPLES, read_times


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("weekdays 08:00", "mon,tue,wed,thu,fri 08:00"),
        ("Weekdays at 8am.", "mon,tue,wed,thu,fri 08:00"),
        ("every weekday at 7.15", "mon,tue,wed,thu,fri 07:15"),
        ("every 6 hours", "every 6 hours"),
        ("hourly", "every hour"),
        ("every 90 minutes", "every 90 minutes"),
        ("every 120 minutes", "every 2 hours"),
        ("mon,thu 18:30", "mon,thu 18:30"),
        ("Monday and Thursday, 6:30 p.m.", "mon,thu 18:30"),
        ("on tuesdays & saturdays at 21h00", "tue,sat 21:00"),
        ("fri-mon 10:00", "mon,fri,sat,sun 10:00"),
        ("from monday to wednesday 9am", "mon,tue,wed 09:00"),
        ("mon-sun 9:00", "daily 09:00"),
        ("daily 8am", "daily 08:00"),
        ("08:00", "daily 08:00"),
        ("8 o’clock", "daily 08:00"),
        ("every day at 08:00 and 18:00", "daily 08:00,18:00"),
        ("daily noon, midnight", "daily 00:00,12:00"),
        ("daily 12am 12pm", "daily 00:00,12:00"),
        ("daily 24:00", "daily 00:00"),
        ("weekends 10:00", "sat,sun 10:00"),
        ("last day of the month 09:00", "day last 09:00"),
        ("on the first and last day of the month at 9am", "day 1,last 09:00"),
        ("on the 1st and 15th of the month at 9am", "day 1,15 09:00"),
        ("monthly on the 5th 09:00", "day 5 09:00"),
        ("day 1-3 09:00", "day 1,2,3 09:00"),
        ("second tuesday of the month 10:00", "day 8,9,10,11,12,13,14 and tue 10:00"),
        ("29 february 09:00", "feb day 29 09:00"),
        ("Dec 24th 18:00", "dec day 24 18:00"),
        ("nov-feb daily 08:00", "jan,feb,nov,dec daily 08:00"),
    ],
)
def test_plain_words_are_read(written, stored):
    assert str(read_times(written)) == stored


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("", "nothing written"),
        ("daily", "at what time"),
        ("every day", "At what time of the day"),
        ("every week", "on which days"),
        ("mon 8", "“8” may be an hour or a day: write 08:00 or “day 8”"),
        ("every monday 0830", "write 08:30"),
        ("daily 25:00", "“25:00” is no time of the day"),
        ("daily 13pm", "an hour from 1 to 12"),
        ("blursday 08:00", "“blursday” is not understood"),
        ("mon 08:00 europe/paris", "“europe/paris” is not understood"),
        ("daily mon 08:00", "every day and names single days"),
        ("every month 09:00", "On which days"),
        ("daily 2am to 8am", "A range of hours"),
        ("mon - 5th 08:00", "A range runs between"),
        ("mon- 08:00", "A range"),
        ("08:00 mon-", "middle of a range"),
        ("day 20-10 08:00", "runs backwards"),
        ("day 32 08:00", "no day 32"),
        ("30 february 08:00", "never a day 30 in February"),
        ("31 april, june 08:00", "never a day 31 in April or June"),
        ("every 2 minutes", "from every 5 minutes"),
        ("every 0 hours", "from every 5 minutes"),
        ("every 200 hours", "to every 168 hours"),
        ("every 2 days at 08:00", "every 48 hours"),
        ("every other week mon 08:00", "Every other day or week"),
        ("every 6 hours at 08:00", "counts from the moment"),
        ("daily 08:00 08:01", "too close"),
        ("daily 23:59 00:00", "too close"),
        ("mon or tue 08:00", "“or” stands between"),
        ("x" * 3000, "longer than"),
    ],
)
def test_what_is_wrong_is_told_with_examples(written, told):
    with pytest.raises(RecurrenceError) as caught:
        read_times(written)
    assert told in str(caught.value)
    assert all(sample in str(caught.value) for sample in EXAMPLES)


@pytest.mark.parametrize("written", EXAMPLES)
def test_the_examples_shown_are_understood(written):
    assert read_times(written)


def sets(low, high):
    return st.frozensets(st.integers(low, high), max_size=6)


@st.composite
def recurrences(draw):
    if draw(st.booleans()):
        return Every(timedelta(minutes=draw(st.integers(5, 7 * 24 * 60))))
    minutes = draw(st.sets(st.integers(0, 287), min_size=1, max_size=300))
    month_days = draw(sets(1, 28) | sets(-28, -1))
    weekdays = draw(sets(0, 6))
    both = bool(month_days and weekdays)
    days = Days(draw(sets(1, 12)), month_days, weekdays, either=draw(st.booleans()) and both)
    return Daily(tuple(time(n // 12, n % 12 * 5) for n in sorted(minutes)), days)


@settings(deadline=None)
@given(recurrences())
@example(read_times("*/5 * * * *"))
def test_the_stored_form_is_read_as_the_same_again(recurrence):
    assert read_times(str(checked(recurrence))) == recurrence


words = st.sampled_from(
    "every daily weekdays mon thu fri-mon last first day of the month or and 1st 31st 8 08:00 6pm"
    " to - 29 feb hours 6 */5 * 0 1-5 @daily minutes noon each other , 24:00 cron L mon#2 99".split()
)


@settings(deadline=None)
@given(st.text(max_size=60) | st.lists(words, max_size=8).map(" ".join))
def test_any_text_is_read_or_refused_with_a_reason(text):
    try:
        found = read_times(text)
    except RecurrenceError as error:
        found, told = None, str(error)
    if found is None:
        assert re.match(r".+\nUnderstood are", told, re.DOTALL)
    else:
        assert read_times(str(found)) == found
