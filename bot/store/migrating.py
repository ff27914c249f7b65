"""Bring the tables up to date, in one transaction that only one process has at a time."""

from sqlalchemy import Connection, inspect

_LOCK = 0x62726965  # any number that nobody else on the server locks
_VERSIONS = "alembic_version"

# The last of the migrations.
LATEST = "0003"


def migrate(connection: Connection) -> None:
    """Run what migrations are missing inside the connection's transaction.

    On SQLite the transaction itself is the lock, since it began as a writer's. Where a migration
    fails, everything is as it was.
    """
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
    if is_latest(connection):
        return
    # Alembic is dear to import, and nearly no start needs it.
    from bot.store.upgrading import upgrade

    upgrade(connection)


def is_latest(connection: Connection) -> bool:
    """Whether no migration is missing."""
    if not inspect(connection).has_table(_VERSIONS):
        return False
    found = connection.exec_driver_sql(f"SELECT version_num FROM {_VERSIONS}")  # noqa: S608
    return found.scalars().all() == [LATEST]
