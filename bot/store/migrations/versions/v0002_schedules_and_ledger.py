"""Schedules, and the ledger of each time they came round."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_NUMBERED = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables of schedules and of their ledger."""
    op.create_table(
        "schedules",
        sa.Column("schedule_id", _NUMBERED, nullable=False),
        sa.Column("guild_id", sa.BigInteger),
        sa.Column("channel_id", sa.BigInteger),
        sa.Column("user_id", sa.BigInteger),
        sa.Column("owner_id", sa.BigInteger, nullable=False),
        sa.Column("recurrence", sa.Text, nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("length", sa.String(20), nullable=False),
        sa.Column("mention_role", sa.BigInteger),
        sa.Column("sources_thread", sa.Boolean, nullable=False),
        sa.Column("when_nothing_new", sa.String(20), nullable=False),
        sa.Column("lateness_hours", sa.Integer, nullable=False),
        sa.Column("paused", sa.Boolean, nullable=False),
        sa.Column("paused_because", sa.Text, nullable=False),
        sa.Column("previous", sa.JSON, nullable=False),
        sa.Column("created", _MOMENT, nullable=False),
        sa.Column("anchor", _MOMENT, nullable=False),
        sa.Column("checked_until", _MOMENT, nullable=False),
        sa.Column("next_due", _MOMENT),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("schedule_id", name="pk_schedules"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_schedules_guild_id", "schedules", ["guild_id"])
    op.create_index("ix_schedules_user_id", "schedules", ["user_id"])
    op.create_index("ix_schedules_next_due", "schedules", ["next_due"])
    op.create_table(
        "ledger",
        sa.Column("entry_id", _NUMBERED, nullable=False),
        sa.Column("schedule_id", _NUMBERED, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("slot", sa.String(20), nullable=False),
        sa.Column("due", _MOMENT, nullable=False),
        sa.Column("opened", _MOMENT, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("token", sa.Integer, nullable=False),
        sa.Column("holder", sa.String(64), nullable=False),
        sa.Column("free_at", _MOMENT, nullable=False),
        sa.Column("mark", sa.String(25), nullable=False),
        sa.Column("body", sa.Text),
        sa.Column("shown", sa.JSON, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("settled", _MOMENT),
        sa.Column("message_channel", sa.BigInteger),
        sa.Column("message_id", sa.BigInteger),
        sa.Column("message_link", sa.Text),
        sa.PrimaryKeyConstraint("entry_id", name="pk_ledger"),
        sa.ForeignKeyConstraint(
            ["schedule_id"],
            ["schedules.schedule_id"],
            name="fk_ledger_schedule_id_schedules",
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("schedule_id", "day", "slot", name="uq_ledger_schedule_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_ledger_state_due", "ledger", ["state", "due"])
    op.create_index("ix_ledger_due", "ledger", ["due"])
