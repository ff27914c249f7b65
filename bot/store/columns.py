"""Types of columns that mean the same on SQLite and on PostgreSQL."""

from datetime import UTC, datetime

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator

from bot.phrase import read_stored, stored


class Moment(TypeDecorator[datetime]):
    """A point in time: aware going in and coming out, kept as UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn any zone into UTC; a time without a zone is a mistake of the code."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        moment = value.astimezone(UTC)
        # SQLite keeps text, which sorts by time only where every one is written alike.
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Say that what SQLite gives back is UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class PlainText(TypeDecorator[str]):
    """Text of any length and of any characters that people send."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Replace what PostgreSQL (NUL) or UTF-8 (halves of a pair) can't hold."""
        if value is None:
            return None
        return value.encode("utf-8", "replace").decode().replace("\0", "\ufffd")


class PhraseText(PlainText):
    """Plain text, or a phrase with all that it was made of, so that it can be said anew."""

    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Turn a phrase into JSON."""
        return super().process_bind_param(None if value is None else stored(value), dialect)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Make a phrase again of what was one; what was kept as plain text comes back as it is."""
        return None if value is None else read_stored(value)
