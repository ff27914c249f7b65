"""What tests of several rooms use."""

import pytest


@pytest.fixture(scope="session")
def postgresql_server():
    """A PostgreSQL server in which databases can be made; skips where there is none."""
    from tests.store import postgresql

    with postgresql.running() as found:
        yield found
