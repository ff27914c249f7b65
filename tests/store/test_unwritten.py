"""What is written later: it is there at once, none of it is lost, and the latest counts."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.answers.conversation import Conversation
from bot.store.conversations import Conversations
from bot.store.errors import StoreError
from bot.store.questions import KEPT, Questions
from bot.store.unwritten import MOST
from bot.store.writing import Writing

LASTING = timedelta(minutes=10)


def talk(words):
    return Conversation(words)


@pytest.fixture
def talks(database):
    talks = Conversations(database, LASTING)
    talks.defer(on=True)
    return talks


@pytest.fixture
def elsewhere(database):
    """The conversations as another process finds them."""
    return Conversations(database, LASTING)


async def until(found):
    """Wait for what another process is to find."""
    nothing = (), talk("")
    async with asyncio.timeout(30):
        while True:
            if await found() not in nothing:
                return
            await asyncio.sleep(0.01)


async def rename(database, table, to):
    async with database.writing() as connection:
        await connection.execute(text(f"ALTER TABLE {table} RENAME TO {to}"))


async def test_what_is_put_is_there_at_once_and_in_the_database_after_a_flush(
    talks, elsewhere, noon
):
    await talks.put(1, 2, talk("Who?"), noon)
    assert await talks.get(1, 2, noon) == talk("Who?")
    assert await talks.get(1, 2, noon + LASTING) == talk("")
    assert await elsewhere.get(1, 2, noon) == talk("")
    await talks.flush()
    assert await talks.get(1, 2, noon) == await elsewhere.get(1, 2, noon) == talk("Who?")


async def test_after_a_flush_another_process_may_say_what_is_latest(talks, elsewhere, noon):
    await talks.put(1, 2, talk("Who?"), noon)
    await talks.flush()
    await elsewhere.put(1, 2, talk("Where?"), noon)
    assert await talks.get(1, 2, noon) == talk("Where?")


async def test_what_is_put_while_the_rest_is_written_is_written_next(
    database, talks, elsewhere, noon, monkeypatch
):
    inside, go_on = asyncio.Event(), asyncio.Event()
    writing = database.writing

    def slow(**how):
        inside.set()
        return Held(writing(**how), go_on)

    monkeypatch.setattr(database, "writing", slow)
    await talks.put(1, 2, talk("Who?"), noon)
    flushing = asyncio.create_task(talks.flush())
    await inside.wait()
    await talks.put(1, 2, talk("Where?"), noon)
    go_on.set()
    await flushing
    assert await elsewhere.get(1, 2, noon) == talk("Who?")
    assert await talks.get(1, 2, noon) == talk("Where?")
    await talks.flush()
    assert await elsewhere.get(1, 2, noon) == talk("Where?")


class Held:
    """A transaction that begins when it is told to."""

    def __init__(self, transaction, begin):
        self.transaction, self.begin = transaction, begin

    async def __aenter__(self):
        await self.begin.wait()
        return await self.transaction.__aenter__()

    async def __aexit__(self, *error):
        return await self.transaction.__aexit__(*error)


async def test_what_could_not_be_written_is_kept_and_written_when_it_can_be(
    database, talks, elsewhere, noon
):
    await rename(database, "conversations", "away")
    await talks.put(1, 2, talk("Who?"), noon)
    with pytest.raises(StoreError):
        await talks.flush()
    assert await talks.get(1, 2, noon) == talk("Who?")
    await rename(database, "away", "conversations")
    await talks.flush()
    assert await elsewhere.get(1, 2, noon) == talk("Who?")


async def test_no_more_than_so_many_wait_in_memory(talks, elsewhere, noon):
    for user in range(MOST):
        await talks.put(1, user, talk("Who?"), noon)
    assert await elsewhere.get(1, 0, noon) == talk("")
    await talks.put(1, 0, talk("Where?"), noon)  # in the place of what waits already
    assert await elsewhere.get(1, 0, noon) == talk("")
    await talks.put(1, MOST, talk("When?"), noon)
    assert await elsewhere.get(1, 0, noon) == talk("Where?")
    assert await talks.get(1, MOST, noon) == talk("When?")


async def test_what_is_not_written_yet_is_erased_and_expires_as_well(talks, elsewhere, noon):
    await talks.put(1, 1, talk("Who?"), noon)
    await talks.put(1, 2, talk("Who?"), noon)
    assert await talks.erase(1) == 1
    await talks.flush()
    assert await talks.get(1, 1, noon) == await elsewhere.get(1, 1, noon) == talk("")
    await talks.put(3, 3, talk("Who?"), noon)
    assert await talks.expire(noon + LASTING) == 2
    await talks.flush()
    assert await elsewhere.get(3, 3, noon) == talk("")


async def test_questions_are_suggested_before_and_after_they_are_written(database, noon):
    questions, elsewhere = Questions(database), Questions(database)
    questions.defer(on=True)
    for minute, asked in enumerate(["Who?", "Where?", "When?"]):
        await questions.asked(7, asked, noon + timedelta(minutes=minute))
    await questions.flush()
    await questions.asked(7, " where? ", noon + timedelta(minutes=5))
    await questions.asked(8, "Elsewhere?", noon + timedelta(minutes=6))
    assert await questions.recent(7) == (" where? ", "When?", "Who?")
    assert await questions.recent(7, limit=2) == (" where? ", "When?")
    assert await elsewhere.recent(7) == ("When?", "Where?", "Who?")
    await questions.flush()
    assert await elsewhere.recent(7) == await questions.recent(7) == (" where? ", "When?", "Who?")


async def test_each_server_keeps_its_last_questions_however_many_are_written_at_once(
    database, noon
):
    questions = Questions(database)
    questions.defer(on=True)
    for number in range(KEPT + 3):
        for guild in (7, 8):
            await questions.asked(guild, f"{number}?", noon + timedelta(seconds=number))
    await questions.flush()
    for guild in (7, 8):
        left = await Questions(database).recent(guild, 2 * KEPT)
        assert left == tuple(f"{number}?" for number in range(KEPT + 2, 2, -1))


async def test_writing_goes_on_until_it_is_stopped_and_leaves_nothing_behind(
    talks, elsewhere, noon
):
    writing = Writing(talks, interval=0.01)
    writing.start()
    await talks.put(1, 1, talk("Who?"), noon)
    await until(lambda: elsewhere.get(1, 1, noon))
    assert await elsewhere.get(1, 1, noon) == talk("Who?")
    await writing.stop()
    await talks.put(1, 2, talk("Where?"), noon)  # nobody would write it later
    assert await elsewhere.get(1, 2, noon) == talk("Where?")


async def test_a_stop_writes_what_the_interval_had_not(talks, elsewhere, noon):
    writing = Writing(talks, interval=3600)
    writing.start()
    await talks.put(1, 1, talk("Who?"), noon)
    await writing.stop()
    assert await elsewhere.get(1, 1, noon) == talk("Who?")


async def test_a_database_that_fails_is_told_once_and_holds_no_other_table_up(
    database, talks, noon, caplog
):
    questions = Questions(database)
    await rename(database, "conversations", "away")
    writing = Writing(talks, questions, interval=0.01)
    writing.start()
    await talks.put(1, 1, talk("Who?"), noon)
    await questions.asked(7, "Who?", noon)
    await until(lambda: Questions(database).recent(7))
    await asyncio.sleep(0.2)
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    await writing.stop()
    assert [record.levelname for record in caplog.records] == ["WARNING", "ERROR"]
    assert "are lost: BOT_DATABASE_URL: " in caplog.text
