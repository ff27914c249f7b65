"""/sources, /read, /verify and /help."""

from bot.slash import texts
from bot.store.guilds import GuildSettings
from tests.slash.conftest import shown
from tests.slash.test_asking import words


async def test_sources_lists_every_article_to_the_one_who_asked(server, answerer):
    result = await server.member.slash(server.channel, "sources")
    assert result.ephemeral
    said = shown(result.response)
    assert all(outlet in said for outlet in answerer.corpus.outlets)


async def test_an_article_is_read_by_id_number_or_outlet(server, answerer):
    first = answerer.corpus.articles[0]
    pages = [
        shown((await server.member.slash(server.channel, "read", article=typed)).response)
        for typed in (first.id, "1", first.outlet.upper(), first.file)
    ]
    assert len(set(pages)) == 1
    assert words(first.quotable[0].text) in words(pages[0])


async def test_an_article_is_read_from_a_sentence_on(server, answerer):
    first = answerer.corpus.articles[0]
    result = await server.member.slash(server.channel, "read", article=first.id, **{"from": 5})
    said = words(shown(result.response))
    assert words(first.quotable[4].text) in said
    assert words(first.quotable[1].text) not in said
    beyond = await server.member.slash(server.channel, "read", article=first.id, **{"from": 9999})
    assert f"from 1 to {len(first.quotable)}" in shown(beyond.response)


async def test_an_unknown_article_is_answered_with_those_there_are(server, answerer):
    result = await server.member.slash(server.channel, "read", article="The Moon")
    assert result.ephemeral
    assert answerer.corpus.articles[0].id in shown(result.response).replace("\\", "")


async def test_a_quotation_is_checked_for_the_one_who_asked(server, answerer):
    sentence = answerer.corpus.articles[0].quotable[3]
    result = await server.member.slash(server.channel, "verify", quotation=sentence.text)
    assert result.ephemeral
    assert answerer.corpus.articles[0].outlet in shown(result.response)
    blank = await server.member.slash(server.channel, "verify", quotation="  ")
    assert "write a question" in shown(blank.response)


async def test_articles_of_outlets_left_out_are_not_listed_read_or_quoted(
    server, services, answerer
):
    first, second = answerer.corpus.articles[:2]
    await services.guilds.put(server.guild.id, GuildSettings(left_out=(first.outlet,)))
    listed = await server.member.slash(server.channel, "sources")
    assert first.outlet not in shown(listed.response)
    for typed in (first.id, first.outlet):
        read = shown((await server.member.slash(server.channel, "read", article=typed)).response)
        assert words(first.quotable[0].text) not in words(read)
    assert "is left out" in read
    by_number = await server.member.slash(server.channel, "read", article="1")
    assert words(second.quotable[0].text) in words(shown(by_number.response))
    text = first.quotable[3].text
    checked = await server.member.slash(server.channel, "verify", quotation=text)
    assert first.outlet not in shown(checked.response)
    elsewhere = await server.member.user.slash("verify", quotation=text)
    assert first.outlet in shown(elsewhere.response)


async def test_help_names_every_command_one_reads_with(server):
    result = await server.member.slash(server.channel, "help")
    assert result.ephemeral
    said = shown(result.response)
    for name in (texts.ASK, texts.SOURCES, texts.READ, texts.VERIFY, texts.PRIVACY, texts.STATUS):
        assert f"/{name.message}" in said
    assert texts.FIND_SOURCES.message in said
