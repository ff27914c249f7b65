"""“Find sources” in the menu of a message."""

import re

import pytest

from bot.answers.scope import Taste
from bot.slash.commands.finding import claims_in
from bot.store.guilds import GuildSettings
from tests.slash.conftest import shown
from tests.slash.test_asking import words


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("", ()),
        ("lol ok", ()),
        ("https://example.com/a-long-story-about-it <@123456789012345678>", ()),
        ("Kim will meet Putin. They meet soon!", ("Kim will meet Putin.", "They meet soon!")),
        ("> Kim will meet Putin.\n- They meet soon", ("Kim will meet Putin.", "They meet soon")),
        ("Kim met Mr. Putin twice. Kim met Mr. Putin twice.", ("Kim met Mr. Putin twice.",)),
        ("<@1> says Kim met <:flag:12345> him", ("says Kim met him",)),
    ],
)
def test_a_message_is_cut_into_the_sentences_it_claims(text, claims):
    assert claims_in(text) == claims


@pytest.mark.parametrize("claim", ["Kim and Putin will meet in {}.", "Pancakes need {} eggs."])
async def test_only_the_first_claims_of_a_long_message_are_looked_up_and_that_is_said(
    server, claim
):
    text = " ".join(claim.format(number) for number in range(30))
    message = await server.manager.send(server.channel, text)
    result = await server.member.context_menu(server.channel, "Find sources", message)
    said = shown(result.response)
    left = int(re.search(r"(\d+) more claims", said)[1])
    assert left >= 22
    assert said.count("Claim: ") in (0, 30 - left)


async def test_what_speaks_to_a_message_is_shown_to_the_one_who_asked_alone(server, answerer):
    claim = "Kim and Putin will meet in Vladivostok."
    message = await server.manager.send(server.channel, f"{claim} And pancakes need four eggs.")
    result = await server.member.context_menu(server.channel, "Find sources", message)
    assert result.ephemeral
    said = words(shown(result.response))
    assert words(claim) in said
    assert "And pancakes need four eggs." in said
    assert words(answerer.ask(claim).quotes[0].sentence.text) in said


async def test_a_message_without_a_sentence_gets_one_line(server):
    message = await server.manager.send(server.channel, "lol")
    result = await server.member.context_menu(server.channel, "Find sources", message)
    assert result.ephemeral
    assert "no sentence in that message" in shown(result.response)


async def test_outlets_left_out_are_not_shown(server, services, answerer):
    claim = "Kim and Putin will meet in Vladivostok."
    quotes = answerer.ask(claim).shown
    left_out = tuple({quote.article.outlet for quote in quotes})
    await services.guilds.put(server.guild.id, GuildSettings(left_out=left_out))
    message = await server.manager.send(server.channel, claim)
    result = await server.member.context_menu(server.channel, "Find sources", message)
    said = words(shown(result.response))
    assert not any(words(quote.sentence.text) in said for quote in quotes)
    others = answerer.ask(claim, taste=Taste(left_out=frozenset(left_out))).quotes
    assert words(others[0].sentence.text) in said
