"""What tests of several rooms use."""

import logging

import pytest


@pytest.fixture(scope="session")
def postgresql_server():
    """A PostgreSQL server in which databases can be made; skips where there is none."""
    from tests.store import postgresql

    with postgresql.running() as found:
        yield found


@pytest.fixture(autouse=True)
def logging_as_before():
    """Take away the handlers that a test adds: what they write to may be closed after it."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:], root.level = handlers, level
