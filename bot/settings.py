"""Every setting of the bot, read once at the start and handed down."""

import re
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import unquote

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

# Where a URL holds a password, even one whose signs should have been written as %XX.
_PASSWORD = re.compile(r"://[^:/?#]*:(.*)@|[?&]password=([^&]*)")
_HERE = Path(__file__).resolve().parent


def shipped_seeds() -> Path:
    """Return the articles the bot ships with: inside an installed copy, beside `bot` in a clone."""
    packaged = _HERE / "seeds"
    return packaged if packaged.is_dir() else _HERE.parent / "seeds"


def _at_home(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:
        raise ValueError(f"there is no home folder {path.parts[0]}") from None


def _home_or_none(path: Path | None) -> Path | None:
    return None if path is None else _at_home(path)


def _none_if_blank(value: object) -> object:
    """Take an empty line in a file of settings as setting nothing."""
    return None if isinstance(value, str) and not value.strip() else value


class SettingsError(Exception):
    """A setting has a value the bot can't use; the message names it and the cure."""


class Settings(BaseSettings):
    """Settings from the environment, or from a `.env` file in the working directory."""

    model_config = SettingsConfigDict(
        env_prefix="BOT_",
        env_file=".env",
        env_file_encoding="utf-8-sig",  # Windows editors put a byte order mark first
        extra="ignore",
        frozen=True,
    )

    seeds: Annotated[
        Path,
        AfterValidator(_at_home),
        Field(
            default_factory=shipped_seeds,
            description="Folder of articles with an articles.toml."
            " Default: the articles shipped with the bot.",
        ),
    ]
    reload_seconds: Annotated[
        int,
        Field(
            ge=0,
            le=86_400,
            description="Seconds between two looks of the running bot whether the articles have"
            " changed; 0 for never.",
        ),
    ] = 60
    quotes: Annotated[
        int, Field(ge=1, le=10, description="Quotes shown in an answer at most, 1 to 10.")
    ] = 3
    older_after_days: Annotated[
        int,
        Field(
            ge=1,
            le=36500,
            description="An article this many days older than the newest one is marked"
            " as older reporting.",
        ),
    ] = 30
    history: Annotated[
        Path,
        Field(description="File in which the console keeps the lines typed in it."),
    ] = Path("~/.local/state/briefing-bot/history")
    cache: Annotated[
        Path,
        AfterValidator(_at_home),
        Field(description="Folder in which work is kept that need not be done at every start."),
    ] = Path("~/.cache/briefing-bot")
    token: Annotated[
        SecretStr | None,
        BeforeValidator(_none_if_blank),
        Field(description="The bot's token, from Discord's developer portal."),
    ] = None
    token_file: Annotated[
        Path | None,
        BeforeValidator(_none_if_blank),
        Field(description="File that holds the token, in place of BOT_TOKEN."),
    ] = None
    database_url: Annotated[
        SecretStr,
        Field(
            description="Where the bot keeps what must survive a restart: sqlite:///folder/bot.db"
            " or postgresql://user:password@host:5432/database."
        ),
    ] = SecretStr("sqlite:///~/.local/state/briefing-bot/bot.db")
    chat: Annotated[
        bool,
        Field(
            description="Whether the bot answers when it is mentioned, replied to or written to"
            " directly."
        ),
    ] = True
    conversation_minutes: Annotated[
        int,
        Field(
            ge=1,
            le=1440,
            description="Minutes for which a conversation is remembered, so that follow-ups are"
            " understood.",
        ),
    ] = 30
    questions_per_minute: Annotated[
        int,
        Field(ge=1, le=600, description="Questions one person may ask within a minute."),
    ] = 10
    log_format: Annotated[
        Literal["human", "json"],
        Field(description="How the log is written: human, or json for one object a line."),
    ] = "human"
    wordnet: Annotated[
        Path | None,
        AfterValidator(_home_or_none),
        BeforeValidator(_none_if_blank),
        Field(
            description="Folder with WordNet's files (Debian: wordnet-base has them in"
            " /usr/share/wordnet), whose synonyms then count as related words."
        ),
    ] = None
    log_level: Annotated[
        Literal["debug", "info", "warning", "error"],
        Field(description="How much is logged on standard error: debug, info, warning or error."),
    ] = "warning"


class TokenError(Exception):
    """There is no token the bot could use; the message names the setting and the cure."""


def read_token(settings: Settings) -> str:
    """Return the token from its setting or its file; raise TokenError where there is none."""
    if settings.token and settings.token_file:
        raise TokenError("BOT_TOKEN and BOT_TOKEN_FILE are both set. Set one of them")
    if settings.token:
        return _checked(settings.token.get_secret_value(), "BOT_TOKEN")
    if settings.token_file:
        where = f"BOT_TOKEN_FILE, {settings.token_file}"
        try:
            held = _at_home(settings.token_file).read_text(encoding="utf-8-sig")
        except (OSError, ValueError) as error:
            fault = "is no text" if isinstance(error, UnicodeDecodeError) else _said(error)
            raise TokenError(f"{where}: {fault}. Name a file that holds the token") from None
        return _checked(held, where)
    raise TokenError(
        "BOT_TOKEN is not set. Copy the token of your application from Discord's developer"
        " portal, page Bot, and set BOT_TOKEN or BOT_TOKEN_FILE, in the environment or in .env"
    )


def secrets(settings: Settings, token: str) -> tuple[str, ...]:
    """Return what must never be written anywhere: the token and the database's password."""
    url = settings.database_url.get_secret_value()
    found = [part for match in _PASSWORD.finditer(url) for part in match.groups() if part]
    return (token, *found, *map(unquote, found), url) if found else (token,)


def _checked(token: str, where: str) -> str:
    """Return a token that can be sent; the message never shows it."""
    token = token.strip()
    if not token:
        raise TokenError(f"{where}: it is empty. Put the token there")
    if not token.isascii() or not token.isprintable() or " " in token:
        raise TokenError(f"{where}: this is no token. Copy it once more, all of it and no more")
    return token


def _said(error: Exception) -> str:
    return str((error.strerror if isinstance(error, OSError) else None) or error)


def read_settings() -> Settings:
    """Read the settings; raise SettingsError naming each faulty one and its cure."""
    try:
        return Settings()  # type: ignore[call-arg]  # the factory's default is not seen by mypy
    except ValidationError as error:
        faults = [_fault(dict(item)) for item in error.errors(include_url=False)]
        raise SettingsError("\n".join(faults)) from None
    except UnicodeDecodeError as error:
        fault = f".env: byte {error.start} is not UTF-8. Save the file as UTF-8"
        raise SettingsError(fault) from None
    except OSError as error:
        fault = f".env: {error.strerror or error}. Make the file readable, or remove it"
        raise SettingsError(fault) from None


def _fault(error: dict[str, Any]) -> str:
    """Name the setting, what is wrong with it and what it takes; never show its value."""
    name = str(error["loc"][0])
    fault = str(error["msg"]).removeprefix("Value error, ")
    meaning = Settings.model_fields[name].description
    where = f"BOT_{name.upper()}, in the environment or in .env"
    return f"{where}: {fault[:1].lower()}{fault[1:]}. {meaning}"
