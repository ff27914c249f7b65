"""Every setting of the bot, read once at the start and handed down."""

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

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
    log_level: Annotated[
        Literal["debug", "info", "warning", "error"],
        Field(description="How much is logged on standard error: debug, info, warning or error."),
    ] = "warning"


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
