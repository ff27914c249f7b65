"""/brief, /compare, /coverage, /timeline and /who: what they show, offer and refuse."""

import re
from datetime import date

import pytest
import simcord

from bot.answers.scope import Taste
from bot.briefings.dates.wording import STATUSES, show_interval
from bot.briefings.pictures.timeline import ROWS
from bot.slash import texts
from bot.slash.cooldown import Cooldown
from bot.store.guilds import GuildSettings
from tests.slash.briefing import components, pages, seen
from tests.slash.conftest import Clock, Server, new_client, shown
from tests.slash.test_autocomplete import offered

ALL = (
    ("brief", {}),
    ("compare", {"about": "Where will Kim and Putin meet?"}),
    ("compare", {"about": "When and where"}),
    ("compare", {}),
    ("coverage", {}),
    ("timeline", {}),
    ("who", {"name": "Vladimir Putin"}),
)


async def ask(server, command: str, **options):
    return await server.member.slash(server.channel, command, **options)


@pytest.mark.parametrize(("command", "options"), ALL)
async def test_all_can_see_what_was_asked_for(server, command, options):
    result = await ask(server, command, **options)
    assert not result.ephemeral
    seen(result.response)


@pytest.mark.parametrize(("command", "options"), ALL)
async def test_outlets_left_out_are_never_named(server, services, answerer, command, options):
    hidden = answerer.corpus.outlets[0]
    before = await pages(server.member, (await ask(server, command, **options)).response)
    assert any(hidden in page.text for page in before)
    await services.guilds.put(server.guild.id, GuildSettings(left_out=(hidden,)))
    after = await pages(server.member, (await ask(server, command, **options)).response)
    assert not any(hidden in page.text for page in after)


@pytest.mark.parametrize(("command", "options"), ALL)
async def test_only_what_was_published_by_a_day_is_shown(server, answerer, command, options):
    options = options | {"as_of": "2019-04-16"}
    for page in await pages(server.member, (await ask(server, command, **options)).response):
        for place in page.places(answerer.corpus):
            article = next(a for a in answerer.corpus.articles if a.file == place[0])
            assert article.published.isoformat() <= "2019-04-16"
    early = options | {"as_of": "1999-01-01"}
    said = shown((await ask(server, command, **early)).response)
    assert "> " not in said
    assert "do not say" in said or "No sentence" in said or "No difference" in said


@pytest.mark.parametrize(("command", "options"), ALL)
async def test_they_share_the_cooldown_of_questions(make_services, command, options):
    services = make_services(cooldown=Cooldown(1, Clock().seconds))
    async with simcord.run(new_client(services)) as env:
        server = Server(env)
        await server.ask("Where will Kim and Putin meet?")
        refused = await ask(server, command, **options)
        assert refused.ephemeral
        assert "You can ask again in 60 s" in shown(refused.response)


@pytest.mark.parametrize(("command", "options"), ALL)
async def test_a_failure_is_one_sentence(server, services, monkeypatch, caplog, command, options):
    def broken(taste):
        raise RuntimeError("the desk is on fire")

    monkeypatch.setattr(services.desk, "keeping_to", broken)
    said = shown((await ask(server, command, **options)).response)
    assert "Something went wrong on my side" in said
    assert "on fire" not in said
    assert "on fire" in caplog.text


async def test_a_standard_briefing_is_stamped_and_in_one_message(server):
    page = seen((await ask(server, "brief")).response)
    assert "as of 18 Apr 2019 · 4 current outlets, 1 older · about a minute" in page.text
    assert "Next" not in page.labels
    for heading in (
        "Bottom line",
        "When and where",
        "Where the outlets differ",
        "Older background",
    ):
        assert f"**{heading}**" in page.text
    assert "**older reporting**" in page.text.split("**Older background**")[1]
    silent = r"announced or not: Bloomberg \[\d\] \(not announced\), The Washington Times \[\d\]\."
    assert re.search(silent, page.text)


