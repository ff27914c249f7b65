"""Insert rows, or replace those of the same primary keys."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.ext.asyncio import AsyncConnection


async def upsert(
    connection: AsyncConnection, table: Table, row: dict[str, Any], *more: dict[str, Any]
) -> None:
    """Write whole rows; what stood under their primary keys is replaced."""
    if connection.dialect.name == "sqlite":
        from sqlalchemy.dialects.sqlite import insert
    else:  # each database's own, which is dear to import, and only one is used
        from sqlalchemy.dialects.postgresql import insert  # type: ignore[assignment]

    keys = [column.name for column in table.primary_key]
    written = insert(table)
    rows: Sequence[dict[str, Any]] = [row, *more]
    await connection.execute(
        written.on_conflict_do_update(
            index_elements=keys,
            set_={name: written.excluded[name] for name in row if name not in keys},
        ),
        rows,
    )
