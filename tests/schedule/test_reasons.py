"""Reasons are kept with their values, and said in a language when somebody asks."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.phrase import Phrase, said
from bot.schedule import texts
from bot.schedule.delivery import ForbiddenError, RetryError
from bot.schedule.outcomes import outcome_of
from bot.store.tables import ledger, schedules
from tests.schedule.desk import START

LACKING = Phrase("the bot lacks {rights} in {place}", rights=Phrase("Send Messages"), place="#news")
AWAY = Phrase("Discord could not be reached")
GERMAN = {
    texts.POSTED: "gesendet",
    texts.POSTED_AND: "{outcome}, {reason}",
    texts.SKIPPED: "ausgelassen",
    texts.FAILED: "gescheitert",
    texts.LATE: "{span} zu spät: {cause}",
    texts.NOT_IN_TIME: "{span} zu spät statt {window}: {cause}",
    texts.HOURS: "{count} Stunden",
    texts.MINUTES: "{count} Minuten",
    texts.AN_HOUR: "1 Stunde",
    texts.PAUSED_BECAUSE: "angehalten: {because}",
    texts.MERGED: "aufgegangen in {day} {time}",
    texts.BY_HAND: "{time} von Hand",
    texts.AWAY: "der Bot lief nicht",
    LACKING.template: "dem Bot fehlt {rights} in {place}",
    "Send Messages": "Nachrichten senden",
    AWAY: "Discord war weg",
}


def german(text):
    return GERMAN.get(text, text)


async def told(desk, schedule):
    """Return what became of each time in English and in German, the newest first."""
    entries = await desk.ledger.of_schedule(schedule.id)
    return [(outcome_of(entry), outcome_of(entry, german)) for entry in entries]


async def test_a_delay_and_its_cause(desk, recorder):
    recorder.failures[7] = RetryError(AWAY)
    schedule = await desk.add(lateness_hours=6)
    await desk.walk(START + timedelta(hours=5), minutes=2)
    recorder.failures.clear()
    await desk.advance(minutes=10)
    assert await told(desk, schedule) == [
        ("posted, 3 hours late: Discord could not be reached",
         "gesendet, 3 Stunden zu spät: Discord war weg"),
    ]  # fmt: skip


async def test_what_came_too_late(desk):
    schedule = await desk.add(lateness_hours=1)
    await desk.advance(hours=5)
    [(english, translated)] = await told(desk, schedule)
    assert english.startswith("skipped: 3 hours late, and wanted within 1 hour: the bot was not")
    assert translated == "ausgelassen: 3 Stunden zu spät statt 1 Stunde: der Bot lief nicht"


async def test_a_lost_right_and_what_came_round_while_paused(desk, recorder):
    recorder.failures[7] = ForbiddenError(LACKING)
    schedule = await desk.add("every hour")
    await desk.walk(START + timedelta(hours=2), hours=1)
    lacking = "dem Bot fehlt Nachrichten senden in #news"
    assert await told(desk, schedule) == [
        (f"skipped: paused: {LACKING}", f"ausgelassen: angehalten: {lacking}"),
        (f"failed: {LACKING}", f"gescheitert: {lacking}"),
    ]
    paused = await desk.schedules.get(schedule.id)
    assert said(paused.paused_because, german) == lacking
    # Whatever is kept of the schedule later on, the reason stays what it is.
    changed = await desk.schedules.edit(paused)
    assert said(changed.paused_because, german) == lacking


async def test_an_edition_that_another_stands_for(desk, recorder):
    recorder.failures[7] = RetryError(AWAY)
    schedule = await desk.add("daily 07:00")
    await desk.advance(hours=1)
    desk.time += timedelta(minutes=30)
    assert await desk.planner.run_now(schedule)
    recorder.failures.clear()
    await desk.advance(minutes=6)
    [_, merged] = await told(desk, schedule)
    assert merged == (
        "skipped: merged into the edition of 2026-03-01 07:30:00 by hand",
        "ausgelassen: aufgegangen in 2026-03-01 07:30:00 von Hand",
    )


@pytest.mark.parametrize("kept", ["the bot lacks Send Messages in #old", "{odd} text"])
async def test_what_was_kept_as_plain_text_is_shown_as_it_is(desk, database, kept):
    schedule = await desk.add()
    await desk.advance(hours=2)
    async with database.writing() as connection:
        plain = {"state": "failed", "reason": kept}
        await connection.execute(update(ledger).values(plain))
        await connection.execute(update(schedules).values(paused_because=kept))
        rows = await connection.execute(select(ledger.c.reason))
        assert rows.scalar_one() == kept
    assert await told(desk, schedule) == [(f"failed: {kept}", f"gescheitert: {kept}")]
    assert said((await desk.schedules.get(schedule.id)).paused_because, german) == kept
