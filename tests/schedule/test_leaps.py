"""The ledger keeps each edition single when clocks are set an hour wrong and right again."""

from datetime import timedelta

import pytest

from bot.store.entries import State
from tests.schedule.desk import START


@pytest.fixture
def url(sqlite_url):
    return sqlite_url


@pytest.mark.parametrize("hours", [1, -1])
@pytest.mark.parametrize("minutes", [5, 55])
async def test_a_leap_of_an_hour_posts_each_edition_once(desk, recorder, hours, minutes):
    """Some hours on the clock is set wrong, and two hours later it is put right again."""
    schedule = await desk.add("0,30 * * * *", lateness_hours=6)
    await desk.walk(START + timedelta(hours=3, minutes=minutes), minutes=20)
    leap = timedelta(hours=hours)
    desk.time += leap
    await desk.walk(START + timedelta(hours=5, minutes=minutes) + leap, minutes=20)
    desk.time -= leap
    await desk.walk(START + timedelta(hours=8), minutes=20)
    entries = await desk.ledger.of_schedule(schedule.id, 50)
    slots = {(entry.day, entry.slot) for entry in entries}
    assert len(slots) == len(entries) == 16  # none missing, from 06:30 to 14:00
    assert recorder.doubles() == []
    sent = [entry for entry in entries if entry.state is State.SENT]
    merged = [entry for entry in entries if entry.reason.startswith("merged into")]
    assert len(sent) + len(merged) == 16
    assert len(recorder.posts()) == len(sent)
