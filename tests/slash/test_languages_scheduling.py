"""Whatever is said of schedules goes through the translations: times, reasons, rights."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from types import SimpleNamespace
from typing import Any

import discord
import pytest

from bot.phrase import Phrase
from bot.schedule import reasons
from bot.schedule import texts as scheduled
from bot.schedule.issues import Issues, UnknownContentError
from bot.schedule.outcomes import outcome_of
from bot.schedule.recurrence import RecurrenceError
from bot.schedule.times import EXAMPLES, read_times
from bot.schedule.wording import in_words
from bot.schedule.zones import read_zone
from bot.slash.commands import COMMANDS
from bot.slash.permissions import NEEDED, named
from bot.slash.posting import texts
from bot.slash.posting.faults import fault_of
from bot.slash.posting.frozen import read_body
from bot.slash.posting.notifying import Notifier
from bot.slash.posting.rights import lack_of
from bot.slash.speaking import phrase, translated
from bot.slash.translating import Translator
from bot.store.entries import NewEntry, State
from bot.store.schedules import WhenNothingNew
from tests.odd.schedules import NOW, odd_entry, odd_schedule
from tests.slash.conftest import shown
from tests.slash.marked import Marked, assert_marked, known_words, left, visible_words
from tests.slash.test_scheduling import one

CHANNELS = ["#news", "#closed", "#evening", "The server"]


@pytest.fixture
def known(desk) -> list[str]:
    return known_words(desk, *CHANNELS, "Who won the cup?", "Atlantis")


async def manage(server, known, command, **options) -> str:
    """Have a manager give a command; return what came of it, once it is sure to be translated."""
    result = await server.manager.slash(server.channel, command, **options)
    said = shown(result.response)
    assert_marked(said, known)
    return said


async def test_the_commands_for_schedules(speaker, known):
    role = speaker.guild.create_role("Readers", mentionable=True)
    usual = {"role": role, "sources": True, "nothing_new": "spotlight"}
    added = await manage(speaker, known, "schedule add", times="mon,thu 18:30", zone="europe/paris", **usual)  # fmt: skip
    assert "⟦Monday⟧⟦ and ⟧⟦Thursday⟧" in added
    await manage(speaker, known, "schedule add", times="every 6 hours", what="timeline", late=0)
    for command in (
        "show",
        "why",
        "pause",
        "show",
        "run",
        "list",
        "resume",
        "run",
        "why",
        "remove",
    ):
        options = {} if command == "list" else {"schedule": "1"}
        await manage(speaker, known, f"schedule {command}", **options)
    edited = {"times": "second tuesday 10:00", "what": "question", "about": "Who won the cup?"}
    await manage(speaker, known, "schedule edit", schedule="1", **edited)
    await manage(speaker, known, "schedule preview", schedule="2")
    await manage(speaker, known, "status")
    await manage(speaker, known, "schedule show", schedule="Atlantis")


async def test_the_names_that_are_offered(speaker, known):
    await manage(speaker, known, "schedule add", times="weekdays 08:00")
    offered = await speaker.manager.autocomplete(speaker.channel, "schedule show", "schedule", "")
    [name] = [choice["name"] for choice in offered]
    assert_marked(name, known)
    someone = speaker.member.user
    await someone.slash("subscribe", times="weekdays 08:00")
    offered = await someone.autocomplete("unsubscribe", "subscription", "")
    [name] = [choice["name"] for choice in offered]
    assert_marked(name, known)


async def test_subscriptions(speaker, services, known):
    someone = speaker.member.user
    for options in ({"times": "0 9 13 2 fri"}, {"times": "daily 09:00", "what": "timeline"}):
        assert_marked(shown((await someone.slash("subscribe", **options)).response), known)
    for message in someone.dm_channel.history():
        assert_marked(shown(message), known)
    mine = await services.scheduling.schedules.of_user(someone.id)
    await services.scheduling.schedules.pause(mine[0].id, phrase(texts.DIRECT))
    assert_marked(shown((await someone.slash("subscriptions")).response), known)
    assert_marked(shown((await someone.slash("unsubscribe")).response), known)


@pytest.mark.parametrize(
    "options",
    [
        {"times": "now and then"},
        {"times": "daily 08:00", "zone": "Atlantis"},
        {"times": "daily 08:00", "what": "topic"},
        {"times": "daily 08:00", "what": "topic", "about": "Atlantis"},
        {"times": "daily 08:00", "publish": True},
    ],
)
async def test_refusals(speaker, known, options):
    await manage(speaker, [*known, *EXAMPLES, "now"], "schedule add", **options)


async def test_rights_that_are_missing(speaker, services, known):
    denied = discord.PermissionOverwrite(send_messages=False, create_public_threads=False)
    user = speaker.env.bot.user
    closed = speaker.guild.create_text_channel("closed", overwrites={user: denied})
    usual = {"times": "daily 08:00", "channel": closed, "sources": True}
    said = await manage(speaker, known, "schedule add", **usual)
    assert "⟦Send Messages⟧" in said
    assert "⟦Create Public Threads⟧" in said
    result = await speaker.manager.slash(closed, "status")
    assert "⟦Send Messages⟧" in shown(result.response)
    assert_marked(shown(result.response), known)


def why_entry(**different):
    """Return a time that came round four hours ago."""
    usual = {"due": NOW - timedelta(hours=4), "reason": "", "state": State.CLAIMED, "message": None}
    return replace(odd_entry(Random(1), 1), **usual | different)


def whys():
    """Yield each way in which a time can end."""
    schedule = replace(odd_schedule(Random(1)), paused_because="")
    lacking = lack_of((named("send_messages"), named("embed_links")), SimpleNamespace(name="news"))
    yield reasons.why_late(why_entry(opened=NOW), NOW)
    yield reasons.why_late(why_entry(opened=NOW - timedelta(hours=4), token=2), NOW)
    yield reasons.why_late(why_entry(opened=NOW - timedelta(hours=4), token=1), NOW)
    yield reasons.why_late(why_entry(reason=Phrase(scheduled.FAULT)), NOW + timedelta(days=3))
    for hours in (0, 1, 6):
        late = replace(schedule, lateness_hours=hours)
        yield reasons.why_not_in_time(late, NOW, NOW + timedelta(minutes=90), reasons.AWAY)
    yield reasons.why_paused(schedule)
    yield reasons.why_paused(replace(schedule, paused_because=lacking))
    yield reasons.why_merged(date(2026, 3, 2), "12:00Z")
    yield reasons.why_merged(date(2026, 3, 2), f"12:00:00{reasons.BY_HAND}")
    yield reasons.beside(phrase(texts.ROLE_DELETED), phrase(texts.NO_SOURCES, because=lacking))


async def test_what_became_of_each_time(speaker, services, known):
    await manage(speaker, known, "schedule add", times="daily 08:00", late=1)
    made = await one(services, speaker)
    for number, because in enumerate(whys()):
        assert isinstance(because, Phrase)
        due = NOW - timedelta(hours=number)
        entry = NewEntry(due.date(), str(number), due, str(number), because)
        assert await services.scheduling.ledger.add(made, entry, NOW)
    said = await manage(speaker, known, "schedule why", schedule="1")
    assert said.count("⟦skipped⟧") == number + 1
    await services.scheduling.schedules.pause(made.id, because)
    for command in ("show", "run", "list"):
        await manage(speaker, known, f"schedule {command}", **({} if command == "list" else {"schedule": "1"}))  # fmt: skip


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("because", ["", Phrase(scheduled.NOTHING_NEW)])
def test_outcomes(marked, state, because):
    assert_marked(outcome_of(why_entry(state=state, reason=because), translated), [])


@pytest.mark.parametrize(
    ("status", "code"),
    [(404, 0), (403, 0), (403, 50001), (403, 50007), (401, 0), (429, 0), (500, 0), (400, 0)],
)
@pytest.mark.parametrize("place", [None, SimpleNamespace(name="news")])
def test_what_discord_answers(marked, status, code, place):
    response: Any = SimpleNamespace(status=status, reason="", headers={})
    error = discord.HTTPException(response, {"code": code, "message": "Atlantis"})
    assert_marked(translated(fault_of(error, place).because), ["#news", "Atlantis"])


async def test_the_owner_of_a_paused_schedule_is_told(speaker, services, known):
    await manage(speaker, known, "schedule add", times="daily 08:00", what="timeline")
    made = await one(services, speaker)
    because = lack_of((named("send_messages"),), SimpleNamespace(name="news"))
    subscription = replace(made, guild=None, channel=None)
    for schedule in (made, replace(made, channel=42), replace(made, guild=None), subscription):
        await Notifier(speaker.env.bot)(schedule, because)
    told = [shown(message) for message in speaker.manager.user.dm_channel.history()]
    assert len(told) == 4
    for said in told:
        assert_marked(said, known)
    assert "/unsubscribe" in told[-1]
    assert "None" not in told[-1]


@pytest.mark.parametrize("what", ["briefing", "timeline", "question:Who won the cup?", "topic"])
@pytest.mark.parametrize("nothing_new", WhenNothingNew)
def test_posts(marked, known, services, what, nothing_new):
    topic = f"topic:{services.desk.topics[0].name}" if what == "topic" else what
    usual = {"what": topic, "when_nothing_new": nothing_new, "sources_thread": True}
    schedule = replace(odd_schedule(Random(1)), zone="UTC", **usual)
    render = services.scheduling.renderer.post
    first = render(schedule, NOW, frozenset())
    again = render(replace(schedule, previous=getattr(first, "shown", ())), NOW, frozenset())
    for post in (first, again):
        if not hasattr(post, "body"):
            continue
        body = read_body(post.body)
        assert_marked("\n".join([body.title, *visible_words([*body.components, *body.sources])]), known)  # fmt: skip


@pytest.mark.parametrize(
    "written",
    [
        "weekdays 08:00", "mon,thu 18:30", "daily 8am, noon, 6pm", "0 */6 * * *", "every 6 hours",
        "*/15 9-10 * * sat", "0 * * * *", "hourly", "every 25 minutes", "last friday of june 10:00",
        "last day of the month 09:00", "day 1,2,3,11,22 09:00", "day last-1 09:00",
        "second tuesday 10:00", "29 february 09:00", "0 9 13 * fri", "0 9 13 2 fri",
        "0 9 */10 * fri", "0 9 * 6-8 *", "daily 08:00 09:01 10:02 11:04 12:08 13:16 14:32 16:04",
    ],
)  # fmt: skip
def test_times_in_words(marked, written):
    said = in_words(read_times(written), "UTC", translated)
    assert_marked(said, [])
    plain = said.replace("⟦", "").replace("⟧", "")
    assert plain[:1].upper() + plain[1:] == in_words(read_times(written), "UTC")


@pytest.mark.parametrize(
    "written",
    [
        "", "x" * 3000, "x 08:00", "mon to", "mon-fri to", "08:00 to 10:00", "mon-3 08:00", "day 9-3 08:00",
        "month 08:00", "every day mon 08:00", "mon or tue 08:00", "mon 8", "day 40 08:00", "mon",
        "13pm daily", "daily 25:00", "every 2 minutes", "daily 08:00 08:01", "every day",
        "31 april, june 08:00", "every other week mon 08:00", "every 6 hours at 08:00", "every week",
        "@never", "0 8 * *", "0 0 8 * * *", "0 8 ? ? #", "70 8 * * *", "0 8 9-3 * *", "0 8 * * 9",
        "*/0 8 * * *",
    ],
)  # fmt: skip
def test_times_that_are_not_understood(marked, written):
    with pytest.raises(RecurrenceError) as caught:
        read_times(written)
    said = translated(caught.value.because)
    nicknames = ["@hourly", "@daily", "@midnight", "@weekly", "@monthly", "@yearly", "@annually"]
    # What was typed is said back, word for word.
    echoed = [*EXAMPLES, *nicknames, "day 3", "day 8", "jan", "mon", *written.split(), "#"]
    assert_marked(said, sorted(echoed, key=len, reverse=True))
    assert said.replace("⟦", "").replace("⟧", "") == str(caught.value)


def test_zones_and_contents_that_there_are_not(marked, desk, known):
    with pytest.raises(RecurrenceError) as caught:
        read_zone("Atlantis")
    assert_marked(translated(caught.value.because), known)
    for what in ("topic:Atlantis", "question: "):
        with pytest.raises(UnknownContentError) as unknown:
            Issues(desk).check(what)
        assert_marked(translated(unknown.value.because), known)


def test_every_right_that_is_needed_has_a_name(marked):
    for right, needed in NEEDED:
        if needed:
            assert_marked(translated(named(right)), [])


async def test_everything_that_discord_lists_of_the_commands_is_translated(simcord_env):
    tree = simcord_env.bot.tree
    translator = Translator({"de": Marked()})
    for command in COMMANDS:
        payload = await command.get_translated_payload(tree, translator)
        for part in _named_parts(payload):
            for text in ("name", "description"):
                if part.get(text) and part[text] != "…":
                    assert not left(part[f"{text}_localizations"]["de"], []), part


def _named_parts(payload):
    yield payload
    for inside in ("options", "choices"):
        for part in payload.get(inside) or ():
            yield from _named_parts(part)
