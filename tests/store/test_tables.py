"""What goes in comes out, on both databases and after a restart."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import StatementError

from bot.answers.conversation import Conversation
from bot.corpus.names import NameKind
from bot.store.conversations import Conversations
from bot.store.database import open_database
from bot.store.feedback import Feedback, FeedbackLog
from bot.store.guilds import Guilds, GuildSettings
from bot.store.questions import Questions
from bot.store.state import State

LARGEST = 2**63 - 1  # the largest id Discord can give
ODD = "Où ? \0 \ud800 😀 \u202e " + "long " * 2000
TALK = Conversation("Where will they meet?", ("meet",), ((NameKind.PLACE, "the harbour"),))


async def reopened(database, url):
    await database.close()
    return await open_database(url)


async def test_a_servers_settings_are_the_defaults_until_they_are_put(database, url):
    assert await Guilds(database).get(LARGEST) == GuildSettings()
    wanted = GuildSettings("Asia/Tokyo", ("One", 'T"wo'), (ODD,), chat=False, feedback_role=LARGEST)
    await Guilds(database).put(LARGEST, GuildSettings("Europe/Paris"))
    await Guilds(database).put(LARGEST, wanted)
    database = await reopened(database, url)
    assert await Guilds(database).get(LARGEST) == wanted
    assert await Guilds(database).get(LARGEST - 1) == GuildSettings()
    await database.close()


def feedback(**changed):
    row = {"guild": 7, "user": LARGEST, "question": "Who?", "sentence": "one:1", "helpful": True}
    return Feedback(**row | {"why": "", "given": datetime(2026, 1, 1, tzinfo=UTC)} | changed)


async def test_a_later_word_on_the_same_sentence_replaces_the_earlier_one(database, noon):
    log = FeedbackLog(database)
    await log.add(feedback())
    later = feedback(helpful=False, why="It is older.", given=noon, guild=8)
    await log.add(later)
    assert await log.of_guild(7) == ()
    assert await log.of_guild(8) == (later,)


async def test_feedback_is_of_one_server_and_newest_first(database, noon):
    log = FeedbackLog(database)
    given = [
        feedback(sentence=f"one:{number}", given=noon + timedelta(hours=number))
        for number in (2, 3, 1)
    ]
    for one in (*given, feedback(guild=8, user=4), feedback(guild=None, user=5)):
        await log.add(one)
    newest = tuple(sorted(given, key=lambda one: one.given, reverse=True))
    assert await log.of_guild(7) == newest
    assert await log.of_guild(7, limit=2) == newest[:2]
    assert await log.of_guild(None) == (feedback(guild=None, user=5),)


async def test_feedback_is_erased_of_one_person_alone(database):
    log = FeedbackLog(database)
    kept = feedback(user=1)
    for one in (feedback(), feedback(sentence="one:2"), kept):
        await log.add(one)
    assert await log.erase(LARGEST) == 2
    assert await log.erase(LARGEST) == 0
    assert await log.of_guild(7) == (kept,)


async def test_any_time_zone_goes_in_and_utc_comes_out(database):
    given = datetime(2026, 7, 1, 1, 2, 3, 4, tzinfo=timezone(timedelta(hours=9)))
    await FeedbackLog(database).add(feedback(given=given))
    [one] = await FeedbackLog(database).of_guild(7)
    assert one.given == given
    assert one.given.tzinfo is UTC


async def test_odd_characters_do_not_stop_feedback(database):
    await FeedbackLog(database).add(feedback(question=ODD, why=ODD))
    [one] = await FeedbackLog(database).of_guild(7)
    assert one.question.startswith("Où ? \ufffd ? 😀 \u202e long long")
    assert len(one.why) == len(ODD)


async def test_a_conversation_lasts_for_its_time_after_a_restart_too(database, url, noon):
    lasting = timedelta(minutes=10)
    assert await Conversations(database, lasting).get(1, 2, noon) == Conversation()
    await Conversations(database, lasting).put(1, 2, Conversation("Who?"), noon)
    await Conversations(database, lasting).put(1, 2, TALK, noon)
    database = await reopened(database, url)
    talks = Conversations(database, lasting)
    just = timedelta(microseconds=1)
    assert await talks.get(1, 2, noon + lasting - just) == TALK
    assert await talks.get(1, 2, noon + lasting) == Conversation()
    assert await talks.get(1, 3, noon) == await talks.get(2, 2, noon) == Conversation()
    await database.close()


async def test_what_is_too_long_ago_is_deleted(database, noon):
    talks = Conversations(database, timedelta(minutes=10))
    for channel in range(3):
        await talks.put(channel, 2, TALK, noon + timedelta(minutes=channel))
    assert await talks.expire(noon + timedelta(minutes=11)) == 2
    assert await talks.expire(noon + timedelta(minutes=11)) == 0
    assert await talks.get(2, 2, noon + timedelta(minutes=11)) == TALK


async def test_a_persons_conversations_are_erased(database, noon):
    talks = Conversations(database, timedelta(minutes=10))
    for channel, user in ((1, 1), (2, 1), (1, 2)):
        await talks.put(channel, user, TALK, noon)
    assert await talks.erase(1) == 2
    assert await talks.get(1, 1, noon) == Conversation()
    assert await talks.get(1, 2, noon) == TALK


async def test_questions_are_kept_once_and_the_latest_come_first(database, noon):
    questions = Questions(database)
    for minute, text in enumerate(["Who?", "Where?", "  who? ", "When?"]):
        await questions.asked(7, text, noon + timedelta(minutes=minute))
    await questions.asked(None, "Elsewhere?", noon)
    assert await questions.recent(7) == ("When?", "  who? ", "Where?")
    assert await questions.recent(7, limit=1) == ("When?",)
    assert await questions.recent(None) == ("Elsewhere?",)
    assert await questions.recent(8) == ()


async def test_a_server_keeps_its_last_hundred_questions(database, noon):
    questions = Questions(database)
    await questions.asked(8, "Other?", noon)
    for number in range(103):
        await questions.asked(7, f"{number}?", noon + timedelta(seconds=number))
    assert await questions.recent(7, 1000) == tuple(f"{n}?" for n in range(102, 2, -1))
    assert await questions.recent(8) == ("Other?",)


async def test_state_is_kept_by_key(database, url):
    assert await State(database).get("tree") is None
    await State(database).put("tree", "one")
    await State(database).put("tree", "two")
    database = await reopened(database, url)
    assert await State(database).get("tree") == "two"
    await database.close()


async def test_a_time_without_a_zone_is_a_mistake(database):
    with pytest.raises(StatementError, match="has no time zone"):
        await FeedbackLog(database).add(feedback(given=datetime(2026, 1, 1)))  # noqa: DTZ001


@given(
    text=st.text(st.characters(), max_size=300),
    names=st.lists(st.tuples(st.sampled_from(NameKind), st.text(st.characters(), max_size=20))),
)
@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
async def test_any_conversation_comes_back_as_it_went(database, noon, text, names):
    talk = Conversation(text, (text, *reversed(text)), tuple(names))
    talks = Conversations(database, timedelta(minutes=10))
    await talks.put(1, 1, talk, noon)
    assert await talks.get(1, 1, noon) == talk


@given(text=st.text(st.characters(), max_size=300))
@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
async def test_any_text_can_be_kept(database, text):
    await State(database).put("any", text)
    kept = await State(database).get("any")
    assert len(kept) == len(text)
    assert kept == text.replace("\0", "\ufffd").encode("utf-8", "replace").decode()
