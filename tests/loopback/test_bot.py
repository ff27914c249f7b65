"""The real bot over real sockets: many questions at once, and questions in a storm."""

import asyncio
from functools import cache
from pathlib import Path

from bot.answers.answering import Answerer
from tests.discord_server import remote_discord
from tests.loopback.bot import LoopWatch, expected, questions, running_bot, settled
from tests.loopback.storm import storm


async def test_five_hundred_questions_in_a_second(answerer: Answerer, tmp_path: Path) -> None:
    asked = questions(500)
    right = {question: expected(answerer, question) for question in asked}
    watch = LoopWatch()
    async with remote_discord() as discord:
        await discord.set_deadline(60)
        guild = await discord.add_guild("Newsroom")
        channel = await discord.add_channel(guild, "general")
        people = [await discord.add_member(guild, f"reader{n}") for n in range(len(asked))]
        async with running_bot(discord, answerer, tmp_path):
            await discord.ready(guild)
            sent = [
                (person, channel, "ask", {"question": question})
                for person, question in zip(people, asked, strict=True)
            ]
            async with watch.watching():
                pending = await discord.slash_many(sent, 1.0)
                outcomes = await settled(discord, pending, 120)
        assert await discord.violations() == []
    assert [one.refused for one in outcomes] == [[]] * len(asked)
    wrong = [
        (question, one.text)
        for question, one in zip(asked, outcomes, strict=True)
        if one.text != right[question]
    ]
    assert wrong == []
    # With the questions worked out in the loop itself, nine tenths of all work is done there.
    assert watch.share < 0.75


async def test_nobody_is_left_without_an_answer_in_a_storm(
    answerer: Answerer, tmp_path: Path
) -> None:
    async with remote_discord() as discord:
        await discord.set_deadline(10)
        async with running_bot(discord, answerer, tmp_path):
            weather = await asyncio.wait_for(
                storm(
                    discord,
                    questions(200),
                    cache(lambda question: expected(answerer, question)),
                    seed=4,
                    pause=0.02,
                ),
                300,
            )
    assert weather.lost == [], str(weather)
    assert weather.right + weather.told + weather.told_in_channel == 200
    assert weather.right > 150, str(weather)
    assert min(weather.faults[kind] for kind in ("429", "500", "502", "drop")) > 0


async def test_a_modal_that_is_open_while_the_bot_restarts_is_answered(
    answerer: Answerer, tmp_path: Path
) -> None:
    async with remote_discord() as discord:
        await discord.set_deadline(60)
        guild = await discord.add_guild("Newsroom")
        channel = await discord.add_channel(guild, "general")
        reader = await discord.add_member(guild, "reader")
        async with running_bot(discord, answerer, tmp_path):
            await discord.ready(guild)
            asked = await discord.slash(reader, channel, "ask", question="Who is Kim Jong Un?")
            message = int((await asked.answered(60)).message["id"])
            opened = []
            for label in ("Ask a follow-up", "Wrong"):
                opened.append(await discord.press(reader, channel, message, label))
                await opened[-1].acknowledged(60)
        async with running_bot(discord, answerer, tmp_path):
            await discord.ready(guild)
            follow_up, wrong = opened
            leaning = await discord.submit(follow_up.id, question="Where was he born?")
            assert "About: Kim Jong Un" in (await leaning.answered(60)).text
            noted = await discord.submit(wrong.id, why="It is another one.")
            assert "Thank you" in (await noted.answered(60)).text
        assert await discord.violations() == []
