"""Run migrations with Alembic, which is imported where there are any to run and nowhere else."""

from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from bot.store.errors import StoreError, place

_SCRIPTS = "bot.store:migrations"


def upgrade(connection: Connection) -> None:
    """Run what migrations are missing inside the connection's transaction; raises StoreError."""
    config = Config()
    config.set_main_option("script_location", _SCRIPTS)
    scripts = ScriptDirectory.from_config(config)
    known = {script.revision for script in scripts.walk_revisions()}
    found = set(MigrationContext.configure(connection).get_current_heads())
    if found - known:
        raise StoreError(
            f"BOT_DATABASE_URL: {place(connection.engine.url)} was made by a newer version of the"
            f" bot (tables {', '.join(sorted(found - known))}). Update the bot, or put back a"
            " copy of the database from before."
        )
    if found == set(scripts.get_heads()):
        return
    with EnvironmentContext(
        config,
        scripts,
        fn=lambda now, _: scripts._upgrade_revs("head", now),  # noqa: SLF001
    ) as context:
        context.configure(connection=connection, transactional_ddl=True)
        context.run_migrations()
    if connection.dialect.name == "sqlite":
        _check_references(connection)


def _check_references(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken:
        raise StoreError(
            f"BOT_DATABASE_URL: {place(connection.engine.url)} has a row of {broken[0]} that"
            f" refers to one missing in {broken[2]}. Put back a copy of the database."
        )
