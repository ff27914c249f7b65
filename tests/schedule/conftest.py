"""Schedules on real databases of both kinds, with a clock and a channel that tests command."""

import pytest
import pytest_asyncio

from bot.store.database import open_database
from tests.schedule.desk import Desk
from tests.schedule.recorder import Recorder


@pytest_asyncio.fixture
async def postgresql_url(request):
    """The URL of an empty database on a PostgreSQL server."""
    server = request.getfixturevalue("postgresql_server")
    url = await server.new_database()
    yield url
    await server.drop(url)


@pytest.fixture
def sqlite_url(tmp_path):
    return f"sqlite:///{tmp_path}/bot.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request):
    """The URL of an empty database of each kind."""
    return request.getfixturevalue(f"{request.param}_url")


@pytest_asyncio.fixture
async def database(url):
    database = await open_database(url)
    yield database
    await database.close()


@pytest.fixture
def recorder(tmp_path):
    return Recorder(tmp_path / "channels.db")


@pytest_asyncio.fixture
async def desk(database, recorder):
    desk = Desk(database, recorder)
    yield desk
    await desk.runner.stop(5)


@pytest.fixture
def one(desk):
    """Return the one row of the ledger of a schedule, which must have no other."""

    async def one(schedule):
        [entry] = await desk.ledger.of_schedule(schedule.id)
        return entry

    return one
