"""What is offered while options are typed."""

from dataclasses import replace

import simcord

from bot.slash.limits import check_choices
from bot.store.guilds import GuildSettings
from tests.slash.conftest import Server, new_client


async def offered(server, option: str, typed: str, command: str = "ask", **filled) -> list[str]:
    choices = await server.manager.autocomplete(server.channel, command, option, typed, **filled)
    assert check_choices(choices) == ()
    return [choice["value"] for choice in choices]


async def test_standing_questions_come_first_then_those_answered_lately(make_services):
    standing = ("What was agreed?", "x" * 101, "Who was there?")
    services = make_services(standing=standing)
    async with simcord.run(new_client(services)) as env:
        server = Server(env)
        await services.questions.asked(server.guild.id, "Where did they meet?", services.now())
        await services.questions.asked(server.guild.id, "what  was agreed?", services.now())
        await services.questions.asked(server.guild.id + 1, "Elsewhere?", services.now())
        assert await offered(server, "question", "") == [
            "What was agreed?",
            "Who was there?",
            "Where did they meet?",
        ]
        assert await offered(server, "question", "WHO") == ["Who was there?"]


async def test_no_more_is_offered_than_discord_takes(make_services):
    services = make_services(standing=tuple(f"Question {n}?" for n in range(60)))
    async with simcord.run(new_client(services)) as env:
        assert len(await offered(Server(env), "question", "")) == 25


async def test_outlets_left_out_are_not_offered_but_can_be_set(server, services, answerer):
    outlets = list(answerer.corpus.outlets)
    assert await offered(server, "outlet", "") == outlets
    await services.guilds.put(server.guild.id, GuildSettings(left_out=(outlets[0],)))
    assert await offered(server, "outlet", "") == outlets[1:]
    assert await offered(server, "outlet", "", command="settings outlets") == outlets
    hidden = {a.id for a in answerer.corpus.articles if a.outlet == outlets[0]}
    assert not hidden & set(await offered(server, "article", "", command="read"))


async def test_days_of_publication_are_offered_newest_first_after_the_day_typed(server, answerer):
    published = {a.published for a in answerer.corpus.articles if a.published}
    days = [day.isoformat() for day in sorted(published, reverse=True)]
    assert await offered(server, "as_of", "") == days
    assert await offered(server, "as_of", "2018-07-06") == ["2018-07-06"]
    assert await offered(server, "as_of", days[-1]) == [days[-1]]
    assert await offered(server, "as_of", "soon") == []


async def test_articles_are_found_by_outlet_day_headline_or_id(server, answerer):
    first = answerer.corpus.articles[0]
    for typed in (first.outlet.upper(), str(first.published), first.id, (first.title or "")[:20]):
        assert first.id in await offered(server, "article", typed, command="read")


async def test_time_zones_are_found_by_any_part_of_their_name(server):
    zones = await offered(server, "zone", "new york", command="settings time-zone")
    assert zones == ["America/New_York"]
    assert len(await offered(server, "zone", "", command="settings time-zone")) == 25


async def test_articles_with_endless_ids_are_left_out(make_services, answerer, monkeypatch):
    first, *others = answerer.corpus.articles
    corpus = replace(answerer.corpus, articles=(replace(first, id="x" * 101), *others))
    monkeypatch.setattr(answerer, "corpus", corpus)
    async with simcord.run(new_client(make_services())) as env:
        ids = await offered(Server(env), "article", "", command="read")
        assert ids == [article.id for article in others]
