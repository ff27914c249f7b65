"""What belongs beside a post is added before it is noted as posted, by whoever holds the row."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.schedule.delivery import RetryError
from bot.store.entries import State
from bot.store.errors import StoreError
from tests.schedule.desk import Desk

AWAY = RetryError("Discord could not be reached")


class Beside:
    """A place that counts what was completed, and fails as it is told."""

    def __init__(self, recorder, *failures):
        self.place = recorder.place
        self.failures = list(failures)
        self.completed = []

    def __call__(self, schedule):
        place = self.place(schedule)

        async def complete(post, message):
            failure = self.failures.pop(0) if self.failures else ""
            if isinstance(failure, RetryError):
                raise failure
            self.completed.append(message.message)
            return failure

        place.complete = complete
        return place


@pytest.fixture
def beside(recorder):
    def put(*failures):
        recorder.place = made = Beside(recorder, *failures)
        return made

    return put


async def test_nothing_is_completed_where_nothing_was_wanted(desk, beside):
    made = beside()
    await desk.add()
    await desk.advance(hours=2)
    assert made.completed == []


async def test_what_could_not_be_added_is_noted(desk, one, beside):
    beside("without its sources: no room")
    schedule = await desk.add(sources_thread=True)
    await desk.advance(hours=2)
    assert (await one(schedule)).reason == "without its sources: no room"


async def test_what_failed_for_a_while_is_tried_again_and_the_post_is_not(
    desk, one, beside, recorder
):
    made = beside(AWAY)
    schedule = await desk.add(publish=True)
    await desk.advance(hours=2)
    assert (await one(schedule)).state is State.PENDING
    assert made.completed == []
    await desk.advance(minutes=1)
    entry = await one(schedule)
    assert (entry.state, made.completed) == (State.SENT, [entry.message.message])
    assert len(recorder.posts()) == 1


async def test_what_fails_for_too_long_is_told(desk, one, beside, recorder):
    beside(*[AWAY] * 3)
    schedule = await desk.add(publish=True, lateness_hours=1)
    await desk.advance(hours=2)
    await desk.advance(hours=2)
    entry = await one(schedule)
    assert entry.state is State.SENT
    assert "not all of it: Discord could not be reached" in entry.reason
    assert len(recorder.posts()) == 1


async def test_who_lost_the_row_adds_nothing(database, recorder, beside, monkeypatch):
    desk, made = Desk(database, recorder), beside()

    async def lost(*_):
        return False

    monkeypatch.setattr(desk.ledger, "hold", lost)
    await desk.add(sources_thread=True)
    await desk.advance(hours=2)
    assert made.completed == []
    assert len(recorder.posts()) == 1


@pytest.mark.parametrize(
    ("hours", "told"),
    [(0, ""), (3, "3 hours late: the bot stopped"), (30, "4 hours late: the bot stopped")],
)
async def test_how_late_a_post_is_counts_from_when_it_came_to_stand_there(
    desk, one, recorder, monkeypatch, hours, told
):
    """A post whose outcome was not noted is found hours later; a clock may be wrong meanwhile."""
    schedule = await desk.add()
    with monkeypatch.context() as patched:
        patched.setattr(desk.ledger, "sent", _gone)
        await desk.advance(hours=2)
    stood = desk.time + timedelta(hours=hours)
    read = recorder.read
    monkeypatch.setattr(recorder, "read", lambda *words: replace(read(*words), at=stood))
    await desk.advance(hours=4)
    assert (await one(schedule)).reason.startswith(told)
    assert bool((await one(schedule)).reason) == bool(told)
    assert len(recorder.posts()) == 1


async def _gone(*_):
    raise StoreError("gone")
