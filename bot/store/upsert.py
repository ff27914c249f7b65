"""Insert rows, or replace those of the same primary keys."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.ext.asyncio import AsyncConnection


def insert_into(table: Table, connection: AsyncConnection) -> Any:
    """Return the insertion that a connection's own database knows: `on_conflict_do_…` and all."""
    # Each database's module is dear to import, and only one is used.
    if connection.dialect.name == "sqlite":
        from sqlalchemy.dialects import sqlite

        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql

    return postgresql.insert(table)


async def upsert(
    connection: AsyncConnection, table: Table, row: dict[str, Any], *more: dict[str, Any]
) -> None:
    """Write whole rows; what stood under their primary keys is replaced."""
    keys = [column.name for column in table.primary_key]
    written = insert_into(table, connection)
    rows: Sequence[dict[str, Any]] = [row, *more]
    await connection.execute(
        written.on_conflict_do_update(
            index_elements=keys,
            set_={name: written.excluded[name] for name in row if name not in keys},
        ),
        rows,
    )
