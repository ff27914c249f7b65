"""Every test of the store runs on a real file of SQLite and on a real PostgreSQL server."""

from datetime import UTC, datetime
from itertools import count

import pytest
import pytest_asyncio

from bot.store.database import open_database

NOON = datetime(2026, 3, 29, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def server(postgresql_server):
    return postgresql_server


@pytest_asyncio.fixture(params=["sqlite", "postgresql"])
async def new_url(request, tmp_path):
    """Gives the URL of one more empty database, of each kind by turns."""
    if request.param == "sqlite":
        numbers = count(1)

        async def new():
            return f"sqlite:///{tmp_path}/kept/{next(numbers)}.db"

        yield new
        return
    server = request.getfixturevalue("server")
    made = []

    async def new():
        made.append(await server.new_database())
        return made[-1]

    yield new
    for url in made:
        await server.drop(url)


@pytest_asyncio.fixture
async def url(new_url):
    """The URL of an empty database."""
    return await new_url()


@pytest_asyncio.fixture
async def database(url):
    database = await open_database(url)
    yield database
    await database.close()


@pytest.fixture
def noon():
    return NOON
