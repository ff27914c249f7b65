"""Settings: from the environment and `.env`, and told of in .env.example."""

import os
import re
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from bot.settings import (
    Settings,
    SettingsError,
    TokenError,
    read_settings,
    read_token,
    secrets,
    shipped_seeds,
)

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch, tmp_path):
    """Work in an empty folder, without the settings of whoever runs the tests."""
    for name in [name for name in os.environ if name.upper().startswith("BOT_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told():
    """What .env.example tells of each setting: name, meaning, default."""
    _, *blocks = EXAMPLE.strip().split("\n\n")
    for block in blocks:
        *meaning, setting = block.splitlines()
        assert all(line.startswith("# ") for line in meaning), block
        name, default = re.fullmatch(r"# (BOT_[A-Z0-9_]+)=(.*)", setting).groups()
        yield name, " ".join(line.removeprefix("# ") for line in meaning), default


def as_written(default):
    """A default as one would write it in the file, paths of the clone from its folder."""
    if isinstance(default, Path) and default.is_relative_to(ROOT):
        return str(default.relative_to(ROOT))
    if isinstance(default, SecretStr):
        return default.get_secret_value()
    if isinstance(default, bool):
        return str(default).lower()
    return "" if default is None else str(default)


def test_the_example_tells_of_every_setting_and_of_nothing_else():
    assert [name for name, _, _ in told()] == [
        f"BOT_{name.upper()}" for name in Settings.model_fields
    ]


def test_the_example_gives_each_settings_meaning_and_default():
    for name, meaning, default in told():
        field = Settings.model_fields[name.removeprefix("BOT_").lower()]
        assert meaning == field.description, name
        assert default == as_written(field.get_default(call_default_factory=True)), name


def test_the_example_as_it_stands_changes_nothing(elsewhere):
    (elsewhere / ".env").write_text(EXAMPLE, encoding="utf-8")
    assert read_settings() == Settings(_env_file=None)


def test_the_example_with_every_line_in_force_is_the_default(monkeypatch, tmp_path):
    everything = re.sub(r"^# (BOT_)", r"\1", EXAMPLE, flags=re.MULTILINE)
    (tmp_path / "env").write_text(everything, encoding="utf-8")
    monkeypatch.chdir(ROOT)
    given = Settings(_env_file=tmp_path / "env")
    assert given.seeds.resolve() == shipped_seeds()
    assert given.model_copy(update={"seeds": shipped_seeds()}) == Settings(_env_file=None)


def test_every_setting_has_a_meaning_in_a_sentence():
    for name, field in Settings.model_fields.items():
        assert field.description, name
        assert field.description.endswith("."), name


def test_the_shipped_articles_are_the_default():
    assert read_settings().seeds == shipped_seeds() == ROOT / "seeds"
    assert (shipped_seeds() / "articles.toml").is_file()


def test_the_environment_goes_before_the_file(elsewhere, monkeypatch):
    (elsewhere / ".env").write_text("BOT_QUOTES=4\nBOT_OLDER_AFTER_DAYS=7\nOTHER=1\n")
    monkeypatch.setenv("BOT_QUOTES", "5")
    monkeypatch.setenv("bot_log_level", "debug")
    settings = read_settings()
    assert (settings.quotes, settings.older_after_days, settings.log_level) == (5, 7, "debug")


@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_a_file_may_start_with_a_byte_order_mark(elsewhere, start):
    (elsewhere / ".env").write_text(start + "BOT_QUOTES=4\n", encoding="utf-8")
    assert read_settings().quotes == 4


def test_a_home_folder_is_written_short(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("BOT_SEEDS", "~/news")
    assert read_settings().seeds == tmp_path / "news"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_QUOTES", "0"),
        ("BOT_QUOTES", "11"),
        ("BOT_QUOTES", "three"),
        ("BOT_QUOTES", ""),
        ("BOT_OLDER_AFTER_DAYS", "0"),
        ("BOT_OLDER_AFTER_DAYS", "99999999999"),
        ("BOT_LOG_LEVEL", "loud"),
        ("BOT_LOG_FORMAT", "xml"),
        ("BOT_CHAT", "perhaps"),
        ("BOT_CONVERSATION_MINUTES", "0"),
        ("BOT_QUESTIONS_PER_MINUTE", "1000"),
        ("BOT_SEEDS", "~nobody-of-this-name/news"),
    ],
)
def test_a_faulty_setting_is_told_by_its_name_with_its_meaning(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        read_settings()
    [line] = str(caught.value).splitlines()
    assert line.startswith(f"{name}, in the environment or in .env: ")
    assert Settings.model_fields[name.removeprefix("BOT_").lower()].description in line


def test_every_faulty_setting_is_told_at_once(monkeypatch):
    monkeypatch.setenv("BOT_QUOTES", "99")
    monkeypatch.setenv("BOT_LOG_LEVEL", "loud")
    with pytest.raises(SettingsError, match=r"BOT_QUOTES.*\nBOT_LOG_LEVEL"):
        read_settings()


def test_a_file_that_is_no_text_is_told(elsewhere):
    (elsewhere / ".env").write_bytes(b"BOT_QUOTES=\xff\n")
    with pytest.raises(
        SettingsError, match=r"\.env: byte 11 is not UTF-8\. Save the file as UTF-8"
    ):
        read_settings()


def test_settings_do_not_change():
    with pytest.raises(ValidationError):
        read_settings().quotes = 7


SECRET = "MTk4.aaa.secret"


def test_secrets_are_not_shown(monkeypatch):
    monkeypatch.setenv("BOT_TOKEN", SECRET)
    monkeypatch.setenv("BOT_DATABASE_URL", f"postgresql://me:{SECRET}@host/bot")
    settings = read_settings()
    assert SECRET not in repr(settings) + str(settings)
    assert read_token(settings) == SECRET


@pytest.mark.parametrize(
    ("url", "passwords"),
    [
        ("postgresql://me:p%40ss@host/bot", {"p%40ss", "p@ss"}),
        ("postgresql://me:p@s/s?#@host/bot", {"p@s/s?#"}),
        ("postgresql://host/bot?user=me&password=p%20w&ssl=require", {"p%20w", "p w"}),
        ("postgresql://me@host:5432/bot", set()),
        ("sqlite:///~/bot.db", set()),
    ],
)
def test_what_must_not_be_logged_is_known(monkeypatch, url, passwords):
    monkeypatch.setenv("BOT_DATABASE_URL", url)
    hidden = {SECRET, *passwords, url} if passwords else {SECRET}
    assert set(secrets(read_settings(), SECRET)) == hidden


@pytest.mark.parametrize("held", [SECRET, f"\ufeff  {SECRET}\r\n\n"])
def test_a_token_may_stand_in_a_file(elsewhere, monkeypatch, held):
    (elsewhere / "token").write_text(held, encoding="utf-8")
    monkeypatch.setenv("BOT_TOKEN", " ")
    monkeypatch.setenv("BOT_TOKEN_FILE", str(elsewhere / "token"))
    assert read_token(read_settings()) == SECRET


def test_a_token_file_is_read_only_when_it_is_needed(monkeypatch):
    monkeypatch.setenv("BOT_TOKEN_FILE", "/nowhere/token")
    assert read_settings().token_file == Path("/nowhere/token")


@pytest.mark.parametrize(
    ("token", "file", "words"),
    [
        (None, None, "BOT_TOKEN is not set. Copy the token of your application from"),
        (SECRET, "token", "BOT_TOKEN and BOT_TOKEN_FILE are both set. Set one of them"),
        (None, "missing", "BOT_TOKEN_FILE, missing: No such file or directory. Name a file"),
        (None, ".", "BOT_TOKEN_FILE, .: Is a directory. Name a file that holds the token"),
        (None, "~nobody-of-this-name/token", "there is no home folder"),
        (None, "blank", "BOT_TOKEN_FILE, blank: it is empty. Put the token there"),
        (None, "bytes", "BOT_TOKEN_FILE, bytes: is no text. Name a file that holds the token"),
        (f"{SECRET} {SECRET}", None, "BOT_TOKEN: this is no token. Copy it once more"),
        (f"{SECRET}\nx", None, "BOT_TOKEN: this is no token. Copy it once more"),
        (f"{SECRET}é", None, "BOT_TOKEN: this is no token. Copy it once more"),
    ],
)
def test_a_token_that_is_missing_or_faulty_is_told(elsewhere, monkeypatch, token, file, words):
    (elsewhere / "token").write_text(SECRET)
    (elsewhere / "blank").write_text(" \n")
    (elsewhere / "bytes").write_bytes(b"\xff\xfe")
    if token:
        monkeypatch.setenv("BOT_TOKEN", token)
    if file:
        monkeypatch.setenv("BOT_TOKEN_FILE", file)
    with pytest.raises(TokenError) as caught:
        read_token(read_settings())
    [line] = str(caught.value).splitlines()
    assert words in line
    assert SECRET not in line
