"""Each edition is posted once, whichever process dies at whichever step."""

import pytest

from tests.schedule.killing import Outcome, Plan
from tests.schedule.recorded import kill_until_recorded

EDITIONS = 20


async def judged(url, recorder, processes, seed):
    found = await kill_until_recorded(url, recorder, EDITIONS, Plan(processes, 0.03, seed))
    assert found.kills, "nothing was killed, so nothing was shown"
    assert found == Outcome(EDITIONS, 0, 0, 0, found.kills)
    assert recorder.doubles() == []


async def test_two_processes_on_sqlite(sqlite_url, recorder):
    await judged(sqlite_url, recorder, 2, seed=1)


@pytest.mark.parametrize("processes", [2, 4])
async def test_processes_on_postgresql(postgresql_url, recorder, processes):
    await judged(postgresql_url, recorder, processes, processes)
