"""What can be wrong with the database, said in one line so that its owner can mend it."""

from collections.abc import Iterator

from sqlalchemy import URL

_SETTING = "BOT_DATABASE_URL"
# What SQLite says, and what its owner can do.
_SQLITE = (
    ("unable to open", "can't be opened", "Make its folder writable, or name another file"),
    ("readonly", "can't be written to", "Make the file and its folder writable"),
    ("not a database", "is no SQLite database", "Name another file, or move this one away"),
    ("malformed", "is damaged", "Put back a copy, or move it away to start anew"),
    ("disk is full", "can't grow: the disk is full", "Make room"),
    ("disk i/o", "can't be read or written: the disk fails", "Check the disk"),
    ("locked", "is held by another program", "End what holds it"),
    ("no such table", "lacks a table", "Put back a copy, or move it away to start anew"),
)
# Classes of SQLSTATE, and what the owner of a PostgreSQL server can do.
_POSTGRESQL = (
    ("28", "refuses the user or the password", "Set the right ones"),
    ("3D", "has no database of this name", "Create it, or name another"),
    ("42501", "refuses this user a right", "Grant it: the bot makes and fills tables of its own"),
    ("53", "has no more room or connections", "Give it more"),
    ("57P", "is shutting down or starting", "Try again when it is up"),
    ("08", "has broken off the connection", "Check that it is up"),
)


class StoreError(Exception):
    """The database can't be used; the message names the setting, the fault and the cure."""


def store_error(url: URL, error: BaseException) -> StoreError:
    """Say in one line what is wrong with a database; never its password."""
    sqlite = url.get_backend_name() == "sqlite"
    fault, cure = _sqlite(error) if sqlite else _postgresql(error)
    return StoreError(f"{_SETTING}: {place(url)} {fault}. {cure}.")


def url_error(fault: str, cure: str) -> StoreError:
    """Say in one line what is wrong with the setting itself."""
    return StoreError(f"{_SETTING}: {fault}. {cure}.")


def place(url: URL) -> str:
    """Name a database without its user and password."""
    if url.get_backend_name() == "sqlite":
        return f"the file {url.database}"
    host = str(url.host or url.query.get("host") or "localhost")
    return f"the server {host}:{url.port or 5432}, database {url.database or url.username},"


def _sqlite(error: BaseException) -> tuple[str, str]:
    for cause in _causes(error):
        said = str(cause).casefold()
        for words, fault, cure in _SQLITE:
            if words in said:
                return fault, cure
        if isinstance(cause, OSError):
            return f"can't be used: {cause.strerror or cause}", "Name a file that can be written"
    return _unknown(error)


def _postgresql(error: BaseException) -> tuple[str, str]:
    for cause in _causes(error):
        state = str(getattr(cause, "sqlstate", None) or "")
        for start, fault, cure in _POSTGRESQL:
            if state.startswith(start):
                return fault, cure
        if isinstance(cause, TimeoutError):
            return "doesn't answer in time", "Check host and port, and that the server is up"
        if isinstance(cause, OSError):
            return (
                f"can't be reached: {_first_line(cause.strerror or cause)}",
                "Check host and port, and that the server is up",
            )
    return _unknown(error)


def _unknown(error: BaseException) -> tuple[str, str]:
    cause = list(_causes(error))[-1]
    said = f"{type(cause).__name__}: {_first_line(cause)}"
    return f"can't be used: {said}", "BOT_LOG_LEVEL=debug shows more"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and what it wraps, from the outside in."""
    seen: list[BaseException] = []
    found: BaseException | None = error
    while found is not None and found not in seen:
        seen.append(found)
        yield found
        found = getattr(found, "orig", None) or found.__cause__


def _first_line(said: object) -> str:
    return str(said).strip().partition("\n")[0].rstrip(".")
