"""The real client in a simulated Discord, over the shipped articles and a real SQLite file."""

from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta

import discord
import pytest
import pytest_asyncio

from bot.answers.verification import Verifier
from bot.briefings.desk import desk_of
from bot.slash.client import BriefingClient
from bot.slash.cooldown import Cooldown
from bot.slash.current import Current, Story, story_of
from bot.slash.scheduling import scheduling_of
from bot.slash.services import Services
from bot.slash.speaking import speaking
from bot.store.conversations import Conversations
from bot.store.database import open_database
from bot.store.feedback import FeedbackLog
from bot.store.guilds import Guilds
from bot.store.questions import Questions
from bot.store.state import State
from tests.answers.conftest import ROOT, answerer_of
from tests.slash.marked import Marked


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    moment: datetime = datetime(2026, 3, 1, 12, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def seconds(self) -> float:
        return self.moment.timestamp()

    def move(self, **by) -> None:
        self.moment += timedelta(**by)


@pytest.fixture(scope="session")
def answerer():
    return answerer_of(ROOT / "seeds")


@pytest.fixture(scope="session")
def verifier(answerer):
    return Verifier(answerer.corpus)


@pytest.fixture(scope="session")
def desk(answerer):
    return desk_of(answerer)


@pytest.fixture
def clock():
    return Clock()


@pytest_asyncio.fixture
async def database(tmp_path):
    opened = await open_database(f"sqlite:///{tmp_path}/bot.db")
    yield opened
    await opened.close()


@pytest.fixture
def make_services(desk, database, clock):
    """Build services over the one database, with whatever is to be different."""

    def make(**different) -> Services:
        parts = {one.name for one in fields(Story)} & different.keys()
        given = {"standing": ()} | {name: different.pop(name) for name in parts}
        story = replace(story_of(desk), **given)
        current = Current(story)
        usual = {
            "current": current,
            "guilds": Guilds(database),
            "feedback": FeedbackLog(database),
            "conversations": Conversations(database, timedelta(minutes=30)),
            "questions": Questions(database),
            "state": State(database),
            "scheduling": scheduling_of(database, current, clock.now),
            "now": clock.now,
            "chat": True,
            "cooldown": Cooldown(20, clock.seconds),
        }
        return Services(**usual | different)

    return make


@pytest.fixture
def services(make_services):
    return make_services()


def new_client(services, *languages) -> BriefingClient:
    """Return a client of one shard, as the simulated Discord needs to be told."""
    return BriefingClient(services, *languages, shard_count=1)


@pytest.fixture
def simcord_bot(services):
    return new_client(services)


class Server:
    """A server with a channel, one who manages it and one who does not."""

    def __init__(self, env) -> None:
        self.env = env
        self.guild = env.create_guild("The server")
        self.channel = self.guild.create_text_channel("news")
        managing = discord.Permissions(manage_guild=True)
        managers = self.guild.create_role("Managers", permissions=managing)
        self.manager = self.guild.add_member(env.create_user("manager"), roles=[managers])
        self.member = self.guild.add_member(env.create_user("member"))

    async def ask(self, question: str, **options):
        return await self.member.slash(self.channel, "ask", question=question, **options)


@pytest.fixture
def server(simcord_env):
    return Server(simcord_env)


@pytest.fixture
def speaker(server):
    """A server where all that is translated has brackets, but for the names of commands."""
    server.env.bot.languages = {"en-US": Marked()}
    return server


@pytest.fixture
def marked():
    """Speak a language in which all that is translated has brackets."""
    with speaking({"en-US": Marked()}, discord.Locale.american_english):
        yield


def walk(components):
    for item in components:
        yield item
        yield from walk(item.get("components") or ())
        if item.get("accessory"):
            yield item["accessory"]


def shown(message) -> str:
    """Return all text that a message shows."""
    components = message.components
    if components and not isinstance(components[0], dict):
        components = [component.to_dict() for component in components]
    return "\n".join(item["content"] for item in walk(components) if "content" in item)


def labels(message) -> list[str]:
    return [item["label"] for item in walk(message.components) if item.get("label")]
