"""The log on standard error: lines for people or JSON for machines, and never a secret."""

import json
import logging
import re
import sys
import time
from collections.abc import Iterable
from urllib.parse import quote, quote_plus

from bot.console.safety import escape_controls

_HIDDEN = "[hidden]"
# Tokens that Discord hands out, with which anyone could answer in the bot's name: in addresses
# of interactions and webhooks, and in what the gateway sends.
_TOKENS = re.compile(
    r"(?P<before>/(?:interactions|webhooks)/\d+/|['\"]?token['\"]?\s*[:=]\s*['\"])[\w.\-%]{20,}"
)


class HideSecrets(logging.Filter):
    """Takes secrets out of a record: out of its message, its exception and its stack."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        written = {form for one in secrets if one for form in _forms(one)}
        # The longest first, since one may be a part of another.
        found = "|".join(map(re.escape, sorted(written, key=len, reverse=True)))
        self._secrets = re.compile(found or r"(?!)")

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the record in place, so that no other handler sees more; let it pass."""
        record.msg, record.args = self.hide(_message(record)), None
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = self.hide(record.exc_text)
        if record.stack_info:
            record.stack_info = self.hide(record.stack_info)
        return True

    def hide(self, text: str) -> str:
        """Return a text without the secrets in it."""
        return _TOKENS.sub(rf"\g<before>{_HIDDEN}", self._secrets.sub(_HIDDEN, text))


class HumanLines(logging.Formatter):
    """Time, level, where and what; a line that begins with a blank goes on with the one before."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%SZ")
        self.converter = time.gmtime

    def format(self, record: logging.LogRecord) -> str:
        """Write a record so that nothing in it is taken for another one."""
        return escape_controls(super().format(record)).replace("\n", "\n  ")


class JsonLines(logging.Formatter):
    """One object a line: time, level, logger, message, and exception where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a record as JSON."""
        moment = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        line = {
            "time": f"{moment}.{int(record.msecs):03}Z",
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            line["exception"] = record.exc_text
        if record.stack_info:
            line["stack"] = record.stack_info
        return json.dumps(line)


def set_up_logs(level: str, form: str, secrets: Iterable[str] = ()) -> None:
    """Write all logs of this process to standard error, from a level on and without secrets."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines() if form == "json" else HumanLines())
    handler.addFilter(HideSecrets(secrets))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)


def _forms(secret: str) -> tuple[str, ...]:
    """Return a secret as it stands in texts, in addresses and in what Python shows of values."""
    return (
        secret,
        quote(secret, "", errors="replace"),
        quote_plus(secret, errors="replace"),
        repr(secret)[1:-1],
    )


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError, KeyError):
        return f"{record.msg} {record.args}"