async def test_lengths_differ(server):
    counts = []
    for length in ("short", "standard", "long"):
        message = (await ask(server, "brief", length=length)).response
        counts.append(sum(len(p.references) for p in await pages(server.member, message)))
    assert counts[0] < counts[1] < counts[2]


async def test_one_topic_is_named_by_some_of_its_words(server):
    said = shown((await ask(server, "brief", topic="united STATES")).response)
    assert said.startswith("### Briefing: The United States\n")
    assert "**When and where**" not in said


async def test_a_comparison_says_who_does_not_say_and_what_differs(server):
    about = "When will the US envoy travel to Russia?"
    said = shown((await ask(server, "compare", about=about)).response)
    assert said.startswith(f"### {about}\n")
    assert "**The Diplomat**\n*does not say*" in said
    assert "different dates: VICE News [1], The Washington Times [" in said


async def test_coverage_counts_and_says_what_is_left_out(server, desk):
    page = seen((await ask(server, "coverage")).response)
    cell = desk.coverage(None).cells["When and where", "VICE News"]
    assert f"VICE News **{cell.sentences}**" in page.text
    assert "VICE News leaves out: Doubts." in page.text


async def test_events_are_in_order_with_how_sure_their_day_is(server, desk):
    days = {"from": "2019-04-20", "to": "2019-04-30"}
    first, last = (date.fromisoformat(day) for day in days.values())
    events = desk.timelines.timeline(desk.answerer.within(), first, last).events
    message = (await ask(server, "timeline", **days)).response
    text = "\n".join(page.text for page in await pages(server.member, message))
    assert re.findall(r"^\*\*(.*?)\*\* · (.*?) · ", text, re.MULTILINE) == [
        (show_interval(event.interval), STATUSES[event.lead.status])
        for number, event in enumerate(events)
        if not number or _head(event) != _head(events[number - 1]) or not number % ROWS
    ]


def _head(event):
    return show_interval(event.interval), event.lead.status, event.lead.certainty


async def test_a_name_that_several_share_asks_which(server):
    result = await ask(server, "who", name="Kim")
    page = seen(result.response)
    assert page.text == "**Which Kim?**"
    assert page.labels == ("Kim Jong Un", "Kim Jong Il", "Kim Il Sung", "Kim Chang-son")
    chosen = await server.member.click(result.response, label="Kim Il Sung")
    assert shown(chosen.response).startswith("### Kim Il Sung\n")
    timeline = await ask(server, "timeline", name="Kim")
    chosen = await server.member.click(timeline.response, label="Kim Jong Il")
    assert shown(chosen.response).startswith("### Timeline: Kim Jong Il\n")


async def test_somebody_is_told_by_any_spelling(server):
    for typed in ("putin", "Vladimir Putin", "VLADIMIR PUTIN"):
        said = shown((await ask(server, "who", name=typed)).response)
        assert said.startswith("### Vladimir Putin\n")
        assert "**In the articles’ words**\n> " in said
        assert "Named together with Kim Jong Un (" in said


@pytest.mark.parametrize(
    ("command", "options", "word"),
    [
        ("brief", {"topic": "@everyone trade"}, "When and where"),
        ("brief", {"outlet": "The Moon"}, "VICE News"),
        ("brief", {"as_of": "soon"}, "such as 2019-04-18"),
        ("compare", {"about": "   "}, "nothing in that"),
        ("compare", {"as_of": "soon"}, "such as 2019-04-18"),
        ("coverage", {"as_of": "soon"}, "such as 2019-04-18"),
        ("timeline", {"from": "2019-05-01", "to": "2019-04-01"}, "Exchange the two"),
        ("timeline", {"name": "@everyone"}, "name nobody"),
        ("timeline", {"from": "soon"}, "such as 2019-04-18"),
        ("who", {"name": "@everyone"}, "name nobody"),
        ("who", {"name": "   "}, "nothing in that"),
    ],
)
async def test_what_can_not_be_shown_is_refused_with_the_cure(server, command, options, word):
    said = shown((await ask(server, command, **options)).response)
    assert word in said
    assert "@everyone" not in said


