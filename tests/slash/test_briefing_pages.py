"""Pages turn at once and after a restart, in place for the one who asked, beside for others."""

import pytest
import simcord

from bot.briefings.desk import desk_of
from bot.slash.references import parse
from bot.slash.replies.question import question_of
from bot.store.guilds import GuildSettings
from tests.answers.conftest import ROOT, answerer_of
from tests.slash.briefing import pages, seen
from tests.slash.conftest import Server, new_client, shown
from tests.slash.test_asking import words

LONG = (
    ("brief", {"length": "long"}),
    ("brief", {"length": "long", "as_of": "2019-04-17"}),
    ("timeline", {}),
    ("timeline", {"name": "Putin", "from": "2018-01-01", "to": "2019-12-31"}),
    ("who", {"name": "Putin"}),
)


@pytest.fixture(params=["at once", "after a restart"])
async def settled(request, server, make_services):
    """Let the bot go on, or start it anew: it remembers nothing of what it sent."""

    async def settle() -> None:
        if request.param == "after a restart":
            await server.env.restart_bot(new_client(make_services()))

    return settle


async def ask(server, command: str, **options):
    return (await server.member.slash(server.channel, command, **options)).response


@pytest.mark.parametrize(("command", "options"), LONG)
async def test_every_page_comes_once_and_back(server, settled, command, options):
    message = await ask(server, command, **options)
    forth = await pages(server.member, message, settled)
    assert len(forth) > 1
    assert len({page.text for page in forth}) == len(forth)
    (message,) = [m for m in server.channel.history() if m.id == message.id]
    for expected in reversed(forth[:-1]):
        message = (await server.member.click(message, label="Previous")).response
        assert seen(message).references == expected.references
    assert seen(message) == forth[0]
    assert "Previous" not in seen(message).labels


async def test_the_one_who_asked_turns_in_place_and_others_get_a_page_of_their_own(server, settled):
    message = await ask(server, "timeline")
    first = shown(message)
    await settled()
    other = await server.manager.click(message, label="Next")
    second = shown(other.response)
    assert other.ephemeral
    assert second != first
    assert [shown(m) for m in server.channel.history() if m.id == message.id] == [first]
    further = await server.manager.click(other.response, label="Next")
    assert further.response.id == other.response.id
    own = await server.member.click(message, label="Next")
    assert own.response.id == message.id
    assert shown(own.response) == second


async def test_a_question_is_read_back_from_its_reply(server, settled, desk):
    for about in (desk.questions[0], "What *does* Kim_want `now` from <@1> @everyone\\?"):
        message = await ask(server, "compare", about=about)
        await settled()
        (message,) = [m for m in server.channel.history() if m.id == message.id]
        assert question_of(message) == about


async def test_a_comparison_on_a_question_goes_on_with_the_same_question(make_services, tmp_path):
    tables = []
    for number in range(14):
        padding = " ".join(f"detail{number}x{n}" for n in range(40))
        text = f"The new harbour bridge will open on May {number + 2}, {padding}."
        (tmp_path / f"{number}.txt").write_text(f"{text}\n", encoding="utf-8")
        tables.append(f'[[article]]\nfile = "{number}.txt"\noutlet = "Paper {number}"\n')
    (tmp_path / "articles.toml").write_text("\n".join(tables), encoding="utf-8")
    answerer = answerer_of(tmp_path)
    services = make_services(answerer=answerer, desk=desk_of(answerer))
    async with simcord.run(new_client(services)) as env:
        server = Server(env)
        about = "When will the *new* harbour bridge open?"
        message = await ask(server, "compare", about=about)
        heading = seen(message).text.split("\n")[0]
        found = await pages(server.member, message)
        assert len(found) > 1
        assert {page.text.split("\n")[0] for page in found} == {heading}
        for outlet in answerer.corpus.outlets:
            assert sum(f"**{outlet}**\n" in page.text for page in found) == 1


async def test_what_stands_around_a_quote_is_shown_to_one_alone(server, settled, answerer):
    message = await ask(server, "brief")
    await settled()
    reference = seen(message).references[1]
    result = await server.member.select(message, [reference], custom_id="contexts")
    place = parse(reference).resolve(answerer.corpus)
    assert result.ephemeral
    assert words(place.sentence.text) in words(shown(result.response))
    assert f"sentence {place.sentence.number}" in shown(result.response)


async def test_which_one_is_meant_can_be_said_after_a_restart(server, settled):
    message = await ask(server, "who", name="Kim")
    await settled()
    chosen = await server.manager.click(message, label="Kim Jong Il")
    assert chosen.ephemeral
    assert shown(chosen.response).startswith("### Kim Jong Il\n")


async def test_outlets_left_out_meanwhile_are_not_on_the_next_page(
    server, settled, services, answerer
):
    message = await ask(server, "who", name="Putin")
    hidden = answerer.corpus.outlets[-1]
    await services.guilds.put(server.guild.id, GuildSettings(left_out=(hidden,)))
    await settled()
    rest = await pages(server.manager, (await server.manager.click(message, label="Next")).response)
    assert not any(hidden in page.text for page in rest)


async def test_the_button_of_a_story_that_has_gone_says_so(server, make_services, monkeypatch):
    message = await ask(server, "who", name="Putin")
    topic = await ask(server, "brief", topic="agenda", length="long")
    quoted = await ask(server, "brief")
    answerer = answerer_of(ROOT / "tests/stories/harbour-bridge")
    services = make_services(answerer=answerer, desk=desk_of(answerer))
    await server.env.restart_bot(new_client(services))
    gone = await server.member.click(message, label="Next")
    assert "has gone since it was posted" in shown(gone.response)
    reference = seen(quoted).references[0]
    around = await server.member.select(quoted, [reference], custom_id="contexts")
    assert "has gone or has changed" in shown(around.response)
    assert seen(topic)
