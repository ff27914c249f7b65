"""Insert a row, or replace the one of the same primary key."""

from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection


async def upsert(connection: AsyncConnection, table: Table, row: dict[str, Any]) -> None:
    """Write a whole row; what stood under its primary key is replaced."""
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    keys = [column.name for column in table.primary_key]
    written = insert(table).values(row)
    await connection.execute(
        written.on_conflict_do_update(
            index_elements=keys,
            set_={name: written.excluded[name] for name in row if name not in keys},
        )
    )
