"""Where the database is: the setting's text made into a URL that SQLAlchemy opens."""

from importlib.util import find_spec
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.store.errors import url_error

_EXAMPLES = "Write it as sqlite:///folder/bot.db or postgresql://user:password@host:5432/database"
_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
}


def database_url(text: str) -> URL:
    """Return the URL with the driver the bot uses; raise StoreError where it is none."""
    try:
        url = make_url(text.strip())
    except (ArgumentError, ValueError):
        # SQLAlchemy's message would show the text, which may hold a password.
        raise url_error("this is no URL of a database", _EXAMPLES) from None
    driver = _DRIVERS.get(url.drivername)
    if driver is None:
        raise url_error(f"{url.drivername} is none of the databases the bot knows", _EXAMPLES)
    url = url.set(drivername=driver)
    return _file(url) if driver.startswith("sqlite") else _server(url)


def _file(url: URL) -> URL:
    if not url.database or url.database == ":memory:" or url.query:
        raise url_error("the database needs a file that stays", _EXAMPLES)
    try:
        return url.set(database=str(Path(url.database).expanduser()))
    except RuntimeError:
        raise url_error(f"there is no home folder for {url.database}", _EXAMPLES) from None


def _server(url: URL) -> URL:
    if find_spec("asyncpg") is None:
        raise url_error(
            "PostgreSQL needs asyncpg, which is not installed",
            'Install it with the extra "postgres": pip install "briefing-bot[postgres]"',
        )
    if "sslmode" in url.query:  # as most hosts write it; asyncpg's name for it is ssl
        mode = url.query["sslmode"]
        url = url.difference_update_query(["sslmode"]).update_query_dict({"ssl": mode})
    return url
