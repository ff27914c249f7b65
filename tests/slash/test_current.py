"""What is swapped while the client runs is shown by every command from then on, and by posts."""

import shutil

import pytest

from bot.briefings.desk import desk_of
from bot.schedule.planning import Wish
from bot.slash.current import story_of
from tests.answers.conftest import ROOT, answerer_of
from tests.slash.conftest import shown

NEW = "Lighthouse painted\n\nThe lighthouse of Zembla was painted green by Ada Orr in Ansel.\n"
TOLD = "The lighthouse of Zembla was painted green"
ASKED = "Who painted the lighthouse of Zembla?"


@pytest.fixture(scope="module")
def newer(tmp_path_factory):
    """The shipped articles and one more, with a topic of its own."""
    folder = shutil.copytree(ROOT / "seeds", tmp_path_factory.mktemp("newer") / "seeds")
    (folder / "new.txt").write_text(NEW)
    with (folder / "articles.toml").open("a") as manifest:
        manifest.write(
            '\n[[article]]\nfile = "new.txt"\noutlet = "The Quay"\npublished = 2019-04-20\n'
        )
    with (folder / "topics.toml").open("a") as topics:
        topics.write(f'\n[[topic]]\nname = "Paint"\nquestions = ["{ASKED}"]\n')
    return story_of(desk_of(answerer_of(folder)))


async def test_every_command_shows_the_new_articles(server, services, newer):
    async def said(name, **options):
        return shown((await server.member.slash(server.channel, name, **options)).response)

    async def offered(command, option, typed):
        found = await server.member.autocomplete(server.channel, command, option, typed)
        return [choice["value"] for choice in found]

    quoted = {
        "ask": {"question": ASKED},
        "brief": {"topic": "Paint"},
        "verify": {"quotation": TOLD},
        "read": {"article": "new"},
    }
    typed = (("ask", "outlet", "quay"), ("ask", "question", "paint"), ("brief", "topic", "paint"))
    for name, options in quoted.items():
        assert f"{TOLD} by" not in (await said(name, **options)).replace("*", ""), name
    assert [await offered(*one) for one in typed] == [[], [], []]

    services.current.story = newer
    for name, options in quoted.items():
        assert f"{TOLD} by" in (await said(name, **options)).replace("*", ""), name
    assert "6 of 6 outlets" in await said("status")
    assert "The Quay" in await said("sources")
    assert [await offered(*one) for one in typed] == [["The Quay"], [ASKED], ["Paint"]]


async def test_a_post_made_before_is_made_anew(services, server, newer):
    planner = services.scheduling.planner
    wish = Wish("daily 08:00", "UTC", what=f"question:{ASKED}")
    one = await planner.add(
        wish, guild=server.guild.id, channel=server.channel.id, owner=server.manager.id
    )

    def body():
        post = services.scheduling.renderer.post(one, services.now(), frozenset())
        return str(getattr(post, "body", "")).replace("*", "")

    assert TOLD not in body()
    services.current.story = newer
    assert TOLD in body()