async def test_an_outlet_left_out_can_not_be_briefed_from(server, services, answerer):
    hidden = answerer.corpus.outlets[0]
    await services.guilds.put(server.guild.id, GuildSettings(left_out=(hidden,)))
    assert "is left out in this server" in shown(
        (await ask(server, "brief", outlet=hidden)).response
    )


async def test_topics_questions_names_and_days_are_offered(server, desk):
    topics = [topic.name for topic in desk.topics]
    assert await offered(server, "topic", "", command="brief") == topics
    assert await offered(server, "topic", "UNITED", command="brief") == ["The United States"]
    about = await offered(server, "about", "", command="compare")
    assert about[: len(topics)] == topics
    assert desk.questions[0] in about
    newest = "2019-04-18"
    for command, option in (
        ("brief", "as_of"),
        ("compare", "as_of"),
        ("coverage", "as_of"),
        ("who", "as_of"),
        ("timeline", "as_of"),
        ("timeline", "from"),
        ("timeline", "to"),
    ):
        assert (await offered(server, option, "", command=command))[0] == newest


async def test_names_are_offered_by_any_alias(server, desk):
    entries = desk.corpus.names.entries
    aliased = [(one.name, alias) for one in entries for alias in (*one.aliases, *one.loose)]
    assert aliased
    for name, alias in aliased[:: max(1, len(aliased) // 25)]:
        for command in ("who", "timeline"):
            assert name in await offered(server, "name", alias.upper(), command=command)


async def test_help_names_them(server):
    said = shown((await ask(server, "help")).response)
    for name in (texts.BRIEF, texts.COMPARE, texts.COVERAGE, texts.TIMELINE, texts.WHO):
        assert f"/{name.message}" in said


@pytest.mark.parametrize("command", ["timeline", "coverage"])
async def test_pictures_come_with_a_description_where_they_can_be_drawn(make_services, command):
    pytest.importorskip("resvg_py")
    pytest.importorskip("ttf_opensans")
    async with simcord.run(new_client(make_services(pictures=True))) as env:
        server = Server(env)
        message = (await ask(server, command)).response
        (gallery,) = [item for item in components(message)[0]["components"] if item["type"] == 12]
        assert 50 < len(gallery["items"][0]["description"]) <= 1024
        (picture,) = message.attachments
        assert picture.filename == "picture.png"
        seen(message)
        if command == "timeline":
            turned = (await server.member.click(message, label="Next")).response
            (other,) = turned.attachments
            assert (other.size, other.id) != (picture.size, picture.id)


@pytest.mark.parametrize("command", ["timeline", "coverage"])
async def test_the_text_stands_alone_where_drawing_fails(make_services, monkeypatch, command):
    from bot.briefings.pictures.rendering import NoRendererError
    from bot.slash import briefing

    def missing(picture):
        raise NoRendererError("not installed")

    monkeypatch.setattr(briefing, "_drawn", missing)
    async with simcord.run(new_client(make_services(pictures=True))) as env:
        message = (await ask(Server(env), command)).response
        assert not message.attachments
        assert not [item for item in components(message)[0]["components"] if item["type"] == 12]


def test_a_desk_without_outlets_keeps_them_out_of_everything(desk, answerer):
    hidden = frozenset(answerer.corpus.outlets[:2])
    less = desk.without(hidden)
    assert less is desk.without(hidden | {"Nobody's"})
    assert desk.without(frozenset()) is desk
    kept = [outlet for outlet in answerer.corpus.outlets if outlet not in hidden]
    assert less.corpus.outlets == tuple(kept)
    assert less.coverage(None).outlets == tuple(kept)
    assert less.answerer.within().articles == {article.id for article in less.corpus.articles}
    taste = Taste(left_out=frozenset(kept))
    question = "Where will Kim and Putin meet?"
    assert less.answerer.ask(question).answered
    assert not less.answerer.ask(question, taste=taste).answered
