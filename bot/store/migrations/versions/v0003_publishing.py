"""Schedules that publish what they post in an announcement channel."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Let a schedule say so; none did before."""
    op.add_column(
        "schedules", sa.Column("publish", sa.Boolean, nullable=False, server_default=sa.false())
    )
