"""`schedule` and `serve --dry-run`: on the bot's database, and touching nothing of it."""

import json
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio

from bot.app import main
from bot.schedule.planning import Planner, Wish
from bot.store.database import open_database
from bot.store.entries import MessageReference, NewEntry, State
from bot.store.ledger import Ledger
from bot.store.schedules import Schedules, WhenNothingNew


@pytest.fixture
def url(tmp_path, monkeypatch):
    found = f"sqlite:///{tmp_path}/bot.db"
    monkeypatch.setenv("BOT_DATABASE_URL", found)
    return found


@pytest_asyncio.fixture
async def kept(url):
    """Two schedules; the first has been posted once and skipped once."""
    database = await open_database(url)
    schedules, ledger = Schedules(database), Ledger(database)
    now = datetime.now(UTC)
    planner = Planner(schedules, ledger, lambda: now)
    wish = Wish("weekdays 08:00", "Europe/Paris")
    first = await planner.add(wish, guild=1, channel=7, owner=5)
    say = Wish("every 6 hours", "UTC", "timeline", when_nothing_new=WhenNothingNew.SAY)
    await planner.add(say, guild=1, channel=8, owner=5)
    due = now - timedelta(days=1)
    await ledger.add(first, NewEntry(due.date(), "08:00", due, "mark"), now)
    [found] = await ledger.claimable(now, 1)
    entry = await ledger.claim(found, "test", now, timedelta(minutes=1))
    await ledger.sent(entry, MessageReference(7, 9, "https://discord.com/x"), "late", now)
    skipped = NewEntry(due.date(), "09:00", due, "other", "paused")
    await ledger.add(first, skipped, now)
    await database.close()


def run(capsys, *words):
    status = main([*words, "--json"])
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def in_thread(capsys, *words):
    """Run a command as one does from a shell, where no event loop runs yet."""
    import concurrent.futures

    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        return pool.submit(run, capsys, *words).result()


@pytest.mark.usefixtures("kept")
async def test_schedules_their_next_times_and_outcomes_as_json(capsys):
    status, listed = in_thread(capsys, "schedule", "list")
    assert status == 0
    assert [one["schedule"] for one in listed] == [1, 2]
    assert (listed[0]["times"], listed[0]["channel"]) == ("mon,tue,wed,thu,fri 08:00", "7")
    _, coming = in_thread(capsys, "schedule", "next", "1", "--count", "5")
    assert [one["local"][11:16] for one in coming] == ["08:00"] * 5
    _, mixed = in_thread(capsys, "schedule", "next", "--count", "9")
    assert sorted(one["due"] for one in mixed) == [one["due"] for one in mixed]
    assert {one["schedule"] for one in mixed} == {1, 2}
    _, told = in_thread(capsys, "schedule", "why", "1")
    assert {(one["state"], one["reason"], one["link"]) for one in told} == {
        (State.SENT, "late", "https://discord.com/x"),
        (State.SKIPPED, "paused", None),
    }
    _, [preview] = in_thread(capsys, "schedule", "preview", "1")
    assert preview["lead"] == "news"
    assert preview["quotes"]


@pytest.mark.usefixtures("kept")
async def test_a_rehearsal_is_the_same_each_time_and_leaves_the_ledger_alone(capsys, url):
    words = "serve", "--dry-run", "--from", "2026-03-02", "--pace", "0"
    before = in_thread(capsys, "schedule", "why", "1"), in_thread(capsys, "schedule", "list")
    first = in_thread(capsys, *words)
    assert in_thread(capsys, *words) == first
    after = in_thread(capsys, "schedule", "why", "1"), in_thread(capsys, "schedule", "list")
    assert after == before
    _, shown = first
    weekdays = [one for one in shown if one["schedule"] == 1]
    assert [one["at"][:10] for one in weekdays] == [f"2026-03-0{day}" for day in range(2, 7)]
    assert weekdays[0]["lead"] == "news"
    assert {one.get("skipped") for one in weekdays[1:]} == {"nothing new since the edition before"}
    timelines = [one for one in shown if one["schedule"] == 2]
    assert len(timelines) == 28
    assert [one["lead"] for one in timelines] == ["news"] + ["nothing new"] * 27


@pytest.mark.usefixtures("url")
async def test_a_schedule_can_be_tried_before_there_is_one(capsys):
    words = "serve", "--dry-run", "--pace", "0", "--from", "2026-03-02", "--times", "daily 08:00"
    _, shown = in_thread(capsys, *words, "--nothing-new", "spotlight")
    titles = [one["title"] for one in shown]
    assert len(titles) == 7
    assert len(set(titles)) == 7, "a topic came again before all had been shown"


@pytest.mark.usefixtures("url")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("schedule why 3", "there is no schedule 3"),
        ("serve --dry-run", "there are no schedules in the database"),
        ("serve", "`run` posts in Discord"),
        ("serve --dry-run --times often", "Understood are, for example"),
        ("serve --dry-run --times 08:00 --what topic:football", "No topic is called"),
        ("serve --dry-run --pace -1", "is no number of seconds"),
    ],
)
async def test_what_cannot_be_done_is_told_with_the_cure(capsys, words, told):
    import concurrent.futures

    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        assert pool.submit(main, words.split()).result() == 2
    assert told in capsys.readouterr().err
