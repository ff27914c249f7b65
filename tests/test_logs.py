"""The log: lines for people, JSON for machines, no secret in either."""

import json
import logging

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.logs import HideSecrets, set_up_logs

TOKEN = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"
PASSWORD = "p@ss/w+rd é"
WRITTEN = ("p%40ss%2Fw%2Brd%20%C3%A9", "p%40ss%2Fw%2Brd+%C3%A9", PASSWORD)
INTERACTION = "aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEyMzQ1Njc4OTphYmNkZWY"


@pytest.fixture(params=["human", "json"])
def form(request):
    return request.param


@pytest.fixture
def lines(capsys):
    """Sets the log up and gives what has been written to it."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level

    def written():
        return capsys.readouterr().err.splitlines()

    def start(form, level="debug", secrets=(TOKEN, PASSWORD)):
        set_up_logs(level, form, secrets)
        return written

    yield start
    root.handlers[:] = before
    root.setLevel(level)


log = logging.getLogger("bot.test")


def fail(words):
    try:
        int(words)
    except ValueError as error:
        raise RuntimeError(f"outer {words}") from error


def test_a_line_for_people(lines):
    written = lines("human")
    log.warning("%s is %d", "one", 1)
    [line] = written()
    assert line.endswith("Z WARNING bot.test: one is 1")


def test_a_line_for_machines(lines):
    written = lines("json")
    log.warning("%s is\n%d", "one", 1)
    [line] = written()
    found = json.loads(line)
    assert found.pop("time").endswith("Z")
    assert found == {"level": "warning", "logger": "bot.test", "message": "one is\n1"}


def test_an_exception_stands_with_its_record(lines, form):
    written = lines(form)
    try:
        fail("cause\nof two lines")
    except RuntimeError:
        log.exception("it failed")
    first, *more = written()
    if form == "json":
        assert not more
        assert json.loads(first)["exception"].endswith("RuntimeError: outer cause\nof two lines")
    else:
        assert first.endswith("ERROR bot.test: it failed")
        assert more[0] == "  Traceback (most recent call last):"
        assert more[-2:] == ["  RuntimeError: outer cause", "  of two lines"]


def test_nothing_below_the_level_is_written(lines, form):
    written = lines(form, "warning")
    log.info("no")
    assert written() == []


def test_no_message_can_pass_for_another_line_or_steer_a_terminal(lines):
    written = lines("human")
    log.warning("x\n2026-01-01T00:00:00Z ERROR bot: forged\x1b[2J\r\u202e")
    _, second = written()
    assert second == "  2026-01-01T00:00:00Z ERROR bot: forged\\u001b[2J\\u000d\\u202e"


@pytest.mark.parametrize("secret", [TOKEN, *WRITTEN])
def test_secrets_are_hidden_wherever_they_stand(lines, form, secret):
    written = lines(form)
    log.warning(f"a {secret} b")  # noqa: G004
    log.warning("c %s", secret)
    log.warning({"key": secret})
    log.warning("%(key)s", {"key": secret})
    log.warning("too many %s", *(secret, secret))
    log.warning("stack", stack_info=True)
    try:
        fail(secret)
    except RuntimeError:
        log.exception("failed with %s", secret)
    text = "\n".join(written())
    assert "[hidden]" in text
    assert "invalid literal" in text
    assert secret not in text
    assert json.dumps(secret)[1:-1] not in text


@pytest.mark.parametrize(
    "message",
    [
        f"POST https://discord.com/api/v10/interactions/123/{INTERACTION}/callback with {{}}",
        f"PATCH https://discord.com/api/v10/webhooks/123/{INTERACTION}/messages/@original",
        f"WebSocket Event: {{'d': {{'token': '{INTERACTION}', 'id': '5'}}}}",
        f'{{"token": "{INTERACTION}"}}',
    ],
)
def test_tokens_to_answer_with_are_hidden(lines, form, message):
    written = lines(form)
    log.debug(message)
    log.debug("%s", message)
    text = "\n".join(written())
    assert text.count("[hidden]") == 2
    assert INTERACTION not in text


def test_without_secrets_everything_stays(lines):
    written = lines("human", secrets=())
    log.warning("all of it")
    assert written()[0].endswith("all of it")


@given(secret=st.text(min_size=1, max_size=30), around=st.text(max_size=30))
@settings(deadline=None, suppress_health_check=list(HealthCheck))
def test_any_secret_in_any_text_is_hidden(secret, around):
    hidden = HideSecrets([secret]).hide(around + secret + around).replace("[hidden]", "")
    assert secret not in hidden or secret in around + around
