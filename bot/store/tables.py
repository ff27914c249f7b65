"""The tables of the database; a change here goes with a migration."""

from sqlalchemy import JSON, BigInteger, Boolean, Column, Index, MetaData, String, Table

from bot.store.columns import Moment, PlainText

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
