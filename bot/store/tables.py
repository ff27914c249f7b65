"""The tables of the database; a change here goes with a migration."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    false,
)

from bot.store.columns import Moment, PhraseText, PlainText

# Names that hold on both databases, so that a migration can speak of them.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# Discord's ids are 64 bits wide. Texts are told apart by their digests, since an index of
# PostgreSQL holds no more than 2,700 bytes a row.
DIGEST = 64
# SQLite numbers rows by itself only in a column that it calls an integer.
NUMBERED = BigInteger().with_variant(Integer, "sqlite")

guilds = Table(
    "guilds",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("time_zone", String(64), nullable=False),
    Column("preferred", JSON, nullable=False),
    Column("left_out", JSON, nullable=False),
    Column("chat", Boolean, nullable=False),
    Column("feedback_role", BigInteger),
)

feedback = Table(
    "feedback",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("digest", String(DIGEST), primary_key=True),
    Column("guild_id", BigInteger),
    Column("question", PlainText, nullable=False),
    Column("sentence", PlainText, nullable=False),
    Column("helpful", Boolean, nullable=False),
    Column("why", PlainText, nullable=False),
    Column("given", Moment, nullable=False),
    Index("ix_feedback_guild_id_given", "guild_id", "given"),
)

conversations = Table(
    "conversations",
    metadata,
    Column("channel_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("conversation", JSON, nullable=False),
    Column("updated", Moment, nullable=False, index=True),
)

# Who asked is not in the row. Guild 0 stands for all that was asked outside of servers.
questions = Table(
    "questions",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("digest", String(DIGEST), primary_key=True),
    Column("question", PlainText, nullable=False),
    Column("asked", Moment, nullable=False),
    Index("ix_questions_guild_id_asked", "guild_id", "asked"),
)

state = Table(
    "state",
    metadata,
    Column("key", String(100), primary_key=True),
    Column("value", PlainText, nullable=False),
)

# A schedule goes to a channel of a server or to one person. What it showed last is in `previous`.
schedules = Table(
    "schedules",
    metadata,
    Column("schedule_id", NUMBERED, primary_key=True),
    Column("guild_id", BigInteger, index=True),
    Column("channel_id", BigInteger),
    Column("user_id", BigInteger, index=True),
    Column("owner_id", BigInteger, nullable=False),
    Column("recurrence", PlainText, nullable=False),
    Column("zone", String(64), nullable=False),
    Column("what", PlainText, nullable=False),
    Column("length", String(20), nullable=False),
    Column("mention_role", BigInteger),
    Column("sources_thread", Boolean, nullable=False),
    Column("publish", Boolean, nullable=False, server_default=false()),
    Column("when_nothing_new", String(20), nullable=False),
    Column("lateness_hours", Integer, nullable=False),
    Column("paused", Boolean, nullable=False),
    Column("paused_because", PhraseText, nullable=False),
    Column("previous", JSON, nullable=False),
    Column("created", Moment, nullable=False),
    Column("anchor", Moment, nullable=False),
    Column("checked_until", Moment, nullable=False),
    Column("next_due", Moment, index=True),
    Column("revision", Integer, nullable=False),
    sqlite_autoincrement=True,  # a number is never given again, so a message can name it
)

# One row for each time a schedule came round; the token tells who holds it.
ledger = Table(
    "ledger",
    metadata,
    Column("entry_id", NUMBERED, primary_key=True),
    Column("schedule_id", ForeignKey("schedules.schedule_id", ondelete="CASCADE"), nullable=False),
    Column("day", Date, nullable=False),
    Column("slot", String(20), nullable=False),
    Column("due", Moment, nullable=False),
    Column("opened", Moment, nullable=False),
    Column("state", String(10), nullable=False),
    Column("token", Integer, nullable=False),
    Column("holder", String(64), nullable=False),
    Column("free_at", Moment, nullable=False),
    Column("mark", String(25), nullable=False),
    Column("body", PlainText),
    Column("shown", JSON, nullable=False),
    Column("reason", PhraseText, nullable=False),
    Column("settled", Moment),
    Column("message_channel", BigInteger),
    Column("message_id", BigInteger),
    Column("message_link", PlainText),
    UniqueConstraint("schedule_id", "day", "slot"),
    Index("ix_ledger_state_due", "state", "due"),
    Index("ix_ledger_due", "due"),
    sqlite_autoincrement=True,
)
