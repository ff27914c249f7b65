"""Nobody may ask without end, and everyone is told when they may again."""

import simcord
from hypothesis import given
from hypothesis import strategies as st

from bot.slash.cooldown import Cooldown
from tests.slash.conftest import Clock, Server, new_client, shown

QUESTION = "Where will Kim and Putin meet?"


def test_a_bucket_empties_and_fills_at_its_rate():
    now = [0.0]
    cooldown = Cooldown(6, lambda: now[0])
    assert [cooldown.take(1) for _ in range(6)] == [None] * 6
    first, second = cooldown.take(1), cooldown.take(1)
    assert (first.seconds, first.first) == (10, True)
    assert (second.seconds, second.first) == (10, False)
    assert cooldown.take(2) is None
    now[0] = 9.0
    assert cooldown.take(1).seconds == 1
    now[0] = 10.0
    assert cooldown.take(1) is None
    assert cooldown.take(1).first


@given(st.integers(1, 60), st.lists(st.floats(-5, 30), max_size=80))
def test_never_more_than_the_bucket_and_its_refill_is_taken(per_minute, steps):
    now = [1000.0]
    cooldown = Cooldown(per_minute, lambda: now[0])
    taken = [cooldown.take(1) is None]
    passed = 0.0
    for step in steps:
        now[0] += step
        passed += max(step, 0)
        wait = cooldown.take(1)
        taken.append(wait is None)
        assert wait is None or 1 <= wait.seconds <= 60 / per_minute + 1
    assert sum(taken) <= per_minute + passed * per_minute / 60 + 1e-6


def test_a_clock_put_back_takes_nothing_away():
    now = [100.0]
    cooldown = Cooldown(2, lambda: now[0])
    assert cooldown.take(1) is None
    now[0] = 0.0
    assert cooldown.take(1) is None


def test_who_has_long_been_silent_is_forgotten():
    now = [0.0]
    cooldown = Cooldown(1, lambda: now[0])
    for user in range(10_000):
        cooldown.take(user)
    now[0] = 61.0
    cooldown.take(10_000)
    assert len(cooldown._buckets) == 1


async def test_asking_too_often_is_answered_kindly_and_privately(make_services):
    clock = Clock()
    services = make_services(cooldown=Cooldown(2, clock.seconds))
    async with simcord.run(new_client(services)) as env:
        server = Server(env)
        for _ in range(2):
            assert not (await server.ask(QUESTION)).ephemeral
        refused = await server.ask(QUESTION)
        assert refused.ephemeral
        assert "You can ask again in 30 s" in shown(refused.response)
        other = await server.manager.slash(server.channel, "ask", question=QUESTION)
        assert "ask again" not in shown(other.response)
        clock.move(seconds=30)
        assert "ask again" not in shown((await server.ask(QUESTION)).response)


async def test_in_chat_the_word_of_it_is_said_once(make_services):
    clock = Clock()
    services = make_services(cooldown=Cooldown(1, clock.seconds))
    async with simcord.run(new_client(services)) as env:
        server = Server(env)
        for _ in range(4):
            await server.member.send(server.channel, f"<@{env.bot.user.id}> {QUESTION}")
        said = [shown(m) for m in server.channel.history() if m.author.id == env.bot.user.id]
        assert len(said) == 2
        assert "ask again in 60 s" in said[1]
